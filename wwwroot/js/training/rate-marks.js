// Where a run's learning rate was changed, or is to be: a line across both plots, with the rate.
import { svg, text } from './svg.js';

/** What settings and events call steering: a list, or the list in what a page was made with. */
export const ratesOf = (steering) => (Array.isArray(steering) ? steering : steering?.rates ?? []);

/** @returns [{ x, rate }]; x in epochs, as the curves have it. Of a run without a batch the whole epochs are known. */
export function rateMarks(run) {
  const last = run.epochs?.at(-1);
  const batches = run.batches?.at(-1)?.batches ?? (last ? Math.round(last.trainLossSum / last.trainLoss) : 0);
  return ratesOf(run.settings?.steering).map((change) => ({
    x: change.epoch + (batches > 0 ? Math.min(1, change.batch / batches) : 0),
    rate: change.learningRate,
  }));
}

export class RateMarks {
  #group;
  #title;
  #number;

  /** @param title the words before the rate */
  constructor(root, title, culture) {
    this.#group = svg('g', { class: 'tc-rates' }, root);
    this.#title = title ?? '';
    this.#number = new Intl.NumberFormat(culture, { maximumSignificantDigits: 3 });
  }

  draw(run, xMax, place, x) {
    this.#group.replaceChildren();
    let free = -Infinity;
    for (const mark of rateMarks(run).filter((m) => m.x <= xMax)) {
      const at = Math.round(x(mark.x)) + 0.5;
      svg('line', { class: 'tc-rate', x1: at, x2: at, y1: place.loss.top, y2: place.accuracy.bottom }, this.#group);
      // Of changes that are close together the first has the words; the others are in the list beneath.
      if (at < free) continue;
      const label = text(this.#group, 'tc-rate-label', at + 4, place.loss.top + 11, `${this.#title} ${this.#number.format(mark.rate)}`.trim());
      const width = label.getComputedTextLength?.() ?? 60;
      if (at + 4 + width > place.right) label.setAttribute('x', Math.max(place.left, at - 4 - width));
      free = at + width + 12;
    }
  }
}
