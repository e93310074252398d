// What the page asks the site for. Looks and labels stay the same for ever, so they are kept.
import { readTensors } from './safetensors.js';

const LOOKS_KEPT = 240;
const BUSY_PAUSE = 700;
const NO_TRAINER_PAUSE = 3000;
const PROGRESS_PAUSE = 600;

/** A short reason that the page has a sentence for: gone, other-data, busy, no-trainer, lost, failed. */
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const address = (path) => new URL(path, document.baseURI).href;
const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export class Api {
  #looks = new Map();
  #kept = new Map();
  #viewer = Math.random().toString(36).slice(2, 10);
  #fetch;

  constructor(fetchIt = (...all) => fetch(...all)) {
    this.#fetch = fetchIt;
  }

  /** JSON that may change. */
  async json(path) {
    const answer = await this.#get(path);
    return answer.json();
  }

  /** JSON or bytes that never change. */
  once(path, read) {
    if (!this.#kept.has(path)) {
      const asked = this.#get(path).then(read);
      this.#kept.set(path, asked);
      asked.catch(() => this.#kept.delete(path));
    }
    return this.#kept.get(path);
  }

  kept(run) { return this.json(`api/runs/${run}/kept`); }
  run(run) { return this.json(`api/runs/${run}`); }
  runs() { return this.json('api/runs'); }
  /** The site's own run of a model; null for none yet. */
  async example(model) {
    const answer = await this.#get(`api/runs/example?model=${model}`);
    return answer.status === 204 ? null : answer.json();
  }
  data() { return this.once('api/data', (answer) => answer.json()); }
  labels(set, digest) { return this.once(`api/data/${set}/labels?data=${digest}`, async (answer) => new Uint8Array(await answer.arrayBuffer())); }
  confusion(run, epoch) { return this.once(`api/runs/${run}/confusion?epoch=${epoch}`, (answer) => answer.json()); }
  picks(run, epoch, by) { return this.once(`api/runs/${run}/pick?epoch=${epoch}&by=${by}`, (answer) => answer.json()); }

  /** What is known of a look already, without a wait. */
  known(run, name, query) {
    return this.#looks.get(`${run}/${name}?${new URLSearchParams(query)}`) ?? null;
  }

  /**
   * @param place which place of the page asks: the site answers only the newest wish of each
   * @param onProgress told the share that is done where the answer takes long
   */
  async look(run, name, query, place, onProgress = null) {
    const key = `${run}/${name}?${new URLSearchParams(query)}`;
    if (this.#looks.has(key)) {
      const tensors = this.#looks.get(key);
      this.#looks.delete(key);
      this.#looks.set(key, tensors);
      return tensors;
    }
    for (;;) {
      const answer = await this.#get(`api/runs/${run}/look/${name}?${new URLSearchParams({ ...query, viewer: this.#viewer + place })}`);
      if (answer.status !== 202) {
        const tensors = readTensors(await answer.arrayBuffer());
        this.#looks.set(key, tensors);
        if (this.#looks.size > LOOKS_KEPT) this.#looks.delete(this.#looks.keys().next().value);
        return tensors;
      }
      if (onProgress?.((await answer.json()).done ?? 0) === false) throw new Refusal('superseded');
      await pause(PROGRESS_PAUSE);
    }
  }

  async #get(path) {
    for (let attempt = 0; ; attempt++) {
      let answer;
      try {
        answer = await this.#fetch(address(path), { credentials: 'same-origin' });
      } catch {
        throw new Refusal('lost');
      }
      if (answer.ok) return answer;
      const title = answer.status === 409 ? (await answer.json().catch(() => ({}))).title : null;
      if (title === 'superseded') throw new Refusal('superseded');
      if (answer.status === 404) throw new Refusal('gone');
      if (answer.status === 409) throw new Refusal('other-data');
      if (answer.status === 429 && attempt < 8) await pause(BUSY_PAUSE * (1 + attempt / 2));
      else if (answer.status === 503 && attempt < 2) await pause(NO_TRAINER_PAUSE);
      else throw new Refusal(answer.status === 429 ? 'busy' : answer.status === 503 ? 'no-trainer' : 'failed');
    }
  }
}
