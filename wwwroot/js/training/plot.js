// One of the two plots: axis, gap, lines, markers, labels at the lines' ends.
import { linearScale, logScale, spread } from './scales.js';
import { band, line, set, svg, text } from './svg.js';

const MARKERS = { train: 'M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0Z', valid: 'M0 -4.4L4.4 0L0 4.4L-4.4 0Z' };

export class Plot {
  #parts;
  #clip;

  /** @param name 'loss' or 'accuracy' */
  constructor(root, name, clipId) {
    const group = svg('g', { class: `tc-plot tc-${name}` }, root);
    const clip = svg('clipPath', { id: clipId }, group);
    this.#clip = svg('rect', {}, clip);
    const axis = svg('g', { class: 'tc-axis' }, group);
    const inner = svg('g', { 'clip-path': `url(#${clipId})` }, group);
    this.#parts = {
      axis,
      gap: svg('path', { class: 'tc-gap' }, inner),
      raw: svg('g', { class: 'tc-raw' }, inner),
      others: svg('g', {}, inner),
      fine: svg('path', { class: 'tc-fine' }, inner),
      valid: svg('path', { class: 'tc-line tc-valid' }, inner),
      train: svg('path', { class: 'tc-line tc-train' }, inner),
      live: svg('path', { class: 'tc-live' }, inner),
      markers: svg('g', {}, group),
      badges: svg('g', {}, group),
      dot: svg('circle', { class: 'tc-dot', r: 4, visibility: 'hidden' }, group),
      labels: svg('g', { class: 'tc-labels' }, group),
    };
  }

  /** @param part { train, valid, fine, live, others, raw, domain, ticks, log } @param words.sets which of train and valid are shown @returns the scale of y */
  draw(part, place, area, x, words) {
    const { gap, fine, train, valid, live, markers } = this.#parts;
    const shows = (name) => words.sets.includes(name);
    const y = (part.log ? logScale : linearScale)(part.domain, [area.bottom, area.top]);
    // Lines at the very edge keep their full width.
    set(this.#clip, { x: place.left - 2, y: area.top - 3, width: place.right - place.left + 4, height: area.bottom - area.top + 6 });
    this.#drawAxis(part, place, area, y, words);
    gap.setAttribute('d', words.showGap && words.sets.length === 2 ? band(part.valid, part.train, x, y) : '');
    fine.setAttribute('d', shows('train') ? part.fine.map((g) => line(g, x, y, 1.5)).join('') : '');
    valid.setAttribute('d', shows('valid') ? line(part.valid, x, y) : '');
    train.setAttribute('d', shows('train') ? line(part.train, x, y) : '');
    live.setAttribute('d', shows('train') ? line(part.live, x, y, 0.5) : '');
    this.#drawOthers(part, place, area, x, y, words.sets);
    markers.replaceChildren();
    const apart = x(1) - x(0);
    for (const name of words.sets) {
      const points = apart >= 9 ? part[name] : part[name].slice(-1);
      for (const p of points) {
        svg('path', { class: `tc-marker tc-${name}`, d: MARKERS[name], transform: `translate(${x(p.x)} ${y(p.y)})` }, markers);
      }
    }
    this.#drawEnds(part, place, area, x, y, words);
    return y;
  }

  #drawOthers(part, place, area, x, y, sets) {
    const { others, raw, badges } = this.#parts;
    others.replaceChildren();
    raw.replaceChildren();
    const ends = [];
    for (const run of [part, ...part.others]) {
      for (const name of sets) {
        if (run.raw) svg('path', { class: `tc-line tc-${name}`, d: line(run.raw[name], x, y) }, raw);
        if (run === part) continue;
        svg('path', { class: `tc-other tc-${name} tc-style-${run.style}`, d: line(run[name], x, y) }, others);
        const end = run[name].at(-1);
        if (end) ends.push({ badge: run.badge, name, at: x(end.x), y: Math.min(area.bottom, Math.max(area.top, y(end.y))) });
      }
    }
    badges.replaceChildren(...this.#badges(ends, area));
  }

  // A circle stands for training and a diamond for validation, as on the run's own lines.
  #badges(ends, area) {
    const columns = [...new Set(ends.map((end) => Math.round(end.at / 16)))].map((at) => ends.filter((end) => Math.round(end.at / 16) === at));
    return columns.flatMap((column) => {
      const centres = spread(column.map((end) => end.y), 15, area.top + 4, area.bottom - 4);
      return column.map((end, i) => {
        const group = svg('g', { class: `tc-badge tc-${end.name}`, transform: `translate(${end.at} ${centres[i]})` });
        svg('path', { d: end.name === 'train' ? 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z' : 'M0 -9L9 0L0 9L-9 0Z' }, group);
        text(group, 'tc-badge-text', 0, 3.5, end.badge, { 'text-anchor': 'middle' });
        return group;
      });
    });
  }

  #drawAxis(part, place, area, y, words) {
    const { axis } = this.#parts;
    axis.replaceChildren();
    for (const tick of part.ticks) {
      const at = Math.round(y(tick)) + 0.5;
      svg('line', { class: 'tc-grid', x1: place.left, x2: place.right, y1: at, y2: at }, axis);
      text(axis, 'tc-tick', place.left - 8, at + 4, words.tick(tick), { 'text-anchor': 'end' });
    }
    const floor = Math.round(area.bottom) + 0.5;
    svg('line', { class: 'tc-base', x1: place.left, x2: place.right, y1: floor, y2: floor }, axis);
    text(axis, 'tc-title', 0, area.title + 14, words.title);
  }

  #drawEnds(part, place, area, x, y, words) {
    const { labels, dot } = this.#parts;
    labels.replaceChildren();
    const head = words.sets.includes('train') ? part.live.at(-1) : undefined;
    // The numbers beside the lines are what came out, smoothed or not.
    const { train, valid } = part.raw ?? part;
    set(dot, head ? { visibility: 'visible', cx: x(head.x), cy: Math.min(area.bottom, Math.max(area.top, y(head.y))) } : { visibility: 'hidden' });
    const ends = [
      { name: 'train', point: head ?? train.at(-1) },
      { name: 'valid', point: valid.at(-1) },
    ].filter((end) => end.point && words.sets.includes(end.name));
    if (place.narrow) this.#drawKey(ends, place, area, words);
    else this.#drawBesideLines(ends, area, x, y, words);
  }

  #drawBesideLines(ends, area, x, y, words) {
    const { labels } = this.#parts;
    const centres = spread(ends.map((e) => Math.min(area.bottom, Math.max(area.top, y(e.point.y)))), 16, area.top + 2, area.bottom - 2);
    // One column, so that no label lies on the other's line.
    const at = Math.max(...ends.map((e) => x(e.point.x))) + 12;
    ends.forEach((end, i) => {
      const label = text(labels, `tc-label tc-${end.name}`, at, centres[i] + 4, words[end.name]);
      const value = svg('tspan', { class: 'tc-value', dx: 5 }, label);
      value.textContent = words.value(end.point.y);
    });
  }

  #drawKey(ends, place, area, words) {
    const { labels } = this.#parts;
    let right = place.right;
    for (const end of [...ends].reverse()) {
      const label = text(labels, `tc-label tc-${end.name}`, right, area.title + 14, words[end.name], { 'text-anchor': 'end' });
      const value = svg('tspan', { class: 'tc-value', dx: 4 }, label);
      value.textContent = words.value(end.point.y);
      const width = label.getComputedTextLength();
      svg('path', { class: `tc-marker tc-${end.name}`, d: MARKERS[end.name], transform: `translate(${right - width - 10} ${area.title + 10})` }, labels);
      right -= width + 28;
    }
  }
}
