import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from '../../wwwroot/js/alive/answers.js';
import { convolve, handLook, HAND } from '../../wwwroot/js/alive/kernels.js';
import { newestNet, OwnNet } from '../../wwwroot/js/alive/own-net.js';
import { passesOf } from '../../wwwroot/js/alive/passes.js';
import { ahead, Photographs, rowsOf, stepped } from '../../wwwroot/js/alive/photographs.js';
import { change, moved, pooled } from '../../wwwroot/js/alive/pooling.js';
import { flattened, largest, perMap, products, total } from '../../wwwroot/js/alive/sums.js';
import { cells } from '../../wwwroot/js/alive/strips.js';
import { convolved } from '../../wwwroot/js/inside/arithmetic.js';
import { mapLook, numbers } from './inside-fakes.mjs';

const settle = () => new Promise((resolve) => { setImmediate(resolve); });
const near = (actual, expected, within = 1e-5) => actual.forEach((value, at) => assert.ok(Math.abs(value - expected[at]) < within, `${at}: ${value} is not ${expected[at]}`));

/** A data set of so many images whose every pixel is the image's row. */
class FakeApi {
  asked = [];
  waits = null;

  constructor(labels) { this.bytes = Uint8Array.from(labels); }
  async data() { return { digest: 'd1' }; }
  async labels() { return this.bytes; }

  async once(path, read) {
    this.asked.push(path);
    const rows = path.match(/rows=([\d,]+)/)[1].split(',').map(Number);
    const answer = await read({ arrayBuffer: async () => Uint8Array.from(rows.flatMap((row) => Array(784).fill(row))).buffer });
    await this.waits?.(rows[0]);
    return answer;
  }
}

