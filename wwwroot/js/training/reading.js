// What the crosshair reads at an epoch, of all runs at once. Pure, so that it is tested without a page.
import { Format } from './format.js';

export const at = (epochs, epoch) => epochs.find((e) => e.epoch === epoch);

/** Every epoch that one of the runs has, in order. @param shown { own: epochs, others: [{ epochs }] } */
export function allEpochs({ own, others }) {
  return [...new Set([own, ...others.map((other) => other.epochs)].flatMap((epochs) => epochs.map((e) => e.epoch)))].sort((a, b) => a - b);
}

/** @returns { title, head, rows: [[name, train, valid]], sentence } */
export function readingOf(epoch, shown, { sum, words, format }) {
  const runs = [{ badge: shown.others.length ? words.own : '', name: words.own, epochs: shown.own }, ...shown.others];
  const found = runs.map((run) => ({ ...run, result: at(run.epochs, epoch) })).filter((run) => run.result);
  const lossRow = (name, { result: e, badge }, kind) => [[name, badge].filter(Boolean).join(' '), format.loss(e[`train${kind}`]), format.loss(e[`valid${kind}`])];
  const rows = [
    ...(shown.others.length && sum ? [] : found.map((run, i) => lossRow(i === 0 ? words.tipMean : '', run, 'Loss'))),
    ...(shown.others.length && !sum ? [] : found.map((run, i) => lossRow(i === 0 ? words.tipSum : '', run, 'LossSum'))),
    ...found.map(({ badge, result: e }, i) => [[i === 0 ? words.accuracy : '', badge].filter(Boolean).join(' '), format.accuracy(e.trainAccuracy), format.accuracy(e.validAccuracy)]),
  ];
  const told = ({ result: e }) => [format.loss(e.trainLoss), format.loss(e.validLoss), format.accuracy(e.trainAccuracy), format.accuracy(e.validAccuracy)];
  const sentence = shown.others.length === 0
    ? found.map((run) => Format.fill(words.sentence, epoch + 1, ...told(run)))
    : [Format.fill(words.epoch, epoch + 1), ...found.map((run) => Format.fill(words.sentenceOf, run.name, ...told(run)))];
  return { title: Format.fill(words.epoch, epoch + 1), head: [words.train, words.valid], rows, sentence: sentence.join(' ') };
}
