import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, fixed, short } from '../../wwwroot/js/widgets/text.js';
import { outputSide, windowSum } from '../../wwwroot/js/widgets/window-sum.js';

// The same numbers as in WindowSumTests and NumeralsTests: the script must write what the server writes.
const settings = { pixels: [167, 167, 95, 175, 156, 87, 184, 148, 89], side: 3, weights: [1, 0, -1, 1, 0, -1, 1, 0, -1], size: 3, stride: 1, padding: 0 };

test('the window of the figure gives 255', () => {
  const sum = windowSum(settings, 0, 0);
  assert.equal(sum.rows[0], '1·167 + 0·167 − 1·95 = 72');
  assert.equal(sum.total, '255');
});

test('outside the image there are zeros', () => {
  const sum = windowSum({ ...settings, padding: 1 }, 0, 0);
  assert.deepEqual(sum.patch, [null, null, null, null, 167, 167, null, 175, 156]);
  assert.equal(sum.rows[1], '1·0 + 0·167 − 1·167 = −167');
  assert.equal(sum.total, '−323');
});

test('a first weight below zero starts with a minus', () => {
  assert.equal(windowSum({ pixels: [4], side: 1, weights: [-0.5], size: 1, stride: 1, padding: 0 }, 0, 0).rows[0], '−0.5·4 = −2');
});

test('sizes follow the formula', () => {
  assert.equal(outputSide({ side: 28, size: 5, stride: 3, padding: 0 }), 8);
  assert.equal(outputSide({ side: 28, size: 1, stride: 1, padding: 2 }), 32);
});

test('numbers are written as the server writes them', () => {
  assert.deepEqual([72, -0.5, 8.2, -0.00001, 0.12345].map((v) => short(v, 4)), ['72', '−0.5', '8.2', '0', '0.1235']);
  assert.deepEqual([3, -0.001, -1.456].map((v) => fixed(v)), ['3.00', '0.00', '−1.46']);
  assert.equal(fill('Row {0}, column {1}', 3, 4), 'Row 3, column 4');
});
