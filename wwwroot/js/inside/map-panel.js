// One map, enlarged: its kernel, the window that made the number that is pointed at, and how that came about.
import { convolved, normalised, pooled, strongest, windowOf } from './arithmetic.js';
import { attribute, h, say } from './dom.js';
import { NORMAL_SCALE, paintGrey, paintSigned, strongestOf } from './maps.js';
import { PixelMap } from './pixel-map.js';
import { SumLines } from './sum-lines.js';

const FIRST = 6;

export class MapPanel {
  #words;
  #on;
  #look = null;
  #other = null;
  #view = null;
  #palette = null;
  #hover = null;
  #wantsAll = false;
  #sources = [];

  /** @param on {at(place), step(by), close(), speak(text)} */
  constructor(words, on) {
    this.#words = words;
    this.#on = on;
    this.title = h('h3.in-panel-title', { tabIndex: -1 });
    this.map = new PixelMap(this.#point);
    this.second = new PixelMap();
    this.secondName = h('p.in-caption');
    this.mapName = h('p.in-caption');
    this.value = h('p.in-value');
    this.sums = new SumLines(words);
    this.sourcesName = h('p.in-caption');
    this.sourcesList = h('div.in-sources');
    this.window = new PixelMap();
    this.all = h('button.in-button', { type: 'button', onclick: () => { this.#wantsAll = !this.#wantsAll; this.#draw(); } });
    const step = (by, key, sign) => h('button.in-button.in-step', { type: 'button', 'aria-label': words.of(key), title: words.of(key), onclick: () => on.step(by) }, sign);
    this.secondPart = h('div.in-large', {}, this.secondName, this.second.element);
    this.element = h('section.in-panel', { hidden: true, 'aria-label': words.of('MapPanel') },
      h('header.in-panel-head', {}, this.title, step(-1, 'PreviousMap', '‹'), step(1, 'NextMap', '›'),
        h('button.in-button.in-step', { type: 'button', 'aria-label': words.of('Close'), title: words.of('Close'), onclick: on.close }, '×')),
      this.work = h('div.in-work', {},
        h('div.in-larges', {}, h('div.in-large', {}, this.mapName, this.map.element), this.secondPart, this.value),
        h('div.in-reads', {}, this.sourcesName, this.sourcesList, h('div.in-window', {}, h('p.in-source-name', {}, words.of('Window')), this.window.element), this.all)),
      this.sums.element);
  }

  /** @param other the answer of the net beside it; null where there is none */
  show(look, other, view, palette, otherTitle) {
    if (this.#view?.layer !== view.layer) this.#wantsAll = false;
    this.#look = look;
    this.#other = other;
    this.#view = view;
    this.#palette = palette;
    this.element.hidden = false;
    say(this.secondName, otherTitle ?? '');
    this.#draw();
  }

  hide() {
    this.element.hidden = true;
    this.#look = null;
  }

  get at() {
    const { norm } = this.#look;
    const side = norm.shape[1];
    const place = this.#hover ?? this.#view.at;
    if (place && place.every((v) => v < side)) return place;
    // Where this map is strongest there is most to be seen.
    let best = 0;
    norm.data.forEach((value, at) => { if (value > norm.data[best]) best = at; });
    return [Math.floor(best / side), best % side];
  }

  #point = (place, stays, aloud) => {
    this.#hover = stays ? null : place;
    if (stays) {
      this.#view = { ...this.#view, at: place };
      this.#on.at(place);
    }
    this.#mark();
    if (aloud) this.#on.speak(this.value.textContent);
  };

  #draw() {
    const words = this.#words;
    const { layer, channel, stage } = this.#view;
    const look = this.#look;
    const size = Math.min(280, this.element.clientWidth || 280);
    say(this.title, words.of(`MapTitle.${layer}`, channel + 1));
    this.#large(this.map, look, size);
    say(this.mapName, words.of(`Stage.${stage}`));
    this.map.name(words.of('MapName', look[stage].shape[1]));
    this.secondPart.hidden = this.#other === null;
    attribute(this.work, 'data-beside', this.#other !== null);
    if (this.#other) this.#large(this.second, this.#other, size);
    this.#drawSources();
    this.#mark();
  }

  #large(map, look, size) {
    const { stage } = this.#view;
    const tensor = look[stage];
    const scale = stage === 'conv' ? strongestOf(tensor.data) : NORMAL_SCALE;
    map.show(tensor.shape[1], size, this.#palette, (pixels) => paintSigned(pixels, tensor.data, scale, this.#palette));
  }

  #drawSources() {
    const words = this.#words;
    const { kernel, inputs, strength } = this.#look;
    const count = kernel.shape[0];
    const order = strongest(strength.data);
    const shown = count === 1 ? [0] : order.slice(0, this.#wantsAll ? count : FIRST);
    say(this.sourcesName, words.of(count === 1 ? 'ReadsImage' : 'ReadsMaps', count));
    this.all.hidden = count <= FIRST;
    say(this.all, words.of(this.#wantsAll ? 'Fewer' : 'AllMaps', count));
    while (this.#sources.length < shown.length) this.#sources.push(this.#source());
    this.#sources.length = shown.length;
    attribute(this.sourcesList, 'data-one', count === 1);
    this.sourcesList.replaceChildren(...this.#sources.map((source) => source.element));
    const side = inputs.shape[1];
    const k = kernel.shape[1];
    const weights = strongestOf(kernel.data);
    const values = strongestOf(inputs.data);
    shown.forEach((input, at) => {
      const source = this.#sources[at];
      source.input = input;
      const map = inputs.data.subarray(input * side * side, (input + 1) * side * side);
      const kernelOf = kernel.data.subarray(input * k * k, (input + 1) * k * k);
      source.map.show(side, count === 1 ? 224 : 84, this.#palette, (pixels) => (count === 1 ? paintGrey(pixels, map, 1) : paintSigned(pixels, map, values, this.#palette)));
      source.kernel.show(k, count === 1 ? 132 : 54, this.#palette, (pixels) => paintSigned(pixels, kernelOf, weights, this.#palette),
        count === 1 && k <= 5 ? Array.from(kernelOf, (weight) => words.number(weight)) : null);
      source.map.name(count === 1 ? words.of('Image') : words.of('Reads', input + 1));
      source.kernel.name(words.of('KernelName', k, Array.from(kernelOf, (weight) => words.number(weight)).join(' ')));
      say(source.name, count === 1 ? words.of('Kernel', k) : words.of('MapShort', input + 1));
    });
  }

  /** What lies under the kernel, with its numbers: nothing in the padding. */
  #drawWindow(values, k) {
    const words = this.#words;
    this.window.show(k, 132, this.#palette, (pixels) => paintGrey(pixels, values.map((value) => value ?? 0), 1),
      k <= 5 ? values.map((value) => (value === null ? '0' : words.number(value))) : null);
    this.window.name(words.of('Window'));
  }

  #source() {
    const source = { map: new PixelMap(), kernel: new PixelMap(), name: h('span.in-source-name'), share: h('span.in-source-share'), input: 0 };
    source.element = h('div.in-source', {}, source.map.element, h('div.in-source-side', {}, source.name, source.kernel.element, source.share));
    return source;
  }

  /** Everything that follows the pointer. */
  #mark() {
    const words = this.#words;
    const look = this.#look;
    const { stage } = this.#view;
    const [row, column] = this.at;
    const k = look.kernel.shape[1];
    const box = stage === 'pool' ? [Math.floor(row / 2), Math.floor(column / 2), 1, 1] : [row, column, 1, 1];
    this.map.mark(stage === 'pool' ? box.slice(0, 2) : [row, column], [box]);
    if (this.#other) this.second.mark([row, column], [box]);
    const sum = convolved(look, row, column);
    const norm = normalised(look.batchnorm, sum.total);
    const side = look.norm.shape[1];
    const pool = pooled(look.norm, row, column);
    this.window.element.parentElement.hidden = look.kernel.shape[0] > 1;
    for (const source of this.#sources) {
      source.map.mark([0, 0], [[row - 1, column - 1, k, k]]);
      say(source.share, look.kernel.shape[0] === 1 ? '' : words.signed(sum.shares[source.input]));
      attribute(source.share, 'data-sign', sum.shares[source.input] < 0 ? 'minus' : 'plus');
    }
    const of = (tensors) => (stage === 'conv' ? tensors.conv.data[row * side + column] : stage === 'norm' ? tensors.norm.data[row * side + column]
      : tensors.pool.data[box[0] * tensors.pool.shape[1] + box[1]] ?? 0);
    say(this.value, words.notes(
      words.of('PixelValue', box[0] + 1, box[1] + 1, words.number(of(look), 3)),
      this.#other ? words.of('BesideValue', words.number(of(this.#other), 3)) : null));
    const rows = look.kernel.shape[0] === 1 ? windowOf(look.inputs.data, look.inputs.shape[1], k, row, column) : null;
    if (rows) this.#drawWindow(rows.flat(), k);
    this.sums.show({
      sum, norm, pool, rows,
      kernel: look.kernel, batchnorm: look.batchnorm, order: strongest(sum.shares),
    });
  }
}
