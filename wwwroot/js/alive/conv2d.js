// Conv2d: kernels made by hand beside those that the reader's net has learned, on the photograph; of a deeper block what each
// map that is read adds to a number.
import { convolved, strongest, windowOf } from '../inside/arithmetic.js';
import { attribute, h, say } from '../inside/dom.js';
import { MapGrid } from '../inside/map-grid.js';
import { paintGrey, paintSigned, strongestOf } from '../inside/maps.js';
import { PixelMap } from '../inside/pixel-map.js';
import { Choice } from './choice.js';
import { HAND, NAMES, handLook } from './kernels.js';
import { cells, signedStrip } from './strips.js';

const SOURCES = 6;
const BLOCKS = [1, 2, 3];

export class Part {
  #view;
  #block = 1;
  /** A name of a kernel made by hand, or the place of a learned one. */
  #chosen = 'Upright';
  #at = null;
  #sources = [];

  constructor(view) {
    this.#view = view;
    const { words } = view;
    const grid = (choose) => new MapGrid({ onOpen: choose, onPoint: (place, aloud) => { if (aloud) view.speak(this.#nameOf(place, choose)); } });
    this.hand = grid((place) => this.#choose(NAMES[place]));
    this.own = grid((place) => this.#choose(place));
    this.ownName = h('p.in-caption');
    this.blocks = new Choice(words.of('Block'), BLOCKS.map((block) => [block, words.of(`Block.${block}`)]), 1, (block) => this.#toBlock(block));
    this.handPart = h('div', {}, h('p.in-caption', {}, words.of('Hand')), this.hand.element);
    this.ownPart = h('div.al-own-part', {}, this.blocks.element, this.ownName, this.own.element);
    this.map = new PixelMap(this.#point);
    this.mapName = h('p.in-caption');
    this.readsName = h('p.in-caption');
    this.reads = h('div.in-sources');
    this.lines = h('p.al-lines', { translate: false });
    this.value = h('p.al-value', { translate: false });
    this.element = h('div.al-part', {},
      h('div.al-kernels', {}, this.handPart, this.ownPart),
      h('div.al-work', {},
        h('div', {}, this.readsName, this.reads),
        h('div', {}, this.mapName, this.map.element, this.value)),
      this.lines);
  }

  get #isOwn() { return typeof this.#chosen === 'number'; }

  want() {
    const { answers, net, photograph } = this.#view;
    if (!net.run && this.#isOwn) {
      this.#chosen = 'Upright';
      this.#block = 1;
    }
    answers.want('kernels', net.run && this.#block === 1 ? net.run : null, { epoch: net.epoch, layer: 1 });
    answers.want('whole', net.run && this.#block > 1 ? net.run : null, { epoch: net.epoch, image: photograph.index });
    answers.want('map', this.#isOwn ? net.run : null, { epoch: net.epoch, image: photograph.index, layer: this.#block, channel: this.#chosen });
  }

  draw() {
    this.#drawKernels();
    const look = this.#isOwn ? this.#view.answers.of('map')?.tensors : handLook(this.#view.photograph.pixels, this.#chosen);
    if (look) this.#drawMap(look);
  }

  #choose(chosen) {
    this.#chosen = chosen;
    this.#view.changed();
  }

  #toBlock(block) {
    this.#block = block;
    // Kernels made by hand read an image: deeper down there is none.
    if (block > 1 && !this.#isOwn) this.#chosen = 0;
    this.#choose(this.#isOwn ? 0 : this.#chosen);
  }

  #nameOf(place, choose) {
    const { words } = this.#view;
    if (place === null) return '';
    return choose === this.hand.onOpen ? words.of(NAMES[place]) : words.of('MapOf', place + 1);
  }

  #drawKernels() {
    const { answers, net, palette, width, words } = this.#view;
    this.handPart.hidden = this.#block > 1;
    this.hand.name(words.of('HandKeys'));
    this.hand.place(cells(NAMES.length, 44, 6, width));
    this.hand.show(signedStrip(NAMES.flatMap((name) => HAND[name]), 3, 1, palette), 3, palette, this.#isOwn ? null : NAMES.indexOf(this.#chosen));
    this.ownPart.hidden = !net.run;
    if (!net.run) return;
    say(this.ownName, words.of(this.#block === 1 ? 'Learned' : 'LearnedMaps', words.epoch(net.epoch)));
    this.own.name(words.of(this.#block === 1 ? 'LearnedKeys' : 'MapsKeys'));
    const open = this.#isOwn ? this.#chosen : null;
    if (this.#block === 1) {
      const kernels = answers.of('kernels')?.tensors.kernels;
      if (!kernels) return;
      this.own.place(cells(kernels.shape[0], 32, 4, width));
      this.own.show(signedStrip(kernels.data, kernels.shape[3], strongestOf(kernels.data), palette), kernels.shape[3], palette, open);
      return;
    }
    const whole = answers.of('whole')?.tensors;
    const maps = whole?.[`conv${this.#block}`];
    if (!maps) return;
    const [count, side] = maps.shape;
    const ranges = whole[`conv${this.#block}.range`].data;
    const values = Float32Array.from(maps.data, (byte, at) => {
      const channel = Math.floor(at / side / side);
      return ranges[channel * 2] + byte / 255 * (ranges[channel * 2 + 1] - ranges[channel * 2]);
    });
    this.own.place(cells(count, 28, 3, width));
    this.own.show(signedStrip(values, side, strongestOf(values), palette), side, palette, open);
  }

  #place(look) {
    const side = look.conv.shape[1];
    if (this.#at?.every((place) => place < side)) return this.#at;
    // The strongest number but for the margin, where the padding makes an edge that is none of the hand's.
    const isInside = (at) => [Math.floor(at / side), at % side].every((place) => place > 0 && place < side - 1);
    const best = strongest(look.conv.data).find(isInside) ?? 0;
    return [Math.floor(best / side), best % side];
  }

  #point = (place, stays, aloud) => {
    if (!place) return;
    this.#at = place;
    this.#view.redraw();
    if (aloud) requestAnimationFrame(() => this.#view.speak(this.value.textContent));
  };

  #drawMap(look) {
    const { palette, width, words } = this.#view;
    const side = look.conv.shape[1];
    const strength = strongestOf(look.conv.data);
    const size = Math.min(252, width);
    const [row, column] = this.#place(look);
    const isImage = look.kernel.shape[0] === 1;
    const name = this.#isOwn ? words.of('MapOf', this.#chosen + 1) : words.of(this.#chosen);
    say(this.mapName, words.of('MapName', name, side));
    this.map.name(words.of('MapKeys', name));
    this.map.show(side, size, palette, (pixels) => paintSigned(pixels, look.conv.data, strength, palette));
    this.map.mark([row, column], [[row, column, 1, 1]]);
    const sum = convolved(look, row, column);
    this.#drawReads(look, sum, row, column);
    const number = (value) => words.number(value, 3);
    const term = (value) => (value < 0 ? ` − ${number(-value)}` : ` + ${number(value)}`);
    const bias = this.#isOwn ? `${term(sum.bias)}${words.of('Bias')}` : '';
    say(this.value, words.of('Value', row + 1, column + 1, words.number(sum.total, 3)));
    if (isImage) {
      const { kernel } = look;
      const k = kernel.shape[1];
      const rows = windowOf(look.inputs.data, 28, k, row, column);
      say(this.lines, rows.map((line, j) => line.map((pixel, i) => `${words.signed(kernel.data[j * k + i])}·${pixel === null ? '0' : words.number(pixel)}`).join(' ')).join('\n')
        + `\n= ${number(sum.sum)}${bias && `\n${number(sum.sum)}${bias} = ${number(sum.total)}`}`);
    } else {
      const named = strongest(sum.shares).slice(0, SOURCES);
      const rest = sum.sum - named.reduce((all, at) => all + sum.shares[at], 0);
      say(this.lines, `${named.map((at) => words.of('Adds', words.signed(sum.shares[at], 3), at + 1)).join(' ')}\n`
        + `${words.of('Others', words.signed(rest, 3), sum.shares.length - named.length)}\n= ${number(sum.sum)}\n${number(sum.sum)}${bias} = ${number(sum.total)}`);
    }
  }

  #drawReads(look, sum, row, column) {
    const { palette, words } = this.#view;
    const { inputs, kernel, strength } = look;
    const [count, k] = kernel.shape;
    const side = inputs.shape[1];
    say(this.readsName, count === 1 ? words.of('ReadsImage') : words.of('ReadsMaps', count));
    const shown = count === 1 ? [0] : strongest(strength.data).slice(0, SOURCES);
    if (this.#sources.length !== shown.length) {
      this.#sources = shown.map(() => this.#source());
      this.reads.replaceChildren(...this.#sources.map((source) => source.element));
      attribute(this.reads, 'data-one', count === 1);
    }
    const weights = strongestOf(kernel.data);
    const values = strongestOf(inputs.data);
    shown.forEach((input, at) => {
      const source = this.#sources[at];
      const map = inputs.data.subarray(input * side * side, (input + 1) * side * side);
      const slice = kernel.data.subarray(input * k * k, (input + 1) * k * k);
      source.map.show(side, count === 1 ? Math.min(252, this.#view.width) : 72, palette, (pixels) => (count === 1 ? paintGrey(pixels, map, 1) : paintSigned(pixels, map, values, palette)));
      source.map.mark([0, 0], [[row - 1, column - 1, k, k]]);
      source.map.name(count === 1 ? words.of('PhotographOf', this.#view.photograph.letter.toUpperCase()) : words.of('MapOf', input + 1));
      source.kernel.show(k, count === 1 ? 84 : 42, palette, (pixels) => paintSigned(pixels, slice, weights, palette));
      source.kernel.name(words.of('KernelName', Array.from(slice, (weight) => words.number(weight)).join(' ')));
      say(source.name, count === 1 ? words.of('Kernel') : words.of('MapOf', input + 1));
      say(source.share, count === 1 ? '' : words.signed(sum.shares[input], 3));
      attribute(source.share, 'data-sign', sum.shares[input] < 0 ? 'minus' : 'plus');
    });
  }

  #source() {
    const source = { map: new PixelMap(), kernel: new PixelMap(), name: h('span.in-source-name'), share: h('span.in-source-share', { translate: false }) };
    source.element = h('div.in-source', {}, source.map.element, h('div.in-source-side', {}, source.name, source.kernel.element, source.share));
    return source;
  }
}
