import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convolved, normalised, pooled, strongest, windowOf } from '../../wwwroot/js/inside/arithmetic.js';
import { cellAt, hit, layoutOf, moved } from '../../wwwroot/js/inside/layout.js';
import { paintBlock, paintSigned, rangeOf, scaleOf } from '../../wwwroot/js/inside/maps.js';
import { Palette } from '../../wwwroot/js/inside/palette.js';
import { readTensors } from '../../wwwroot/js/inside/safetensors.js';
import { spread } from '../../wwwroot/js/inside/why-panel.js';
import { mapLook, numbers, safetensors } from './inside-fakes.mjs';

const close = (one, other, tolerance = 1e-5) => assert.ok(Math.abs(one - other) <= tolerance, `${one} is not ${other}`);

test('safetensors: every type is read, wherever the numbers begin', () => {
  for (const padding of [0, 1, 2, 3]) {
    const tensors = {
      image: { shape: [2, 3], data: Uint8Array.from([0, 1, 2, 127, 128, 255]) },
      label: { shape: [1], data: Int32Array.from([-7]) },
      norm: { shape: [2, 2], data: Float32Array.from([0.5, -1.25, 3e8, -0]) },
    };
    const read = readTensors(safetensors(tensors, padding));
    for (const [name, { shape, data }] of Object.entries(tensors)) {
      assert.deepEqual(read[name].shape, shape);
      assert.deepEqual([...read[name].data], [...data]);
    }
  }
});

test('safetensors: a file that is cut off or says what is not so is refused', () => {
  const file = safetensors({ a: { shape: [4], data: new Float32Array(4) } });
  assert.throws(() => readTensors(file.slice(0, 5)));
  assert.throws(() => readTensors(file.slice(0, 30)));
  assert.throws(() => readTensors(file.slice(0, file.byteLength - 4)));
});

for (const [kernel, inputs, side] of [[3, 1, 28], [3, 25, 14], [1, 2, 6], [5, 3, 9], [7, 2, 11]]) {
  test(`arithmetic: every number of a map with a ${kernel} × ${kernel} kernel over ${inputs} maps is the net's`, () => {
    const look = mapLook({ kernel, inputs, side, seed: kernel });
    const out = look.conv.shape[0];
    for (let row = 0; row < out; row++) {
      for (let column = 0; column < out; column++) {
        const sum = convolved(look, row, column);
        close(sum.total, look.conv.data[row * out + column], 1e-4);
        close(normalised(look.batchnorm, sum.total), look.norm.data[row * out + column], 1e-4);
        const pool = pooled(look.norm, row, column);
        if (pool) close(pool.largest, look.pool.data[pool.row * look.pool.shape[1] + pool.column]);
        else assert.ok(out % 2 === 1 && (row === out - 1 || column === out - 1));
      }
    }
  });
}

test('arithmetic: the window has the padding as nothing and adds up to the sum', () => {
  const look = mapLook({ inputs: 1, side: 5 });
  const rows = windowOf(look.inputs.data, 5, 3, 0, 4);
  assert.deepEqual(rows.map((row) => row.map((value) => value === null)), [[true, true, true], [false, false, true], [false, false, true]]);
  const sum = rows.flat().reduce((all, value, at) => all + (value ?? 0) * look.kernel.data[at], 0);
  close(sum, convolved(look, 0, 4).sum);
});

test('strongest: by size, whatever the sign', () => {
  assert.deepEqual(strongest([0.5, -3, 0, 2]), [1, 3, 0, 2]);
});

const palette = new Palette({ paper: '#ffffff', positive: '#00ff00', negative: '#ff00ff' });
const rgb = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];

test('palette: zero is the paper, the ends are the pair, beyond them nothing changes', () => {
  assert.deepEqual(rgb(palette.signed(0)), [255, 255, 255, 255]);
  assert.deepEqual(rgb(palette.signed(1)), [0, 255, 0, 255]);
  assert.deepEqual(rgb(palette.signed(-5)), [255, 0, 255, 255]);
  assert.deepEqual(rgb(palette.signed(0.5)), [127, 255, 127, 255]);
  assert.deepEqual(rgb(palette.signed(NaN)), [255, 255, 255, 255]);
});

