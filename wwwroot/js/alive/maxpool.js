// MaxPool2d: a map of the photograph after ReLU and what pooling leaves of it, also when the hand is moved by a pixel.
import { h, say } from '../inside/dom.js';
import { MapGrid } from '../inside/map-grid.js';
import { paintSigned, scaleOf, strongestOf } from '../inside/maps.js';
import { PixelMap } from '../inside/pixel-map.js';
import { handLook } from './kernels.js';
import { change, moved, pooled, under } from './pooling.js';
import { cells, signedStrip } from './strips.js';

const FAR = 2;
const relu = (values) => Float32Array.from(values, (value) => Math.max(0, value));

export class Part {
  #view;
  #channel = 0;
  #at = null;
  #right = 0;
  #down = 0;

  constructor(view) {
    this.#view = view;
    const { words } = view;
    this.grid = new MapGrid({
      onOpen: (place) => { this.#channel = place; view.changed(); },
      onPoint: (place, aloud) => { if (aloud && place !== null) view.speak(words.of('MapOf', place + 1)); },
    });
    this.gridName = h('p.in-caption');
    this.gridPart = h('div.al-own-part', {}, this.gridName, this.grid.element);
    this.made = h('p.w-note', {}, words.of('Made'));
    this.map = new PixelMap((place, stays, aloud) => this.#point(place && place.map((v) => Math.floor(v / 2)), aloud));
    this.small = new PixelMap((place, stays, aloud) => this.#point(place, aloud));
    this.mapName = h('p.in-caption');
    this.smallName = h('p.in-caption');
    const slider = (key, move) => h('label.al-slide', {}, h('span', {}, words.of(key)),
      h('input', { type: 'range', min: -FAR, max: FAR, step: 1, value: 0, oninput: (event) => { move(Number(event.target.value)); view.redraw(); } }));
    this.value = h('p.al-value', { translate: false });
    this.changes = h('p.al-changes', { role: 'status' });
    this.element = h('div.al-part', {}, this.gridPart, this.made,
      h('div.al-work', {}, h('div', {}, this.mapName, this.map.element), h('div', {}, this.smallName, this.small.element, this.value)),
      h('div.al-slides', {}, slider('Right', (value) => { this.#right = value; }), slider('Down', (value) => { this.#down = value; })),
      this.changes);
  }

  want() {
    const { answers, net, photograph } = this.#view;
    const query = { epoch: net.epoch, image: photograph.index };
    answers.want('whole', net.run, query);
    answers.want('map', net.run, { ...query, layer: 1, channel: this.#channel });
  }

  draw() {
    const { answers, net, photograph } = this.#view;
    this.gridPart.hidden = !net.run;
    this.made.hidden = Boolean(net.run);
    const whole = net.run && answers.of('whole')?.tensors;
    if (whole) this.#drawGrid(whole);
    const look = net.run ? answers.of('map') : null;
    if (look) this.#drawMaps(relu(look.tensors.norm.data), look.tensors.norm.shape[1], this.#view.words.of('MapOf', look.query.channel + 1));
    else if (!net.run) this.#drawMaps(relu(handLook(photograph.pixels, 'Upright').conv.data), 28, this.#view.words.of('Upright'));
  }

  #point(place, aloud) {
    if (!place) return;
    this.#at = place;
    this.#view.redraw();
    if (aloud) requestAnimationFrame(() => this.#view.speak(this.value.textContent));
  }

  #drawGrid(whole) {
    const { net, palette, width, words } = this.#view;
    const [count, side] = whole.conv1.shape;
    const values = Float32Array.from(whole.conv1.data);
    for (let channel = 0; channel < count; channel++) {
      const { offset, step } = scaleOf(whole, 1, channel, 'norm');
      for (let at = channel * side * side; at < (channel + 1) * side * side; at++) values[at] = Math.max(0, offset + values[at] * step);
    }
    say(this.gridName, words.of('Maps', count, words.epoch(net.epoch)));
    this.grid.name(words.of('MapsKeys'));
    this.grid.place(cells(count, 40, 4, width));
    this.grid.show(signedStrip(values, side, strongestOf(values), palette), side, palette, this.#channel);
  }

  #drawMaps(before, side, name) {
    const { palette, width, words } = this.#view;
    const values = moved(before, side, this.#right, this.#down);
    const { data: small, side: half } = pooled(values, side);
    const strength = strongestOf(before);
    const size = Math.min(280, width);
    if (!this.#at?.every((v) => v < half)) {
      const best = small.indexOf(small.reduce((most, value) => Math.max(most, value), 0));
      this.#at = [Math.floor(best / half), best % half];
    }
    const [row, column] = this.#at;
    say(this.mapName, words.of('Before', name, side));
    say(this.smallName, words.of('After', half));
    this.map.name(words.of('MapKeys', name));
    this.small.name(words.of('SmallKeys', half));
    this.map.show(side, size, palette, (pixels) => paintSigned(pixels, values, strength, palette));
    this.map.mark([row * 2, column * 2], [[row * 2, column * 2, 2, 2]]);
    this.small.show(half, size / 2, palette, (pixels) => paintSigned(pixels, small, strength, palette));
    this.small.mark([row, column], [[row, column, 1, 1]]);
    const four = under(values, side, row, column);
    say(this.value, words.of('Largest', row + 1, column + 1, four.map((value) => words.number(value)).join(', '), words.number(Math.max(...four))));
    const isMoved = this.#right !== 0 || this.#down !== 0;
    say(this.changes, isMoved
      ? words.of('Changes', words.share(change(before, values)), words.share(change(pooled(before, side).data, small)))
      : words.of('Move'));
  }
}
