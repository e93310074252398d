// The training images that are most alike to the net: by the 512 numbers before its answer, not by their pixels.
import { Pixels, attribute, h, say, sized } from './dom.js';
import { paintGrey } from './maps.js';

const SIZE = 84;

export class AlikePanel {
  #words;
  #on;

  /** @param on {open(), image(row)} */
  constructor(words, on) {
    this.#words = words;
    this.#on = on;
    this.ask = h('button.in-button', { type: 'button', onclick: on.open }, words.of('AlikeAsk'));
    this.bar = h('progress.in-progress', { max: 1, hidden: true, 'aria-label': words.of('AlikeWait') });
    this.says = h('p.in-note', {}, words.of('AlikeLead'));
    this.list = h('ol.in-alike', { hidden: true });
    this.element = h('section.in-below-part', { 'aria-label': words.of('Alike') }, h('h3.in-panel-title', {}, words.of('Alike')), this.says, this.ask, this.bar, this.list);
  }

  /** Until it is known how far the search is. */
  wait() {
    this.list.hidden = true;
    if (!this.bar.hidden) return;
    this.progress(0);
  }

  progress(done) {
    this.ask.hidden = this.list.hidden = true;
    this.bar.hidden = false;
    this.bar.value = done;
    say(this.says, this.#words.of('AlikeDone', this.#words.share(done)));
  }

  show({ rows, labels, distances, images }, truth, palette) {
    const words = this.#words;
    this.ask.hidden = this.bar.hidden = true;
    this.list.hidden = false;
    const same = Array.from(labels.data).filter((label) => label === truth).length;
    say(this.says, words.of('AlikeSays', words.letter(truth), same, labels.data.length));
    this.list.replaceChildren(...Array.from(rows.data, (row, at) => {
      const canvas = h('canvas', { 'aria-hidden': 'true' });
      const pixels = new Pixels(28, 28);
      paintGrey(pixels.data, images.data.subarray(at * 784, (at + 1) * 784));
      sized(canvas, SIZE, SIZE).drawImage(pixels.done(), 0, 0, SIZE, SIZE);
      const isSame = labels.data[at] === truth;
      const button = h('button.in-alike-image', { type: 'button', onclick: () => this.#on.image(row) }, canvas,
        h('strong', {}, words.letter(labels.data[at])), h('span', { 'aria-hidden': 'true' }, words.number(distances.data[at])),
        h('span.visually-hidden', {}, words.of('AlikeImage', words.whole(row + 1), words.number(distances.data[at]))));
      attribute(button, 'data-same', isSame);
      return h('li', {}, button);
    }));
  }

  /** Before it is asked for. */
  reset() {
    this.ask.hidden = false;
    this.bar.hidden = this.list.hidden = true;
    say(this.says, this.#words.of('AlikeLead'));
  }
}