test('maps: a byte is the number that its channel makes of it, at every stage', () => {
  const look = {
    conv1: { shape: [2, 1, 2], data: Uint8Array.from([0, 255, 51, 102]) },
    'conv1.range': { shape: [2, 2], data: Float32Array.from([-1, 1, 2, 7]) },
    norm1: { shape: [2, 2], data: Float32Array.from([2, 0.5, -1, 3]) },
    pool1: { shape: [2, 1, 1], data: Uint8Array.from([255, 0]) },
    'pool1.range': { shape: [2, 2], data: Float32Array.from([0, 2.5, 0, 0]) },
  };
  const value = (channel, byte, stage) => {
    const { offset, step } = scaleOf(look, 1, channel, stage);
    return offset + byte * step;
  };
  close(value(0, 0, 'conv'), -1);
  close(value(1, 51, 'conv'), 3);
  close(value(0, 255, 'norm'), 1 * 2 + 0.5);
  close(value(1, 51, 'norm'), 3 * -1 + 3);
  close(value(0, 255, 'pool'), 2.5);
  assert.deepEqual(rangeOf(look, 1, 1, 'norm'), [-4, 1]);
  const pixels = new Uint32Array(4);
  paintBlock(pixels, look, 1, 'norm', palette);
  assert.deepEqual([...pixels], [palette.signed(-1.5 / 3), palette.signed(2.5 / 3), palette.signed(0), palette.signed(-1 / 3)]);
  paintSigned(pixels, [0, 1, -1, 0.5], 1, palette);
  assert.deepEqual([...pixels], [0, 1, -1, 0.5].map((part) => palette.signed(part)));
});

test('layout: places depend on the width alone, and nothing is wider than the page', () => {
  for (const width of [320, 354, 600, 680, 879, 880, 960]) {
    const layout = layoutOf(width, [25, 50, 75], [512]);
    const parts = [...layout.blocks, ...layout.units];
    assert.deepEqual(layoutOf(width, [25, 50, 75], [512]), layout);
    const across = layout.isWide ? layout.image + parts.reduce((all, part) => all + part.width, 0) + 150 : Math.max(...parts.map((part) => part.width));
    assert.ok(across <= Math.max(width, layout.isWide ? 960 : 0) + 0.01, `${across} at ${width}`);
    for (const part of parts) {
      assert.ok(part.columns * part.rows >= part.count && part.columns * (part.rows - 1) < part.count);
      for (const index of [0, 7, part.count - 1]) {
        const { x, y } = cellAt(part, index);
        assert.equal(hit(part, x + part.cell / 2, y + part.cell / 2), index);
        assert.ok(x + part.cell <= part.width + 0.01 && y + part.cell <= part.height + 0.01);
      }
    }
  }
});

test('layout: the arrow keys go from place to place and stay within', () => {
  const [part] = layoutOf(960, [25, 50, 75], [512]).blocks;
  assert.equal(moved(part, 0, 'ArrowRight'), 1);
  assert.equal(moved(part, 7, 'ArrowDown'), 12);
  assert.equal(moved(part, 0, 'ArrowUp'), null);
  assert.equal(moved(part, 24, 'ArrowRight'), null);
  assert.equal(moved(part, 9, 'End'), 24);
  assert.equal(moved(part, 9, 'Tab'), null);
});

test('occlusion: every pixel shows the patch whose middle is nearest', () => {
  const n = 7;
  const falls = numbers(n * n, 5);
  const shown = spread(falls, n, 4, 4);
  assert.equal(shown[0], falls[0]);
  assert.equal(shown[3 * 28 + 4], falls[1]);
  assert.equal(shown[28 * 28 - 1], falls[n * n - 1]);
});
