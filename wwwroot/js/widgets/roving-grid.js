// <roving-grid>: one cell of a grid can be tabbed to, arrow keys go on from there. The cell that is pointed at or
// focused shows, with its partners in the same widget (data-links, the names of what belongs together), and its
// sentence (data-says, or its aria-label) stands in the [data-readout] of the widget, or of the [data-grid] around a table.
import { isOfComposition } from '../keys.js';
import { write } from './text.js';

const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class RovingGrid extends HTMLElement {
  #changes = null;

  connectedCallback() {
    this.addEventListener('pointerover', this.#point);
    this.addEventListener('focusin', this.#point);
    this.addEventListener('keydown', this.#press);
    // After a resize the cell with the tab stop may be gone; after a change the sentence is an old one.
    this.#changes = new MutationObserver(() => {
      this.#stop();
      this.#read(this.querySelector('[data-here="self"]'));
    });
    this.#changes.observe(this, { childList: true, subtree: true, attributeFilter: ['data-says', 'aria-label'] });
  }

  disconnectedCallback() {
    this.#changes.disconnect();
    this.removeEventListener('pointerover', this.#point);
    this.removeEventListener('focusin', this.#point);
    this.removeEventListener('keydown', this.#press);
  }

  get #around() {
    return this.closest('.widget, [data-grid]');
  }

  get #rows() {
    return [...this.querySelectorAll('[role="row"]')].map((row) => [...row.querySelectorAll('[role="gridcell"]')]).filter((row) => row.length);
  }

  #stop(cell = this.querySelector('[role="gridcell"][tabindex="0"]') ?? this.querySelector('[role="gridcell"]')) {
    for (const other of this.querySelectorAll('[role="gridcell"][tabindex="0"]')) if (other !== cell) other.tabIndex = -1;
    if (cell && cell.tabIndex !== 0) cell.tabIndex = 0;
  }

  #point = (event) => {
    const cell = event.target.closest('[role="gridcell"]');
    if (!cell) return;
    if (event.type === 'focusin') this.#stop(cell);
    const widget = this.#around;
    for (const other of widget.querySelectorAll('[data-here]')) delete other.dataset.here;
    cell.dataset.here = 'self';
    for (const name of cell.dataset.links?.split(' ') ?? []) {
      for (const other of widget.querySelectorAll(`[data-links~="${name}"]`)) other.dataset.here ??= 'partner';
    }
    this.#read(cell);
  };

  #read(cell) {
    if (cell) write(this.#around.querySelector('[data-readout]'), cell.dataset.says ?? cell.ariaLabel ?? '');
  }

  #press = (event) => {
    const cell = event.target.closest('[role="gridcell"]');
    if (!cell || isOfComposition(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = this.#rows;
    const row = rows.findIndex((cells) => cells.includes(cell));
    const column = rows[row].indexOf(cell);
    let next;
    if (step[event.key]) next = rows[row + step[event.key][0]]?.[column + step[event.key][1]];
    else if (event.key === 'Home') next = rows[row][0];
    else if (event.key === 'End') next = rows[row].at(-1);
    else return;
    event.preventDefault();
    next?.focus();
  };
}
