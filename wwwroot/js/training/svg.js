// Small ways to make and change SVG elements.

const NAMESPACE = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, parent = null) {
  const element = document.createElementNS(NAMESPACE, name);
  set(element, attributes);
  parent?.append(element);
  return element;
}

export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function text(parent, className, x, y, content, attributes = {}) {
  const element = svg('text', { class: className, x, y, ...attributes }, parent);
  element.textContent = content;
  return element;
}

const round = (v) => Math.round(v * 100) / 100;

/** The d of a polyline; points closer than `apart` pixels to the one before are left out, the last never. */
export function line(points, x, y, apart = 0) {
  let d = '';
  let before = -Infinity;
  points.forEach((p, i) => {
    const px = x(p.x);
    if (px - before < apart && i < points.length - 1) return;
    before = px;
    d += `${d ? 'L' : 'M'}${round(px)} ${round(y(p.y))}`;
  });
  return d;
}

/** The d of the area between two lines. */
export function band(upper, lower, x, y) {
  if (upper.length < 2 || lower.length < 2) return '';
  return `${line(upper, x, y)}${line([...lower].reverse(), x, y, -Infinity).replace('M', 'L')}Z`;
}
