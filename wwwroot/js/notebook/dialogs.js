// The dialogs: opened by a button or a key, closed by the browser on Esc or by a click beside them. And the search box.
const pause = 180;

// A dialog that is open when the circuit takes the prerendered page over is opened again: its element is a new one.
let openDialog = null;
const reopener = new MutationObserver(() => {
  const dialog = document.getElementById(openDialog);
  if (dialog && !dialog.open) show(dialog);
});

function show(dialog) {
  dialog.showModal();
  dialog.querySelector("input")?.select();
}

function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  document.querySelector("[popover]:popover-open")?.hidePopover();
  show(dialog);
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
  if (event.isComposing) return;
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

// The field says what was typed once typing pauses; the arrows choose among what was found.
customElements.define("search-box", class extends HTMLElement {
  #timer = 0;
  #told = "";

  connectedCallback() {
    this.addEventListener("input", this);
    this.addEventListener("keydown", this);
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  handleEvent(event) {
    if (event.type === "click") {
      if (event.target.closest("a")) close(this.closest("dialog"));
    } else if (event.type === "input") {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#tell(), pause);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      (this.querySelector("[aria-selected=true] a") ?? this.querySelector("[role=option] a"))?.click();
    }
  }

  #tell() {
    const input = this.querySelector("input");
    if (input.value === this.#told) return;
    this.#told = input.value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #move(by) {
    const options = [...this.querySelectorAll("[role=option]")];
    if (options.length === 0) return;
    const at = options.findIndex(option => option.ariaSelected === "true");
    const next = options[(at + by + options.length) % options.length];
    options.forEach(option => option.setAttribute("aria-selected", option === next));
    next.id ||= `hit-${options.indexOf(next)}`;
    this.querySelector("input").setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }
});
