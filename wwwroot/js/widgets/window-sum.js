// One window of a convolution worked out, as WindowSum on the server does it.
import { short } from './text.js';

/** Weights have at most four decimals and pixels none, so sums are exact with four. */
const DECIMALS = 4;

/** What lies under the window (null in the padding), the sum of each row as text, and the total. */
export function windowSum({ pixels, side, weights, size, stride, padding }, row, column) {
  const patch = [];
  const rows = [];
  let total = 0;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    let text = '';
    for (let i = 0; i < size; i++) {
      const y = row * stride - padding + j;
      const x = column * stride - padding + i;
      const pixel = y >= 0 && x >= 0 && y < side && x < side ? pixels[y * side + x] : null;
      const weight = weights[j * size + i];
      patch.push(pixel);
      sum += weight * (pixel ?? 0);
      text += (i === 0 ? (weight < 0 ? '−' : '') : weight < 0 ? ' − ' : ' + ') + `${short(Math.abs(weight), DECIMALS)}·${pixel ?? 0}`;
    }
    rows.push(`${text} = ${short(sum, DECIMALS)}`);
    total += sum;
  }
  return { patch, rows, total: short(total, DECIMALS) };
}

export const outputSide = ({ side, size, stride, padding }) => Math.floor((side + 2 * padding - size) / stride) + 1;
