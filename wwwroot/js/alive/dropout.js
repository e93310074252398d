// Dropout: the real head asked 32 times with dropout on, each time with other units turned off.
import { attribute, h, say } from '../inside/dom.js';
import { MapGrid } from '../inside/map-grid.js';
import { strongestOf } from '../inside/maps.js';
import { LETTERS } from '../inside/view.js';
import { passesOf } from './passes.js';
import { cells, signedStrip } from './strips.js';
import { largest, total } from './sums.js';

const PASSES = 32;

export class Part {
  #view;
  #seed = 1;
  #pass = 0;

  constructor(view) {
    this.#view = view;
    const { words } = view;
    this.slider = h('input.al-epoch', { type: 'range', min: 0, max: PASSES - 1, step: 1, value: 0, oninput: () => { this.#pass = Number(this.slider.value); view.redraw(); } });
    this.passName = h('span.al-epoch-name');
    this.plain = h('p.al-value');
    this.grid = new MapGrid({ onOpen: () => {}, onPoint: (place, aloud) => { this.#read(place); if (aloud) view.speak(this.read.textContent); } });
    this.gridName = h('p.in-caption');
    this.read = h('p.in-read');
    this.says = h('p.al-value', { role: 'status' });
    this.bars = h('div.al-passes', { role: 'img' });
    this.mean = h('p.al-value');
    this.element = h('div.al-part', {}, this.plain,
      h('div.al-own', {}, h('label.al-own', {}, h('span', {}, words.of('Pass')), this.slider, this.passName),
        h('button.in-button', { type: 'button', onclick: () => { this.#seed++; view.changed(); } }, words.of('Again32'))),
      this.says, this.gridName, this.grid.element, this.read, h('p.in-caption', {}, words.of('Bars')), this.bars, this.mean);
  }

  want() {
    const { answers, net, photograph } = this.#view;
    this.element.hidden = !net.run;
    answers.want('dropout', net.run, { epoch: net.epoch, image: photograph.index, seed: this.#seed, passes: PASSES });
  }

  draw() {
    const { answers, net, palette, width, words } = this.#view;
    const look = net.run && answers.of('dropout')?.tensors;
    if (!look) return;
    const letters = LETTERS.length;
    const letter = largest(look.plain.data);
    const passes = passesOf(look.probabilities.data, letters, letter);
    const [, count] = look.kept.shape;
    const kept = look.kept.data.subarray(this.#pass * count, (this.#pass + 1) * count);
    const scale = 1 / (1 - net.headDropout);
    this.values = Float32Array.from(look.units.data, (value, at) => (kept[at] ? value * scale : 0));
    this.kept = kept;
    this.units = look.units.data;
    const name = LETTERS[letter].toUpperCase();
    say(this.plain, words.of('Plain', name, words.share(look.plain.data[letter])));
    say(this.passName, words.of('PassOf', this.#pass + 1, PASSES));
    attribute(this.slider, 'aria-valuetext', words.of('PassOf', this.#pass + 1, PASSES));
    const answer = passes.answers[this.#pass];
    say(this.says, words.of('Says', count - total(kept), count, LETTERS[answer].toUpperCase(), words.share(look.probabilities.data[this.#pass * letters + answer])));
    say(this.gridName, words.of('Units', words.number(scale, 3)));
    const columns = width < 480 ? 32 : 64;
    this.grid.name(words.of('GridKeys'));
    this.grid.place(cells(count, Math.floor(width / columns) - 1, 1, Math.floor(width / columns) * columns));
    this.grid.show(this.#strip(kept, palette), 1, palette, null);
    this.bars.replaceChildren(...passes.sure.map((sure, pass) => h('button.al-pass', {
      type: 'button', tabIndex: -1, style: `--p:${sure}`, title: words.of('PassSure', pass + 1, words.share(sure)),
      'data-is': `${pass === this.#pass ? 'here ' : ''}${passes.answers[pass] === letter ? 'same' : 'other'}`,
      onclick: () => { this.#pass = pass; this.slider.value = pass; this.#view.redraw(); },
    })));
    const same = passes.answers.filter((other) => other === letter).length;
    const mean = words.of('Mean', same, PASSES, name, words.share(passes.mean), words.share(passes.lowest), words.share(passes.highest));
    say(this.mean, mean);
    attribute(this.bars, 'aria-label', mean);
  }

  /** A unit that is turned off is crossed out by the line's colour: one that is merely 0 is the paper. */
  #strip(kept, palette) {
    const strip = signedStrip(this.values, 1, strongestOf(this.values), palette);
    const context = strip.getContext('2d');
    context.fillStyle = palette.tokens['line-strong'];
    kept.forEach((stays, at) => { if (!stays) context.fillRect(0, at, 1, 1); });
    return strip;
  }

  #read(place) {
    if (!this.kept) return;
    const { words } = this.#view;
    say(this.read, place === null ? words.of('Point')
      : words.of(this.kept[place] ? 'Stays' : 'Off', place + 1, words.number(this.units[place]), words.number(this.values[place])));
  }
}
