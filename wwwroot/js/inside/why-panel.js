// Which pixels argue for a letter: the gradient times the image, and what happens where a grey patch hides a part.
import { h, say } from './dom.js';
import { paintGrey, paintSigned, strongestOf } from './maps.js';
import { PixelMap } from './pixel-map.js';
import { LETTERS } from './view.js';

const SIDE = 28;
const SIZE = 196;

/** The answer of the patches as a picture of the image's size: every pixel has the patch whose middle is nearest. */
export function spread(occlusion, n, size, stride) {
  const nearest = (v) => Math.min(Math.max(Math.round((v + 0.5 - size / 2) / stride), 0), n - 1);
  return Float32Array.from({ length: SIDE * SIDE }, (_, at) => occlusion[nearest(Math.floor(at / SIDE)) * n + nearest(at % SIDE)]);
}

export class WhyPanel {
  #words;

  /** @param on {close()} */
  constructor(words, on) {
    this.#words = words;
    this.title = h('h3.in-panel-title', { tabIndex: -1 });
    const large = () => ({ map: new PixelMap(), name: h('p.in-caption') });
    this.image = large();
    this.product = large();
    this.hidden = large();
    this.says = h('p.in-value');
    this.element = h('section.in-panel', { hidden: true, 'aria-label': words.of('WhyPanel') },
      h('header.in-panel-head', {}, this.title,
        h('button.in-button.in-step', { type: 'button', 'aria-label': words.of('Close'), title: words.of('Close'), onclick: on.close }, '×')),
      h('div.in-larges.in-trio', {}, ...[this.image, this.product, this.hidden].map(({ map, name }) => h('div.in-large', {}, name, map.element))),
      this.says,
      h('p.in-note', {}, words.of('WhyReads')),
      h('p.in-note', {}, h('strong', {}, words.of('NotProof')), words.of('NotProofText')));
  }

  show({ product, occlusion, patch }, whole, letter, palette) {
    const words = this.#words;
    const at = LETTERS.indexOf(letter);
    const [size, stride] = patch.data;
    const name = words.letter(at);
    this.element.hidden = false;
    say(this.title, words.of('WhyTitle', name));
    const falls = spread(occlusion.data, occlusion.shape[0], size, stride);
    const put = ({ map, name: caption }, text, paint) => {
      say(caption, text);
      map.name(text);
      map.show(SIDE, SIZE, palette, paint);
    };
    put(this.image, words.of('Image'), (pixels) => paintGrey(pixels, whole.image.data));
    put(this.product, words.of('Product'), (pixels) => paintSigned(pixels, product.data, strongestOf(product.data), palette));
    put(this.hidden, words.of('Occlusion', size), (pixels) => paintSigned(pixels, falls, strongestOf(falls), palette));
    const most = occlusion.data.reduce((best, value, index) => (value > occlusion.data[best] ? index : best), 0);
    const probability = whole.probabilities.data[at];
    const fall = occlusion.data[most];
    const middle = (v) => Math.round(v * stride + size / 2);
    say(this.says, fall <= 0.005
      ? words.of('NoFall', name, words.share(probability))
      : words.of('Falls', name, words.share(probability), words.share(Math.max(0, probability - fall)), middle(Math.floor(most / occlusion.shape[0])), middle(most % occlusion.shape[0])));
  }

  hide() { this.element.hidden = true; }
}
