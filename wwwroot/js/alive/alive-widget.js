// <alive-widget kind="conv2d" labels="{…}" culture="en">: a layer at work on a photograph and in the reader's own net. It asks
// the site itself, past the circuit, and nothing of it is loaded before it is near.
import { Near } from '../notebook/near.js';

const near = new Near(1, (element) => element.begin());

export class AliveWidget extends HTMLElement {
  #view = null;
  #isGone = false;

  connectedCallback() {
    this.#isGone = false;
    near.observe(this);
  }

  disconnectedCallback() {
    this.#isGone = true;
    this.#view?.end();
    this.#view = null;
    this.replaceChildren();
  }

  async begin() {
    if (this.#view || this.#isGone) return;
    const { AliveView } = await import('./alive-view.js');
    if (this.#view || this.#isGone) return;
    this.#view = new AliveView(this);
    this.#view.start();
  }
}
