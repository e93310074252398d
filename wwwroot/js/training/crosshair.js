// Reading exact numbers: by mouse, touch and keyboard. One epoch is chosen at a time.
import { isOfComposition } from '../keys.js';
import { set, svg } from './svg.js';

export class Crosshair {
  #host;
  #line;
  #dots;
  #tip;
  #chosen = null;
  #view = null;

  /** @param describe (epoch's number) => { title, head, rows: [[name, train, valid]], sentence } */
  constructor(host, root, describe) {
    this.#host = host;
    this.describe = describe;
    const group = svg('g', { class: 'tc-cross' }, root);
    this.#line = svg('line', { class: 'tc-cross-line', visibility: 'hidden' }, group);
    this.#dots = svg('g', {}, group);
    this.#tip = document.createElement('div');
    this.#tip.className = 'tc-tip';
    this.#tip.hidden = true;
    // What it says is already in the slider's value text.
    this.#tip.setAttribute('aria-hidden', 'true');
    host.append(this.#tip);
    host.addEventListener('pointermove', (e) => this.#point(e));
    host.addEventListener('pointerdown', (e) => this.#point(e));
    host.addEventListener('pointerleave', (e) => { if (e.pointerType === 'mouse') this.choose(null); });
    host.addEventListener('keydown', (e) => this.#key(e));
    host.addEventListener('blur', () => this.choose(null));
  }

  /** After each drawing. @param view { epochs: their numbers in order, place, x, marks: (epoch) => [{ cx, cy, name }] } */
  update(view) {
    this.#view = view;
    const count = view.epochs.length;
    // A slider is what this is to a screen reader: one value, moved by the arrow keys, spoken as a sentence.
    if (count === 0) {
      set(this.#host, { role: 'img' });
      for (const name of ['tabindex', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext']) this.#host.removeAttribute(name);
    } else {
      const current = view.epochs.includes(this.#chosen) ? this.#chosen : view.epochs.at(-1);
      set(this.#host, {
        role: 'slider',
        tabindex: 0,
        'aria-valuemin': view.epochs[0] + 1,
        'aria-valuemax': view.epochs.at(-1) + 1,
        'aria-valuenow': current + 1,
        'aria-valuetext': this.describe(current).sentence,
      });
    }
    this.choose(this.#chosen);
  }

  choose(epoch) {
    const view = this.#view;
    const isThere = view?.epochs.includes(epoch) ?? false;
    this.#chosen = isThere ? epoch : null;
    this.#dots.replaceChildren();
    this.#line.setAttribute('visibility', isThere ? 'visible' : 'hidden');
    this.#tip.hidden = !isThere;
    if (!isThere) return;
    const at = view.x(epoch + 1);
    set(this.#line, { x1: at, x2: at, y1: view.place.loss.top, y2: view.place.accuracy.bottom });
    for (const mark of view.marks(epoch)) {
      svg('circle', { class: `tc-ring tc-${mark.name}`, r: 6, cx: mark.cx, cy: mark.cy }, this.#dots);
    }
    const told = this.describe(epoch);
    set(this.#host, { 'aria-valuenow': epoch + 1, 'aria-valuetext': told.sentence });
    this.#fillTip(told);
    const width = this.#tip.offsetWidth;
    const beside = at + 14 + width <= view.place.width ? at + 14 : at - 14 - width;
    this.#tip.style.transform = `translate(${Math.round(Math.max(0, beside))}px, ${view.place.loss.top + 6}px)`;
  }

  #fillTip({ title, head, rows }) {
    const cell = (tag, content, className = '') => {
      const element = document.createElement(tag);
      element.textContent = content;
      element.className = className;
      return element;
    };
    const table = document.createElement('table');
    const top = table.createTHead().insertRow();
    top.append(cell('td', title, 'tc-tip-title'), cell('td', head[0], 'tc-train'), cell('td', head[1], 'tc-valid'));
    const body = table.createTBody();
    for (const row of rows) body.insertRow().append(...row.map((content) => cell('td', content)));
    this.#tip.replaceChildren(table);
  }

  #point(event) {
    const view = this.#view;
    if (!view || view.epochs.length === 0) return;
    const at = event.clientX - this.#host.getBoundingClientRect().left;
    const nearest = view.epochs.reduce((best, e) =>
      Math.abs(view.x(e + 1) - at) < Math.abs(view.x(best + 1) - at) ? e : best);
    if (nearest !== this.#chosen) this.choose(nearest);
  }

  #key(event) {
    const epochs = this.#view?.epochs ?? [];
    if (epochs.length === 0 || isOfComposition(event)) return;
    if (event.key === 'Escape') {
      this.choose(null);
      return;
    }
    const last = epochs.length - 1;
    const at = epochs.indexOf(this.#chosen);
    const to = {
      ArrowRight: at < 0 ? last : at + 1, ArrowUp: at < 0 ? last : at + 1,
      ArrowLeft: at < 0 ? last : at - 1, ArrowDown: at < 0 ? last : at - 1,
      PageUp: at + 10, PageDown: at - 10, Home: 0, End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.choose(epochs[Math.min(last, Math.max(0, to))]);
  }
}
