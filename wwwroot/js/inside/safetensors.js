// The answers of the looks: a safetensors file is a length, a JSON header and the numbers.

const TYPES = { F32: Float32Array, I32: Int32Array, U8: Uint8Array };

/** @returns {Object<string, {shape: number[], data: Float32Array|Int32Array|Uint8Array}>} by name */
export function readTensors(buffer) {
  if (buffer.byteLength < 8) throw new Error('A safetensors file has at least eight bytes.');
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  if (length > buffer.byteLength - 8) throw new Error('The header of a safetensors file is longer than the file.');
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const tensors = {};
  for (const [name, { dtype, shape, data_offsets: [from, to] = [] }] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const type = TYPES[dtype];
    const count = shape.reduce((product, side) => product * side, 1);
    if (!type || to - from !== count * type.BYTES_PER_ELEMENT || 8 + length + to > buffer.byteLength) {
      throw new Error(`Tensor ${name} of a safetensors file cannot be read.`);
    }
    const start = 8 + length + from;
    // Numbers of four bytes can only be read in place where they begin at a multiple of four.
    const data = start % type.BYTES_PER_ELEMENT === 0
      ? new type(buffer, start, count)
      : new type(buffer.slice(start, 8 + length + to));
    tensors[name] = { shape, data };
  }
  return tensors;
}
