// Which image: by its letter, at random, one that the net reads wrongly, one of which it is least sure.
import { h, say } from './dom.js';
import { LETTERS } from './view.js';

export class Chooser {
  #words;
  #api;
  #on;
  #list = null;
  #labels = null;
  #ask = 0;

  /** @param on {image(index, set), notice(text), now() => {run, epoch, image, set, digest}} */
  constructor(words, api, on) {
    this.#words = words;
    this.#api = api;
    this.#on = on;
    this.letter = h('select.in-select', { 'aria-label': words.of('Letter'), onchange: () => this.#byLetter() },
      h('option', { value: '' }, words.of('AnyLetter')), ...[...LETTERS].map((letter) => h('option', { value: letter }, letter.toUpperCase())));
    const button = (key, how) => h('button.in-button', { type: 'button', onclick: how }, words.of(key));
    this.place = h('p.in-place');
    this.element = h('div.in-chooser', { role: 'group', 'aria-label': words.of('Choose') },
      this.letter,
      button('Random', () => this.#random()),
      button('Wrong', () => this.#picked('wrong')),
      button('Unsure', () => this.#picked('unsure')),
      h('span.in-steps', {},
        h('button.in-button.in-step', { type: 'button', 'aria-label': words.of('Previous'), title: words.of('Previous'), onclick: () => this.#step(-1) }, '‹'),
        h('button.in-button.in-step', { type: 'button', 'aria-label': words.of('Next'), title: words.of('Next'), onclick: () => this.#step(1) }, '›')),
      this.place);
  }

  /** Which image is shown, in words. */
  show(image, set, count) {
    const words = this.#words;
    const row = this.#list?.rows.indexOf(image) ?? -1;
    say(this.place, words.notes(
      words.of(set === 'train' ? 'PlaceTrain' : 'PlaceValid', words.whole(image + 1), words.whole(count)),
      row >= 0 ? words.of(`In.${this.#list.kind}`, words.whole(row + 1), words.whole(this.#list.rows.length), this.#list.letter ?? '') : null));
  }

  async #allLabels(set, digest) {
    this.#labels = await this.#api.labels(set, digest);
    return this.#labels;
  }

  async #byLetter() {
    const letter = this.letter.value;
    if (!letter) {
      this.#list = null;
      this.#on.again();
      return;
    }
    await this.#take(async ({ set, digest }) => {
      const labels = await this.#allLabels(set, digest);
      const wanted = LETTERS.indexOf(letter);
      return { kind: 'letter', letter: letter.toUpperCase(), set, rows: [...labels.keys()].filter((row) => labels[row] === wanted) };
    });
  }

  #random() {
    const { set, counts } = this.#on.now();
    const rows = this.#list?.kind === 'letter' ? this.#list.rows : null;
    this.#on.image(rows ? rows[Math.floor(Math.random() * rows.length)] : Math.floor(Math.random() * counts[set]), set);
  }

  async #picked(by) {
    this.letter.value = '';
    await this.#take(async ({ run, epoch }) => ({ kind: by, set: 'valid', rows: (await this.#api.picks(run, epoch, by)).images }));
  }

  async #take(read) {
    const ask = ++this.#ask;
    try {
      const list = await read(this.#on.now());
      if (ask !== this.#ask) return;
      this.#on.notice('');
      this.#list = list.rows.length > 0 ? list : null;
      if (list.rows.length > 0) this.#on.image(list.rows[0], list.set);
      else this.#on.notice(this.#words.of('NonePicked'));
    } catch (error) {
      if (ask === this.#ask) this.#on.notice(this.#words.of(`Refused.${error.reason === 'gone' ? 'unvalidated' : error.reason ?? 'failed'}`));
    }
  }

  #step(by) {
    const { image, set, counts } = this.#on.now();
    const list = this.#list?.set === set ? this.#list.rows : null;
    const at = list?.indexOf(image) ?? -1;
    const next = at >= 0 ? list[(at + by + list.length) % list.length] : (image + by + counts[set]) % counts[set];
    this.#on.image(next, set);
  }
}
