import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOfAddress, insideAddress, listAddress, pageAddress, pixelsAddress, readCell, rgbaOf, titleOf, topText } from '../../wwwroot/js/confusion/cell-images.js';

const cell = { label: 'm', predicted: 'n' };

test('a cell is named by its two letters, and nothing else is a cell', () => {
  assert.deepEqual(readCell('m-n'), cell);
  for (const name of ['m', 'm-', 'M-n', 'm-z', 'undefined-undefined', null]) assert.equal(readCell(name), null);
});

test('the addresses of a cell, its images and the look inside', () => {
  assert.equal(listAddress('r1', '3', cell), 'api/runs/r1/confusion/images?epoch=3&label=M&predicted=N');
  assert.equal(pixelsAddress([3, 15], 'ab'), 'api/data/valid/images?rows=3%2C15&data=ab');
  assert.equal(insideAddress('r1', '3', 15), 'runs/r1/inside?image=15&epoch=3');
});

test('the page has the open cell in its address, beside what else stands there, and takes it out again', () => {
  const open = pageAddress('http://site/runs/r1?with=reference', '3', cell);
  assert.equal(open, 'http://site/runs/r1?with=reference&epoch=3&label=M&predicted=N');
  assert.deepEqual(cellOfAddress(open), cell);
  assert.equal(pageAddress(open, '4', null), 'http://site/runs/r1?with=reference');
  assert.equal(cellOfAddress('http://site/runs/r1'), null);
  assert.equal(cellOfAddress('http://site/runs/r1?label=M&predicted=1'), null);
});

test('a title counts epochs as people do', () => {
  const words = { title: '{0} taken for {1}, after epoch {2}', titleRight: '{0} read rightly, after epoch {2}' };
  assert.equal(titleOf(words, cell, '3'), 'M taken for N, after epoch 4');
  assert.equal(titleOf(words, { label: 'm', predicted: 'm' }, '0'), 'M read rightly, after epoch 1');
});

test('nearly sure is not sure', () => {
  const top = [{ letter: 'N', probability: 0.99997 }, { letter: 'M', probability: 0.00002 }];
  assert.equal(topText(top, 'en'), 'N 99.9%, M 0.0%');
  assert.equal(topText([{ letter: 'n', probability: 1 }], 'zh-CN'), 'N 100.0%');
});

test('grey bytes become the pixels of the image that is asked for', () => {
  const bytes = new Uint8Array(2 * 784);
  bytes[784] = 7;
  bytes[2 * 784 - 1] = 250;
  const rgba = rgbaOf(bytes, 1);
  assert.deepEqual([...rgba.slice(0, 8)], [7, 7, 7, 255, 0, 0, 0, 255]);
  assert.deepEqual([...rgba.slice(-4)], [250, 250, 250, 255]);
});
