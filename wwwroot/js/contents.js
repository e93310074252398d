// Marks in the contents which section is being read. An element of its own, so that it wires itself up
// again whenever Blazor puts it anew into the page, and lets go when the page goes.
customElements.define("contents-rail", class extends HTMLElement {
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
    this.#leave = () => {
      abort.abort();
      cancelAnimationFrame(frame);
    };
    schedule();
  }

  disconnectedCallback() {
    this.#leave();
  }

  // The last heading above a line a third down the window; at the very end of the page the last one.
  #mark() {
    const links = [...this.querySelectorAll("a[data-section]")];
    const line = innerHeight / 3;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    let current = null;
    for (const link of links) {
      const heading = document.getElementById(link.dataset.section);
      if (heading && (atEnd || heading.getBoundingClientRect().top <= line)) current = link;
    }
    // Near the end no heading can come up to the line: the one the address names is what the reader asked for.
    const named = atEnd && links.find(link => `#${link.dataset.section}` === decodeURIComponent(location.hash));
    if (named && document.getElementById(named.dataset.section)?.getBoundingClientRect().top > 0) current = named;
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
