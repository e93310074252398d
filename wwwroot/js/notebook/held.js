// Makes elements of what the first response has sent as the text of a <noscript>: of a section when it is near, of the page
// when the first view is over (first-view.js), or by and by: who searches it, or has it read aloud, finds everything.
const unhurried = 6000;
const whenIdle = globalThis.requestIdleCallback ?? (work => setTimeout(work, 500));

/** Says "heldshown" on the element that has it now. Drawings stay as they are: see figures.js. */
function showBlocks(root) {
  show(root, ":not([data-drawing]) > noscript[data-held]");
}

export function showDrawing(drawing) {
  show(drawing, "noscript[data-held]");
}

// A fragment made so, unlike innerHTML, runs the scripts in it: those of the chart and the widgets.
function show(root, which) {
  const range = document.createRange();
  for (const held of root.querySelectorAll(which)) {
    const home = held.parentElement;
    range.selectNodeContents(home);
    held.replaceWith(range.createContextualFragment(held.textContent));
    home.dispatchEvent(new Event("heldshown", { bubbles: true }));
  }
}

/** For paper and for a saved page. Says "asl-whole" to what draws itself. */
export function showAll() {
  show(document, "noscript[data-held]");
  dispatchEvent(new Event("asl-whole"));
}

addEventListener("beforeprint", showAll);

if ("firstView" in document.documentElement.dataset) {
  const near = new IntersectionObserver(entries => {
    for (const { target } of entries.filter(entry => entry.isIntersecting)) {
      near.unobserve(target);
      showBlocks(target);
    }
  }, { rootMargin: "200% 0px" });
  const watch = () => document.querySelectorAll(".is-far").forEach(section => near.observe(section));
  watch();
  // The circuit's sections are others, with the same content.
  addEventListener("asl-takenover", watch);
  addEventListener("firstviewend", () => showBlocks(document));
} else {
  showBlocks(document);
}

function showNext() {
  const held = document.querySelector("noscript[data-held]");
  if (!held) return;
  show(held.parentElement, ":scope > noscript[data-held]");
  whenIdle(showNext);
}
setTimeout(() => whenIdle(showNext), unhurried);
