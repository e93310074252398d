// <confusion-images>: around a confusion matrix. A cell ([data-cell="m-n"]) that is clicked, or Enter on it, opens the
// images behind it in [data-images], which is the script's. Nothing of it goes through the circuit.
// Attributes: run, epoch (from 0), data (the digest of the run's data set), culture, labels (JSON, the words); address
// (when there, the open cell stands in the page's address); refuses (why no image can be shown, for a run that has none).
import { isOfComposition } from '../keys.js';
import { cellOfAddress, listAddress, pageAddress, PAGE, pixelsAddress, readCell, titleOf } from './cell-images.js';
import { ImageList } from './image-list.js';

const fetchFrom = async (address, signal) => {
  const answer = await fetch(new URL(address, document.baseURI), { signal });
  if (!answer.ok) throw Object.assign(new Error(`${address}: ${answer.status}`), { status: answer.status });
  return answer;
};

export class ConfusionImages extends HTMLElement {
  static observedAttributes = ['run', 'epoch', 'data'];

  #cell = null;
  #from = null;
  #asking = null;

  connectedCallback() {
    this.addEventListener('click', this.#click);
    this.addEventListener('keydown', this.#press);
    // Blazor puts the element into the page first and what is inside it after.
    queueMicrotask(() => {
      const named = this.isConnected && this.#panel && this.hasAttribute('address') && !this.#cell ? cellOfAddress(location.href) : null;
      if (named) this.#open(named, false);
    });
  }

  disconnectedCallback() {
    this.#asking?.abort();
    this.removeEventListener('click', this.#click);
    this.removeEventListener('keydown', this.#press);
  }

  // Another epoch: the same cell of it.
  attributeChangedCallback(name, before, now) {
    if (this.isConnected && this.#cell && before !== now) this.#open(this.#cell, false);
  }

  get #panel() {
    return this.querySelector('[data-images]');
  }

  get #words() {
    return JSON.parse(this.getAttribute('labels') ?? '{}');
  }

  #click = (event) => {
    const cell = event.target.closest('[data-cell]');
    if (cell) this.#choose(cell);
  };

  #press = (event) => {
    if (isOfComposition(event)) return;
    const cell = event.target.closest('[role="gridcell"][data-cell]');
    if (cell && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#choose(cell);
    } else if (event.key === 'Escape' && this.#panel.contains(event.target)) {
      event.stopPropagation();
      this.#close();
    }
  };

  #choose(element) {
    const cell = readCell(element.dataset.cell);
    if (!cell) return;
    this.#from = element;
    this.#open(cell, true);
  }

  #close = () => {
    this.#asking?.abort();
    this.#cell = null;
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
    this.#write();
    if (this.#from?.isConnected) this.#from.focus();
  };

  async #open(cell, isAsked) {
    this.#asking?.abort();
    const asking = this.#asking = new AbortController();
    this.#cell = cell;
    const run = this.getAttribute('run');
    const epoch = this.getAttribute('epoch');
    const words = this.#words;
    const list = new ImageList(this.#panel, {
      words, run, epoch, label: cell.label, culture: this.getAttribute('culture') ?? 'en', title: titleOf(words, cell, epoch), close: this.#close,
    });
    if (isAsked) list.focus();
    this.#write();
    const refused = this.getAttribute('refuses');
    if (refused) {
      list.say(refused);
      return;
    }

    try {
      const answer = await fetchFrom(listAddress(run, epoch, cell), asking.signal);
      const { images } = await answer.json();
      await list.show(images, (page) => this.#pixels(page, asking.signal), PAGE);
    } catch (error) {
      if (asking.signal.aborted) return;
      list.say(error.status === 404 || error.status === 409 ? words.notKept : words.failed);
    }
  }

  async #pixels(images, signal) {
    const answer = await fetchFrom(pixelsAddress(images.map((image) => image.index), this.getAttribute('data') ?? ''), signal);
    return new Uint8Array(await answer.arrayBuffer());
  }

  #write() {
    if (this.hasAttribute('address')) history.replaceState(history.state, '', pageAddress(location.href, this.getAttribute('epoch'), this.#cell));
  }
}

if (!customElements.get('confusion-images')) customElements.define('confusion-images', ConfusionImages);
