// The chart inside <training-chart>: toolbar, drawing, crosshair.
import { csvOf, pngOf, save, svgOf } from './chart-export.js';
import { chartModel } from './chart-model.js';
import { Crosshair } from './crosshair.js';
import { Format } from './format.js';
import { layout } from './layout.js';
import { Plot } from './plot.js';
import { RateMarks } from './rate-marks.js';
import { allEpochs, at, readingOf } from './reading.js';
import { linearScale } from './scales.js';
import { set, svg, text } from './svg.js';
import { Toolbar } from './toolbar.js';

let made = 0;

/** The key of the lesson's reference run: while there is nothing else it is the drawing, faintly. */
const REFERENCE = 'reference';

export class ChartView {
  #words;
  #format;
  #about;
  #toolbar;
  #host;
  #root;
  #axis;
  #loss;
  #accuracy;
  #rates;
  #cross;
  #note;
  #shown = { own: [], others: [] };

  /** @param setup { words, culture, about: { name, settings } of the run itself, redraw } */
  constructor(element, { words, culture, about, redraw }) {
    const id = `tc-${++made}`;
    this.#words = words;
    this.#format = new Format(culture);
    this.#about = about;
    this.#toolbar = new Toolbar(words, culture, redraw, (kind) => this.#save(kind));
    this.#host = document.createElement('div');
    this.#host.className = 'tc-canvas';
    this.#host.setAttribute('aria-label', words.chart ?? '');
    this.#root = svg('svg', { class: 'tc-svg', 'aria-hidden': 'true', focusable: 'false' }, this.#host);
    this.#axis = svg('g', { class: 'tc-axis' }, this.#root);
    this.#loss = new Plot(this.#root, 'loss', `${id}-loss`);
    this.#accuracy = new Plot(this.#root, 'accuracy', `${id}-accuracy`);
    this.#rates = new RateMarks(this.#root, words.rate, culture);
    this.#note = svg('g', { class: 'tc-note' }, this.#root);
    this.#cross = new Crosshair(this.#host, this.#root, (epoch) => readingOf(epoch, this.#shown, { sum: this.#toolbar.sum, words, format: this.#format }));
    element.replaceChildren(this.#toolbar.element, this.#host, this.#toolbar.foot);
  }

  /** @param curves the other runs: [{ key, badge, style, name, settings, clip, epochs }] */
  draw(store, planned, curves) {
    const width = this.#host.clientWidth;
    const height = this.#host.clientHeight;
    if (width === 0 || height === 0) return;
    const reference = store.hasData ? undefined : curves.find((curve) => curve.key === REFERENCE);
    const others = curves.filter((curve) => curve !== reference);
    const shown = reference ? { epochs: reference.epochs, batches: [], running: [], state: null, settings: store.settings } : store;
    this.#shown = { own: shown.epochs, others, reference };
    const place = layout(width, height);
    const { sum, log, smoothing, sets } = this.#toolbar;
    const model = chartModel(shown, { sum, log, smoothing, epochs: planned, ticks: place.ticks, others });
    const x = linearScale([0, model.xMax], [place.left, place.right]);
    set(this.#root, { viewBox: `0 0 ${width} ${height}`, width, height });
    this.#root.classList.toggle('tc-reference', Boolean(reference));
    this.#root.classList.toggle('is-smoothed', smoothing > 0);
    this.#drawAxis(model, place, x);
    this.#rates.draw(store, model.xMax, place, x);
    const words = this.#words;
    const format = this.#format;
    const common = { train: words.train, valid: words.valid, sets };
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
    this.#drawNote(reference, place);
    this.#cross.update({
      epochs: allEpochs(this.#shown).filter((epoch) => epoch < model.xMax),
      place,
      x,
      marks: (epoch) => this.#marks(epoch, x, [lossY, place.loss], [accuracyY, place.accuracy]),
    });
  }

  #marks(epoch, x, [lossY, lossArea], [accuracyY, accuracyArea]) {
    const kind = this.#toolbar.sum ? 'LossSum' : 'Loss';
    const mark = (name, y, area) => ({ name, cx: x(epoch + 1), cy: y, inside: y >= area.top - 3 && y <= area.bottom + 3 });
    const results = [this.#shown.own, ...this.#shown.others.map((other) => other.epochs)].map((epochs) => at(epochs, epoch)).filter(Boolean);
    return results
      .flatMap((e) => this.#toolbar.sets.flatMap((name) => [
        mark(name, lossY(e[`${name}${kind}`]), lossArea),
        mark(name, accuracyY(e[`${name}Accuracy`]), accuracyArea),
      ]))
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

  #drawNote(reference, place) {
    this.#note.replaceChildren();
    if (reference) {
      text(this.#note, 'tc-note-text', place.right, place.loss.title + (place.narrow ? 40 : 14), this.#words.reference, { 'text-anchor': 'end' });
    }
  }

  async #save(kind) {
    const { own, others, reference } = this.#shown;
    const runs = [{ badge: '', ...(reference ?? this.#about), epochs: own }, ...others].filter((run) => run.epochs.length > 0);
    const name = `training-${runs.length}.${kind}`;
    if (kind === 'csv') {
      // The mark at its beginning tells a table program that it is UTF-8.
      save(new Blob([`\ufeff${csvOf(runs)}`], { type: 'text/csv;charset=utf-8' }), name);
      return;
    }

    const captions = runs.map((run) => Format.fill(this.#words.caption, [run.badge, run.name].filter(Boolean).join(' '), run.settings));
    if (this.#toolbar.smoothing) captions.push(this.#toolbar.said);
    const drawing = svgOf(this.#root, this.#words.chart, captions);
    save(kind === 'svg' ? new Blob([drawing], { type: 'image/svg+xml' }) : await pngOf(drawing), name);
  }
}
