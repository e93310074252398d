// The looks that a view needs, each with one place that is answered at a time.
import { Newest } from './newest.js';
import { nearest } from './view.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Looks {
  #api;
  #on;
  #places;
  #wishes = new Map();
  #answers = new Map();
  #ended = false;

  /** @param on {changed(), refused(reason), progress(done) => whether to go on} */
  constructor(api, on) {
    this.#api = api;
    this.#on = on;
    const look = (place, onProgress = null) => ({ run, name, query }) => api.look(run, name, query, place, onProgress);
    const asks = {
      whole: look('w'), beside: async (wish) => look('v')(await this.#resolved(wish)), map: look('m'),
      besideMap: async (wish) => look('n')(await this.#resolved(wish)),
      unit: look('u'), why: look('y'), alike: look('a', on.progress),
      confusion: ({ run, epoch }) => api.confusion(run, epoch),
    };
    this.#places = Object.fromEntries(Object.entries(asks).map(([name, ask]) => [name, new Newest(ask, (wish, answer, error) => this.#take(name, wish, answer, error))]));
  }

  end() {
    this.#ended = true;
    for (const place of Object.values(this.#places)) place.drop();
  }

  get whole() { return this.#answers.get('whole')?.answer ?? null; }
  get beside() { return this.#answers.get('beside')?.answer ?? null; }
  get map() { return this.#answers.get('map')?.answer ?? null; }
  get besideMap() { return this.#answers.get('besideMap')?.answer ?? null; }
  get unit() { return this.#answers.get('unit')?.answer ?? null; }
  get why() { return this.#answers.get('why')?.answer ?? null; }
  get alike() { return this.#answers.get('alike')?.answer ?? null; }
  /** What the panel's answer is of, which may be older than what is wanted. */
  queryOf(name) { return this.#answers.get(name)?.wish.query ?? null; }
  get shownEpoch() { return this.#answers.get('whole')?.wish.query.epoch ?? null; }
  get shownImage() { return this.#answers.get('whole')?.wish.query.image ?? null; }
  get besideEpoch() { return this.#answers.get('beside')?.wish.resolved ?? null; }

  /** Counts of the epoch that is shown; null where nothing was validated. */
  get confusion() {
    const shown = this.#answers.get('confusion');
    return shown && shown.wish.epoch === this.shownEpoch ? shown.answer?.counts ?? null : null;
  }

  /** Whether the net itself is still to come. */
  get isWaiting() { return this.#places.whole.isWaiting || this.#places.beside.isWaiting || this.#places.map.isWaiting; }

  /** Whether everything that is wanted is there. */
  get isComplete() {
    return [...this.#wishes].every(([name, wish]) => same(this.#answers.get(name)?.wish.asked ?? this.#answers.get(name)?.wish, wish));
  }

  /** @param view of which image and set are known */
  want(run, epoch, view) {
    const { image, set, layer, channel, unit, letter, against } = view;
    const picture = { image, epoch, ...(set === 'train' ? { set } : {}) };
    this.#want('whole', { run, name: 'whole', query: picture });
    this.#want('map', channel === null ? null : { run, name: 'map', query: { ...picture, layer, channel } });
    this.#want('unit', unit === null ? null : { run, name: 'unit', query: { epoch, unit, ...(layer === null ? {} : { layer }) } });
    this.#want('why', letter === null ? null : { run, name: 'why', query: { ...picture, letter: letter.toUpperCase() } });
    this.#want('alike', view.alike ? { run, name: 'alike', query: picture } : null);
    this.#want('confusion', epoch < 0 ? null : { run, epoch });
    const other = against && { run: against.run ?? run, at: against.epoch ?? epoch, isOther: against.run !== null };
    this.#want('beside', other ? { ...other, name: 'whole', query: { ...picture, epoch: other.at } } : null);
    this.#want('besideMap', other && channel !== null ? { ...other, name: 'map', query: { ...picture, epoch: other.at, layer, channel } } : null);
  }

  /** Another run keeps other epochs: the nearest one is taken. */
  async #resolved(wish) {
    if (wish.isOther) {
      const { epochs } = await this.#api.once(`api/runs/${wish.run}/kept`, (answer) => answer.json());
      wish.query = { ...wish.query, epoch: nearest(epochs, wish.at) ?? wish.at };
    }
    wish.resolved = wish.query.epoch;
    return wish;
  }

  #want(name, wish) {
    if (wish === null) {
      this.#wishes.delete(name);
      this.#answers.delete(name);
      this.#places[name].drop();
      return;
    }
    if (same(this.#wishes.get(name), wish)) return;
    // Of another image the old ones would be an answer to nothing while the new ones are searched for.
    if (name === 'alike') this.#answers.delete(name);
    this.#wishes.set(name, wish);
    this.#places[name].want({ ...wish, asked: wish });
  }

  #take(name, wish, answer, error) {
    if (this.#ended || !this.#wishes.has(name)) return;
    if (error) {
      if (same(this.#wishes.get(name), wish.asked)) this.#wishes.delete(name);
      // Of the panels below the net a missing one is no reason to say so above it.
      if (error.reason !== 'superseded' && name !== 'confusion') this.#on.refused(error.reason ?? 'failed');
      if (!error.reason) console.error(error);
      return;
    }
    const wanted = this.#wishes.get(name);
    // On the way from epoch to epoch every answer is shown; of another image, map or letter only the one that is wanted.
    if (!same({ ...wish.asked.query, epoch: 0 }, { ...wanted.query, epoch: 0 })) return;
    this.#answers.set(name, { wish, answer });
    this.#on.changed();
  }
}
