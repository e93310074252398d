// <conv-view>: the window under the pointer, or moved by the arrow keys, worked out without a word to the server.
import { isOfComposition } from '../keys.js';
import { fill, write } from './text.js';
import { outputSide, windowSum } from './window-sum.js';

/** Brighter than this, black figures are easier to read than white ones. */
const BRIGHT = 0.44;
/** What the input map leaves free around the image, and both maps are wide, in pixels of the image. */
const MARGIN = 2;
const WIDTH = 32;
/** A screen reader hears where one has arrived, not every step. */
const SAY_AFTER = 400;

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class ConvView extends HTMLElement {
  static observedAttributes = ['data-kernel', 'data-size', 'data-stride', 'data-padding'];

  /** Where the reader points; null: where the server put it. */
  #at = null;
  #pending = false;
  #say = 0;

  connectedCallback() {
    this.addEventListener('pointermove', this.#point);
    this.addEventListener('pointerdown', this.#point);
    this.addEventListener('keydown', this.#press);
  }

  disconnectedCallback() {
    clearTimeout(this.#say);
    this.removeEventListener('pointermove', this.#point);
    this.removeEventListener('pointerdown', this.#point);
    this.removeEventListener('keydown', this.#press);
  }

  attributeChangedCallback() {
    if (!this.#at || this.#pending) return;
    this.#pending = true;
    // Blazor changes the attributes first and what is inside them after: then it is this element's turn.
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#at) this.#show(...this.#at);
    });
  }

  get #settings() {
    const { pixels, side, kernel, size, stride, padding } = this.dataset;
    return {
      pixels: pixels.match(/../g).map((hex) => parseInt(hex, 16)),
      side: Number(side),
      weights: kernel.split(' ').map(Number),
      size: Number(size),
      stride: Number(stride),
      padding: Number(padding),
    };
  }

  #part = (name) => this.querySelector(`[data-cv="${name}"]`);

  #point = (event) => {
    const map = event.target.closest('[data-cv="input"], [data-cv="output"]');
    if (!map) return;
    const box = map.getBoundingClientRect();
    const settings = this.#settings;
    const [y, x] = [(event.clientY - box.top) / box.height * WIDTH, (event.clientX - box.left) / box.width * WIDTH];
    const place = map.dataset.cv === 'input'
      // The window whose middle is nearest to the pointer.
      ? (v) => Math.round((v - MARGIN + settings.padding - settings.size / 2) / settings.stride)
      : (v) => Math.floor(v - (WIDTH - outputSide(settings)) / 2);
    this.#show(place(y), place(x));
  };

  #press = (event) => {
    if (!event.target.matches('[data-cv="output"]') || isOfComposition(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const [row, column] = this.#at ?? [Number(this.dataset.row), Number(this.dataset.column)];
    const move = MOVES[event.key];
    if (move) this.#show(row + move[0], column + move[1], true);
    else if (event.key === 'Home') this.#show(row, 0, true);
    else if (event.key === 'End') this.#show(row, Infinity, true);
    else return;
    event.preventDefault();
  };

  #show(row, column, aloud = false) {
    const settings = this.#settings;
    const last = outputSide(settings) - 1;
    const [r, c] = [row, column].map((v) => Math.min(Math.max(v, 0), last));
    this.#at = [r, c];
    const sum = windowSum(settings, r, c);
    this.#place('window', c * settings.stride - settings.padding, r * settings.stride - settings.padding);
    this.#place('here', c, r);
    write(this.#part('place'), fill(this.dataset.place, r + 1, c + 1));
    write(this.#part('total'), sum.total);
    [...this.#part('rows').children].forEach((line, j) => write(line, sum.rows[j]));
    [...this.#part('patch').children].forEach((cell, k) => this.#paint(cell, sum.patch[k]));
    if (aloud) {
      clearTimeout(this.#say);
      this.#say = setTimeout(() => write(this.#part('says'), fill(this.dataset.says, r + 1, c + 1, sum.total)), SAY_AFTER);
    }
  }

  #place(name, x, y) {
    const rect = this.#part(name);
    rect.setAttribute('x', x);
    rect.setAttribute('y', y);
  }

  #paint(cell, pixel) {
    const value = (pixel ?? 0) / 255;
    write(cell, String(pixel ?? 0));
    cell.style.setProperty('--v', value);
    cell.className = pixel === null ? 'is-padding' : value > BRIGHT ? 'is-bright' : '';
  }
}
