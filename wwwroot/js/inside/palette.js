// The pair of colours of signed numbers, from the page's tokens: zero is the paper.

const STEPS = 255;

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (from, to, part) => from.map((channel, at) => Math.round(channel + (to[at] - channel) * part));
const packed = ([r, g, b]) => (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;

export class Palette {
  #colours = new Uint32Array(2 * STEPS + 1);

  /** @param font the families of the page's text
   *  @param tokens paper, positive, negative, ink, line, … as #rrggbb */
  constructor(tokens, font = 'sans-serif') {
    this.tokens = tokens;
    this.font = font;
    const paper = rgb(tokens.paper);
    for (let step = -STEPS; step <= STEPS; step++) {
      const end = rgb(step < 0 ? tokens.negative : tokens.positive);
      this.#colours[step + STEPS] = packed(mix(paper, end, Math.abs(step) / STEPS));
    }
  }

  /** @param {number} part -1 to 1, beyond as the end @returns a pixel of an ImageData's Uint32Array */
  signed(part) {
    const step = Math.round(Math.min(Math.max(part || 0, -1), 1) * STEPS);
    return this.#colours[step + STEPS];
  }

  static NAMES = ['paper', 'raised', 'sunken', 'ink', 'muted', 'line', 'line-strong', 'positive', 'negative', 'accent', 'wrong', 'train', 'valid'];

  /** @param {boolean} onPaper whether it is for print, where the page is light */
  static ofPage(onPaper = false) {
    const root = document.documentElement;
    const theme = root.dataset.theme;
    if (onPaper) root.dataset.theme = 'light';
    const style = getComputedStyle(root);
    const tokens = Object.fromEntries(Palette.NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    if (onPaper) {
      tokens.paper = '#ffffff';
      if (theme === undefined) delete root.dataset.theme;
      else root.dataset.theme = theme;
    }
    for (const name of ['paper', 'ink']) if (tokens[name].length === 4) tokens[name] = tokens[name].replace(/[0-9a-f]/gi, '$&$&');
    return new Palette(tokens, getComputedStyle(document.body).fontFamily);
  }
}
