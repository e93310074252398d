// What gives an answer away is folded by an attribute alone (hidden="until-found"), so that a browser's own search opens it.
// Here: whoever asks for a place in a fold has it opened, what was opened so is open in the circuit's page too, and the focus
// of whoever skips a question goes on in what that opens.
const opened = new Set();

customElements.define("lesson-after", class extends HTMLElement {
  connectedCallback() {
    // Its content comes after it.
    queueMicrotask(() => {
      if (opened.has(this.id)) bodyOf(this)?.removeAttribute("hidden");
    });
  }
});

const bodyOf = fold => fold.querySelector(":scope > .after-body");

function open(hash) {
  const body = placeOf(hash)?.closest(".after-body[hidden]");
  if (!body) return false;
  opened.add(body.parentElement.id);
  body.removeAttribute("hidden");
  return true;
}

function placeOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

document.addEventListener("beforematch", event => opened.add(event.target.closest("lesson-after")?.id));

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href*='#']");
  if (link?.pathname === location.pathname) open(link.hash);
}, true);

for (const sign of ["hashchange", "popstate"]) addEventListener(sign, () => open(location.hash));
if (open(location.hash)) placeOf(location.hash).scrollIntoView();

document.addEventListener("click", event => {
  const fold = event.target.closest?.("[data-skip]")?.closest("lesson-after");
  if (!fold) return;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (document.activeElement === document.body || fold.contains(document.activeElement)) bodyOf(fold).focus({ preventScroll: true });
  });
  observer.observe(fold, { subtree: true, attributes: true, attributeFilter: ["hidden"] });
});
