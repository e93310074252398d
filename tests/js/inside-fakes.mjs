// A small net with numbers of its own, and its answers in the form that the site sends: for the tests of Look inside.

/** Numbers that look random and are the same every time. */
export function numbers(count, seed, scale = 1) {
  let state = seed * 2654435761 % 4294967296;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296 * 2 - 1) * scale;
  });
}

/** @param tensors {name: {shape, data}} @returns a safetensors file */
export function safetensors(tensors, padding = 0) {
  const dtypes = new Map([[Float32Array, 'F32'], [Int32Array, 'I32'], [Uint8Array, 'U8']]);
  const header = {};
  let at = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: dtypes.get(data.constructor), shape, data_offsets: [at, at + data.byteLength] };
    at += data.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header) + ' '.repeat(padding));
  const file = new Uint8Array(8 + text.length + at);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let to = 8 + text.length;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), to);
    to += data.byteLength;
  }
  return file.buffer;
}

const tensor = (shape, data) => ({ shape, data });

/** The answer to a look at one map, computed in plain loops, in double, in another order than the page's. */
export function mapLook({ inputs = 2, side = 5, kernel = 3, seed = 1 } = {}) {
  const out = side + 3 - kernel;
  const image = numbers(inputs * side * side, seed);
  const weights = numbers(inputs * kernel * kernel, seed + 1);
  const bias = numbers(1, seed + 2);
  const batchnorm = Float32Array.from([1.25, -0.5, 0.1, 0.7]);
  const padded = (c, y, x) => (y < 1 || x < 1 || y > side || x > side ? 0 : image[(c * side + y - 1) * side + x - 1]);
  const conv = new Float32Array(out * out);
  for (let i = 0; i < kernel; i++) {
    for (let j = 0; j < kernel; j++) {
      for (let c = 0; c < inputs; c++) {
        for (let y = 0; y < out; y++) for (let x = 0; x < out; x++) conv[y * out + x] += weights[(c * kernel + j) * kernel + i] * padded(c, y + j, x + i);
      }
    }
  }
  conv.forEach((_, at) => { conv[at] += bias[0]; });
  const norm = conv.map((value) => (value - 0.1) / Math.sqrt(0.7 + 1e-5) * 1.25 - 0.5);
  const half = Math.floor(out / 2);
  const pool = new Float32Array(half * half);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      for (const [j, i] of [[0, 0], [0, 1], [1, 0], [1, 1]]) pool[y * half + x] = Math.max(pool[y * half + x], norm[(2 * y + j) * out + 2 * x + i]);
    }
  }
  return {
    kernel: tensor([inputs, kernel, kernel], weights), bias: tensor([1], bias), batchnorm: tensor([4], batchnorm),
    inputs: tensor([inputs, side, side], image), conv: tensor([out, out], conv), norm: tensor([out, out], norm),
    pool: tensor([half, half], pool), strength: tensor([inputs], numbers(inputs, seed + 3)),
  };
}

/** The answer of a site that has been asked so many times: what was asked, and when each answer may go. */
export class FakeSite {
  asked = [];
  #waiting = [];

  fetch = (address) => {
    this.asked.push(String(address));
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  answer(response) {
    this.#waiting.shift()(response);
  }
}
