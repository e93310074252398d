// Tells once of each observed element that it is near: on screen, or, from the reader's first sign on, so many screens away.
export class Near {
  #observed = new Set();
  #tell;
  #observer;

  constructor(screens, tell) {
    this.#tell = tell;
    this.#look(0);
    readerStirs.then(() => this.#look(screens));
  }

  observe(element) {
    this.#observed.add(element);
    this.#observer.observe(element);
  }

  #look(screens) {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(entries => {
      for (const { target } of entries.filter(entry => entry.isIntersecting)) {
        this.#observer.unobserve(target);
        if (this.#observed.delete(target)) this.#tell(target);
      }
    }, { rootMargin: `${100 * screens}% 0px` });
    for (const element of this.#observed) this.#observer.observe(element);
  }
}
