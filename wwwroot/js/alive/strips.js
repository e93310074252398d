// Many small signed pictures one below the other, for a MapGrid.
import { Pixels } from '../inside/dom.js';

/** @param values count pictures of side x side numbers each @param strength the number that gets the full colour */
export function signedStrip(values, side, strength, palette) {
  const pixels = new Pixels(side, values.length / side);
  for (let at = 0; at < values.length; at++) pixels.data[at] = palette.signed(values[at] / strength);
  return pixels.done();
}

/** Places of so many cells in rows that are not wider than width. */
export function cells(count, side, gap, width) {
  const columns = Math.max(1, Math.min(count, Math.floor((width + gap) / (side + gap))));
  const rows = Math.ceil(count / columns);
  return { count, columns, rows, cell: side, gapX: gap, gapY: gap, width: columns * (side + gap) - gap, height: rows * (side + gap) - gap };
}
