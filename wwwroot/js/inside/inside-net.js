// <inside-net>: one image through the reader's net, at any of its epochs. It asks the site itself, past the circuit.
// Attributes: run-id; address (there: what is shown is the page's address); view (a query, where it is not); culture;
// labels (JSON, the words).
import { Api } from './api.js';
import { InsideView } from './inside-view.js';
import { readView, writeView } from './view.js';
import { Words } from './words.js';

const ADDRESS_PACE = 200;
const NAMES = ['image', 'epoch', 'set', 'stage', 'layer', 'channel', 'unit', 'at', 'letter', 'alike', 'against'];

const api = new Api();
/** What was shown of a run last: when Blazor takes over a prerendered page it puts each element there anew. */
const remembered = new Map();

export class InsideNet extends HTMLElement {
  static observedAttributes = ['run-id'];

  #view = null;
  #timer = 0;

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now || before === null) return;
    this.#stop();
    this.#start();
  }

  #start() {
    const run = this.getAttribute('run-id')?.toLowerCase();
    if (!run) return;
    const words = new Words(JSON.parse(this.getAttribute('labels') || '{}'), this.getAttribute('culture') || 'en');
    const query = this.hasAttribute('address') ? location.search : remembered.get(run) ?? this.getAttribute('view') ?? '';
    this.#view = new InsideView(this, api, words, run, readView(query), (view) => this.#keep(run, view));
  }

  #stop() {
    // What was about to be written is written, or it would be lost.
    if (this.#timer) this.#write();
    this.#view?.end();
    this.#view = null;
    this.replaceChildren();
  }

  #keep(run, view) {
    remembered.set(run, writeView(view));
    if (!this.hasAttribute('address')) return;
    this.pending = view;
    // Once a slider rests: each change of the address costs the browser some milliseconds.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), ADDRESS_PACE);
  }

  #write() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const address = new URL(location.href);
    if (!/\/inside\/?$/.test(address.pathname)) return;
    for (const name of NAMES) address.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(writeView(this.pending))) address.searchParams.set(name, value);
    history.replaceState(history.state, '', address);
  }
}

if (!customElements.get('inside-net')) customElements.define('inside-net', InsideNet);
