// The maps of a whole look as colours: every byte stands for a number, and every channel has its own scale.

/** Numbers after normalisation are about as large in every map and epoch: one scale lets them be compared. */
export const NORMAL_SCALE = 3;

export const blocksOf = (look) => [1, 2, 3].filter((block) => look[`conv${block}`]);

/** The tensor in which a stage's bytes stand. */
const bytesOf = (look, block, stage) => look[stage === 'pool' ? `pool${block}` : `conv${block}`];

/** How a channel's byte becomes its number: number = offset + byte * step. */
export function scaleOf(look, block, channel, stage) {
  const name = stage === 'pool' ? `pool${block}` : `conv${block}`;
  const [min, max] = look[`${name}.range`].data.subarray(channel * 2, channel * 2 + 2);
  const step = (max - min) / 255;
  if (stage !== 'norm') return { offset: min, step };
  const [scale, shift] = look[`norm${block}`].data.subarray(channel * 2, channel * 2 + 2);
  return { offset: min * scale + shift, step: step * scale };
}

/** The number that gets the full colour. */
export function strengthOf(look, block, stage) {
  if (stage !== 'conv') return NORMAL_SCALE;
  return look[`conv${block}.range`].data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

export const sideOf = (look, block, stage) => bytesOf(look, block, stage).shape[2];
export const countOf = (look, block) => look[`conv${block}`].shape[0];

/** The smallest and the largest number of a map. */
export function rangeOf(look, block, channel, stage) {
  const { offset, step } = scaleOf(look, block, channel, stage);
  return step < 0 ? [offset + 255 * step, offset] : [offset, offset + 255 * step];
}

/** Fills the pixels of all maps of a block, one below the other. @param {Uint32Array} pixels */
export function paintBlock(pixels, look, block, stage, palette) {
  const { shape: [channels, height, width], data } = bytesOf(look, block, stage);
  const strength = strengthOf(look, block, stage);
  const colours = new Uint32Array(256);
  const size = height * width;
  for (let channel = 0; channel < channels; channel++) {
    const { offset, step } = scaleOf(look, block, channel, stage);
    for (let byte = 0; byte < 256; byte++) colours[byte] = palette.signed((offset + byte * step) / strength);
    for (let at = channel * size; at < (channel + 1) * size; at++) pixels[at] = colours[data[at]];
  }
}

/** Fills pixels from signed numbers. @param strength the number that gets the full colour */
export function paintSigned(pixels, values, strength, palette) {
  for (let at = 0; at < values.length; at++) pixels[at] = palette.signed(values[at] / strength);
}

/** Fills pixels from a photograph. @param scale what white is */
export function paintGrey(pixels, values, scale = 255) {
  for (let at = 0; at < values.length; at++) {
    const grey = Math.round(Math.min(Math.max(values[at] / scale, 0), 1) * 255);
    pixels[at] = (0xff000000 | (grey << 16) | (grey << 8) | grey) >>> 0;
  }
}

export const strongestOf = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
