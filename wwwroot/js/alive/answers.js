// The looks that a widget needs: of each kind one is on its way, and only the newest further wish is kept.
import { Newest } from '../inside/newest.js';

export class Answers {
  #places = new Map();
  #wishes = new Map();
  #answers = new Map();
  #ask;
  #on;

  /** @param ask (name, run, query) => Promise of tensors @param on {changed(), refused(reason)} */
  constructor(ask, on) {
    this.#ask = ask;
    this.#on = on;
  }

  /** What is there, which may be older than what is wanted: {query, tensors}, or null. */
  of(name) { return this.#answers.get(name) ?? null; }

  get isComplete() {
    return [...this.#wishes].every(([name, wish]) => this.#answers.get(name)?.key === wish);
  }

  /** @param run null: nothing is wanted */
  want(name, run, query) {
    if (run === null) {
      this.#wishes.delete(name);
      this.#answers.delete(name);
      this.#places.get(name)?.drop();
      return;
    }
    const key = JSON.stringify([run, query]);
    if (this.#wishes.get(name) === key) return;
    this.#wishes.set(name, key);
    if (!this.#places.has(name)) {
      this.#places.set(name, new Newest((wish) => this.#ask(name, wish.run, wish.query), (wish, tensors, error) => this.#take(name, wish, tensors, error)));
    }
    this.#places.get(name).want({ run, query, key });
  }

  #take(name, wish, tensors, error) {
    if (!this.#wishes.has(name)) return;
    if (error) {
      if (this.#wishes.get(name) === wish.key) this.#wishes.delete(name);
      if (error.reason !== 'superseded') this.#on.refused(error.reason ?? 'failed');
      if (!error.reason) console.error(error);
      return;
    }
    this.#answers.set(name, { query: wish.query, tensors, key: wish.key });
    this.#on.changed();
  }
}
