// Hands the page to the circuit. What the first response has drawn of a lesson is not drawn a second time: the circuit's
// blocks come empty (data-kept), and what stands in the page is moved into them. Those that answer to the reader
// are waiting: they are asked for when the reader comes near, and built then.
(() => {
  const drawn = new Map([...document.querySelectorAll("lesson-block")].map(block => [block.dataset.block, block]));

  const waiting = "lesson-block[data-kept=waiting]";

  // A screen away is near.
  const near = new IntersectionObserver(
    entries => entries.filter(entry => entry.isIntersecting).forEach(entry => entry.target.closest(waiting)?.ask()),
    { rootMargin: "100% 0px" });

  // A removed element loses the focus before its new block can ask who had it.
  let focused = null;
  const remember = event => focused = event.target;
  document.addEventListener("focusin", remember);

  function forget() {
    drawn.clear();
    document.removeEventListener("focusin", remember);
    focused = null;
    dispatchEvent(new Event("asl-takenover"));
  }

  // The way to an element in its block: both drawings have the same elements.
  function wayTo(element, root) {
    const way = [];
    for (let at = element; at !== root; at = at.parentElement) way.unshift([...at.parentElement.children].indexOf(at));
    return way;
  }

  // Once the whole batch is in the page and its fields have their text back (places.js): both before the next key.
  const afterwards = action => queueMicrotask(() => queueMicrotask(action));

  const follow = (way, root) => way.reduce((at, index) => at?.children[index], root);

  function focus(element, before) {
    if (element?.tagName !== before.tagName || document.activeElement !== document.body) return;
    const { selectionStart, selectionEnd } = before;
    element.focus({ preventScroll: true });
    if (Number.isInteger(selectionStart)) element.setSelectionRange(selectionStart, selectionEnd);
  }

  customElements.define("lesson-block", class extends HTMLElement {
    static observedAttributes = ["data-kept"];

    connectedCallback() {
      const from = drawn.get(this.dataset.block);
      if (!from || from === this) return;
      const active = from.contains(focused) && focused;
      // A block that comes without is built at once: a training, or all where nothing was handed to the circuit.
      const isKept = this.hasAttribute("data-kept");
      if (active) {
        const way = wayTo(active, from);
        afterwards(() => focus(isKept ? active : follow(way, this), active));
      }
      if (isKept) {
        this.append(...from.childNodes);
        this.watch();
      }
      // The whole page comes in one go: what it has not asked for by then, it builds itself.
      queueMicrotask(forget);
    }

    // The block has no box of its own.
    watch() {
      if (this.dataset.kept !== "waiting" || !this.firstElementChild) return;
      near.unobserve(this.firstElementChild);
      near.observe(this.firstElementChild);
    }

    ask() {
      this.dispatchEvent(new CustomEvent("blockneeded", { bubbles: true }));
    }

    // Blazor changes attributes before it puts the block's own content in.
    attributeChangedCallback(name, before, now) {
      if (before === null || now !== null || !this.isConnected) return;
      const active = this.contains(document.activeElement) && document.activeElement;
      if (active) {
        const way = wayTo(active, this);
        afterwards(() => focus(follow(way, this), active));
      }
      this.replaceChildren();
    }
  });

  // What was typed before the connection was there is told by its field as a change: nobody hears it in a block that waits.
  for (const sign of ["focusin", "change"]) document.addEventListener(sign, event => event.target.closest?.(waiting)?.ask());
  // What was asked while the connection was lost is asked again.
  document.addEventListener("heldshown", event => event.target.closest("lesson-block")?.watch());
  addEventListener("asl-connected", () => document.querySelectorAll(waiting).forEach(block => block.watch()));
})();
