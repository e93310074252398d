// The reader's last convolutional net with kept epochs, until there is one the site's own, and the epoch that all widgets of a page show.
import { nearest } from '../inside/view.js';

const FRESH = 3000;

/** The newest run of a list, newest first, whose net can be looked into. */
export const newestNet = (runs) => runs.find((run) => run.settings.model === 'cnn' && run.epochsDone > 0) ?? null;

export class OwnNet {
  #api;
  #listeners = new Set();
  #readAt = -Infinity;
  #reading = null;
  /** Null: the last one, also while the run goes on. */
  #chosen = null;
  #run = null;

  /** Whether the net is the site's and not the reader's. */
  isExample = false;
  /** Epochs that are kept, in order; empty without a net. */
  epochs = [];

  constructor(api, now = () => performance.now()) {
    this.#api = api;
    this.now = now;
  }

  get run() { return this.epochs.length > 0 ? this.#run.id : null; }
  get epoch() { return nearest(this.epochs, this.#chosen ?? this.epochs.at(-1) ?? 0); }
  get isActive() { return ['queued', 'running', 'paused', 'pausing'].includes(this.#run?.state); }
  get kernelSize() { return this.#run?.settings.kernelSize ?? 3; }
  get headDropout() { return this.#run?.settings.headDropout ?? 0; }

  watch(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  choose(epoch) {
    this.#chosen = epoch === this.epochs.at(-1) ? null : epoch;
    this.#tell();
  }

  /** Reads anew what there is, unless it was read a moment ago. @param digest of the data set in use: no other net is shown */
  refresh(digest, isForced = false) {
    if (!isForced && this.now() - this.#readAt < FRESH) return this.#reading;
    this.#readAt = this.now();
    this.#reading = this.#read(digest);
    return this.#reading;
  }

  async #read(digest) {
    const own = newestNet(await this.#api.runs());
    let [run, epochs] = [own, await this.#epochs(own, digest)];
    this.isExample = epochs.length === 0;
    if (this.isExample) {
      const example = await this.#api.example('cnn');
      [run, epochs] = [example ?? own, await this.#epochs(example, digest)];
    }
    const isSame = run?.id === this.#run?.id && run?.state === this.#run?.state && JSON.stringify(epochs) === JSON.stringify(this.epochs);
    if (run?.id !== this.#run?.id) this.#chosen = null;
    this.#run = run;
    this.epochs = epochs;
    if (!isSame) this.#tell();
  }

  async #epochs(run, digest) {
    const kept = run && await this.#api.kept(run.id);
    return kept && kept.digest === digest ? kept.epochs : [];
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
