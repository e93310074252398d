import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, wrap } from '../../wwwroot/js/training/chart-export.js';
import { Format } from '../../wwwroot/js/training/format.js';
import { allEpochs, readingOf } from '../../wwwroot/js/training/reading.js';

const result = (epoch, validAccuracy) => ({
  epoch, trainLoss: 0.5, trainLossSum: 429, trainAccuracy: 0.9, validLoss: 0.25, validLossSum: 56.25, validAccuracy,
});
const words = {
  own: 'this run', tipMean: 'mean loss', tipSum: 'loss sum', accuracy: 'accuracy', epoch: 'epoch {0}', train: 'training', valid: 'validation',
  sentence: 'Epoch {0}: {1}, {2}, {3}, {4}', sentenceOf: '{0}: {1}, {2}, {3}, {4}.',
};
const format = new Format('en');

test('all curves are read at once at an epoch, also where only one has it', () => {
  const shown = { own: [result(0, 0.8), result(1, 0.9)], others: [{ badge: '1', name: 'dense', epochs: [result(1, 0.6), result(5, 0.7)] }] };
  assert.deepEqual(allEpochs(shown), [0, 1, 5]);
  const both = readingOf(1, shown, { sum: false, words, format });
  assert.deepEqual(both.rows, [
    ['mean loss this run', '0.5000', '0.2500'], ['1', '0.5000', '0.2500'],
    ['accuracy this run', '90.00%', '90.00%'], ['1', '90.00%', '60.00%'],
  ]);
  assert.equal(both.sentence, 'epoch 2 this run: 0.5000, 0.2500, 90.00%, 90.00%. dense: 0.5000, 0.2500, 90.00%, 60.00%.');
  assert.deepEqual(readingOf(5, shown, { sum: true, words, format }).rows, [['loss sum 1', '429.0000', '56.2500'], ['accuracy 1', '90.00%', '70.00%']]);
});

test('a run alone is read as before: mean, sum and accuracy', () => {
  const alone = readingOf(0, { own: [result(0, 0.8)], others: [] }, { sum: false, words, format });
  assert.deepEqual(alone.rows.map((row) => row[0]), ['mean loss', 'loss sum', 'accuracy']);
  assert.equal(alone.sentence, 'Epoch 1: 0.5000, 0.2500, 90.00%, 80.00%');
});

test('a CSV has a line for each epoch of each run, with its settings', () => {
  const csv = csvOf([{ name: 'mine', settings: 'CNN, seed 1', epochs: [result(0, 0.8), result(1, 0.9)] }, { name: 'say "hi"', settings: 'dense', epochs: [result(0, 0.5)] }]);
  assert.deepEqual(csv.split('\r\n'), [
    'run,settings,epoch,trainLoss,trainLossSum,trainAccuracy,validLoss,validLossSum,validAccuracy',
    'mine,"CNN, seed 1",1,0.5,429,0.9,0.25,56.25,0.8',
    'mine,"CNN, seed 1",2,0.5,429,0.9,0.25,56.25,0.9',
    '"say ""hi""",dense,1,0.5,429,0.9,0.25,56.25,0.5',
    '',
  ]);
});

test('no name becomes a formula of a table program', () => {
  assert.match(csvOf([{ name: '=1+1', settings: '@x', epochs: [result(0, 0.8)] }]), /\n'=1\+1,'@x,1,/);
});

test('captions are broken at words, Chinese ones anywhere', () => {
  assert.deepEqual(wrap('batch size 32, seed 1', 12), ['batch size', '32, seed 1']);
  assert.deepEqual(wrap('批次大小三十二', 8), ['批次大小', '三十二']);
});
