// From a cell of the confusion matrix to the images behind it: addresses, words and pixels. Pure, so that it is tested
// without a page.
import { fill } from '../widgets/text.js';

export const SIDE = 28;

/** So many images are shown at once; more on asking. The site gives at most 64 in one answer. */
export const PAGE = 24;

/** "m-n": of the images of M, those that were read as N. Null for anything else. */
export function readCell(name) {
  const match = /^([a-y])-([a-y])$/.exec(name ?? '');
  return match && { label: match[1], predicted: match[2] };
}

export const listAddress = (run, epoch, { label, predicted }) =>
  `api/runs/${run}/confusion/images?${new URLSearchParams({ epoch, label: label.toUpperCase(), predicted: predicted.toUpperCase() })}`;

export const pixelsAddress = (rows, digest) => `api/data/valid/images?${new URLSearchParams({ rows: rows.join(','), data: digest })}`;

export const insideAddress = (run, epoch, image) => `runs/${run}/inside?${new URLSearchParams({ image, epoch })}`;

/** The address of the page with the open cell in it, or without one. */
export function pageAddress(href, epoch, cell) {
  const address = new URL(href);
  for (const name of ['epoch', 'label', 'predicted']) address.searchParams.delete(name);
  if (cell) {
    address.searchParams.set('epoch', epoch);
    address.searchParams.set('label', cell.label.toUpperCase());
    address.searchParams.set('predicted', cell.predicted.toUpperCase());
  }
  return address.href;
}

/** The cell that an address names, or null. */
export function cellOfAddress(href) {
  const { searchParams } = new URL(href);
  return readCell(`${searchParams.get('label')?.toLowerCase()}-${searchParams.get('predicted')?.toLowerCase()}`);
}

export function titleOf(words, cell, epoch) {
  const { label, predicted } = cell;
  return fill(label === predicted ? words.titleRight : words.title, label.toUpperCase(), predicted.toUpperCase(), Number(epoch) + 1);
}

/** "N 62.0%, M 31.0%, S 2.1%". A share that rounds to all is not all. */
export function topText(top, culture) {
  const percent = percentOf(culture);
  return top.map(({ letter, probability }) => `${letter.toUpperCase()} ${percent(probability)}`).join(', ');
}

export function percentOf(culture) {
  const format = new Intl.NumberFormat(culture, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (share) => format.format(share < 1 ? Math.min(share, 0.999) : 1);
}

/** Grey bytes, one image after the other, as the RGBA of one of them. */
export function rgbaOf(bytes, at) {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i++) {
    rgba.fill(bytes[at * SIDE * SIDE + i], i * 4, i * 4 + 3);
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}
