// One place of the page that shows one answer at a time. While an answer is on its way only the newest further wish is
// kept: what a slider has passed over meanwhile is never asked for.

export class Newest {
  #ask;
  #show;
  #wanted = null;
  #asking = null;

  /**
   * @param ask wish => Promise of an answer
   * @param show (wish, answer, error) => void, for every answer that comes, in the order of the wishes; the last is the one wanted
   */
  constructor(ask, show) {
    this.#ask = ask;
    this.#show = show;
  }

  /** Whether an answer is still to come. */
  get isWaiting() {
    return this.#asking !== null;
  }

  want(wish) {
    this.#wanted = wish;
    if (!this.#asking) this.#next();
  }

  /** Nothing more is wanted: what is on its way is dropped when it comes. */
  drop() {
    this.#wanted = null;
  }

  async #next() {
    const wish = this.#wanted;
    if (wish === null) return;
    this.#asking = wish;
    let answer = null;
    let error = null;
    try {
      answer = await this.#ask(wish);
    } catch (fault) {
      error = fault;
    }
    this.#asking = null;
    const wanted = this.#wanted;
    if (wanted === null) return;
    if (wanted === wish) this.#wanted = null;
    // What is not wanted any more is still the nearest to it so far; what went wrong with it is nobody's concern.
    if (!error || wanted === wish) this.#show(wish, answer, error);
    if (this.#wanted !== null && !this.#asking) this.#next();
  }
}
