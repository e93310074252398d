// Flatten: the maps that the photograph has become, and the row of numbers that the head reads.
import { h, say } from '../inside/dom.js';
import { MapGrid } from '../inside/map-grid.js';
import { strongestOf } from '../inside/maps.js';
import { flattened } from './sums.js';
import { cells, signedStrip } from './strips.js';

export class Part {
  #view;
  #at = 0;

  constructor(view) {
    this.#view = view;
    const grid = (toPlace) => new MapGrid({
      onOpen: (place) => this.#point(toPlace(place), true),
      onPoint: (place, aloud) => { if (place !== null) this.#point(toPlace(place), aloud); },
    });
    this.maps = grid((place) => place * this.size);
    this.row = grid((place) => place);
    this.mapsName = h('p.in-caption');
    this.rowName = h('p.in-caption');
    this.read = h('p.in-read');
    this.element = h('div.al-part', {}, this.mapsName, this.maps.element, h('p.fl-arrow', { 'aria-hidden': 'true' }, '↓ Flatten'), this.rowName, this.row.element, this.read);
  }

  want() {
    const { answers, net, photograph } = this.#view;
    this.element.hidden = !net.run;
    answers.want('whole', net.run, { epoch: net.epoch, image: photograph.index });
  }

  draw() {
    const { answers, net, palette, width, words } = this.#view;
    const whole = net.run && answers.of('whole')?.tensors;
    if (!whole) return;
    const [count, side] = whole.pool3.shape;
    this.side = side;
    this.size = side * side;
    this.values = flattened(whole);
    const strength = strongestOf(this.values);
    say(this.mapsName, words.of('Maps', count, side, words.epoch(net.epoch)));
    this.maps.name(words.of('MapsKeys'));
    this.maps.place(cells(count, width < 480 ? 27 : 33, 4, Math.min(width, 555)));
    this.maps.show(signedStrip(this.values, side, strength, palette), side, palette, Math.floor(this.#at / this.size));
    say(this.rowName, words.of('Row', this.values.length, count, side));
    this.row.name(words.of('RowKeys'));
    const columns = width < 480 ? 27 : 45;
    const cell = Math.floor(Math.min(width, 640) / columns) - 1;
    this.row.place(cells(this.values.length, cell, 1, columns * (cell + 1)));
    this.row.show(signedStrip(this.values, 1, strength, palette), 1, palette, this.#at);
    this.#say();
  }

  #say() {
    const { words } = this.#view;
    const channel = Math.floor(this.#at / this.size);
    const [row, column] = [Math.floor(this.#at % this.size / this.side), this.#at % this.side];
    say(this.read, words.of('Reads', channel, row, column, this.size, this.side, this.#at, words.number(this.values[this.#at] ?? 0)));
  }

  #point(at, aloud) {
    this.#at = Math.min(at, this.values.length - 1);
    this.#view.redraw();
    if (aloud) requestAnimationFrame(() => this.#view.speak(this.read.textContent));
  }
}
