// A number of a map, written out line by line as it comes about.
import { h } from './dom.js';

/** So many maps are named in the sum of a deeper block; the rest is one number. */
const NAMED = 5;

export class SumLines {
  #words;

  constructor(words) {
    this.#words = words;
    this.list = h('dl.in-sum');
    this.element = h('div.in-sums', {}, h('p.in-caption', {}, words.of('Arithmetic')), this.list);
  }

  show(work) {
    const words = this.#words;
    const { sum, norm, pool, batchnorm } = work;
    const [gamma, beta, mean, variance] = batchnorm.data;
    const number = (value) => words.number(value, 3);
    const term = (value) => (value < 0 ? ` − ${number(-value)}` : ` + ${number(value)}`);
    const lines = [
      [words.of('Step.Window'), work.rows ? this.#windowLines(work) : this.#mapLine(work), number(sum.sum)],
      [words.of('Step.Bias'), [`${number(sum.sum)}${term(sum.bias)}`], number(sum.total)],
      [words.of('Step.Norm'), [`(${number(sum.total)}${term(-mean)}) ÷ √(${number(variance)} + 0.00001) × ${number(gamma)}${term(beta)}`], number(norm)],
      ['ReLU', [`max(0, ${number(norm)})`], number(Math.max(0, norm))],
      pool
        ? [words.of('Step.Pool'), [`max(${pool.four.map(number).join(', ')})`], number(pool.largest)]
        : [words.of('Step.Pool'), [words.of('Step.NoPool')], '–'],
    ];
    this.list.replaceChildren(...lines.map(([name, texts, result]) => h('div', {},
      h('dt', {}, name),
      h('dd', { translate: false }, ...texts.map((text) => h('span', {}, text))),
      h('dd.in-result', { translate: false }, `= ${result}`))));
  }

  /** A line for each row of the kernel: weight times what lies under it. */
  #windowLines({ rows, kernel }) {
    const words = this.#words;
    const k = kernel.shape[1];
    return rows.map((row, j) => row.map((value, i) => {
      const weight = kernel.data[j * k + i];
      const sign = i === 0 && j === 0 ? (weight < 0 ? '−' : '') : weight < 0 ? '− ' : '+ ';
      return `${sign}${words.number(Math.abs(weight))}·${value === null ? '0' : words.number(value)}`;
    }).join(' '));
  }

  /** What the maps add that add most, and all others together. */
  #mapLine({ sum, order }) {
    const words = this.#words;
    const named = order.slice(0, NAMED);
    const rest = order.slice(NAMED).reduce((all, at) => all + sum.shares[at], 0);
    return [
      named.map((at) => words.of('Step.OfMap', words.signed(sum.shares[at], 3), at + 1)).join(' '),
      order.length > NAMED ? words.of('Step.Others', words.signed(rest, 3), order.length - NAMED) : '',
    ].filter(Boolean);
  }
}
