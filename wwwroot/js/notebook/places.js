// <code-place>: a field in a line of code. It is as wide as its content, tells the circuit when typing has paused, and
// keeps what the circuit has not taken yet, through a lost connection, a reload, or the page being taken over.
import { columns } from "./columns.js";

const pause = 500;
const prefix = "asl-typed:";

const unsent = {
  get: key => attempt(() => sessionStorage.getItem(prefix + key)),
  set: (key, text) => attempt(() => sessionStorage.setItem(prefix + key, text)),
  delete: key => attempt(() => sessionStorage.removeItem(prefix + key)),
};

// Storage may be forbidden; then only what the circuit has is kept.
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

customElements.define("code-place", class extends HTMLElement {
  static observedAttributes = ["data-kept", "data-ack"];

  #timer = 0;
  #sent = null;

  get #input() {
    return this.querySelector("input");
  }

  connectedCallback() {
    this.addEventListener("input", this);
    this.addEventListener("change", this);
    this.addEventListener("focusout", this);
    addEventListener("asl-connected", this);
    // Blazor listens on the document once the whole batch is in it.
    setTimeout(() => this.#restore());
  }

  disconnectedCallback() {
    removeEventListener("asl-connected", this);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.#input) return;
    if (name === "data-ack") {
      if (unsent.get(this.dataset.key) === now) unsent.delete(this.dataset.key);
      if (document.activeElement !== this.#input) this.#refill();
    } else if (unsent.get(this.dataset.key) === null && this.#input.value !== now) {
      // Came from elsewhere: another tab, or back to the given value.
      this.#input.value = now;
      this.#fit();
    }
  }

  handleEvent(event) {
    if (event.type === "asl-connected") {
      this.#restore();
    } else if (event.type === "input") {
      unsent.set(this.dataset.key, this.#input.value);
      this.#fit();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), pause);
    } else if (event.type === "focusout") {
      this.#refill();
    } else {
      this.#sent = this.#input.value;
      clearTimeout(this.#timer);
    }
  }

  // Says at once what would be said after the pause.
  flush() {
    const input = this.#input;
    clearTimeout(this.#timer);
    if (unsent.get(this.dataset.key) !== null && this.#sent !== input.value) {
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  #restore() {
    const input = this.#input;
    const text = input && unsent.get(this.dataset.key);
    if (text === null || text === undefined || !this.isConnected) return;
    input.value = text;
    this.#fit();
    this.#sent = null;
    this.flush();
  }

  // A parameter that was emptied has its default again.
  #refill() {
    const input = this.#input;
    if (unsent.get(this.dataset.key) !== null || input.value.trim() !== "" || input.value === this.dataset.kept) return;
    input.value = this.dataset.kept;
    this.#fit();
  }

  #fit() {
    this.#input.style.setProperty("--ch", columns(this.#input.value));
  }
});
