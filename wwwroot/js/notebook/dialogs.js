// The dialogs: opened by a button or a key, closed by the browser on Esc or by a click beside them. And the search box.
import { isOfComposition, openPopover } from "../keys.js";

const pause = 180;

// A dialog that is open when the circuit takes the prerendered page over is opened again: its element is a new one.
let openDialog = null;
const reopener = new MutationObserver(() => {
  const dialog = document.getElementById(openDialog);
  if (dialog && !dialog.open) dialog.showModal();
});

function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  openPopover()?.hidePopover();
  dialog.showModal();
  dialog.querySelector("input")?.select();
  openDialog = id;
  reopener.observe(document.body, { childList: true, subtree: true });
}

function forget() {
  openDialog = null;
  reopener.disconnect();
}

function close(dialog) {
  forget();
  dialog.close();
}

// Esc: the browser closes it, and says so beforehand.
document.addEventListener("cancel", event => {
  if (event.target.id === openDialog) forget();
}, true);

const typing = element => element.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", event => {
  if (isOfComposition(event)) return;
  const search = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing(event.target));
  if (search) {
    event.preventDefault();
    open("search-dialog");
  } else if (event.key === "?" && !typing(event.target)) {
    event.preventDefault();
    open("shortcuts-dialog");
  }
});

document.addEventListener("click", event => {
  const target = event.target.closest?.("[data-open-dialog], [data-close-dialog], dialog");
  if (!target) return;
  if (target.matches("[data-open-dialog]")) open(target.dataset.openDialog);
  else if (target.matches("[data-close-dialog]") || event.target === target) close(target.closest("dialog"));
});

// What was typed last: the circuit's page has a field of its own, and may not have heard what was said to the one before.
let query = "";

// The field says what was typed once typing pauses; the arrows choose among what was found.
customElements.define("search-box", class extends HTMLElement {
  #timer = 0;
  #told = "";
  #isAnswered = true;
  #goes = false;
  #answers = new MutationObserver(() => this.#take());

  connectedCallback() {
    for (const sign of ["input", "compositionend", "keydown", "click"]) this.addEventListener(sign, this);
    addEventListener("asl-connected", this);
    this.#answers.observe(this, { childList: true, characterData: true, subtree: true });
    queueMicrotask(() => this.#putBack());
    // Blazor listens on the document once the whole batch is in it.
    setTimeout(() => this.#tell());
  }

  disconnectedCallback() {
    removeEventListener("asl-connected", this);
    this.#answers.disconnect();
    clearTimeout(this.#timer);
  }

  handleEvent(event) {
    if (event.type === "asl-connected") {
      this.#say();
    } else if (event.type === "click") {
      if (event.target.closest("a")) close(this.closest("dialog"));
    } else if (event.type === "input" || event.type === "compositionend") {
      query = event.target.value;
      this.#goes = false;
      clearTimeout(this.#timer);
      // Letters on their way to a word find nothing.
      if (!event.isComposing) this.#timer = setTimeout(() => this.#tell(), pause);
    } else if (isOfComposition(event)) {
      // Its keys choose among words, not among hits.
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#tell();
      // What is shown belongs to an earlier query until the answer comes; who presses Enter again means it all the same.
      if (this.#isAnswered || this.#goes) this.#go();
      else this.#goes = true;
    }
  }

  get #input() {
    return this.querySelector("input");
  }

  #putBack() {
    if (this.#input && query !== "") this.#input.value = query;
  }

  #tell() {
    clearTimeout(this.#timer);
    if (!this.#input || this.#input.value === this.#told) return;
    // Spaces around it find nothing else.
    this.#isAnswered &&= this.#input.value.trim() === this.#told.trim();
    this.#told = this.#input.value;
    this.#say();
  }

  #say() {
    this.#input?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Other hits: none of them is chosen yet.
  #take() {
    this.#isAnswered = true;
    this.#mark(null);
    if (this.#goes) this.#go();
  }

  #go() {
    this.#goes = false;
    (this.querySelector("[aria-selected=true] a") ?? this.querySelector("[role=option] a"))?.click();
  }

  #move(by) {
    const options = [...this.querySelectorAll("[role=option]")];
    if (options.length === 0) return;
    const at = options.findIndex(option => option.ariaSelected === "true");
    const next = at < 0 && by < 0 ? options.at(-1) : options[(at + by + options.length) % options.length];
    next.id ||= `hit-${options.indexOf(next)}`;
    this.#mark(next);
    next.scrollIntoView({ block: "nearest" });
  }

  #mark(chosen) {
    for (const option of this.querySelectorAll("[role=option]")) option.setAttribute("aria-selected", option === chosen);
    if (chosen) this.#input?.setAttribute("aria-activedescendant", chosen.id);
    else this.#input?.removeAttribute("aria-activedescendant");
  }
});
