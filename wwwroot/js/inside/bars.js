// The 24 answers of the net. Each is a button: it opens what argues for that letter.
import { attribute, h, say } from './dom.js';
import { LETTERS } from './view.js';

export class Bars {
  #words;
  #bars;

  constructor(words, onChoose) {
    this.#words = words;
    this.#bars = [...LETTERS].map((letter, at) => {
      const bar = {
        share: h('span.in-bar-share'),
        fill: h('span.in-bar-fill'),
        says: h('span.visually-hidden'),
      };
      bar.button = h('button.in-bar', { type: 'button', tabIndex: at === 0 ? 0 : -1, onclick: () => onChoose(letter) },
        h('span.in-bar-letter', { 'aria-hidden': 'true' }, letter.toUpperCase()), h('span.in-bar-track', { 'aria-hidden': 'true' }, bar.fill), bar.share, bar.says);
      bar.share.setAttribute('aria-hidden', 'true');
      return bar;
    });
    this.element = h('div.in-bars', { role: 'group', 'aria-label': words.of('Bars') }, ...this.#bars.map((bar) => bar.button));
    this.element.addEventListener('keydown', this.#press);
    this.element.addEventListener('focusin', (event) => this.#stop(event.target.closest('.in-bar')));
  }

  /** @param look of the whole net @param chosen the letter whose reasons are shown; null for none */
  show(look, chosen) {
    const shares = look.probabilities.data;
    const truth = look.label.data[0];
    const first = shares.indexOf(Math.max(...shares));
    this.#bars.forEach(({ button, fill, share, says }, at) => {
      fill.style.setProperty('--p', shares[at].toFixed(4));
      say(share, at === first || shares[at] >= 0.005 ? this.#words.share(shares[at]) : '');
      attribute(button, 'data-is', [at === first ? 'first' : '', at === truth ? 'true' : ''].join(' ').trim() || null);
      attribute(button, 'aria-pressed', LETTERS[at] === chosen);
      say(says, this.#words.of(at === truth ? 'BarTrue' : 'Bar', this.#words.letter(at), this.#words.share(shares[at])));
    });
  }

  #stop(button) {
    if (!button) return;
    for (const bar of this.#bars) bar.button.tabIndex = bar.button === button ? 0 : -1;
  }

  #press = (event) => {
    const at = this.#bars.findIndex((bar) => bar.button === event.target);
    const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? 23 : at + (steps[event.key] ?? NaN);
    if (!(next >= 0 && next < 24)) return;
    event.preventDefault();
    this.#bars[next].button.focus();
  };
}
