// Keys, copying, folding and the clock of cells. Everything listens on the document: cells come and go with the circuit.
import { isOfComposition, openPopover } from "../keys.js";
import { codeText } from "./code-text.js";

const clockFrom = 500;
const saidFor = 1500;

const cellOf = element => element?.closest?.("[data-cell]");
// What is folded (after.js) is no cell to go to.
const cells = () => [...document.querySelectorAll("[data-cell]")].filter(cell => !cell.closest("[hidden]"));

function enter(cell) {
  const seen = what => [...cell.querySelectorAll(`.cell-listing ${what}`)].find(element => element.offsetParent);
  const target = seen("input") ?? seen("pre");
  target?.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest" });
}

function run(cell) {
  for (const place of cell.querySelectorAll("code-place")) place.flush();
  cell.querySelector("[data-run]:not(:disabled)")?.click();
}

// Enter in a gap checks the exercise, and in a question's field or options the prediction, with what has just been typed.
function check(element) {
  const place = element.closest?.("code-place.gap, choice-place");
  const button = place?.closest("[data-cell], [data-predict]")?.querySelector("[data-check]:not(:disabled)");
  if (!button) return;
  for (const gap of button.closest("[data-cell], [data-predict]").querySelectorAll("code-place, choice-place")) gap.flush();
  button.click();
}

const typing = element => element.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", event => {
  if (isOfComposition(event) || event.defaultPrevented) return;
  const cell = cellOf(event.target);
  if (event.key === "Enter" && cell && (event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    run(cell);
    if (event.shiftKey) {
      const all = cells();
      const next = all[all.indexOf(cell) + 1];
      if (next) enter(next);
    }
  } else if (event.key === "Enter" && !event.altKey) {
    if (!event.repeat) check(event.target);
  } else if (event.key === "Escape" && event.target.closest?.("[data-cell], [data-predict]") && !openPopover() && !document.querySelector("dialog[open]")) {
    event.target.blur();
  } else if ((event.key === "j" || event.key === "k") && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey
    && !document.querySelector("dialog[open]")) {
    step(event.key === "j" ? 1 : -1, cell);
  }
});

// From the cell with the focus, else from the one nearest below the top of the window.
function step(by, cell) {
  const all = cells();
  if (all.length === 0) return;
  const below = all.findIndex(c => c.getBoundingClientRect().top > 80);
  const from = cell ? all.indexOf(cell) + by : by > 0 ? below : (below < 0 ? all.length : below) - 1;
  const target = all[from];
  if (!target) return;
  enter(target);
  target.scrollIntoView({ block: "center" });
}

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-copy-cell], [data-unfold]");
  if (!button) return;
  if (button.matches("[data-copy-cell]")) copy(button);
  else unfold(button);
});

async function copy(button) {
  const shown = [...cellOf(button).querySelectorAll(".cell-listing code")].find(code => code.offsetParent);
  if (!shown) return;
  say(button, await write(codeText(shown)) ? "done" : "failed");
}

// Browsers lend the clipboard to pages that came by https, or from this machine: a class may have neither.
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

function copyBySelecting(text) {
  const focused = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "visually-hidden" });
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused.focus({ preventScroll: true });
  return isCopied;
}

const saying = new WeakMap();

function say(button, outcome) {
  const name = button.querySelector(".action-name");
  button.dataset.name ??= name.textContent;
  const show = (text, now) => {
    name.textContent = text;
    for (const each of ["done", "failed"]) button.classList.toggle(`is-${each}`, each === now);
  };
  clearTimeout(saying.get(button));
  show(button.dataset[outcome], outcome);
  saying.set(button, setTimeout(() => show(button.dataset.name), saidFor));
}

// Both its names are in it, for the style sheet to choose.
function unfold(button) {
  button.setAttribute("aria-expanded", button.parentElement.classList.toggle("is-open"));
}

const seconds = new Intl.NumberFormat(document.documentElement.lang, {
  style: "unit", unit: "second", unitDisplay: "narrow", minimumFractionDigits: 1, maximumFractionDigits: 1,
});

// As the server writes it once it is over.
function elapsedText(milliseconds) {
  const parts = seconds.formatToParts(milliseconds / 1000);
  const number = parts.filter(part => !["unit", "literal"].includes(part.type)).map(part => part.value).join("");
  return `${number} ${parts.find(part => part.type === "unit").value}`;
}

// How long a cell has been running: counted here, so that no message is needed for it.
customElements.define("cell-clock", class extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const begun = performance.now() - Number(this.dataset.elapsed || 0);
    const tick = () => {
      const elapsed = performance.now() - begun;
      if (elapsed >= clockFrom) this.textContent = elapsedText(elapsed);
    };
    this.#timer = setInterval(tick, 100);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }
});
