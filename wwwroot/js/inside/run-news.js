// What is known of the run and of which epochs are kept, also while it goes on.
import { feed } from '../training/hub.js';

/** The weights of an epoch come a moment after its numbers. */
const LATER = [400, 1500, 4000];

export class RunNews {
  #api;
  #run;
  #onNews;
  #leave = null;
  #timers = [];
  #ended = false;
  #seen = -1;

  kept = null;
  epochs = [];
  planned = 0;
  isActive = false;

  constructor(api, run, onNews) {
    this.#api = api;
    this.#run = run;
    this.#onNews = onNews;
  }

  async start() {
    const [details] = await Promise.all([this.#api.run(this.#run), this.#readKept()]);
    if (this.#ended) return;
    this.#take(details.state, details.epochs, details.settings);
    if (this.isActive) {
      this.#leave = feed.watch(this.#run, (store) => {
        this.#take(store.state, store.epochs, store.settings);
        if (store.epochs.length !== this.#seen) {
          this.#seen = store.epochs.length;
          for (const wait of LATER) this.#timers.push(setTimeout(() => this.refresh(), wait));
        }
        this.#onNews();
      });
    }
  }

  /** Reads anew which epochs are kept. */
  async refresh() {
    const before = JSON.stringify(this.kept?.epochs);
    await this.#readKept().catch(() => {});
    if (!this.#ended && JSON.stringify(this.kept?.epochs) !== before) this.#onNews();
  }

  end() {
    this.#ended = true;
    this.#leave?.();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #readKept() {
    this.kept = await this.#api.kept(this.#run);
  }

  #take(state, epochs, settings) {
    this.isActive = ['queued', 'running', 'paused', 'pausing'].includes(state);
    this.epochs = epochs ?? [];
    this.planned = this.isActive ? settings?.epochs ?? 0 : (this.epochs.at(-1)?.epoch ?? -1) + 1;
  }
}
