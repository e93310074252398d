// Kernels made by hand, and what one does to a photograph: the shape of a look at a map of block 1.

export const HAND = {
  Upright: [1, 0, -1, 1, 0, -1, 1, 0, -1],
  Level: [1, 1, 1, 0, 0, 0, -1, -1, -1],
  Blur: [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16),
  Sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
};
export const NAMES = Object.keys(HAND);

/** Stride 1, zeros around it. @returns rows of the same side less what a kernel above 3 costs, row-major */
export function convolve(image, side, kernel, k, padding = 1) {
  const out = side + 2 * padding - k + 1;
  const result = new Float32Array(out * out);
  for (let row = 0; row < out; row++) {
    for (let column = 0; column < out; column++) {
      let sum = 0;
      for (let j = 0; j < k; j++) {
        for (let i = 0; i < k; i++) {
          const [y, x] = [row - padding + j, column - padding + i];
          if (y >= 0 && x >= 0 && y < side && x < side) sum += kernel[j * k + i] * image[y * side + x];
        }
      }
      result[row * out + column] = sum;
    }
  }
  return result;
}

const tensor = (shape, data) => ({ shape, data: Float32Array.from(data) });

/** As the site answers a look at a map, for a kernel made by hand: without bias. @param {Uint8Array} pixels from 0 to 255 */
export function handLook(pixels, name) {
  const image = Float32Array.from(pixels, (pixel) => pixel / 255);
  return {
    kernel: tensor([1, 3, 3], HAND[name]),
    bias: tensor([1], [0]),
    inputs: tensor([1, 28, 28], image),
    conv: { shape: [28, 28], data: convolve(image, 28, HAND[name], 3) },
    strength: tensor([1], [1]),
  };
}
