// The chart inside <training-chart>: toolbar, drawing, crosshair.
import { chartModel } from './chart-model.js';
import { Crosshair } from './crosshair.js';
import { Format } from './format.js';
import { layout } from './layout.js';
import { Plot } from './plot.js';
import { RateMarks } from './rate-marks.js';
import { linearScale } from './scales.js';
import { set, svg, text } from './svg.js';
import { Toolbar } from './toolbar.js';

let made = 0;

export class ChartView {
  #words;
  #format;
  #reference;
  #beside;
  #toolbar;
  #host;
  #root;
  #axis;
  #loss;
  #accuracy;
  #rates;
  #cross;
  #note;

  /** @param setup { words, culture, reference, beside, redraw } */
  constructor(element, { words, culture, reference, beside, redraw }) {
    const id = `tc-${++made}`;
    this.#words = words;
    this.#format = new Format(culture);
    this.#reference = reference;
    this.#beside = beside;
    this.#toolbar = new Toolbar(words, redraw);
    this.#host = document.createElement('div');
    this.#host.className = 'tc-canvas';
    this.#host.setAttribute('aria-label', words.chart ?? '');
    this.#root = svg('svg', { class: 'tc-svg', 'aria-hidden': 'true', focusable: 'false' }, this.#host);
    this.#axis = svg('g', { class: 'tc-axis' }, this.#root);
    this.#loss = new Plot(this.#root, 'loss', `${id}-loss`);
    this.#accuracy = new Plot(this.#root, 'accuracy', `${id}-accuracy`);
    this.#rates = new RateMarks(this.#root, words.rate, culture);
    this.#note = svg('g', { class: 'tc-note' }, this.#root);
    this.#cross = new Crosshair(this.#host, this.#root, (result) => this.#describe(result));
    element.replaceChildren(this.#toolbar.element, this.#host);
  }

  draw(store, planned) {
    const width = this.#host.clientWidth;
    const height = this.#host.clientHeight;
    if (width === 0 || height === 0) return;
    const faint = !store.hasData && this.#reference.length > 0;
    const shown = faint ? { epochs: this.#reference, batches: [], running: [], state: null, settings: store.settings } : store;
    const place = layout(width, height);
    const { sum, log } = this.#toolbar;
    const model = chartModel(shown, { sum, log, epochs: planned, ticks: place.ticks, beside: this.#beside });
    const x = linearScale([0, model.xMax], [place.left, place.right]);
    set(this.#root, { viewBox: `0 0 ${width} ${height}`, width, height });
    this.#root.classList.toggle('tc-reference', faint);
    this.#drawAxis(model, place, x);
    this.#rates.draw(store, model.xMax, place, x);
    const words = this.#words;
    const format = this.#format;
    const common = { train: words.train, valid: words.valid };
    const lossY = this.#loss.draw(model.loss, place, place.loss, x, {
      ...common,
      title: sum ? words.lossSum : words.lossMean,
      tick: format.lossTick,
      value: format.shortLoss,
      // Sums over 858 and over 225 batches do not compare: shading between them would mean nothing.
      showGap: !sum,
    });
    const accuracyY = this.#accuracy.draw(model.accuracy, place, place.accuracy, x, {
      ...common, title: words.accuracy, tick: format.accuracyTick, value: format.shortAccuracy, showGap: true,
    });
    this.#drawNote(faint, place);
    this.#cross.update({
      epochs: shown.epochs,
      place,
      x,
      marks: (e) => this.#marks(e, x, [lossY, place.loss], [accuracyY, place.accuracy]),
    });
  }

  #marks(e, x, [lossY, lossArea], [accuracyY, accuracyArea]) {
    const kind = this.#toolbar.sum ? 'LossSum' : 'Loss';
    const mark = (name, y, area) => ({ name, cx: x(e.epoch + 1), cy: y, inside: y >= area.top - 3 && y <= area.bottom + 3 });
    return ['train', 'valid']
      .flatMap((set) => [
        mark(set, lossY(e[`${set}${kind}`]), lossArea),
        mark(set, accuracyY(e[`${set}Accuracy`]), accuracyArea),
      ])
      .filter((m) => m.inside);
  }

  #drawAxis(model, place, x) {
    this.#axis.replaceChildren();
    const { bottom } = place.accuracy;
    for (const tick of model.xTicks) {
      const at = Math.round(x(tick)) + 0.5;
      svg('line', { class: 'tc-stem', x1: at, x2: at, y1: bottom, y2: bottom + 5 }, this.#axis);
      text(this.#axis, 'tc-tick', at, bottom + 19, tick, { 'text-anchor': 'middle' });
    }
    text(this.#axis, 'tc-axis-title', (place.left + place.right) / 2, bottom + 37, this.#words.epochs, { 'text-anchor': 'middle' });
  }

  #drawNote(faint, place) {
    this.#note.replaceChildren();
    const notes = [faint && this.#words.reference, this.#beside.length > 0 && this.#words.beside].filter(Boolean);
    notes.forEach((words, i) => text(
      this.#note, 'tc-note-text', place.right, place.loss.title + (place.narrow ? 40 : 14) + 18 * i, words, { 'text-anchor': 'end' },
    ));
  }

  #describe(e) {
    const w = this.#words;
    const f = this.#format;
    const title = Format.fill(w.epoch, e.epoch + 1);
    const rows = [
      [w.tipMean, f.loss(e.trainLoss), f.loss(e.validLoss)],
      [w.tipSum, f.loss(e.trainLossSum), f.loss(e.validLossSum)],
      [w.accuracy, f.accuracy(e.trainAccuracy), f.accuracy(e.validAccuracy)],
    ];
    const sentence = Format.fill(w.sentence, e.epoch + 1, ...rows[0].slice(1), ...rows[2].slice(1));
    return { title, head: [w.train, w.valid], rows, sentence };
  }
}
