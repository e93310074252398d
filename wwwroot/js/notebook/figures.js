// <figure-steps>: shows the groups of a drawing that carry data-step one at a time, on request. Where motion is not
// wanted nothing plays by itself: the button then goes one step on. The drawing on show is built when it comes near.
import { showDrawing } from "./held.js";
import { Near } from "./near.js";
import { nextStep } from "./steps.js";

const pace = 900;
const near = new Near(1, showDrawing);
const still = matchMedia("(prefers-reduced-motion: reduce)");

customElements.define("figure-steps", class extends HTMLElement {
  #step = 0;
  #timer = 0;

  get #steps() {
    return Number(this.dataset.steps);
  }

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("heldshown", this);
    for (const drawing of this.querySelectorAll("[data-drawing]:has(> noscript)")) near.observe(drawing);
  }

  disconnectedCallback() {
    this.#pause();
  }

  handleEvent(event) {
    if (event.type === "heldshown") {
      if (this.#step > 0) this.#show(this.#step);
      return;
    }
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches("[data-play]")) {
      if (this.#timer) this.#pause();
      else if (still.matches) this.#show(nextStep(this.#step, 1, this.#steps));
      else this.#play();
    } else {
      this.#pause();
      this.#show(nextStep(this.#step, button.matches("[data-step-on]") ? 1 : -1, this.#steps));
    }
  }

  #play() {
    this.#show(this.#step >= this.#steps ? 1 : nextStep(this.#step, 1, this.#steps));
    this.#timer = setInterval(() => {
      if (this.#step >= this.#steps) this.#pause();
      else this.#show(this.#step + 1);
    }, pace);
    this.#name("pauseName");
  }

  #pause() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#name("playName");
  }

  #name(which) {
    const button = this.querySelector("[data-play]");
    if (button) button.querySelector("[data-play-label]").textContent = button.dataset[which];
  }

  // Step 0 is the drawing at rest, as it is printed.
  #show(step) {
    this.#step = step;
    for (const group of this.querySelectorAll("[data-step]")) {
      if (Number(group.dataset.step) === step) group.removeAttribute("display");
      else group.setAttribute("display", "none");
    }
    for (const group of this.querySelectorAll("[data-static]")) {
      if (step === 0) group.removeAttribute("display");
      else group.setAttribute("display", "none");
    }
    const count = this.querySelector("[data-count]");
    count.textContent = step === 0 ? "" : count.dataset.form.replace("%n", step);
  }
});
