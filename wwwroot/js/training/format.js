// Numbers as people read them, in the reader's language.

export class Format {
  constructor(culture) {
    const number = (digits) =>
      new Intl.NumberFormat(culture, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    this.fixed4 = number(4);
    this.fixed1 = number(1);
    this.percent2 = new Intl.NumberFormat(culture, { style: 'percent', minimumFractionDigits: 2 });
    this.percent1 = new Intl.NumberFormat(culture, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.percent = new Intl.NumberFormat(culture, { style: 'percent', maximumFractionDigits: 1 });
    this.plain = new Intl.NumberFormat(culture, { maximumSignificantDigits: 3 });
  }

  loss = (v) => (v !== 0 && Math.abs(v) < 0.00005 ? v.toExponential(1) : this.fixed4.format(v));

  /** Beside a line's end: as exact as there is space for. */
  shortLoss = (v) => (Math.abs(v) >= 10 ? this.fixed1.format(v) : this.loss(v));

  accuracy = (v) => this.percent2.format(v);

  shortAccuracy = (v) => this.percent1.format(v);

  lossTick = (v) => (v !== 0 && Math.abs(v) < 0.0001 ? v.toExponential(0) : this.plain.format(v));

  accuracyTick = (v) => this.percent.format(v);

  /** Fills {0}, {1} … of a text of the page. */
  static fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
}
