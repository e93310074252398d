// <training-chart>: loss above, accuracy below, over the epochs of one run, with other runs laid over it.
// Attributes: run-id; culture; labels (JSON, the words); about (JSON, the run's name and settings, for files);
// curves (JSON, the other runs: key, badge, style, name, settings, clip, epochs, run: the id where it still changes);
// address (what the reader has chosen of them, for the page's address); epochs (how many are planned); seed (JSON, a stored
// snapshot for the first paint).
import { ChartView } from './chart-view.js';
import { feed } from './hub.js';
import { ratesOf } from './rate-marks.js';
import { RunStore } from './run-store.js';

/** At most ten drawings a second. */
const PACE = 100;

const json = (element, name) => {
  const content = element.getAttribute(name);
  return content ? JSON.parse(content) : null;
};

export class TrainingChart extends HTMLElement {
  static observedAttributes = ['run-id', 'epochs', 'labels', 'culture', 'about', 'curves', 'address'];

  #view = null;
  #store = new RunStore();
  #leave = null;
  #curves = [];
  #leaveOthers = [];
  #near = null;
  #resize = null;
  #due = 0;
  #drawn = 0;

  connectedCallback() {
    // To draw asks for the page's layout: a chart that is nowhere near is not drawn before it has to be on paper.
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#show();
    }, { rootMargin: '100% 0px' });
    this.#near.observe(this);
    addEventListener('asl-whole', this.#whole);
    this.#watch();
    this.#watchOthers();
    // This script may have come after the call for all of the page: held.js.
    if ('whole' in document.documentElement.dataset) this.#whole();
  }

  disconnectedCallback() {
    this.#leave?.();
    this.#leave = null;
    this.#leaveOthers.splice(0).forEach((leave) => leave());
    this.#near?.disconnect();
    this.#near = null;
    removeEventListener('asl-whole', this.#whole);
    this.#resize?.disconnect();
    clearTimeout(this.#due);
    this.#due = 0;
    this.replaceChildren();
    this.#view = null;
  }

  #whole = () => {
    this.#show();
    this.#draw();
  };

  #show() {
    if (this.#view) return;
    this.#near.disconnect();
    this.#view = new ChartView(this, {
      words: json(this, 'labels') ?? {},
      culture: this.getAttribute('culture') ?? 'en',
      about: json(this, 'about') ?? {},
      redraw: () => this.#draw(),
    });
    this.#resize = new ResizeObserver(() => this.#draw());
    this.#resize.observe(this);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#near || before === now) return;
    if (name === 'run-id') this.#watch();
    else if (name === 'epochs') this.#draw();
    else if (name === 'curves') this.#watchOthers();
    else if (name === 'address') this.#write();
    else if (this.#view) {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  #watch() {
    this.#leave?.();
    this.#leave = null;
    this.#store = new RunStore();
    const runId = this.getAttribute('run-id');
    if (!runId) {
      this.#draw();
      return;
    }
    const seed = json(this, 'seed');
    if (seed && seed.runId === runId) this.#store.applySnapshot(seed);
    // A run that another chart has shown just now is there at once, fresher than what is stored.
    this.#leave = feed.watch(runId.toLowerCase(), (store) => {
      this.#store = store;
      this.#schedule();
    });
    this.#draw();
  }

  // Those that still change come from the hub, like the run itself.
  #watchOthers() {
    this.#leaveOthers.splice(0).forEach((leave) => leave());
    this.#curves = json(this, 'curves') ?? [];
    for (const curve of this.#curves.filter((c) => c.run)) {
      this.#leaveOthers.push(feed.watch(curve.run.toLowerCase(), (store) => {
        if (store.epochs.length >= curve.epochs.length) curve.epochs = store.epochs;
        this.#schedule();
      }));
    }
    this.#draw();
  }

  #write() {
    const chosen = this.getAttribute('address');
    if (chosen === null) return;
    const address = new URL(location.href);
    address.searchParams.set('with', chosen);
    // The commas between the keys stay legible.
    history.replaceState(history.state, '', address.href.replaceAll('%2C', ','));
  }

  #schedule() {
    if (this.#due) return;
    const wait = Math.max(0, PACE - (performance.now() - this.#drawn));
    this.#due = setTimeout(() => requestAnimationFrame(() => {
      this.#due = 0;
      this.#draw();
    }), wait);
  }

  #draw() {
    this.#drawn = performance.now();
    this.#view?.draw(this.#store, Number(this.getAttribute('epochs')) || 20, this.#curves);
    // For tests and for scripts that watch the page: how far the drawing is.
    const latest = this.#store.latestBatch;
    this.dataset.epochs = this.#store.epochs.length;
    this.dataset.batches = this.#store.batches.length;
    this.dataset.state = this.#store.state ?? '';
    this.dataset.rates = ratesOf(this.#store.settings?.steering).map((r) => `${r.epoch}:${r.batch}:${r.learningRate}`).join(' ');
    this.dataset.curves = this.#curves.map((curve) => curve.key).join(' ');
    this.dataset.latest = latest ? `${latest.epoch}:${latest.batch}` : '';
  }
}

if (!customElements.get('training-chart')) customElements.define('training-chart', TrainingChart);
