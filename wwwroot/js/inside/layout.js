// Where everything of the net stands: from left to right where there is room, from top to bottom where there is not.
// A place depends on the width alone, so that what changes with an epoch is only what is in it.

const WIDE = 880;

/** @returns columns, and the side of a cell and the gap in pixels, of a grid of so many maps */
function grid(count, columns, width, gap) {
  const rows = Math.ceil(count / columns);
  const cell = (width - gap * (columns - 1)) / columns;
  return { count, columns, rows, cell, gapX: gap, gapY: gap, width, height: rows * cell + (rows - 1) * gap };
}

function tall(count, columns, rows, cell, gapX, height) {
  return { count, columns, rows, cell, gapX, gapY: rows > 1 ? (height - rows * cell) / (rows - 1) : 0, width: columns * cell + (columns - 1) * gapX, height };
}

/**
 * @param {number} width of the column, in CSS pixels
 * @param {number[]} maps of each block; empty for the dense net
 * @param {number[]} units of each dense layer but the last
 */
export function layoutOf(width, maps, units) {
  if (width >= WIDE) {
    const height = 316;
    const cells = [60, 28, 18];
    return {
      isWide: true,
      height,
      image: 112,
      blocks: maps.map((count, at) => tall(count, 5, Math.ceil(count / 5), cells[at], at === 2 ? 3 : 4, height)),
      units: units.map((count) => (maps.length > 0 ? tall(count, 8, 64, height / 64, 0, height) : tall(count, 16, 32, height / 32, 0, height))),
    };
  }
  const isNarrow = width < 560;
  const columns = isNarrow ? [9, 10, 15] : [13, 25, 25];
  return {
    isWide: false,
    image: isNarrow ? 112 : 140,
    blocks: maps.map((count, at) => grid(count, columns[at], width, isNarrow ? 3 : 4)),
    units: units.map((count) => grid(count, maps.length > 0 && !isNarrow ? 128 : 64, width, 0)),
  };
}

/** Where the place of a number stands in its grid. */
export const cellAt = (at, index) => ({
  x: (index % at.columns) * (at.cell + at.gapX),
  y: Math.floor(index / at.columns) * (at.cell + at.gapY),
});

/** Whose place is nearest to a point; null beside the grid. */
export function hit(at, x, y) {
  const column = Math.floor((x + at.gapX / 2) / (at.cell + at.gapX));
  const row = Math.floor((y + at.gapY / 2) / (at.cell + at.gapY));
  const index = row * at.columns + column;
  return column < 0 || row < 0 || column >= at.columns || index >= at.count ? null : index;
}

/** The place an arrow key leads to. */
export function moved(at, index, key) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -at.columns, ArrowDown: at.columns };
  const next = key === 'Home' ? 0 : key === 'End' ? at.count - 1 : index + (steps[key] ?? NaN);
  return next >= 0 && next < at.count ? next : null;
}
