// Linear: the features of the photograph that speak for a letter and against it, largest first, and where one of them comes from.
import { strongest } from '../inside/arithmetic.js';
import { attribute, h, say } from '../inside/dom.js';
import { MapGrid } from '../inside/map-grid.js';
import { paintSigned, strongestOf } from '../inside/maps.js';
import { PixelMap } from '../inside/pixel-map.js';
import { LETTERS } from '../inside/view.js';
import { flattened, largest, perMap, products, total } from './sums.js';
import { cells, signedStrip } from './strips.js';

const NAMED = 8;
const MAPS = 5;

export class Part {
  #view;
  /** Null: the letter that the net answers. */
  #letter = null;
  #unit = null;

  constructor(view) {
    this.#view = view;
    const { words } = view;
    this.letter = h('select.in-select', { 'aria-label': words.of('Which'), onchange: () => { this.#letter = this.letter.value || null; view.changed(); } },
      h('option', { value: '' }, words.of('Answer')), ...[...LETTERS].map((letter) => h('option', { value: letter }, letter.toUpperCase())));
    this.says = h('p.al-value');
    this.grid = new MapGrid({
      onOpen: (place) => this.#open(place),
      onPoint: (place, aloud) => { this.#read(place); if (aloud) view.speak(this.read.textContent); },
    });
    this.gridName = h('p.in-caption');
    this.read = h('p.in-read');
    this.rows = h('tbody', { translate: false });
    this.sum = h('p.al-lines', { translate: false });
    this.unitName = h('p.in-caption');
    this.maps = h('div.al-maps');
    this.unitPart = h('div', {}, this.unitName, this.maps);
    const head = (key) => h('th', { scope: 'col' }, words.of(key));
    this.element = h('div.al-part', {},
      h('label.al-own', {}, h('span', {}, words.of('Which')), this.letter), this.says,
      h('table.w-table.al-table', {}, h('thead', {}, h('tr', {}, head('Unit'), head('Feature'), head('Weight'), head('Product'))), this.rows),
      this.sum, this.gridName, this.grid.element, this.read, this.unitPart);
  }

  get #answered() {
    const whole = this.#view.answers.of('whole')?.tensors;
    return whole ? LETTERS[largest(whole.logits.data)] : null;
  }

  want() {
    const { answers, net, photograph } = this.#view;
    this.element.hidden = !net.run;
    answers.want('whole', net.run, { epoch: net.epoch, image: photograph.index });
    const letter = this.#letter ?? this.#answered;
    answers.want('letter', letter && net.run, { epoch: net.epoch, letter: letter?.toUpperCase() });
    answers.want('unit', this.#unit === null ? null : net.run, { epoch: net.epoch, layer: 1, unit: this.#unit });
  }

  draw() {
    const { answers, net, palette, photograph, width, words } = this.#view;
    if (!net.run) return;
    // Which letter the net answers is known once it has answered.
    this.want();
    const whole = answers.of('whole')?.tensors;
    const row = answers.of('letter');
    if (!whole || !row) return;
    const { weights, bias } = row.tensors;
    this.parts = products(whole.units.data, weights.data);
    this.units = whole.units.data;
    this.weights = weights.data;
    const name = row.query.letter;
    const at = LETTERS.indexOf(name.toLowerCase());
    say(this.says, words.of(this.#answered === photograph.letter ? 'Right' : 'Wrong', this.#answered.toUpperCase(), words.share(whole.probabilities.data[LETTERS.indexOf(this.#answered)]), photograph.letter.toUpperCase()));
    const order = strongest(this.parts);
    const named = order.slice(0, NAMED);
    const most = Math.abs(this.parts[named[0]]) || 1;
    this.rows.replaceChildren(...named.map((unit) => h('tr', {},
      h('th', { scope: 'row' }, h('button.al-link', { type: 'button', onclick: () => this.#open(unit), 'aria-pressed': String(this.#unit === unit) }, words.of('UnitOf', unit + 1))),
      h('td', {}, words.number(this.units[unit])), h('td', {}, words.signed(this.weights[unit], 3)),
      h('td', {}, h(`span.ln-bar.${this.parts[unit] < 0 ? 'is-minus' : 'is-plus'}`, { 'aria-hidden': 'true', style: `--s:${Math.abs(this.parts[unit]) / most}` }), h('span.ln-product', {}, words.signed(this.parts[unit]))))));
    const rest = total(this.parts) - named.reduce((sum, unit) => sum + this.parts[unit], 0);
    say(this.sum, words.of('Sum', named.map((unit) => words.signed(this.parts[unit])).join(' '), words.signed(rest), order.length - NAMED, words.signed(bias.data[0]), name, words.number(whole.logits.data[at])));
    const columns = width < 480 ? 32 : 64;
    say(this.gridName, words.of('All512', name));
    this.grid.name(words.of('GridKeys'));
    this.grid.place(cells(512, Math.floor(width / columns) - 1, 1, Math.floor(width / columns) * columns));
    this.grid.show(signedStrip(this.parts, 1, most, palette), 1, palette, this.#unit);
    this.#drawUnit(whole);
  }

  #open(unit) {
    if (unit === null) return;
    this.#unit = unit;
    this.#view.changed();
  }

  #read(place) {
    if (!this.parts) return;
    const { words } = this.#view;
    say(this.read, place === null ? words.of('Point')
      : words.of('Reads', place + 1, words.number(this.units[place]), words.signed(this.weights[place], 3), words.signed(this.parts[place], 3)));
  }

  #drawUnit(whole) {
    const { answers, palette, words } = this.#view;
    const unit = answers.of('unit');
    this.unitPart.hidden = !unit || this.#unit === null;
    if (!unit || this.#unit === null) return;
    const [, side] = whole.pool3.shape;
    const size = side * side;
    const features = flattened(whole);
    const parts = products(features, unit.tensors.weights.data);
    const maps = perMap(parts, size);
    const sum = total(parts) + unit.tensors.bias.data[0];
    say(this.unitName, words.of('UnitName', unit.query.unit + 1, words.number(sum), words.number(Math.max(0, sum))));
    const strength = strongestOf(parts);
    this.maps.replaceChildren(...strongest(maps).slice(0, MAPS).map((map) => {
      const picture = new PixelMap();
      picture.show(side, 60, palette, (pixels) => paintSigned(pixels, parts.subarray(map * size, (map + 1) * size), strength, palette));
      picture.name(words.of('MapOf', map + 1));
      const share = h('span.in-source-share', { translate: false }, words.signed(maps[map]));
      attribute(share, 'data-sign', maps[map] < 0 ? 'minus' : 'plus');
      return h('div.al-map', {}, h('span.in-source-name', {}, words.of('MapOf', map + 1)), picture.element, share);
    }));
  }
}
