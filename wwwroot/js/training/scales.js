// Scales and ticks: numbers in, numbers out.

/** The nearest of 1, 2, 5 times a power of ten, below (direction -1) or above (direction 1). */
export function niceBound(value, direction) {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((s) => s * power);
  // A hair of tolerance, or 0.3 / 0.1 = 2.9999999999999996 picks the wrong step.
  return direction < 0
    ? steps.findLast((s) => s <= value * (1 + 1e-9))
    : steps.find((s) => s >= value * (1 - 1e-9));
}

export function linearTicks(min, max, count) {
  const step = niceBound((max - min) / Math.max(1, count), 1);
  const ticks = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten, with the twos and fives between them where there is space. */
export function logTicks(min, max, count) {
  const first = Math.floor(Math.log10(min) + 1e-9);
  const last = Math.ceil(Math.log10(max) - 1e-9);
  const within = (v) => v >= min * (1 - 1e-9) && v <= max * (1 + 1e-9);
  const series = (factors, every) => {
    const ticks = [];
    for (let p = first; p <= last; p++) {
      if (p % every !== 0) continue;
      for (const f of factors) ticks.push(Number((f * 10 ** p).toPrecision(6)));
    }
    return ticks.filter(within);
  };
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = series(factors, 1);
    if (ticks.length <= count) return ticks;
  }
  return series([1], Math.ceil((last - first) / count));
}

/** Whole epochs only. */
export function epochTicks(max, count) {
  const step = Math.max(1, Math.round(niceBound(max / Math.max(1, count), 1)));
  const ticks = [];
  for (let v = 0; v <= max; v += step) ticks.push(v);
  return ticks;
}

export function linearScale([d0, d1], [r0, r1]) {
  const k = (r1 - r0) / (d1 - d0 || 1);
  return (v) => r0 + (v - d0) * k;
}

export function logScale([d0, d1], range) {
  const inner = linearScale([Math.log10(d0), Math.log10(d1)], range);
  return (v) => inner(Math.log10(Math.max(v, d0 * 1e-3)));
}

/** Pushes centres apart until none is nearer to the next than `gap`; returns them in the order given. */
export function spread(centres, gap, low, high) {
  const order = centres.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k++) {
    const overlap = order[k - 1].y + gap - order[k].y;
    if (overlap > 0) {
      order[k - 1].y -= overlap / 2;
      order[k].y += overlap / 2;
    }
  }
  for (const o of order) o.y = Math.min(high, Math.max(low, o.y));
  for (let k = 1; k < order.length; k++) order[k].y = Math.max(order[k].y, order[k - 1].y + gap);
  if (order.length > 0) order.at(-1).y = Math.min(high, order.at(-1).y);
  for (let k = order.length - 2; k >= 0; k--) order[k].y = Math.min(order[k].y, order[k + 1].y - gap);
  const out = [];
  for (const o of order) out[o.i] = o.y;
  return out;
}
