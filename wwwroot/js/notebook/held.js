// Makes elements of what the first response has sent as the text of a <noscript>: of a section when it is near, of the page
// when the first view is over (first-view.js), or by and by: who searches it, or has it read aloud, finds everything.
import { Near } from "./near.js";

const unhurried = 6000;
const longestLoad = 3000;
const whenIdle = globalThis.requestIdleCallback ?? (work => setTimeout(work, 500));

const all = "noscript[data-held]";
// Drawings are let be: see figures.js.
const blocks = `:not([data-drawing]) > ${all}`;

export const showDrawing = drawing => show(drawing, all);

function show(root, which) {
  root.querySelectorAll(which).forEach(build);
}

/** Says "heldshown" on the element that has it now. */
function build(held) {
  const home = held.parentElement;
  const range = document.createRange();
  range.selectNodeContents(home);
  // A fragment made so, unlike innerHTML, runs the scripts in it: those of the chart and the widgets.
  held.replaceWith(range.createContextualFragment(held.textContent));
  home.dispatchEvent(new Event("heldshown", { bubbles: true }));
}

/** For paper and for a saved page. Says "asl-whole" to what draws itself, and leaves a mark for what is being loaded for that. */
export function showAll() {
  show(document, all);
  document.documentElement.dataset.whole = "";
  dispatchEvent(new Event("asl-whole"));
}

/** The same, and waits a moment for the chart: its script may have been held back until now. */
export async function showAllDrawn() {
  showAll();
  if (!document.querySelector("training-chart")) return;
  await Promise.race([customElements.whenDefined("training-chart"), new Promise(resolve => setTimeout(resolve, longestLoad))]);
}

addEventListener("beforeprint", showAll);

if ("firstView" in document.documentElement.dataset) {
  const due = [];
  // One to a task: a phone takes long for several.
  const showDue = () => {
    const held = due[0].querySelector(blocks);
    if (held) build(held);
    else due.shift();
    if (due.length > 0) setTimeout(showDue);
  };
  const near = new Near(2, section => {
    if (due.push(section) === 1) showDue();
  });
  const watch = () => document.querySelectorAll(".is-far").forEach(section => near.observe(section));
  watch();
  // The circuit's sections are others, with the same content.
  addEventListener("asl-takenover", watch);
  addEventListener("firstviewend", () => show(document, blocks));
} else {
  show(document, blocks);
}

function showNext() {
  const held = document.querySelector(all);
  if (!held) return;
  build(held);
  whenIdle(showNext);
}
setTimeout(() => whenIdle(showNext), unhurried);
