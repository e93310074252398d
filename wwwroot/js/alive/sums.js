// A letter's logit as a sum: each unit of the head times its weight.

/** Products of two lists. */
export const products = (values, weights) => Float32Array.from(values, (value, at) => value * weights[at]);

export const total = (values) => values.reduce((sum, value) => sum + value, 0);

/** The vector that Flatten makes of a whole look's last maps: channel after channel, row after row. */
export function flattened(whole) {
  const { shape: [, height, width], data } = whole.pool3;
  const ranges = whole['pool3.range'].data;
  return Float32Array.from(data, (byte, at) => {
    const channel = Math.floor(at / height / width);
    return ranges[channel * 2] + byte / 255 * (ranges[channel * 2 + 1] - ranges[channel * 2]);
  });
}

/** What each map adds, where so many products in a row belong to a map. */
export function perMap(parts, size) {
  return Float32Array.from({ length: parts.length / size }, (_, map) => total(parts.subarray(map * size, (map + 1) * size)));
}

/** The place of the largest number. */
export const largest = (values) => values.reduce((best, value, at) => (value > values[best] ? at : best), 0);
