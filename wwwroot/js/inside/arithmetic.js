// One number of a map worked out as the net does it: window times kernel for each map that is read, bias, normalisation,
// ReLU, pooling. Padding is 1 whatever the kernel, and the stride 1.

const PADDING = 1;
/** BatchNorm2d's. */
const EPSILON = 1e-5;

/** What lies under the kernel: rows of numbers, null in the padding. */
export function windowOf(map, side, kernelSide, row, column) {
  const rows = [];
  for (let j = 0; j < kernelSide; j++) {
    const line = [];
    for (let i = 0; i < kernelSide; i++) {
      const y = row - PADDING + j;
      const x = column - PADDING + i;
      line.push(y >= 0 && x >= 0 && y < side && x < side ? map[y * side + x] : null);
    }
    rows.push(line);
  }
  return rows;
}

/**
 * @param look kernel [Cin,k,k], bias [1], inputs [Cin,H,W] of the answer to a look at a map
 * @returns {{shares: number[], sum: number, bias: number, total: number}} what each map that is read adds, and all of it
 */
export function convolved({ kernel, bias, inputs }, row, column) {
  const [count, k] = kernel.shape;
  const side = inputs.shape[1];
  const shares = [];
  for (let c = 0; c < count; c++) {
    let share = 0;
    for (let j = 0; j < k; j++) {
      for (let i = 0; i < k; i++) {
        const y = row - PADDING + j;
        const x = column - PADDING + i;
        if (y >= 0 && x >= 0 && y < side && x < side) {
          share += kernel.data[(c * k + j) * k + i] * inputs.data[(c * side + y) * side + x];
        }
      }
    }
    shares.push(share);
  }
  const sum = shares.reduce((all, share) => all + share, 0);
  return { shares, sum, bias: bias.data[0], total: sum + bias.data[0] };
}

/** @param batchnorm gamma, beta, running mean, running variance */
export function normalised(batchnorm, value) {
  const [gamma, beta, mean, variance] = batchnorm.data;
  return (value - mean) / Math.sqrt(variance + EPSILON) * gamma + beta;
}

/** The four numbers of which pooling keeps the largest, and that; null where the map's last row or column has no partner. */
export function pooled(norm, row, column) {
  const side = norm.shape[1];
  const [top, left] = [row - row % 2, column - column % 2];
  if (top + 1 >= side || left + 1 >= side) return null;
  const four = [0, 1].flatMap((j) => [0, 1].map((i) => Math.max(0, norm.data[(top + j) * side + left + i])));
  return { four, largest: Math.max(...four), row: top / 2, column: left / 2 };
}

/** Places in descending order of strength. */
export const strongest = (values) => Array.from(values, (_, at) => at).sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]));
