// One net with one image in it: the image, the maps of every block, the units, the answers, each in its place.
import { Bars } from './bars.js';
import { Pixels, attribute, h, say, sized } from './dom.js';
import { layoutOf } from './layout.js';
import { MapGrid } from './map-grid.js';
import { blocksOf, countOf, paintBlock, paintGrey, paintSigned, rangeOf, sideOf } from './maps.js';

/** A unit that is this strong gets the full colour. */
const UNIT_SCALE = 3;

export class NetView {
  #words;
  #on;
  #title = h('p.in-net-title');
  #image = h('canvas', { role: 'img' });
  #verdict = h('p.in-verdict');
  #read = h('p.in-read', { 'aria-hidden': 'true' });
  #bars;
  #parts = [];
  #strips = [];
  #width = 0;
  #look = null;
  #view = null;
  #palette = null;

  /** @param on {map(layer, channel), unit(layer, unit), letter(letter), speak(text)} */
  constructor(words, on) {
    this.#words = words;
    this.#on = on;
    this.#bars = new Bars(words, on.letter);
    this.body = h('div.in-net-body');
    this.element = h('section.in-net', { hidden: true }, this.#title, this.body, this.#read);
  }

  /** @param title what is said above it where there are two; null for none */
  show(look, view, palette, title) {
    const isNew = this.#look === null || blocksOf(this.#look).length !== blocksOf(look).length;
    this.#look = look;
    this.#view = view;
    this.#palette = palette;
    this.element.hidden = false;
    this.#title.hidden = title === null;
    say(this.#title, title ?? '');
    if (isNew) this.#build();
    this.#draw();
  }

  hide() {
    this.element.hidden = true;
    this.#look = null;
  }

  resize(width) {
    if (width === this.#width) return;
    this.#width = width;
    if (this.#look) {
      this.#place();
      this.#draw();
    }
  }

  #build() {
    const look = this.#look;
    const blocks = blocksOf(look);
    const layers = blocks.length > 0 ? [['units', null]] : [['units1', 1], ['units2', 2]];
    this.#parts = [
      ...blocks.map((block) => ({ kind: 'block', block, count: countOf(look, block), grid: this.#grid((channel) => this.#on.map(block, channel), (channel, aloud) => this.#pointAtMap(block, channel, aloud)) })),
      ...layers.map(([name, layer]) => ({ kind: 'units', name, layer, count: look[name].shape[0], grid: this.#grid((unit) => this.#on.unit(layer, unit), (unit, aloud) => this.#pointAtUnit(name, layer, unit, aloud)) })),
    ];
    this.#strips = [];
    this.body.replaceChildren(
      h('div.in-part.in-part-image', {}, h('p.in-caption', {}, this.#words.of('Image'), h('span', {}, '28 × 28')), this.#image, this.#verdict),
      ...this.#parts.map((part) => {
        part.caption = h('p.in-caption');
        return h('div.in-part', {}, part.caption, part.grid.element);
      }),
      h('div.in-part.in-part-bars', {}, h('p.in-caption', {}, this.#words.of('Answer'), h('span', {}, '24')), this.#bars.element),
    );
    this.#place();
  }

  #grid(onOpen, onPoint) {
    return new MapGrid({ onOpen, onPoint });
  }

  #place() {
    const maps = this.#parts.filter((part) => part.kind === 'block').map((part) => part.count);
    const units = this.#parts.filter((part) => part.kind === 'units').map((part) => part.count);
    this.layout = layoutOf(this.#width, maps, units);
    attribute(this.element, 'data-layout', this.layout.isWide ? 'wide' : 'tall');
    const places = [...this.layout.blocks, ...this.layout.units];
    this.#parts.forEach((part, at) => part.grid.place(places[at]));
  }

  #draw() {
    const look = this.#look;
    const { stage, layer, channel, unit, letter } = this.#view;
    const words = this.#words;
    this.#drawImage();
    this.#parts.forEach((part, at) => {
      if (part.kind === 'block') {
        const side = sideOf(look, part.block, stage);
        const strip = this.#strip(at, side, side * part.count);
        paintBlock(strip.data, look, part.block, stage, this.#palette);
        part.grid.show(strip.done(), side, this.#palette, layer === part.block ? channel : null);
        part.caption.replaceChildren(words.of(`Block.${part.block}`), h('span', {}, `${part.count} × ${side} × ${side}`));
        part.grid.name(words.of(`BlockName.${part.block}`, part.count, side, words.of(`Stage.${stage}`)));
      } else {
        const { columns, rows } = this.layout.units[part.layer === 2 ? 1 : 0];
        const strip = this.#strip(at, columns, rows);
        paintSigned(strip.data, look[part.name].data, UNIT_SCALE, this.#palette);
        part.grid.show(strip.done(), 0, this.#palette, unit !== null && (part.layer ?? layer) === layer ? unit : null);
        part.caption.replaceChildren(words.of(part.layer === null ? 'Units' : 'UnitsOf', part.layer), h('span', {}, String(part.count)));
        part.grid.name(words.of('UnitsName', part.count));
      }
    });
    if (!this.#read.textContent) this.#tell('');
    this.#bars.show(look, letter);
    const answer = this.answer();
    say(this.#verdict, answer.text);
    attribute(this.#verdict, 'data-right', answer.isRight);
  }

  /** What the net says of the image, as a sentence. */
  answer() {
    const shares = this.#look.probabilities.data;
    const truth = this.#look.label.data[0];
    const first = shares.indexOf(Math.max(...shares));
    const isRight = first === truth;
    return {
      isRight,
      text: this.#words.of(isRight ? 'SaysRight' : 'SaysWrong', this.#words.letter(first), this.#words.share(shares[first]), this.#words.letter(truth)),
    };
  }

  #strip(at, width, height) {
    const strip = this.#strips[at];
    if (strip && strip.canvas.width === width && strip.canvas.height === height) return strip;
    this.#strips[at] = new Pixels(width, height);
    return this.#strips[at];
  }

  #drawImage() {
    const pixels = new Pixels(28, 28);
    paintGrey(pixels.data, this.#look.image.data);
    const side = this.layout.image;
    sized(this.#image, side, side).drawImage(pixels.done(), 0, 0, side, side);
    attribute(this.#image, 'aria-label', this.#words.of('ImageName', this.#words.letter(this.#look.label.data[0])));
  }

  #pointAtMap(block, channel, aloud) {
    if (channel === null) return this.#tell('');
    const [low, high] = rangeOf(this.#look, block, channel, this.#view.stage);
    this.#tell(this.#words.of('MapRange', channel + 1, this.#words.number(low), this.#words.number(high)), aloud);
  }

  #pointAtUnit(name, layer, unit, aloud) {
    if (unit === null) return this.#tell('');
    this.#tell(this.#words.of('UnitValue', unit + 1, this.#words.number(this.#look[name].data[unit])), aloud);
  }

  #tell(text, aloud = false) {
    say(this.#read, text || this.#words.of('Point'));
    if (aloud) this.#on.speak(text);
  }
}
