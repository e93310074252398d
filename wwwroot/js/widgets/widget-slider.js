// <widget-slider>: its number follows the thumb at once; the server hears of it a few times a second.
import { fixed, write } from './text.js';

/** Milliseconds between two changes that are told while the thumb is dragged. */
const PACE = 150;

export class WidgetSlider extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.addEventListener('input', this.#follow);
    this.addEventListener('change', this.#settle);
  }

  disconnectedCallback() {
    this.#settle();
    this.removeEventListener('input', this.#follow);
    this.removeEventListener('change', this.#settle);
  }

  #follow = (event) => {
    const value = this.querySelector('.w-value');
    write(value, fixed(Number(event.target.value), Number(value.dataset.decimals)));
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      event.target.dispatchEvent(new Event('change', { bubbles: true }));
    }, PACE);
  };

  #settle = () => {
    clearTimeout(this.#timer);
    this.#timer = 0;
  };
}
