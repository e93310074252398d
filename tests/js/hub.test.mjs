import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryDelay } from '../../wwwroot/js/training/hub.js';

test('a lost connection is tried again at once, one that never stood after a pause', () => {
  const minute = 60_000;
  assert.deepEqual([0, 1, 2, 3, 4, 50].map((n) => retryDelay(n, minute)), [0, 1000, 2000, 5000, 10_000, 10_000]);
  assert.ok(retryDelay(0, 10) >= 2000);
});
