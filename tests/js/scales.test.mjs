import assert from 'node:assert/strict';
import { test } from 'node:test';
import { epochTicks, linearTicks, logScale, logTicks, niceBound, spread } from '../../wwwroot/js/training/scales.js';

test('bounds are 1, 2 or 5 times a power of ten', () => {
  assert.equal(niceBound(3.178, 1), 5);
  assert.equal(niceBound(0.00065, -1), 0.0005);
  assert.equal(niceBound(0.1, 1), 0.1);
});

test('ticks are round numbers inside the domain', () => {
  assert.deepEqual(linearTicks(0.9, 1, 5), [0.9, 0.92, 0.94, 0.96, 0.98, 1]);
  assert.deepEqual(epochTicks(20, 10), [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  assert.deepEqual(epochTicks(3, 10), [0, 1, 2, 3]);
  assert.deepEqual(logTicks(0.0005, 5, 5), [0.001, 0.01, 0.1, 1]);
  assert.deepEqual(logTicks(0.1, 5, 6), [0.1, 0.2, 0.5, 1, 2, 5]);
});

test('equal ratios are equal distances on a logarithmic scale', () => {
  const y = logScale([0.01, 1], [200, 0]);
  assert.equal(Math.round(y(0.1)), 100);
  assert.ok(Number.isFinite(y(0)));
});

test('labels are pushed apart, in their order, inside the plot', () => {
  const [a, b] = spread([50, 52], 16, 0, 100);
  assert.ok(b - a >= 16 && a < 50 && b > 52);
  const [c, d] = spread([99, 98], 16, 0, 100);
  assert.ok(c <= 100 && c - d >= 16);
});
