import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateMarks, ratesOf } from '../../wwwroot/js/training/rate-marks.js';
import { RunStore } from '../../wwwroot/js/training/run-store.js';

const change = { epoch: 1, batch: 25, learningRate: 0.01 };

test('a change stands where its batch begins', () => {
  const run = { settings: { steering: [change] }, epochs: [], batches: [{ epoch: 1, batch: 30, batches: 100 }] };
  assert.deepEqual(rateMarks(run), [{ x: 1.25, rate: 0.01 }]);
});

test('without batches an epoch tells how many there were', () => {
  const run = { settings: { steering: { rates: [change] } }, epochs: [{ epoch: 0, trainLossSum: 50, trainLoss: 0.5 }], batches: [] };
  assert.deepEqual(rateMarks(run), [{ x: 1.25, rate: 0.01 }]);
});

test('a run that was not steered has no marks', () => {
  assert.deepEqual(rateMarks({ settings: null, epochs: [], batches: [] }), []);
  assert.deepEqual(ratesOf(undefined), []);
});

test('a change that is told while a chart is there is drawn', () => {
  const store = new RunStore();
  store.applySnapshot({ state: 'running', settings: { epochs: 3, steering: [] }, epochs: [], batches: [{ epoch: 0, batch: 5, batches: 50 }] });
  store.applyState({ state: 'running', steering: [change] });
  assert.equal(store.settings.epochs, 3);
  assert.deepEqual(rateMarks(store), [{ x: 1.5, rate: 0.01 }]);
});
