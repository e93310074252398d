// The photograph that all widgets of a page work on: one of the validation set, kept while one reads.
import { LETTERS } from '../inside/view.js';

const FIRST_LETTER = 'v';
const AHEAD = 12;
const KEY = 'asl-photograph';

/** Places of the images of a letter; of all without one. @param {Uint8Array} labels */
export function rowsOf(labels, letter) {
  const wanted = letter ? LETTERS.indexOf(letter) : null;
  return [...labels.keys()].filter((row) => wanted === null || labels[row] === wanted);
}

/** The place so many steps further in a list that goes round; from a place outside it the nearest one that follows. */
export function stepped(rows, row, by) {
  const at = rows.indexOf(row);
  if (at >= 0) return rows[(at + by + rows.length) % rows.length];
  const next = rows.findIndex((other) => other > row);
  return rows[next < 0 ? 0 : next];
}

/** So many rows from one on in a list that goes round, without repetition; the one alone where it is not in the list. */
export function ahead(rows, row, count = AHEAD) {
  const at = rows.indexOf(row);
  if (at < 0) return [row];
  return Array.from({ length: Math.min(count, rows.length) }, (_, step) => rows[(at + step) % rows.length]);
}

export class Photographs {
  #api;
  #storage;
  #listeners = new Set();
  #pixels = new Map();
  #starting = null;
  #asked = 0;
  #labels = null;
  #rows = [];

  /** What is shown: index, letter, pixels (784 from 0 to 255), or null before there is one. */
  current = null;
  /** The letter that is stepped through; empty for all. */
  letter = '';

  constructor(api, storage) {
    this.#api = api;
    this.#storage = storage;
  }

  get place() { return this.#rows.indexOf(this.current?.index); }
  get count() { return this.#rows.length; }

  watch(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Once for all; a failed start can be tried again. */
  start() {
    this.#starting ??= this.#start().catch((error) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  async #start() {
    this.digest = (await this.#api.data()).digest;
    this.#labels = await this.#api.labels('valid', this.digest);
    const kept = this.#kept();
    this.letter = kept?.letter ?? FIRST_LETTER;
    this.#rows = rowsOf(this.#labels, this.letter);
    if (this.#rows.length === 0) {
      this.letter = '';
      this.#rows = rowsOf(this.#labels, '');
    }
    await this.pick(this.#rows.includes(kept?.index) ? kept.index : this.#rows[0]);
  }

  /** @param letter empty for all */
  async choose(letter) {
    const rows = rowsOf(this.#labels, letter);
    if (rows.length === 0) return false;
    this.letter = letter;
    this.#rows = rows;
    await this.pick(rows.includes(this.current.index) ? this.current.index : rows[0]);
    return true;
  }

  step(by) { return this.pick(stepped(this.#rows, this.current.index, by)); }

  random(draw = Math.random) { return this.pick(this.#rows[Math.floor(draw() * this.#rows.length)]); }

  async pick(index) {
    const ask = ++this.#asked;
    const pixels = this.#pixels.get(index) ?? await this.#fetch(index);
    // A photograph that the reader has passed over is not shown.
    if (ask !== this.#asked) return;
    this.current = { index, letter: LETTERS[this.#labels[index]], pixels };
    this.#keep();
    for (const listener of this.#listeners) listener();
  }

  async #fetch(index) {
    const rows = ahead(this.#rows, index);
    const bytes = await this.#api.once(`api/data/valid/images?rows=${rows.join(',')}&data=${this.digest}`, async (answer) => new Uint8Array(await answer.arrayBuffer()));
    rows.forEach((row, at) => this.#pixels.set(row, bytes.subarray(at * 784, (at + 1) * 784)));
    return this.#pixels.get(index);
  }

  #kept() {
    try {
      const kept = JSON.parse(this.#storage?.getItem(KEY) ?? 'null');
      return kept?.digest === this.digest && (kept.letter === '' || LETTERS.includes(kept.letter)) ? kept : null;
    } catch {
      return null;
    }
  }

  #keep() {
    try {
      this.#storage?.setItem(KEY, JSON.stringify({ digest: this.digest, letter: this.letter, index: this.current.index }));
    } catch {
      // A browser that keeps nothing shows the first photograph again.
    }
  }
}
