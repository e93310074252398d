import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunStore } from '../../wwwroot/js/training/run-store.js';

const batch = (epoch, at) => ({ epoch, batch: at, batches: 100, trainLoss: 1, trainAccuracy: 0.5 });
const epoch = (n, trainLoss = 1) => ({ epoch: n, trainLoss });
const places = (store) => store.batches.map((b) => `${b.epoch}:${b.batch}`);

test('a snapshot and the events after it follow on', () => {
  const store = new RunStore();
  store.applySnapshot({ state: 'running', epochs: [epoch(0)], batches: [batch(0, 50), batch(1, 10)], latestBatch: batch(1, 20) });
  store.applyBatch(batch(1, 30));
  assert.deepEqual(places(store), ['0:50', '1:10', '1:20', '1:30']);
  assert.deepEqual(store.running.map((b) => b.batch), [10, 20, 30]);
  store.applyEpoch(epoch(1));
  assert.deepEqual(store.running, []);
});

test('an epoch told twice is there once, the later word counts', () => {
  const store = new RunStore();
  store.applyEpoch(epoch(1));
  store.applyEpoch(epoch(0));
  store.applyEpoch(epoch(1, 7));
  store.applySnapshot({ state: 'running', epochs: [epoch(0), epoch(1, 7)], batches: [] });
  assert.deepEqual(store.epochs, [epoch(0), epoch(1, 7)]);
});

test('an epoch begun again replaces what was drawn of it', () => {
  const store = new RunStore();
  store.applyState({ state: 'running' });
  for (const at of [10, 20, 30]) store.applyBatch(batch(2, at));
  store.applyBatch(batch(2, 10));
  assert.deepEqual(places(store), ['2:10']);
});

test('after a lost connection the finer finished line stays and the open epoch is the site\'s', () => {
  const store = new RunStore();
  store.applySnapshot({ state: 'running', epochs: [], batches: [] });
  for (const at of [10, 20, 30]) store.applyBatch(batch(0, at));
  store.applyEpoch(epoch(0));
  for (const at of [10, 20, 80]) store.applyBatch(batch(1, at));
  store.applySnapshot({ state: 'running', epochs: [epoch(0)], batches: [batch(0, 30), batch(1, 15)], latestBatch: batch(1, 15) });
  assert.deepEqual(places(store), ['0:10', '0:20', '0:30', '1:15']);
});
