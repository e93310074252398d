// Marks in the contents which section is being read. An element of its own, so that it wires itself up
// again whenever Blazor puts it anew into the page, and lets go when the page goes.
customElements.define("contents-rail", class ContentsRail extends HTMLElement {
  // The links of sections that were read through, until they carry the circuit's mark: what was said before it was there, or
  // while it was away, is said again.
  static #unsaid = new Set();

  #leave;

  connectedCallback() {
    const abort = new AbortController();
    let frame = 0;
    const schedule = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        this.#mark();
      });
    };
    addEventListener("scroll", schedule, { passive: true, signal: abort.signal });
    addEventListener("hashchange", schedule, { signal: abort.signal });
    addEventListener("resize", schedule, { passive: true, signal: abort.signal });
    this.#watchReading(abort.signal);
    this.#leave = () => {
      abort.abort();
      cancelAnimationFrame(frame);
    };
    schedule();
  }

  disconnectedCallback() {
    this.#leave();
  }

  // A section has been read through when its end has been on screen for a moment. Told in one message for several.
  #watchReading(signal) {
    let timer = 0;
    const tell = () => {
      timer = 0;
      this.#tell();
    };
    const look = () => {
      for (const link of this.querySelectorAll("a[data-section]:not([data-read])")) {
        const end = this.#placeOf(link)?.bottom;
        if (end > 0 && end <= innerHeight) ContentsRail.#unsaid.add(link.href);
      }
      if (ContentsRail.#unsaid.size > 0) timer ||= setTimeout(tell, 2000);
    };
    let still = 0;
    addEventListener("scroll", () => {
      clearTimeout(still);
      still = setTimeout(look, 700);
    }, { passive: true, signal });
    addEventListener("asl-connected", tell, { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(still);
      clearTimeout(timer);
    });
    // Blazor listens on the document once the whole batch is in it.
    setTimeout(tell);
  }

  #tell() {
    const links = [...this.querySelectorAll("a[data-section]")];
    for (const link of links) if ("read" in link.dataset) ContentsRail.#unsaid.delete(link.href);
    const sections = links.filter(link => ContentsRail.#unsaid.has(link.href)).map(link => link.dataset.section);
    if (sections.length > 0) this.dispatchEvent(new CustomEvent("sectionsread", { bubbles: true, detail: { sections } }));
  }

  // The section's, not its heading's: to ask for that would lay out the whole page (first-view.js).
  #placeOf(link) {
    return document.querySelector(`[data-section-body="${CSS.escape(link.dataset.section)}"]`)?.getBoundingClientRect();
  }

  // The last section that begins above a line a third down the window; at the very end of the page the last one.
  #mark() {
    const links = [...this.querySelectorAll("a[data-section]")];
    const line = innerHeight / 3;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    let current = null;
    for (const link of links) {
      const place = this.#placeOf(link);
      if (place && (atEnd || place.top <= line)) current = link;
    }
    // Near the end no section can come up to the line: the one the address names is what the reader asked for.
    const named = atEnd && links.find(link => `#${link.dataset.section}` === decodeURIComponent(location.hash));
    if (named && this.#placeOf(named)?.top > 0) current = named;
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current) this.#keepInView(current);
  }

  // Scrolls the rail alone; scrollIntoView would move the page too.
  #keepInView(link) {
    const rail = this.closest(".rail");
    if (!rail || rail.scrollHeight <= rail.clientHeight) return;
    const box = rail.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    if (at.top < box.top + 40 || at.bottom > box.bottom - 40) rail.scrollTop += at.top - box.top - box.height / 2;
  }
});
