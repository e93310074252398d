import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartModel, smooth } from '../../wwwroot/js/training/chart-model.js';
import { RunStore } from '../../wwwroot/js/training/run-store.js';

const options = { sum: false, log: true, epochs: 20, ticks: { x: 10, y: 6 } };
const epoch = (n) => ({
  epoch: n, trainLossSum: 85.8, trainLoss: 0.1, trainAccuracy: 0.97, validLossSum: 45, validLoss: 0.2, validAccuracy: 0.93,
});

function running(done, at) {
  const store = new RunStore();
  const latest = { epoch: done, batch: at, batches: 858, trainLoss: 0.5, trainAccuracy: 0.8 };
  store.applySnapshot({
    state: 'running', settings: { epochs: 10 }, epochs: Array.from({ length: done }, (_, n) => epoch(n)), batches: [], latestBatch: latest,
  });
  return store;
}

test('an epoch stands where it ends and the line inside it runs up to there', () => {
  const model = chartModel(running(2, 429), options);
  assert.deepEqual(model.loss.valid.map((p) => [p.x, p.y]), [[1, 0.2], [2, 0.2]]);
  assert.deepEqual(model.accuracy.live.map((p) => [p.x, p.y]), [[2.5, 0.8]]);
  assert.equal(model.xMax, 10);
});

test('sums are drawn as sums, inside the epoch too', () => {
  const model = chartModel(running(1, 429), { ...options, sum: true });
  assert.equal(model.loss.train[0].y, 85.8);
  assert.equal(model.loss.live[0].y, 0.5 * 858);
});

test('a run that ended early fills the width', () => {
  const store = running(3, 429);
  store.applyState({ state: 'cancelled' });
  assert.equal(chartModel(store, options).xMax, 4);
});

test('the accuracy axis shows the end that matters from the second epoch on', () => {
  assert.equal(chartModel(running(0, 10), options).accuracy.domain[0], 0.6);
  assert.equal(chartModel(running(3, 10), options).accuracy.domain[0], 0.9);
});

test('a loss of nothing and a run of nothing do not break the axes', () => {
  const store = running(1, 1);
  store.epochs[0].trainLoss = 0;
  for (const run of [store, new RunStore()]) {
    for (const log of [true, false]) {
      const { domain } = chartModel(run, { ...options, log }).loss;
      assert.ok(domain[0] < domain[1] && domain.every(Number.isFinite));
    }
  }
});

test('an accuracy above 1, of functions that divide by the wrong count, is on the axis', () => {
  const store = running(0, 10);
  store.applyEpoch({ ...epoch(0), validAccuracy: 3.8123 });
  const { domain } = chartModel(store, options).accuracy;
  assert.equal(domain[0], 0);
  assert.ok(domain[1] >= 3.8123 && domain[1] <= 5);
});

const other = (count, more) => ({ badge: '1', style: 1, ...more, epochs: Array.from({ length: count }, (_, n) => ({ ...epoch(n), validAccuracy: 0.75, validLoss: 1.5, validLossSum: 337 })) });

test("a reference's epochs lie beside the run's as far as its axis goes, and the axis holds both", () => {
  const model = chartModel(running(3, 429), { ...options, others: [other(20, { clip: true })] });
  assert.deepEqual(model.accuracy.others[0].valid.map((p) => p.x), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.equal(model.xMax, 10);
  assert.ok(model.accuracy.domain[0] <= 0.75);
  assert.ok(model.loss.domain[1] >= 1.5);
  assert.deepEqual(chartModel(running(3, 429), options).accuracy.others, []);
});

test('the axis is as long as the longest run that is compared', () => {
  const model = chartModel(running(3, 429), { ...options, others: [other(20, {}), other(4, {})] });
  assert.equal(model.xMax, 20);
  assert.deepEqual(model.loss.others.map((o) => o.train.length), [20, 4]);
});

test('smoothing is an exponential moving average of its factor', () => {
  const points = [1, 0, 0, 4].map((y, i) => ({ x: i + 1, y, epoch: i }));
  assert.deepEqual(smooth(points, 0.5).map((p) => p.y), [1, 0.5, 0.25, 2.125]);
  assert.deepEqual(smooth(points, 0.5).map((p) => p.x), [1, 2, 3, 4]);
  assert.deepEqual(smooth([], 0.9), []);
});

test('a smoothed chart has the raw lines too, of every run, and the same axes', () => {
  const raw = chartModel(running(3, 429), { ...options, others: [other(3, {})] });
  const model = chartModel(running(3, 429), { ...options, smoothing: 0.8, others: [other(3, {})] });
  assert.deepEqual(model.loss.raw.valid, raw.loss.valid);
  assert.deepEqual(model.loss.others[0].raw.train, raw.loss.others[0].train);
  assert.deepEqual(model.loss.domain, raw.loss.domain);
  assert.equal(raw.loss.raw, undefined);
});
