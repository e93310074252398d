// The list of images behind a cell: title, sentence, pictures with the net's top three, and a button for more.
import { fill } from '../widgets/text.js';
import { insideAddress, percentOf, rgbaOf, SIDE, topText } from './cell-images.js';

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

export class ImageList {
  #title;
  #said;
  #list;
  #setup;
  #panel;

  /** @param setup { words, run, epoch, label, culture, title, close } */
  constructor(panel, setup) {
    this.#panel = panel;
    this.#setup = setup;
    this.#title = make('h4', 'cm-images-title', setup.title);
    this.#title.tabIndex = -1;
    const close = make('button', 'cm-images-close', setup.words.close);
    close.type = 'button';
    close.addEventListener('click', setup.close);
    const head = make('div', 'cm-images-head');
    head.append(this.#title, close);
    this.#said = make('p', 'cm-hint', setup.words.loading);
    this.#said.setAttribute('role', 'status');
    this.#list = make('ul', 'cm-images-list');
    panel.replaceChildren(head, this.#said, this.#list);
    panel.hidden = false;
  }

  focus() {
    this.#title.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: 'nearest' });
  }

  say(text) {
    this.#said.textContent = text;
    this.#panel.querySelector('.cm-images-more')?.remove();
  }

  /** @param images [{ index, top: [{ letter, probability }] }] @param pixelsOf (images) => bytes of each, one after the other */
  async show(images, pixelsOf, page) {
    const { words } = this.#setup;
    if (images.length === 0) {
      this.say(words.none);
      return;
    }
    const shown = images.slice(0, page);
    const bytes = await pixelsOf(shown);
    this.#said.textContent = fill(images.length === 1 ? words.countOne : words.count, images.length);
    this.#add(shown, bytes);
    this.#more(images.slice(page), pixelsOf, page);
  }

  #more(rest, pixelsOf, page) {
    this.#panel.querySelector('.cm-images-more')?.remove();
    if (rest.length === 0) return;
    const next = rest.slice(0, page);
    const more = make('button', 'cm-images-more', fill(this.#setup.words.more, next.length));
    more.type = 'button';
    more.addEventListener('click', async () => {
      more.disabled = true;
      try {
        const first = this.#add(next, await pixelsOf(next));
        this.#more(rest.slice(page), pixelsOf, page);
        first.focus();
      } catch (error) {
        if (error.name !== 'AbortError') this.say(this.#setup.words.failed);
      }
    });
    this.#panel.append(more);
  }

  /** @returns the first link that was added */
  #add(images, bytes) {
    const links = images.map((image, at) => this.#link(image, rgbaOf(bytes, at)));
    this.#list.append(...links.map((link) => {
      const item = make('li');
      item.append(link);
      return item;
    }));
    return links[0];
  }

  #link({ index, top }, rgba) {
    const { words, run, epoch, label, culture } = this.#setup;
    const link = make('a', 'cm-image');
    link.href = new URL(insideAddress(run, epoch, index), document.baseURI);
    link.setAttribute('aria-label', fill(words.image, index, topText(top, culture)));
    const canvas = make('canvas');
    canvas.width = canvas.height = SIDE;
    canvas.getContext('2d').putImageData(new ImageData(rgba, SIDE, SIDE), 0, 0);
    const percent = percentOf(culture);
    const lines = top.map(({ letter, probability }) => {
      const line = make('span', letter.toLowerCase() === label ? 'cm-top is-true' : 'cm-top');
      if (letter.toLowerCase() === label) line.title = words.true;
      line.style.setProperty('--sure', `${probability * 100}%`);
      line.append(make('span', 'cm-top-letter', letter.toUpperCase()), make('span', 'cm-top-share', percent(probability)));
      return line;
    });
    link.append(canvas, ...lines);
    return link;
  }
}
