// BatchNorm2d: the numbers of one channel over 256 photographs, before the layer and after it.
import { attribute, h, say, sized } from '../inside/dom.js';
import { Choice } from './choice.js';

const CHANNELS = { 1: 25, 2: 50, 3: 75 };
const HEIGHT = 110;

/** The range that holds both, with zero in it, so that one axis serves them. */
export const axisOf = (before, after) => [Math.min(before[0], after[0], 0), Math.max(before[1], after[1], 0)];

export class Part {
  #view;
  #block = 1;
  #channel = 0;

  constructor(view) {
    this.#view = view;
    const { words } = view;
    this.blocks = new Choice(words.of('Block'), [1, 2, 3].map((block) => [block, words.of(`Block.${block}`)]), 1, (block) => {
      this.#block = block;
      this.#channel = Math.min(this.#channel, CHANNELS[block] - 1);
      view.changed();
    });
    this.slider = h('input.al-epoch', { type: 'range', min: 0, step: 1, value: 0, oninput: () => { this.#channel = Number(this.slider.value); view.changed(); } });
    this.channelName = h('span.al-epoch-name');
    this.before = this.#histogram();
    this.after = this.#histogram();
    this.rows = h('tbody', { translate: false });
    this.line = h('p.al-lines', { translate: false });
    this.verdict = h('p.al-changes');
    this.element = h('div.al-part', {}, this.blocks.element,
      h('label.al-own', {}, h('span', {}, words.of('Channel')), this.slider, this.channelName),
      this.before.element, this.after.element,
      h('table.w-table', {}, h('thead', {}, h('tr', {}, h('td'), h('th', { scope: 'col' }, words.of('MeanHead')), h('th', { scope: 'col' }, words.of('Variance')))), this.rows),
      this.line, this.verdict);
  }

  want() {
    const { answers, net } = this.#view;
    this.element.hidden = !net.run;
    answers.want('channel', net.run, { epoch: net.epoch, layer: this.#block, channel: this.#channel });
  }

  draw() {
    const { answers, net, words } = this.#view;
    attribute(this.slider, 'max', CHANNELS[this.#block] - 1);
    if (this.slider.value !== String(this.#channel)) this.slider.value = this.#channel;
    attribute(this.slider, 'aria-valuetext', words.of('MapOf', this.#channel + 1));
    const answer = net.run && answers.of('channel');
    if (!answer) return;
    const look = answer.tensors;
    say(this.channelName, words.of('MapOf', answer.query.channel + 1));
    const axis = axisOf(look['before.range'].data, look['after.range'].data);
    const most = Math.max(...look.before.data, ...look.after.data);
    const [mean, variance, runningMean, runningVariance, gamma, beta] = look.statistics.data;
    const n = (value) => words.number(value, 3);
    const scale = gamma / Math.sqrt(runningVariance + 1e-5);
    const [meanAfter, varianceAfter] = [(mean - runningMean) * scale + beta, variance * scale * scale];
    this.#bars(this.before, 'Before', look.before.data, look['before.range'].data, axis, most, mean, variance);
    this.#bars(this.after, 'After', look.after.data, look['after.range'].data, axis, most, meanAfter, varianceAfter);
    const row = (key, ...values) => h('tr', {}, h('th', { scope: 'row' }, words.of(key)), ...values.map((value) => h('td', {}, n(value))));
    this.rows.replaceChildren(row('These', mean, variance), row('Running', runningMean, runningVariance), row('AfterRow', meanAfter, varianceAfter));
    const minus = (value) => (value < 0 ? `+ ${n(-value)}` : `− ${n(value)}`);
    say(this.line, `(x ${minus(runningMean)}) ÷ √(${n(runningVariance)} + 0.00001) × ${n(gamma)} ${beta < 0 ? '−' : '+'} ${n(Math.abs(beta))}`);
    say(this.verdict, words.of('Verdict', n(meanAfter), n(Math.sqrt(varianceAfter)), n(beta), n(gamma)));
  }

  #histogram() {
    const parts = { canvas: h('canvas'), name: h('p.in-caption') };
    parts.box = h('div.al-histogram', { role: 'img' }, parts.canvas);
    parts.element = h('div', {}, parts.name, parts.box);
    return parts;
  }

  #bars(parts, key, counts, [min, max], [from, to], most, mean, variance) {
    const { palette, words } = this.#view;
    const width = Math.min(640, this.#view.width);
    say(parts.name, words.of(key));
    attribute(parts.box, 'aria-label', words.of('HistogramName', words.of(key), words.number(min), words.number(max), words.number(mean), words.number(Math.sqrt(variance))));
    const context = sized(parts.canvas, width, HEIGHT);
    const floor = HEIGHT - 18;
    const x = (value) => 8 + (value - from) / (to - from || 1) * (width - 16);
    const step = (max - min) / counts.length;
    counts.forEach((count, at) => {
      const left = min + at * step;
      context.fillStyle = left + step / 2 < 0 ? palette.tokens.negative : palette.tokens.positive;
      // A bar of few is still seen: the root keeps the one of the many zeros of the background from hiding all others.
      const height = Math.sqrt(count / most) * (floor - 4);
      context.fillRect(x(left), floor - height, Math.max(1, x(left + step) - x(left) - 0.5), height);
    });
    context.fillStyle = palette.tokens['line-strong'];
    context.fillRect(0, floor, width, 1);
    context.fillStyle = palette.tokens.ink;
    context.fillRect(x(mean) - 1, 0, 2, floor);
    context.font = '12px system-ui, sans-serif';
    context.fillStyle = palette.tokens.muted;
    for (const [value, align] of [[from, 'left'], [0, 'center'], [to, 'right']]) {
      if (value === 0 && (x(0) < 50 || x(0) > width - 50) && from !== 0 && to !== 0) continue;
      context.textAlign = align;
      context.fillText(words.number(value, value === 0 ? 0 : 1), align === 'left' ? 2 : align === 'right' ? width - 2 : x(value), HEIGHT - 4);
    }
  }
}
