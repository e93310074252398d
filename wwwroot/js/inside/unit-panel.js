// One unit of a dense layer: its weights in the places of what they are multiplied with, and which answers it argues for.
import { Pixels, attribute, h, say, sized } from './dom.js';
import { cellAt } from './layout.js';
import { blocksOf, paintGrey, paintSigned, strongestOf } from './maps.js';
import { strongest } from './arithmetic.js';
import { LETTERS } from './view.js';

const CHANNELS = 75;
const NAMED = 3;

export class UnitPanel {
  #words;

  /** @param on {step(by), close()} */
  constructor(words, on) {
    this.#words = words;
    this.title = h('h3.in-panel-title', { tabIndex: -1 });
    this.says = h('p.in-value');
    this.argues = h('p.in-note');
    this.pictures = [1, 2, 3].map(() => ({ name: h('p.in-caption'), canvas: h('canvas', { role: 'img' }) }));
    this.larges = this.pictures.map(({ name, canvas }) => h('div.in-large', {}, name, h('div.in-pixels', {}, canvas)));
    const step = (by, key, sign) => h('button.in-button.in-step', { type: 'button', 'aria-label': words.of(key), title: words.of(key), onclick: () => on.step(by) }, sign);
    this.element = h('section.in-panel', { hidden: true, 'aria-label': words.of('UnitPanel') },
      h('header.in-panel-head', {}, this.title, step(-1, 'PreviousUnit', '‹'), step(1, 'NextUnit', '›'),
        h('button.in-button.in-step', { type: 'button', 'aria-label': words.of('Close'), title: words.of('Close'), onclick: on.close }, '×')),
      h('div.in-larges.in-trio', {}, ...this.larges), this.says, this.argues);
  }

  /** @param whole the look at the net that the unit is in */
  show({ weights, bias, outgoing }, whole, view, palette) {
    const words = this.#words;
    this.element.hidden = false;
    const isCnn = blocksOf(whole).length > 0;
    const layer = isCnn ? null : view.layer;
    const inputs = isCnn ? null : layer === 2 ? whole.units1.data : Float32Array.from(whole.image.data, (grey) => grey / 255);
    const value = whole[layer === null ? 'units' : `units${layer}`].data[view.unit];
    say(this.title, words.of(layer === null ? 'UnitTitle' : 'UnitOfTitle', view.unit + 1, layer ?? 0));
    const strength = strongestOf(weights.data);
    this.#picture(0, words.of(isCnn ? 'WeightsMaps' : layer === 2 ? 'WeightsUnits' : 'WeightsPixels', weights.data.length), weights.data, isCnn, layer, (pixels) => paintSigned(pixels, weights.data, strength, palette));
    this.larges[1].hidden = this.larges[2].hidden = isCnn;
    if (inputs) {
      const products = weights.data.map((weight, at) => weight * inputs[at]);
      const paintInputs = layer === 2 ? (pixels) => paintSigned(pixels, inputs, 3, palette) : (pixels) => paintGrey(pixels, inputs, 1);
      this.#picture(1, words.of(layer === 2 ? 'UnitsOf' : 'Image', 1), inputs, false, layer, paintInputs);
      this.#picture(2, words.of('Products'), products, false, layer, (pixels) => paintSigned(pixels, products, strongestOf(products), palette));
      const sum = products.reduce((all, product) => all + product, 0);
      say(this.says, words.of('UnitSum', words.number(sum, 3), words.signed(bias.data[0], 3), words.number(value, 3)));
    } else {
      say(this.says, words.of('UnitBias', words.number(value, 3), words.signed(bias.data[0], 3)));
    }
    this.#sayArguments(outgoing.data);
  }

  hide() { this.element.hidden = true; }

  #sayArguments(outgoing) {
    const words = this.#words;
    this.argues.hidden = outgoing.length !== LETTERS.length;
    if (this.argues.hidden) return;
    const order = strongest(outgoing);
    const named = (sign) => order.filter((at) => Math.sign(outgoing[at]) === sign).slice(0, NAMED)
      .map((at) => `${words.letter(at)} ${words.signed(outgoing[at])}`).join(words.of('Comma'));
    say(this.argues, words.of('Argues', named(1) || '–', named(-1) || '–'));
  }

  #picture(at, name, values, isMaps, layer, paint) {
    const { name: caption, canvas } = this.pictures[at];
    say(caption, name);
    attribute(canvas, 'aria-label', name);
    const [columns, rows] = isMaps ? [0, 0] : layer === 2 ? [16, 32] : [28, 28];
    if (!isMaps) {
      const pixels = new Pixels(columns, rows);
      paint(pixels.data);
      const width = layer === 2 ? 128 : 224;
      sized(canvas, width, width * rows / columns).drawImage(pixels.done(), 0, 0, width, width * rows / columns);
      return;
    }
    // 75 small pictures, as the maps of the last block stand.
    const side = Math.round(Math.sqrt(values.length / CHANNELS));
    const pixels = new Pixels(side, side * CHANNELS);
    paint(pixels.data);
    pixels.done();
    const width = Math.min(440, this.element.clientWidth || 440);
    const gap = 4;
    const cell = (width - 14 * gap) / 15;
    const place = { columns: 15, cell, gapX: gap, gapY: gap };
    const context = sized(canvas, width, 5 * cell + 4 * gap);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const { x, y } = cellAt(place, channel);
      context.drawImage(pixels.canvas, 0, channel * side, side, side, x, y, cell, cell);
    }
  }
}
