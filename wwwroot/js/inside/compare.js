// What stands beside the net: another epoch of it, or another run at the same epoch.
import { h } from './dom.js';

const OTHERS = 12;

export class Compare {
  #words;
  #api;
  #key = '';
  #others = null;

  /** @param onChange told {run, epoch} or null */
  constructor(words, api, onChange) {
    this.#words = words;
    this.#api = api;
    this.select = h('select.in-select', { 'aria-label': words.of('Against'), onchange: () => onChange(this.#read()) });
    this.select.addEventListener('focus', () => this.#load());
    this.select.addEventListener('pointerdown', () => this.#load());
    this.element = h('label.in-against', {}, h('span', {}, words.of('Against')), this.select);
  }

  show(kept, run, against) {
    this.run = run;
    const key = JSON.stringify([kept, against, this.#others?.length]);
    if (key === this.#key) return;
    this.#key = key;
    const words = this.#words;
    const value = against ? `${against.run ?? ''}.${against.epoch ?? ''}` : '';
    const group = (label, options) => {
      const element = document.createElement('optgroup');
      element.label = label;
      element.append(...options);
      return element;
    };
    const option = (of, text) => h('option', { value: of, selected: of === value }, text);
    const known = this.#others ?? [];
    const runs = known.map((other) => option(`${other.id}.`, words.of('OtherRun', words.of(`Model.${other.settings.model}`), words.whole(other.epochsDone), new Date(other.createdAt).toLocaleString(words.culture, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }))));
    // A run that came with the address is none of the reader's own.
    if (against?.run && !known.some((other) => other.id === against.run && against.epoch === null)) runs.unshift(option(value, words.of('ThatRun', against.run.slice(0, 8))));
    this.select.replaceChildren(
      option('', words.of('Nothing')),
      group(words.of('ThisRun'), kept.map((epoch) => option(`.${epoch}`, words.epoch(epoch)))),
      ...(runs.length > 0 ? [group(words.of('OtherRuns'), runs)] : []));
    this.last = { kept, against };
  }

  async #load() {
    if (this.#others) return;
    this.#others = [];
    try {
      const all = await this.#api.runs();
      this.#others = all.filter((other) => other.id !== this.run && other.epochsDone > 0).slice(0, OTHERS);
      if (this.#others.length > 0) this.show(this.last.kept, this.run, this.last.against);
    } catch {
      // The epochs of this run can be chosen all the same.
      this.#others = null;
    }
  }

  #read() {
    if (!this.select.value) return null;
    const [run, epoch] = this.select.value.split('.');
    return { run: run || null, epoch: epoch === '' ? null : Number(epoch) };
  }
}
