// Small ways to make elements, and to change them only where they differ.

/** h('p.in-note', { title: '…', onclick: … }, 'text', child, …) */
export function h(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && !key.startsWith('aria') && key !== 'role') element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function attribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** A canvas as sharp as the screen, in CSS pixels. @returns its context, cleared */
export function sized(canvas, width, height) {
  const ratio = Math.max(1, Math.min(3, devicePixelRatio || 1));
  const [w, h2] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h2) {
    canvas.width = w;
    canvas.height = h2;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  return context;
}

/** A picture of so many pixels that can be drawn larger. */
export class Pixels {
  constructor(width, height) {
    this.canvas = Object.assign(document.createElement('canvas'), { width, height });
    this.context = this.canvas.getContext('2d');
    this.image = this.context.createImageData(width, height);
    this.data = new Uint32Array(this.image.data.buffer);
  }

  done() {
    this.context.putImageData(this.image, 0, 0);
    return this.canvas;
  }
}

/** Around what is pointed at: ink with a halo of paper. */
export function outline(context, palette, x, y, width, height) {
  context.lineWidth = 4;
  context.strokeStyle = palette.tokens.paper;
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
  context.lineWidth = 2;
  context.strokeStyle = palette.tokens.ink;
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
}
