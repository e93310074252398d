// Marks in the contents which section is being read. An element of its own, so that it wires itself up
// again whenever Blazor puts it anew into the page, and lets go when the page goes.
customElements.define("contents-rail", class ContentsRail extends HTMLElement {
  // The links of sections that were read through, until they carry the circuit's mark: what was said before it was there, or
  // while it was away, is said again.
  static #unsaid = new Set();

  // Milliseconds on screen, and which ends of a section were there, by its link.
  static #seen = new Map();

  static #step = 500;

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
    // A drawer that was closed could not be scrolled to the section on screen.
    document.addEventListener("toggle", schedule, { capture: true, signal: abort.signal });
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

  // A section counts as read when it could have been: both its ends were on screen, and some of it for as long as a fast reader
  // takes. Told in one message for several.
  #watchReading(signal) {
    let timer = 0;
    const tell = () => {
      timer = 0;
      this.#tell();
    };
    const look = () => {
      if (document.visibilityState !== "visible") return;
      for (const link of this.querySelectorAll("a[data-section]:not([data-read])")) {
        if (this.#couldBeRead(link)) ContentsRail.#unsaid.add(link.href);
      }
      if (ContentsRail.#unsaid.size > 0) timer ||= setTimeout(tell, 1500);
    };
    const looking = setInterval(look, ContentsRail.#step);
    addEventListener("asl-connected", tell, { signal });
    signal.addEventListener("abort", () => {
      clearInterval(looking);
      clearTimeout(timer);
    });
    // Blazor listens on the document once the whole batch is in it.
    setTimeout(tell);
  }

  #couldBeRead(link) {
    const place = this.#placeOf(link);
    if (document.querySelector(`[data-section-body="${CSS.escape(link.dataset.section)}"] .after-body[hidden]`)) return false;
    if (!place || place.bottom <= 0 || place.top >= innerHeight) return false;
    const seen = ContentsRail.#seen.get(link.href) ?? { time: 0, begin: false, end: false };
    ContentsRail.#seen.set(link.href, seen);
    seen.time += ContentsRail.#step;
    seen.begin ||= place.top >= 0;
    seen.end ||= place.bottom <= innerHeight;
    return seen.begin && seen.end && seen.time >= ContentsRail.#needed(link.dataset.section);
  }

  // A hundred letters a second is skimming; a Chinese character says as much as three. Long sections are met halfway.
  static #needed(section) {
    const text = [...document.querySelectorAll(`[data-section-body="${CSS.escape(section)}"] :is(p, li)`)].map(part => part.textContent).join("");
    const letters = text.length + 2 * (text.match(/[\u2e80-\u9fff]/g)?.length ?? 0);
    return Math.min(8000, letters * 10);
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
