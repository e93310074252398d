import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../../wwwroot/js/inside/api.js';
import { Newest } from '../../wwwroot/js/inside/newest.js';
import { nearest, readView, stepped, writeView } from '../../wwwroot/js/inside/view.js';
import { Words } from '../../wwwroot/js/inside/words.js';
import { FakeSite, numbers, safetensors } from './inside-fakes.mjs';

const run = '0c2f6b1e-1111-2222-3333-444455556666';
const settle = () => new Promise((resolve) => { setImmediate(resolve); });
globalThis.document ??= { baseURI: 'http://site/' };

test('address: what it says is read and written again as it was', () => {
  const draws = numbers(4000, 9);
  let at = 0;
  const draw = (count) => Math.min(count - 1, Math.floor((draws[at++] + 1) / 2 * count));
  for (let round = 0; round < 200; round++) {
    const kind = draw(3);
    const view = {
      image: draw(7172),
      epoch: [null, -1, draw(20)][draw(3)],
      set: ['valid', 'train'][draw(2)],
      stage: ['conv', 'norm', 'pool'][draw(3)],
      layer: kind === 0 ? null : 1 + draw(3),
      channel: kind === 1 ? draw(25) : null,
      unit: kind === 2 ? draw(512) : null,
      at: kind === 1 ? [null, [draw(28), draw(28)]][draw(2)] : null,
      letter: [null, 'v'][draw(2)],
      alike: draw(2) === 1,
      against: [null, { run: null, epoch: -1 }, { run, epoch: null }, { run, epoch: 4 }][draw(4)],
    };
    assert.deepEqual(readView(writeView(view)), view);
  }
});

test('address: what cannot be is as if it were not there', () => {
  const view = readView('?image=-3&epoch=x&set=all&layer=9&channel=5&at=4.99&letter=j&against=nobody.2&alike=2&stage=raw');
  assert.deepEqual(view, readView(''));
  assert.equal(readView('layer=1&channel=3&at=4').at, null);
  assert.equal(readView('channel=3').channel, null);
  assert.equal(readView('against=-1').against.epoch, -1);
  assert.equal(readView(`against=${run}.2.3`).against, null);
  assert.equal(writeView(readView('')), '');
});

test('epochs: a slider stands where weights are kept', () => {
  const kept = [-1, 0, 1, 3, 5, 9];
  assert.equal(nearest(kept, 4), 3);
  assert.equal(nearest(kept, 8), 9);
  assert.equal(nearest([], 1), null);
  assert.equal(stepped(kept, 1, 1), 3);
  assert.equal(stepped(kept, -1, -1), -1);
  assert.equal(stepped(kept, 9, 1), 9);
});

test('newest: what a slider passes over while an answer is on its way is never asked for', async () => {
  const asked = [];
  const shown = [];
  const place = new Newest((wish) => new Promise((resolve, reject) => asked.push({ wish, resolve, reject })), (wish, answer, error) => shown.push([wish, answer, error?.message]));
  for (const wish of [1, 2, 3, 4]) place.want(wish);
  assert.deepEqual(asked.map((one) => one.wish), [1]);
  asked[0].resolve('one');
  await settle();
  assert.deepEqual(asked.map((one) => one.wish), [1, 4]);
  asked[1].reject(new Error('no'));
  await settle();
  assert.deepEqual(shown, [[1, 'one', undefined], [4, null, 'no']]);
  assert.equal(place.isWaiting, false);
});

test('newest: a fault of what is not wanted any more is nobody\'s, and what is dropped is not shown', async () => {
  const asked = [];
  const shown = [];
  const place = new Newest((wish) => new Promise((resolve, reject) => asked.push({ wish, resolve, reject })), (wish) => shown.push(wish));
  place.want(1);
  place.want(2);
  asked[0].reject(new Error('superseded'));
  await settle();
  place.drop();
  asked[1].resolve('two');
  await settle();
  assert.deepEqual(shown, []);
});

test('looks: one that is there is not asked for again, one that takes long is asked again and tells how far it is', async () => {
  const site = new FakeSite();
  const api = new Api(site.fetch);
  const told = [];
  const bytes = () => new Response(safetensors({ rows: { shape: [1], data: Int32Array.from([3]) } }));
  const first = api.look(run, 'alike', { image: 3, epoch: 1 }, 'a', (done) => { told.push(done); });
  site.answer(new Response('{"done":0.43}', { status: 202 }));
  while (site.asked.length < 2) await new Promise((resolve) => { setTimeout(resolve, 20); });
  site.answer(bytes());
  assert.deepEqual([...(await first).rows.data], [3]);
  assert.deepEqual(told, [0.43]);
  assert.deepEqual([...(await api.look(run, 'alike', { image: 3, epoch: 1 }, 'a')).rows.data], [3]);
  assert.equal(site.asked.length, 2);
  assert.match(site.asked[0], new RegExp(`^http://site/api/runs/${run}/look/alike\\?image=3&epoch=1&viewer=\\w+a$`));
});

test('looks: every refusal of the site has its reason', async () => {
  const site = new FakeSite();
  const api = new Api(site.fetch);
  const problem = (status, title) => new Response(JSON.stringify({ title }), { status });
  for (const [response, reason] of [[problem(404), 'gone'], [problem(409, 'superseded'), 'superseded'], [problem(409, 'Another data set'), 'other-data'], [problem(500), 'failed']]) {
    const asked = api.look(run, 'whole', { image: 1, epoch: 0 }, 'w');
    site.answer(response);
    await assert.rejects(asked, { reason });
  }
});

test('words: signs are true ones, and a negative nothing is nothing', () => {
  const words = new Words({ Epoch: 'epoch {0}', Untrained: 'untrained' }, 'en');
  assert.equal(words.number(-0.004), '0.00');
  assert.equal(words.number(-1.5, 1), '−1.5');
  assert.equal(words.signed(2, 1), '+2.0');
  assert.equal(words.epoch(-1), 'untrained');
  assert.equal(words.epoch(0), 'epoch 1');
  assert.equal(words.share(0.9987), '99.9%');
});
