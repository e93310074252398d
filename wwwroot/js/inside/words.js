// Sentences and numbers in the reader's language.
import { fill } from '../widgets/text.js';

export class Words {
  #texts;
  #whole;
  #percent;
  #fine;

  constructor(texts, culture) {
    this.#texts = texts;
    this.culture = culture;
    this.#whole = new Intl.NumberFormat(culture);
    this.#percent = new Intl.NumberFormat(culture, { style: 'percent', maximumFractionDigits: 0 });
    this.#fine = new Intl.NumberFormat(culture, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  /** The text of a key, its places filled. */
  of(key, ...values) {
    return fill(this.#texts[key] ?? key, ...values);
  }

  whole(number) { return this.#whole.format(number); }

  /** 0 to 1; finer near the ends, where a tenth matters. */
  share(part) {
    return part >= 0.0005 && (part < 0.1 || part > 0.99) && part < 1 ? this.#fine.format(part) : this.#percent.format(part);
  }

  accuracy(part) { return this.#fine.format(part); }

  letter(at) { return 'ABCDEFGHIKLMNOPQRSTUVWXY'[at]; }

  epoch(number) { return number < 0 ? this.of('Untrained') : this.of('Epoch', this.whole(number + 1)); }

  /** A number with a true minus and so many decimals, as digits that stand below each other. */
  number(value, decimals = 2) {
    const text = Math.abs(value).toFixed(decimals);
    return (value < 0 && /[1-9]/.test(text) ? '−' : '') + text;
  }

  /** The same with its sign. */
  signed(value, decimals = 2) {
    return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(decimals)}`;
  }

  /** Short notes in a line. */
  notes(...parts) { return parts.filter(Boolean).join(this.of('Separator')); }

  /** Whole sentences, each with its full stop: a Chinese one brings its own space. */
  sentences(...parts) { return parts.filter(Boolean).join(this.culture.startsWith('zh') ? '' : ' '); }
}
