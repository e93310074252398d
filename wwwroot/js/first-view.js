// In the head: of a lesson opened at its top only what is on screen or near it is laid out (first-view.css) and built (held.js).
// A page that has to go to a place in itself needs the true heights: from the start, or from the moment it is asked to.
(() => {
  const root = document.documentElement;
  const isFresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (!isFresh || location.hash || isHeldToPlace()) return;

  root.dataset.firstView = "";
  const reader = new AbortController();
  const listen = (sign, asks) => addEventListener(sign, event => {
    if (asks(event)) end();
  }, { capture: true, signal: reader.signal });
  listen("click", event => event.target.closest?.("a"));
  listen("keydown", event => !isTyping(event));
  listen("popstate", () => true);
  listen("beforeprint", () => true);

  // What leaves the field goes to a place.
  function isTyping(event) {
    return event.target.matches?.("input, textarea") && !event.ctrlKey && !event.metaKey && !["Enter", "Tab", "Escape"].includes(event.key);
  }

  // Says "firstviewend".
  function end() {
    reader.abort();
    delete root.dataset.firstView;
    dispatchEvent(new Event("firstviewend"));
  }

  // By site.js, across a change of language.
  function isHeldToPlace() {
    try {
      return sessionStorage.getItem("asl-place") !== null;
    } catch {
      return false;
    }
  }
})();
