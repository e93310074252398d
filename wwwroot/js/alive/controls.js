// What every widget has above its pictures: which photograph, and which epoch of the reader's net.
import { attribute, h, say } from '../inside/dom.js';
import { LETTERS } from '../inside/view.js';

export class Controls {
  #words;
  #photographs;
  #net;

  constructor(words, photographs, net) {
    this.#words = words;
    this.#photographs = photographs;
    this.#net = net;
    const button = (key, sign, how) => h('button.in-button.in-step', { type: 'button', 'aria-label': words.of(key), title: words.of(key), onclick: how }, sign);
    this.letter = h('select.in-select', { 'aria-label': words.of('Letter'), onchange: () => photographs.choose(this.letter.value) },
      h('option', { value: '' }, words.of('AnyLetter')), ...[...LETTERS].map((letter) => h('option', { value: letter }, letter.toUpperCase())));
    this.place = h('span.in-place');
    this.slider = h('input.al-epoch', { type: 'range', min: 0, step: 1, 'aria-label': words.of('EpochOf'), oninput: () => net.choose(net.epochs[Number(this.slider.value)]) });
    this.epoch = h('span.al-epoch-name');
    this.whose = h('span');
    this.own = h('label.al-own', {}, this.whose, this.slider, this.epoch);
    this.none = h('p.w-note', {}, words.of('NoNet'));
    this.element = h('div.al-controls', {},
      h('div.in-chooser', { role: 'group', 'aria-label': words.of('Choose') }, h('span.w-label', {}, words.of('Photograph')), this.letter,
        h('span.in-steps', {}, button('Previous', '‹', () => photographs.step(-1)), button('Next', '›', () => photographs.step(1))),
        h('button.in-button', { type: 'button', onclick: () => photographs.random() }, words.of('Random')), this.place),
      this.own, this.none);
  }

  show() {
    const words = this.#words;
    const photographs = this.#photographs;
    const net = this.#net;
    this.letter.value = photographs.letter;
    say(this.place, words.of('Place', photographs.current.letter.toUpperCase(), words.whole(photographs.place + 1), words.whole(photographs.count)));
    this.own.hidden = !net.run;
    this.none.hidden = Boolean(net.run) && !net.isExample;
    say(this.none, words.of(net.run ? 'Example' : 'NoNet'));
    say(this.whose, words.of(net.isExample ? 'SiteNet' : 'YourNet'));
    if (!net.run) return;
    attribute(this.slider, 'max', net.epochs.length - 1);
    const at = String(net.epochs.indexOf(net.epoch));
    if (this.slider.value !== at) this.slider.value = at;
    const name = words.epoch(net.epoch);
    attribute(this.slider, 'aria-valuetext', name);
    say(this.epoch, name);
  }
}
