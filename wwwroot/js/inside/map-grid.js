// Many small pictures in one canvas: the maps of a block or the units of a layer. One of them can be pointed at, by the
// mouse, a finger or the arrow keys; Enter opens it.
import { isOfComposition } from '../keys.js';
import { attribute, h, outline, sized } from './dom.js';
import { cellAt, hit, moved } from './layout.js';

export class MapGrid {
  #at = null;
  #cursor = null;
  #strip = null;
  #side = 0;
  #palette = null;
  #open = null;

  /**
   * @param name what a screen reader calls it
   * @param onOpen told the place that is chosen
   * @param onPoint told the place that is pointed at, null for none, and whether it is to be said
   */
  constructor({ onOpen, onPoint }) {
    this.onOpen = onOpen;
    this.onPoint = onPoint;
    this.canvas = h('canvas');
    this.element = h('div.in-grid', { role: 'application', tabIndex: 0 }, this.canvas);
    this.element.addEventListener('pointermove', (event) => this.#point(this.#placeOf(event)));
    this.element.addEventListener('pointerleave', () => this.#point(null));
    this.element.addEventListener('click', (event) => this.#choose(this.#placeOf(event)));
    this.element.addEventListener('focus', () => { if (this.element.matches(':focus-visible')) this.#point(this.#cursor ?? this.#open ?? 0, true); });
    this.element.addEventListener('blur', () => this.#point(null));
    this.element.addEventListener('keydown', this.#press);
  }

  place(at) {
    this.#at = at;
    attribute(this.element, 'style', `width: ${at.width}px; height: ${at.height}px`);
  }

  name(text) {
    attribute(this.element, 'aria-label', text);
  }

  /**
   * @param strip a canvas with all pictures, one below the other, or where side is 0 one pixel a place
   * @param open the place that is shown larger elsewhere; null for none
   */
  show(strip, side, palette, open) {
    this.#strip = strip;
    this.#side = side;
    this.#palette = palette;
    this.#open = open;
    this.#draw();
  }

  /** What is pointed at elsewhere stands out here too. */
  mark(place) {
    if (this.#cursor === place) return;
    this.#cursor = place;
    this.#draw();
  }

  #draw() {
    const at = this.#at;
    if (!at || !this.#strip) return;
    const context = sized(this.canvas, at.width, at.height);
    if (this.#side === 0) {
      context.drawImage(this.#strip, 0, 0, at.columns, at.rows, 0, 0, at.columns * at.cell, at.rows * at.cell);
    } else {
      for (let index = 0; index < at.count; index++) {
        const { x, y } = cellAt(at, index);
        context.drawImage(this.#strip, 0, index * this.#side, this.#side, this.#side, x, y, at.cell, at.cell);
      }
    }
    for (const index of new Set([this.#open, this.#cursor])) {
      if (index === null) continue;
      const { x, y } = cellAt(at, index);
      // Inside the canvas, or the outline of what stands at an edge would be cut.
      const [left, top] = [Math.max(x, 1), Math.max(y, 1)];
      outline(context, this.#palette, left + 1, top + 1, Math.min(x + at.cell, at.width - 1) - left - 2, Math.min(y + at.cell, at.height - 1) - top - 2);
    }
  }

  #placeOf(event) {
    const box = this.canvas.getBoundingClientRect();
    return this.#at && box.width ? hit(this.#at, (event.clientX - box.left) * this.#at.width / box.width, (event.clientY - box.top) * this.#at.height / box.height) : null;
  }

  #point(place, aloud = false) {
    if (place === this.#cursor && !aloud) return;
    this.mark(place);
    this.onPoint(place, aloud);
  }

  #choose(place) {
    if (place === null) return;
    this.onOpen(place);
  }

  #press = (event) => {
    if (isOfComposition(event) || event.ctrlKey || event.altKey || event.metaKey || !this.#at) return;
    if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#cursor ?? 0);
    else {
      const next = moved(this.#at, this.#cursor ?? 0, event.key);
      if (next === null) {
        if (!event.key.startsWith('Arrow')) return;
      } else this.#point(next, true);
    }
    event.preventDefault();
  };
}
