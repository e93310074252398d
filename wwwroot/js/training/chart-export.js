// The chart as a file: numbers as CSV, the drawing as SVG or PNG. Each says which runs it shows and with which settings.
import { set, svg, text } from './svg.js';

const COLUMNS = ['trainLoss', 'trainLossSum', 'trainAccuracy', 'validLoss', 'validLossSum', 'validAccuracy'];

const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor', 'paint-order', 'visibility', 'display', 'clip-path',
];

// A table program would take what begins like this for a formula.
const cell = (value) => {
  const content = typeof value === 'string' ? value.replace(/^(?=[=+\-@\t])/, "'") : String(value ?? '');
  return /[",\r\n]/.test(content) ? `"${content.replaceAll('"', '""')}"` : content;
};

/** One line an epoch and run, epochs counted from 1. @param runs [{ name, settings, epochs }] */
export function csvOf(runs) {
  const lines = [['run', 'settings', 'epoch', ...COLUMNS]];
  for (const run of runs) {
    for (const e of run.epochs) lines.push([run.name, run.settings, e.epoch + 1, ...COLUMNS.map((name) => e[name])]);
  }
  return lines.map((values) => `${values.map(cell).join(',')}\r\n`).join('');
}

/** Lines of at most so many columns; a Chinese character takes two. */
export function wrap(words, columns) {
  const lines = [''];
  let used = 0;
  for (const piece of words.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const width = [...piece].reduce((sum, c) => sum + (c >= '\u2e80' ? 2 : 1), 0);
    if (used + width > columns && used > 0) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += piece;
    used += width;
  }
  return lines.map((line) => line.trimEnd());
}

const LINE = 16;

/** The drawing with its styles in it, and below it what it shows. @param captions a line or more each */
export function svgOf(root, title, captions) {
  const { width, height } = root.getBoundingClientRect();
  const copy = root.cloneNode(true);
  const originals = [root, ...root.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const styles = getComputedStyle(originals[i]);
    element.removeAttribute('class');
    element.setAttribute('style', STYLES.map((name) => `${name}:${styles.getPropertyValue(name)}`).join(';'));
  });
  copy.querySelectorAll('[style*="visibility:hidden"]').forEach((element) => element.remove());
  const styles = getComputedStyle(root.parentElement);
  const lines = captions.flatMap((caption) => wrap(caption, Math.floor(width / 6.4)));
  const tall = Math.ceil(height + lines.length * LINE + 20);
  set(copy, { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${tall}`, width, height: tall, style: `font-family:${styles.fontFamily}` });
  for (const name of ['aria-hidden', 'focusable']) copy.removeAttribute(name);
  const ground = svg('rect', { width, height: tall, fill: getComputedStyle(document.body).backgroundColor });
  const named = svg('title');
  named.textContent = title;
  const told = svg('desc');
  told.textContent = captions.join('\n');
  copy.prepend(named, told, ground);
  lines.forEach((line, i) => text(copy, '', 8, height + 20 + i * LINE, line, { style: `font-size:12px;fill:${styles.color}` }));
  copy.querySelectorAll('[class=""]').forEach((element) => element.removeAttribute('class'));
  return new XMLSerializer().serializeToString(copy);
}

/** @returns a Promise of the picture, twice as fine as on the screen */
export async function pngOf(source) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
