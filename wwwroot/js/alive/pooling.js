// Pooling windows of 2 x 2 that do not overlap; a last odd row and column are dropped.

/** @param values a map after ReLU, row-major @returns {data, side} */
export function pooled(values, side, take = Math.max) {
  const half = Math.floor(side / 2);
  const data = new Float32Array(half * half);
  for (let at = 0; at < data.length; at++) data[at] = take(...under(values, side, Math.floor(at / half), at % half));
  return { data, side: half };
}

/** The four numbers of a window. */
export function under(values, side, row, column) {
  const first = row * 2 * side + column * 2;
  return [values[first], values[first + 1], values[first + side], values[first + side + 1]];
}

/** The map with everything moved to the right and down; what comes in is 0. */
export function moved(values, side, right, down) {
  const result = new Float32Array(values.length);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [y, x] = [row - down, column - right];
      if (y >= 0 && x >= 0 && y < side && x < side) result[row * side + column] = values[y * side + x];
    }
  }
  return result;
}

/** The sum of all differences, relative to the sum of the earlier numbers. */
export function change(before, after) {
  let differences = 0;
  let all = 0;
  before.forEach((value, at) => {
    differences += Math.abs(value - after[at]);
    all += Math.abs(value);
  });
  return all === 0 ? 0 : differences / all;
}
