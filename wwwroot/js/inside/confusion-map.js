// Which letters the net confuses at an epoch, small: the row of the image's letter is outlined, and told in words.
import { h, outline, say, sized } from './dom.js';
import { strongest } from './arithmetic.js';

const SIDE = 24;
const LABEL = 12;
const CELL = 8;
const SIZE = LABEL + SIDE * CELL;

export class ConfusionMap {
  #words;
  #counts;
  #truth;
  #palette;
  #empty;

  constructor(words) {
    this.#words = words;
    this.canvas = h('canvas', { role: 'img', 'aria-label': words.of('Confusion') });
    this.says = h('p.in-note');
    this.element = h('section.in-below-part', { 'aria-label': words.of('Confusion') }, h('h3.in-panel-title', {}, words.of('Confusion')),
      h('div.in-confusion', {}, this.canvas, this.says));
  }

  /** @param counts rows of what is true, columns of what the net said; null where nothing was validated */
  show(counts, truth, palette) {
    // Asked for with every map that arrives; the epoch and its counts change less often.
    if (counts === this.#counts && truth === this.#truth && palette === this.#palette) return;
    [this.#counts, this.#truth, this.#palette] = [counts, truth, palette];
    const context = sized(this.canvas, SIZE, SIZE);
    context.drawImage(this.#emptyMap(palette), 0, 0, SIZE, SIZE);
    const { tokens } = palette;
    for (let row = 0; row < SIDE && counts; row++) {
      const images = counts[row].reduce((all, count) => all + count, 0) || 1;
      for (let column = 0; column < SIDE; column++) {
        const count = counts[row][column];
        if (count === 0) continue;
        // On a root scale, so that few errors can be seen beside many.
        context.globalAlpha = 0.15 + 0.85 * Math.sqrt(count / images);
        context.fillStyle = row === column ? tokens.accent : tokens.wrong;
        context.fillRect(LABEL + column * CELL, LABEL + row * CELL, CELL - 1, CELL - 1);
      }
    }
    context.globalAlpha = 1;
    outline(context, palette, LABEL, LABEL + truth * CELL, SIDE * CELL - 1, CELL - 1);
    say(this.says, this.#sentence(truth));
  }

  /** The letters and the empty cells: the same at every epoch, and drawn once. */
  #emptyMap(palette) {
    if (this.#empty?.palette === palette && this.#empty.ratio === devicePixelRatio) return this.#empty.canvas;
    const canvas = h('canvas');
    const context = sized(canvas, SIZE, SIZE);
    context.font = `600 8px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let at = 0; at < SIDE; at++) {
      const middle = LABEL + (at + 0.5) * CELL;
      context.fillStyle = palette.tokens.muted;
      context.fillText(this.#words.letter(at), middle, LABEL / 2);
      context.fillText(this.#words.letter(at), LABEL / 2 - 1, middle);
      context.fillStyle = palette.tokens.sunken;
      for (let column = 0; column < SIDE; column++) context.fillRect(LABEL + column * CELL, LABEL + at * CELL, CELL - 1, CELL - 1);
    }
    this.#empty = { palette, canvas, ratio: devicePixelRatio };
    return canvas;
  }

  #sentence(truth) {
    const words = this.#words;
    if (!this.#counts) return words.of('NoConfusion');
    const row = this.#counts[truth];
    const images = row.reduce((all, count) => all + count, 0);
    const others = strongest(row).filter((at) => at !== truth && row[at] > 0).slice(0, 3);
    return words.sentences(
      words.of('RowRight', words.letter(truth), words.whole(images), words.whole(row[truth])),
      others.length > 0
        ? words.of('RowWrong', others.map((at) => words.of('RowOne', words.letter(at), words.whole(row[at]))).join(words.of('Comma')))
        : null);
  }
}
