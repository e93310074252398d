// From a run to what is to be drawn of it: series, domains, ticks. Pure, so that it is tested without a page.
import { epochTicks, linearTicks, logTicks, niceBound } from './scales.js';

const finite = (p) => Number.isFinite(p.y);

/** An epoch's results stand where the epoch ends, so that the line drawn inside it arrives at them. */
const atEnd = (epochs, pick) => epochs.map((e) => ({ x: e.epoch + 1, y: pick(e), epoch: e.epoch })).filter(finite);

const inside = (batches, pick) =>
  batches.map((b) => ({ x: b.epoch + b.batch / b.batches, y: pick(b), epoch: b.epoch })).filter(finite);

function groupByEpoch(points) {
  const groups = [];
  for (const p of points) {
    if (groups.length === 0 || groups.at(-1)[0].epoch !== p.epoch) groups.push([]);
    groups.at(-1).push(p);
  }
  return groups;
}

/** Another run's epochs, as far as they fit beside those of the run. */
const other = ({ badge, style, epochs }, xMax, pick) => {
  const shown = epochs.filter((e) => e.epoch + 1 <= xMax);
  return { badge, style, train: atEnd(shown, (e) => pick(e, 'train')), valid: atEnd(shown, (e) => pick(e, 'valid')) };
};

/**
 * Exponential moving average: each point is `factor` of the one before and the rest of the new one; the first is itself.
 * @param points in order of x
 */
export function smooth(points, factor) {
  let before;
  return points.map((p) => {
    before = before === undefined ? p.y : factor * before + (1 - factor) * p.y;
    return { ...p, y: before };
  });
}

/** The lines of a part of the chart with those that were smoothed in their place, and the raw ones as `raw`. */
function smoothed(part, factor) {
  if (!factor) return part;
  const both = (s) => ({ ...s, train: smooth(s.train, factor), valid: smooth(s.valid, factor), raw: { train: s.train, valid: s.valid } });
  return { ...both(part), others: part.others.map(both) };
}

/** What the y axis has to hold. The first reports of an epoch are averages over a handful of batches: they may be cut. */
function extent(series, zoomed) {
  const part = (p) => p.x - p.epoch;
  const counted = series.fine.flat().filter((p) => (zoomed ? false : p.epoch === 0 || part(p) > 0.05));
  const live = series.live.filter((p) => p.epoch === 0 || part(p) > 0.25);
  const others = series.others.flatMap((o) => [...o.train, ...o.valid]).filter((p) => !zoomed || p.epoch > 0);
  return [...series.train, ...series.valid, ...counted, ...live, ...others].map((p) => p.y);
}

function logDomain(values, batches) {
  const positive = values.filter((v) => v > 0);
  const low = Math.min(0.01 * batches, ...positive);
  const high = Math.max(0.1 * batches, ...positive);
  return [niceBound(low, -1), niceBound(high, 1)];
}

function linearDomain(values, fallback) {
  const high = Math.max(0, ...values) || fallback;
  const step = niceBound(high / 5, 1);
  return [0, Number((Math.ceil(high / step - 1e-9) * step).toPrecision(12))];
}

function accuracyDomain(values) {
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = Math.max(1, ...values);
  // A learner's own functions may divide by the wrong count: what comes out is shown, also above 1.
  if (high > 1) {
    return linearDomain([high], 1);
  }

  const steps = [0.99, 0.98, 0.96, 0.95, 0.9, 0.8, 0.6, 0.5, 0];
  return [steps.find((s) => s <= low - (1 - low) * 0.08) ?? 0, 1];
}

function series(run, pickEpoch, pickBatch) {
  const running = run.running;
  const live = inside(running, pickBatch);
  const liveEpoch = live[0]?.epoch;
  return {
    train: atEnd(run.epochs, (e) => pickEpoch(e, 'train')),
    valid: atEnd(run.epochs, (e) => pickEpoch(e, 'valid')),
    fine: groupByEpoch(inside(run.batches, pickBatch)).filter((g) => g[0].epoch !== liveEpoch),
    live,
  };
}

/**
 * @param run a RunStore, or anything shaped like it
 * @param options { sum, log, epochs, ticks: { x, y }, smoothing: 0 to below 1, others: [{ badge, style, epochs, clip }] }:
 * the other runs; one that is clipped is shown as far as the axis goes, the axis holds the whole of any other
 */
export function chartModel(run, options) {
  const last = run.epochs.at(-1);
  const ended = ['completed', 'cancelled', 'failed'].includes(run.state);
  const planned = run.settings?.epochs ?? options.epochs ?? 20;
  const done = last ? last.epoch + 1 : 0;
  const tail = run.batches.at(-1);
  // A run that ended early fills the width; one that goes on leaves the space that it will need.
  const own = ended && done > 0
    ? Math.max(done, tail ? Math.ceil(tail.epoch + tail.batch / tail.batches) : 0)
    : Math.max(planned, done);
  const others = options.others ?? [];
  const xMax = Math.max(own, ...others.filter((o) => !o.clip).map((o) => (o.epochs.at(-1)?.epoch ?? -1) + 1));
  const batches = tail?.batches ?? (last ? Math.round(last.trainLossSum / last.trainLoss) || 1 : 1);

  const lossOf = options.sum ? (e, set) => e[`${set}LossSum`] : (e, set) => e[`${set}Loss`];
  const accuracyOf = (e, set) => e[`${set}Accuracy`];
  const loss = {
    // While the epoch runs: the sum it is heading for, so that the line ends at the epoch's sum.
    ...series(run, lossOf, options.sum ? (b) => b.trainLoss * b.batches : (b) => b.trainLoss),
    others: others.map((o) => other(o, xMax, lossOf)),
  };
  const accuracy = { ...series(run, accuracyOf, (b) => b.trainAccuracy), others: others.map((o) => other(o, xMax, accuracyOf)) };

  // From the second epoch on, the axis shows the interesting end; the first epoch's climb is cut off then.
  const zoomed = done >= 2;
  const unit = options.sum ? batches : 1;
  const lossDomain = options.log
    ? logDomain(extent(loss, false), unit)
    : linearDomain(extent(loss, zoomed), 3 * unit);
  const accuracyRange = accuracyDomain(extent(accuracy, zoomed));
  return {
    xMax,
    xTicks: epochTicks(xMax, options.ticks.x),
    loss: {
      ...smoothed(loss, options.smoothing),
      log: options.log,
      domain: lossDomain,
      ticks: options.log
        ? logTicks(lossDomain[0], lossDomain[1], options.ticks.y)
        : linearTicks(lossDomain[0], lossDomain[1], options.ticks.y),
    },
    accuracy: {
      ...smoothed(accuracy, options.smoothing),
      log: false,
      domain: accuracyRange,
      ticks: linearTicks(accuracyRange[0], accuracyRange[1], options.ticks.y),
    },
  };
}
