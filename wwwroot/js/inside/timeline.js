// The epochs: a slider from untrained to the last, with the run's accuracy above it, and play.
import { attribute, h, say, sized } from './dom.js';
import { UNTRAINED, nearest, stepped } from './view.js';

/** From one epoch to the next while it plays. */
const BEAT = 650;
const HEIGHT = 56;
/** Half of a slider's thumb: where its first and last value stand. */
const INSET = 9;

export class Timeline {
  #words;
  #onEpoch;
  #timer = 0;
  #kept = [];
  #epochs = [];
  #palette = null;
  #shown = UNTRAINED;
  #width = 0;

  /** @param onEpoch told the kept epoch that the reader wants @param isReady whether the last wish is answered, so that play may go on */
  constructor(words, onEpoch, isReady) {
    this.#words = words;
    this.#onEpoch = onEpoch;
    this.isReady = isReady;
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.slider = h('input.in-slider', { type: 'range', step: 1, min: UNTRAINED, max: 0, 'aria-label': words.of('Epochs') });
    this.slider.addEventListener('input', () => { this.stop(); this.#want(nearest(this.#kept, Number(this.slider.value))); });
    this.slider.addEventListener('keydown', this.#press);
    this.playButton = h('button.in-play', { type: 'button', onclick: () => this.toggle() });
    this.label = h('p.in-epoch');
    this.element = h('div.in-timeline', {}, this.playButton, h('div.in-track', {}, this.canvas, this.slider), this.label);
    this.#sayPlay();
  }

  get isPlaying() { return this.#timer !== 0; }

  /** @param kept epochs whose weights are there @param epochs results of all that are over @param planned how many there will be */
  set({ kept, epochs, planned }) {
    this.#kept = kept;
    this.#epochs = epochs;
    this.slider.max = Math.max(planned - 1, kept.at(-1) ?? 0, 0);
    this.slider.disabled = kept.length === 0;
    this.playButton.disabled = kept.length < 2;
    this.#say();
  }

  /** @param epoch what the pictures show @param wanted where the thumb is */
  show(epoch, wanted, palette) {
    this.#shown = epoch;
    this.#palette = palette;
    if (Number(this.slider.value) !== wanted) this.slider.value = wanted;
    this.#say();
    this.#draw();
  }

  resize(width) {
    this.#width = width;
    this.#draw();
  }

  toggle() {
    if (this.isPlaying) this.stop();
    else {
      const isAtEnd = nearest(this.#kept, Number(this.slider.value)) === this.#kept.at(-1);
      if (isAtEnd) this.#want(this.#kept[0]);
      this.#timer = setInterval(() => this.#beat(), BEAT);
    }
    this.#sayPlay();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#sayPlay();
  }

  #beat() {
    // What is not there yet is waited for, so that no epoch is passed over.
    if (!this.isReady()) return;
    const next = stepped(this.#kept, Number(this.slider.value), 1);
    if (next === Number(this.slider.value)) this.stop();
    else this.#want(next);
  }

  #want(epoch) {
    if (epoch === null) return;
    this.slider.value = epoch;
    this.#onEpoch(epoch, this.isPlaying);
  }

  #press = (event) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    // To the next that is kept, however far it is.
    event.preventDefault();
    this.stop();
    this.#want(stepped(this.#kept, Number(this.slider.value), by));
  };

  #sayPlay() {
    const says = this.#words.of(this.isPlaying ? 'Pause' : 'Play');
    attribute(this.playButton, 'aria-label', says);
    attribute(this.playButton, 'title', says);
    attribute(this.playButton, 'data-playing', this.isPlaying);
  }

  #say() {
    const result = this.#epochs.find((one) => one.epoch === this.#shown);
    const says = this.#words.epoch(this.#shown);
    const accuracy = result ? this.#words.of('Validation', this.#words.accuracy(result.validAccuracy)) : '';
    if (this.label.textContent !== says + accuracy) this.label.replaceChildren(h('strong', {}, says), h('span', {}, accuracy));
    attribute(this.slider, 'aria-valuetext', this.#words.notes(says, accuracy));
  }

  #draw() {
    if (!this.#palette || this.#width <= 0) return;
    const { tokens } = this.#palette;
    const width = this.#width;
    const context = sized(this.canvas, width, HEIGHT);
    const last = Number(this.slider.max);
    const x = (epoch) => INSET + (epoch - UNTRAINED) / Math.max(1, last - UNTRAINED) * (width - 2 * INSET);
    const values = this.#epochs.flatMap((one) => [one.validAccuracy, one.trainAccuracy]).filter((value) => value <= 1);
    const low = Math.min(0.9, Math.floor(Math.min(...values, 1) * 10) / 10);
    const y = (value) => 4 + (1 - (Math.min(value, 1) - low) / (1 - low)) * (HEIGHT - 12);
    context.strokeStyle = tokens.line;
    context.lineWidth = 1;
    for (const value of [low, 1]) {
      context.beginPath();
      context.moveTo(INSET, Math.round(y(value)) + 0.5);
      context.lineTo(width - INSET, Math.round(y(value)) + 0.5);
      context.stroke();
    }
    context.fillStyle = tokens.muted;
    context.font = `11px ${this.#palette.font}`;
    for (const value of [low, 1]) context.fillText(this.#words.share(value), INSET + 2, y(value) + (value === 1 ? 12 : -4));
    for (const epoch of this.#kept) context.fillRect(Math.round(x(epoch)) - 1, HEIGHT - 6, 2, 5);
    for (const [name, field] of [['train', 'trainAccuracy'], ['valid', 'validAccuracy']]) {
      context.strokeStyle = tokens[name];
      context.lineWidth = 1.75;
      context.lineJoin = 'round';
      context.beginPath();
      this.#epochs.forEach((one, at) => context[at === 0 ? 'moveTo' : 'lineTo'](x(one.epoch), y(one[field])));
      if (this.#epochs.length === 1) context.lineTo(x(this.#epochs[0].epoch) + 1, y(this.#epochs[0][field]));
      context.stroke();
    }
    context.strokeStyle = tokens.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x(this.#shown), 0);
    context.lineTo(x(this.#shown), HEIGHT);
    context.stroke();
    const result = this.#epochs.find((one) => one.epoch === this.#shown);
    if (result) {
      context.fillStyle = tokens.valid;
      context.beginPath();
      context.arc(x(this.#shown), y(result.validAccuracy), 4, 0, 2 * Math.PI);
      context.fill();
      context.strokeStyle = tokens.paper;
      context.stroke();
    }
  }
}
