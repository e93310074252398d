// Everything of <inside-net>: what is wanted, what is asked for, what is drawn.
import { AlikePanel } from './alike-panel.js';
import { Chooser } from './chooser.js';
import { Compare } from './compare.js';
import { ConfusionMap } from './confusion-map.js';
import { attribute, h, say } from './dom.js';
import { Looks } from './looks.js';
import { blocksOf, countOf } from './maps.js';
import { MapPanel } from './map-panel.js';
import { NetView } from './net-view.js';
import { Palette } from './palette.js';
import { RunNews } from './run-news.js';
import { Timeline } from './timeline.js';
import { UnitPanel } from './unit-panel.js';
import { STAGES, nearest } from './view.js';
import { WhyPanel } from './why-panel.js';

const SPEAK_AFTER = 250;

export class InsideView {
  #host;
  #api;
  #words;
  #run;
  #view;
  #keep;
  #news;
  #looks;
  #data = null;
  #palette = null;
  #frame = 0;
  #isRefused = false;
  #speaking = 0;
  #ended = new AbortController();
  #resize;

  constructor(host, api, words, run, view, keep) {
    this.#host = host;
    this.#api = api;
    this.#words = words;
    this.#run = run;
    this.#view = view;
    this.#keep = keep;
    this.#news = new RunNews(api, run, () => this.#want());
    this.#looks = new Looks(api, {
      changed: () => this.#schedule(),
      refused: (reason) => this.#refuse(reason),
      progress: (done) => { this.alike.progress(done); return !this.#ended.signal.aborted && this.#view.alike; },
    });
    this.#build();
    this.#follow();
    this.#start();
  }

  end() {
    this.#ended.abort();
    this.#news.end();
    this.#looks.end();
    this.timeline.stop();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#speaking);
  }

  #build() {
    const words = this.#words;
    const close = (change) => () => this.#change({ ...change, at: null });
    this.timeline = new Timeline(words, (epoch, isPlaying) => this.#toEpoch(epoch, isPlaying), () => !this.#looks.isWaiting);
    this.chooser = new Chooser(words, this.#api, {
      image: (image, set) => this.#change({ image, set }),
      again: () => this.#schedule(),
      notice: (text) => this.#tell(text),
      now: () => ({ run: this.#run, epoch: this.#epoch, image: this.#view.image, set: this.#view.set, digest: this.#data.digest, counts: { train: this.#data.train, valid: this.#data.valid } }),
    });
    this.compare = new Compare(words, this.#api, (against) => this.#change({ against }));
    this.stages = h('fieldset.in-stages', {}, h('legend.visually-hidden', {}, words.of('Stage')), ...STAGES.map((stage) => h('label', {},
      h('input', { type: 'radio', name: `in-stage-${this.#run}`, value: stage, checked: stage === this.#view.stage, onchange: () => this.#change({ stage }) }),
      h('span', {}, words.of(`Stage.${stage}`)))));
    this.notice = h('p.in-notice', { role: 'status', hidden: true });
    this.legend = h('p.in-legend', {}, h('span.in-key.is-minus', {}, words.of('Minus')), h('span.in-ramp', { 'aria-hidden': 'true' }), h('span.in-key.is-plus', {}, words.of('Plus')));
    const on = {
      map: (layer, channel) => this.#change({ layer, channel, unit: null, at: null }),
      unit: (layer, unit) => this.#change({ layer, unit, channel: null, at: null }),
      letter: (letter) => this.#change({ letter: this.#view.letter === letter ? null : letter }),
      speak: (text) => this.#speak(text),
    };
    this.nets = [new NetView(words, on), new NetView(words, on)];
    this.map = new MapPanel(words, {
      at: (at) => this.#change({ at }),
      step: (by) => this.#stepMap(by),
      close: close({ layer: null, channel: null }),
      speak: (text) => this.#speak(text),
    });
    this.unit = new UnitPanel(words, { step: (by) => this.#change({ unit: (this.#view.unit + by + 512) % 512 }), close: close({ layer: null, unit: null }) });
    this.why = new WhyPanel(words, { close: () => this.#change({ letter: null }) });
    this.confusion = new ConfusionMap(words);
    this.alike = new AlikePanel(words, { open: () => this.#change({ alike: true }), image: (image) => this.#change({ image, set: 'train' }) });
    this.live = h('p.visually-hidden', { 'aria-live': 'polite' });
    this.body = h('div.in-body', { hidden: true },
      this.timeline.element,
      h('div.in-controls', {}, this.chooser.element),
      h('div.in-controls.in-second', {}, this.stages, this.legend, this.compare.element),
      ...this.nets.map((net) => net.element),
      this.map.element, this.unit.element, this.why.element,
      h('div.in-below', {}, this.confusion.element, this.alike.element));
    this.#host.replaceChildren(this.notice, this.body, this.live);
  }

  #follow() {
    const { signal } = this.#ended;
    this.#host.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.#closeLast(event); }, { signal });
    const theme = new MutationObserver(() => this.#repaint());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    signal.addEventListener('abort', () => theme.disconnect());
    addEventListener('beforeprint', () => this.#repaint(true), { signal });
    addEventListener('afterprint', () => this.#repaint(), { signal });
    this.#resize = new ResizeObserver(() => this.#place());
    this.#resize.observe(this.#host);
  }

  async #start() {
    this.#tell(this.#words.of('Loading'));
    try {
      [this.#data] = await Promise.all([this.#api.data(), this.#news.start()]);
    } catch (error) {
      this.#refuse(error.reason ?? 'failed', () => this.#start());
      return;
    }
    if (this.#ended.signal.aborted) return;
    this.#tell('');
    if (this.#news.kept.digest && this.#news.kept.digest !== this.#data.digest) {
      this.#refuse('other-data');
      return;
    }
    // An address that says nothing of an epoch follows the run while it goes on; of one that is over it is complete.
    if (this.#view.epoch === null && !this.#news.isActive && this.#news.kept.epochs.length > 0) this.#view = { ...this.#view, epoch: this.#news.kept.epochs.at(-1) };
    this.#want();
  }

  get #epoch() {
    const { epochs } = this.#news.kept;
    return nearest(epochs, this.#view.epoch ?? epochs.at(-1) ?? 0);
  }

  #change(changes) {
    this.#view = { ...this.#view, ...changes };
    this.#keep(this.#view);
    this.#want();
  }

  #toEpoch(epoch, isPlaying) {
    const { epochs } = this.#news.kept;
    this.#change({ epoch: this.#news.isActive && epoch === epochs.at(-1) ? null : epoch });
    if (isPlaying && epoch === epochs.at(-1) && !this.#news.isActive) this.timeline.stop();
  }

  #stepMap(by) {
    const look = this.#looks.whole;
    if (!look || this.#view.layer === null) return;
    const count = countOf(look, this.#view.layer);
    this.#change({ channel: (this.#view.channel + by + count) % count });
  }

  #closeLast(event) {
    const { channel, unit, letter } = this.#view;
    if (channel === null && unit === null && letter === null) return;
    event.stopPropagation();
    this.#change(letter !== null ? { letter: null } : { layer: null, channel: null, unit: null, at: null });
  }

  /** Asks for what the view needs. */
  #want() {
    const { kept } = this.#news;
    if (!kept || !this.#data || this.#ended.signal.aborted) return;
    if (kept.epochs.length === 0) {
      this.#tell(this.#words.of(this.#news.isActive ? 'NothingYet' : 'NothingKept'));
      return;
    }
    if (this.body.hidden) {
      this.#tell('');
      this.body.hidden = false;
      this.#place();
    }
    const count = this.#data[this.#view.set];
    const image = Math.min(this.#view.image ?? 0, count - 1);
    if (image !== this.#view.image) this.#view = { ...this.#view, image };
    this.#keep(this.#view);
    this.#looks.want(this.#run, this.#epoch, this.#view);
    this.#schedule();
  }

  #refuse(reason, again = null) {
    if (this.#ended.signal.aborted) return;
    this.#tell(this.#words.of(`Refused.${reason}`));
    this.#isRefused = true;
    if (reason === 'gone') this.#news.refresh();
    if (['busy', 'no-trainer', 'lost', 'failed'].includes(reason)) {
      setTimeout(() => { if (!this.#ended.signal.aborted) (again ?? (() => this.#want()))(); }, 3000);
    }
  }

  #tell(text) {
    this.#isRefused = false;
    this.notice.hidden = !text;
    say(this.notice, text);
  }

  #speak(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => say(this.live, text), SPEAK_AFTER);
  }

  #place() {
    if (this.body.hidden) return;
    const width = Math.floor(this.#host.clientWidth);
    for (const net of this.nets) net.resize(width);
    this.timeline.resize(this.timeline.canvas.parentElement.clientWidth);
    this.#schedule();
  }

  #repaint(onPaper = false) {
    this.#palette = Palette.ofPage(onPaper);
    if (onPaper) this.#draw();
    else this.#schedule();
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const { kept, epochs, planned } = this.#news;
    if (!kept || kept.epochs.length === 0 || this.body.hidden) return;
    this.#palette ??= Palette.ofPage();
    const palette = this.#palette;
    const words = this.#words;
    const view = this.#view;
    const looks = this.#looks;
    const shown = looks.shownEpoch ?? this.#epoch;
    this.timeline.set({ kept: kept.epochs, epochs, planned });
    this.timeline.show(shown, this.#epoch, palette);
    this.chooser.show(view.image ?? 0, view.set, this.#data[view.set]);
    this.compare.show(kept.epochs, this.#run, view.against);
    for (const input of this.stages.querySelectorAll('input')) input.checked = input.value === view.stage;
    const { whole, beside } = looks;
    if (!whole) return;
    if (looks.isComplete && this.#isRefused) this.#tell('');
    this.stages.hidden = blocksOf(whole).length === 0;
    this.nets[0].show(whole, view, palette, beside ? words.epoch(shown) : null);
    if (beside && view.against) this.nets[1].show(beside, view, palette, this.#besideName());
    else this.nets[1].hide();
    const truth = whole.label.data[0];
    if (looks.map && view.channel !== null) this.map.show(looks.map, view.against ? looks.besideMap : null, { ...view, ...this.#of('map', 'layer', 'channel') }, palette, this.#besideName());
    else this.map.hide();
    if (looks.unit && view.unit !== null) this.unit.show(looks.unit, whole, { ...view, ...this.#of('unit', 'layer', 'unit') }, palette);
    else this.unit.hide();
    if (looks.why && view.letter !== null) this.why.show(looks.why, whole, looks.queryOf('why').letter.toLowerCase(), palette);
    else this.why.hide();
    this.confusion.show(looks.confusion, truth, palette);
    if (looks.alike && view.alike) this.alike.show(looks.alike, truth, palette);
    else if (view.alike) this.alike.wait();
    else this.alike.reset();
    // For tests and for scripts that watch the page: what the pictures show.
    this.#mark(shown);
  }

  #of(name, ...parts) {
    const query = this.#looks.queryOf(name);
    return Object.fromEntries(parts.filter((part) => part in query).map((part) => [part, query[part]]));
  }

  #besideName() {
    const { against } = this.#view;
    if (!against) return null;
    const epoch = this.#words.epoch(this.#looks.besideEpoch ?? against.epoch ?? 0);
    return against.run ? this.#words.of('Beside', against.run.slice(0, 8), epoch) : epoch;
  }

  #mark(shown) {
    attribute(this.#host, 'data-epoch', shown);
    attribute(this.#host, 'data-image', this.#looks.shownImage);
    attribute(this.#host, 'data-complete', this.#looks.isComplete);
  }
}