class Storage {
  #items = new Map();
  getItem(key) { return this.#items.get(key) ?? null; }
  setItem(key, value) { this.#items.set(key, value); }
}

// v is the 21st class.
const V = 20;
const LABELS = [V, 3, V, 0, 3, V, 0];

test('photographs: begins with a V, steps within the letter and goes round', async () => {
  const photographs = new Photographs(new FakeApi(LABELS), new Storage());
  await photographs.start();
  assert.deepEqual([photographs.current.index, photographs.current.letter, photographs.count], [0, 'v', 3]);
  await photographs.step(1);
  assert.deepEqual([photographs.current.index, photographs.current.pixels[0], photographs.current.pixels.length], [2, 2, 784]);
  await photographs.step(-2);
  assert.equal(photographs.current.index, 5);
  await photographs.choose('d');
  assert.deepEqual([photographs.current.index, photographs.place], [1, 0]);
  await photographs.random(() => 0.99);
  assert.equal(photographs.current.index, 4);
  assert.equal(await photographs.choose('y'), false);
  assert.equal(photographs.letter, 'd');
});

test('photographs: a letter is fetched once for many steps, and kept for the next page', async () => {
  const api = new FakeApi(LABELS);
  const storage = new Storage();
  const photographs = new Photographs(api, storage);
  await photographs.start();
  await photographs.step(1);
  await photographs.step(1);
  assert.equal(api.asked.length, 1);
  const again = new Photographs(new FakeApi(LABELS), storage);
  await again.start();
  assert.deepEqual([again.current.index, again.letter], [5, 'v']);
  // Of another data set the same place would be another photograph.
  const other = new FakeApi(LABELS);
  other.data = async () => ({ digest: 'd2' });
  const elsewhere = new Photographs(other, storage);
  await elsewhere.start();
  assert.equal(elsewhere.current.index, 0);
});

test('photographs: one that comes late does not take the place of the one that was picked after it', async () => {
  const api = new FakeApi([V, ...Array(40).fill(3)]);
  const photographs = new Photographs(api, null);
  await photographs.start();
  const gates = new Map();
  api.waits = (row) => new Promise((resolve) => gates.set(row, resolve));
  const slow = photographs.pick(3);
  const fast = photographs.pick(30);
  await settle();
  gates.get(30)?.();
  await fast;
  gates.get(3)?.();
  await slow;
  assert.equal(photographs.current.index, 30);
});

test('photographs: rows of a letter, steps and what is fetched ahead', () => {
  assert.deepEqual(rowsOf(Uint8Array.from(LABELS), 'a'), [3, 6]);
  assert.equal(rowsOf(Uint8Array.from(LABELS), '').length, 7);
  assert.equal(stepped([2, 5, 9], 9, 1), 2);
  assert.equal(stepped([2, 5, 9], 6, 1), 9);
  assert.deepEqual(ahead([2, 5, 9], 5, 12), [5, 9, 2]);
});

test('own net: the newest cnn with an epoch; of another data set none; follows the last epoch until one is chosen', async () => {
  const run = (id, model, epochsDone, state = 'running') => ({ id, state, epochsDone, settings: { model, kernelSize: 3, headDropout: 0.3 } });
  const runs = [run('c', 'cnn', 0), run('b', 'dense', 4), run('a', 'cnn', 2)];
  assert.equal(newestNet(runs).id, 'a');
  assert.equal(newestNet([]), null);
  let epochs = [-1, 0];
  const net = new OwnNet({ runs: async () => runs, kept: async () => ({ digest: 'd1', epochs }), example: async () => null }, () => 0);
  let told = 0;
  net.watch(() => { told++; });
  await net.refresh('d1');
  assert.deepEqual([net.run, net.epoch, told], ['a', 0, 1]);
  epochs = [-1, 0, 1];
  await net.refresh('d1');
  assert.equal(net.epoch, 0, 'was read a moment ago');
  await net.refresh('d1', true);
  assert.deepEqual([net.epoch, told], [1, 2]);
  net.choose(-1);
  epochs = [-1, 0, 1, 2];
  await net.refresh('d1', true);
  assert.equal(net.epoch, -1);
  await net.refresh('d2', true);
  assert.equal(net.run, null);
});

test('own net: until there is one, the site\'s own, which is told', async () => {
  const run = (id) => ({ id, state: 'completed', epochsDone: 2, settings: { model: 'cnn', kernelSize: 3, headDropout: 0.3 } });
  let own = [];
  const net = new OwnNet({ runs: async () => own, kept: async (id) => ({ digest: 'd1', epochs: id === 'site' ? [-1, 0, 1] : [-1, 0] }), example: async () => run('site') }, () => 0);
  await net.refresh('d1');
  assert.deepEqual([net.run, net.epoch, net.isExample], ['site', 1, true]);
  await net.refresh('d2', true);
  assert.equal(net.run, null, 'not of another data set');
  own = [run('mine')];
  await net.refresh('d1', true);
  assert.deepEqual([net.run, net.epoch, net.isExample], ['mine', 0, false]);
});

test('answers: only the newest wish is asked, and what is not wanted any more is forgotten', async () => {
  const asked = [];
  const refused = [];
  const answers = new Answers((name, run, query) => new Promise((resolve, reject) => asked.push({ query, resolve, reject })), { changed() {}, refused: (reason) => refused.push(reason) });
  for (const channel of [1, 2, 3]) answers.want('map', 'r', { channel });
  asked[0].resolve('one');
  await settle();
  assert.deepEqual([answers.of('map').tensors, answers.isComplete, asked.length], ['one', false, 2]);
  asked[1].resolve('three');
  await settle();
  assert.deepEqual([answers.of('map').tensors, answers.of('map').query.channel, answers.isComplete], ['three', 3, true]);
  answers.want('map', 'r', { channel: 4 });
  asked[2].reject(Object.assign(new Error(), { reason: 'busy' }));
  await settle();
  assert.deepEqual(refused, ['busy']);
  answers.want('map', null, {});
  assert.equal(answers.of('map'), null);
});

test('kernels: a convolution is that of the plain loops, with kernels of 3 and of 5', () => {
  for (const kernel of [3, 5]) {
    const look = mapLook({ inputs: 1, side: 9, kernel, seed: 4 });
    const out = convolve(look.inputs.data, 9, look.kernel.data, kernel);
    near(out, look.conv.data.map((value) => value - look.bias.data[0]));
  }
});

test('kernels: one made by hand gives a look like the site’s', () => {
  const pixels = Uint8Array.from(numbers(784, 3), (value) => (value + 1) * 127);
  for (const name of Object.keys(HAND)) {
    const look = handLook(pixels, name);
    for (const [row, column] of [[0, 0], [13, 7], [27, 27]]) {
      assert.ok(Math.abs(convolved(look, row, column).total - look.conv.data[row * 28 + column]) < 1e-5);
    }
  }
});

test('pooling: the largest of four, and what a shift changes', () => {
  const values = Float32Array.from([1, 5, 2, 0, 3, 4, 9, 1, 0, 0, 0, 7, 0, 0, 6, 0]);
  assert.deepEqual([...pooled(values, 4).data], [5, 9, 0, 7]);
  assert.deepEqual([...pooled(values, 3).data], [5], 'a last odd row and column are dropped');
  const right = moved(values, 4, 1, 0);
  assert.deepEqual([...right.slice(0, 4)], [0, 1, 5, 2]);
  assert.deepEqual([...moved(values, 4, 0, -1).slice(12)], [0, 0, 0, 0]);
  assert.equal(change([2, 2], [1, 4]), 0.75);
  assert.equal(change([0, 0], [1, 1]), 0);
});

test('sums: the products of a letter, map by map', () => {
  const parts = products([1, 2, 3, 4], [1, -1, 0.5, 2]);
  assert.deepEqual([...parts], [1, -2, 1.5, 8]);
  assert.equal(total(parts), 8.5);
  assert.deepEqual([...perMap(parts, 2)], [-1, 9.5]);
  assert.equal(largest([3, 7, 5]), 1);
  const whole = { pool3: { shape: [2, 1, 2], data: Uint8Array.from([0, 255, 51, 0]) }, 'pool3.range': { data: Float32Array.from([0, 2, -1, 4]) } };
  near(flattened(whole), [0, 2, 0, -1]);
});

test('passes: how sure each is of a letter, and whether it answers the same', () => {
  const passes = passesOf(Float32Array.from([0.75, 0.25, 0.25, 0.75, 0.5, 0.5]), 2, 0);
  assert.deepEqual([passes.sure, passes.answers, passes.mean, passes.lowest, passes.highest], [[0.75, 0.25, 0.5], [0, 1, 0], 0.5, 0.25, 0.75]);
});

test('cells: rows fit the width', () => {
  const at = cells(25, 32, 4, 350);
  assert.deepEqual([at.columns, at.rows, at.width], [9, 3, 320]);
  assert.ok(cells(25, 32, 4, 10).columns === 1);
});
