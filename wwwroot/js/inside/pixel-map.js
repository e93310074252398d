// One map drawn large: a pixel of it can be pointed at by mouse, finger or arrow keys.
import { isOfComposition } from '../keys.js';
import { Pixels, attribute, h, outline, sized } from './dom.js';

export class PixelMap {
  #pixels = null;
  #side = 0;
  #size = 0;
  #palette = null;
  #boxes = [];
  #at = [0, 0];

  /** @param onPoint told [row, column], whether the reader means to stay there, and whether it is to be said */
  constructor(onPoint = null) {
    this.onPoint = onPoint;
    this.canvas = h('canvas');
    this.element = h('div.in-pixels', onPoint ? { role: 'application', tabIndex: 0 } : { role: 'img' }, this.canvas);
    if (!onPoint) return;
    const point = (event, stays) => {
      const box = this.canvas.getBoundingClientRect();
      const place = [event.clientY - box.top, event.clientX - box.left].map((v) => Math.floor(v / box.width * this.#side));
      if (place.every((v) => v >= 0 && v < this.#side)) onPoint(place, stays, false);
    };
    this.element.addEventListener('pointermove', (event) => point(event, false));
    this.element.addEventListener('click', (event) => point(event, true));
    this.element.addEventListener('pointerleave', () => onPoint(null, false, false));
    this.element.addEventListener('keydown', this.#press);
  }

  name(text) { attribute(this.element, 'aria-label', text); }

  /** @param paint fills the pixels @param size in CSS pixels @param texts what is written in each pixel; null for nothing */
  show(side, size, palette, paint, texts = null) {
    this.texts = texts;
    if (!this.#pixels || this.#side !== side) this.#pixels = new Pixels(side, side);
    this.#side = side;
    this.#size = size;
    this.#palette = palette;
    paint(this.#pixels.data);
    this.#pixels.done();
    this.#draw();
  }

  /** @param at [row, column] where the arrow keys begin @param boxes [row, column, rows, columns] that are outlined */
  mark(at, boxes) {
    this.#at = at;
    this.#boxes = boxes;
    this.#draw();
  }

  #draw() {
    if (!this.#pixels || this.#size <= 0) return;
    const context = sized(this.canvas, this.#size, this.#size);
    context.drawImage(this.#pixels.canvas, 0, 0, this.#size, this.#size);
    const pixel = this.#size / this.#side;
    if (this.texts) this.#write(context, pixel);
    context.save();
    context.beginPath();
    context.rect(0, 0, this.#size, this.#size);
    context.clip();
    for (const [row, column, rows, columns] of this.#boxes) {
      const [left, top] = [Math.max(2, column * pixel), Math.max(2, row * pixel)];
      outline(context, this.#palette, left, top,
        Math.min(this.#size - 2, (column + columns) * pixel) - left, Math.min(this.#size - 2, (row + rows) * pixel) - top);
    }
    context.restore();
  }

  #write(context, pixel) {
    const { tokens } = this.#palette;
    context.font = `${Math.min(14, pixel / 3.1)}px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    this.texts.forEach((text, at) => {
      // Black or white, whichever the pixel's brightness leaves readable.
      const [r, g, b] = new Uint8Array(this.#pixels.data.buffer, at * 4, 3);
      context.fillStyle = 0.299 * r + 0.587 * g + 0.114 * b > 140 ? '#1e2329' : '#ffffff';
      context.fillText(text, (at % this.#side + 0.5) * pixel, (Math.floor(at / this.#side) + 0.5) * pixel);
    });
  }

  #press = (event) => {
    if (isOfComposition(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const [row, column] = this.#at;
    const next = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      Home: [row, 0], End: [row, this.#side - 1],
    }[event.key];
    if (!next) return;
    event.preventDefault();
    if (next.every((v) => v >= 0 && v < this.#side)) this.onPoint(next, true, true);
  };
}
