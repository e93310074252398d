// One widget's photograph, net and pictures. Photograph and epoch are the same in all widgets of a page.
import { Api } from '../inside/api.js';
import { attribute, h, say } from '../inside/dom.js';
import { Palette } from '../inside/palette.js';
import { Words } from '../inside/words.js';
import { Answers } from './answers.js';
import { Controls } from './controls.js';
import { OwnNet } from './own-net.js';
import { Photographs } from './photographs.js';

const KINDS = {
  batchnorm: () => import('./batchnorm.js'),
  conv2d: () => import('./conv2d.js'),
  dropout: () => import('./dropout.js'),
  flatten: () => import('./flatten.js'),
  linear: () => import('./linear.js'),
  maxpool: () => import('./maxpool.js'),
};
/** Of a run that goes on, or after which another one may have begun. */
const LOOK_AGAIN = 4000;
const SPEAK_AFTER = 400;

const api = new Api();
const photographs = new Photographs(api, sessionStorage);
const net = new OwnNet(api);

export class AliveView {
  #host;
  #ended = new AbortController();
  #frame = 0;
  #speaking = 0;
  #seen = false;
  #isStale = true;
  /** In CSS pixels, as last measured: to ask for it would lay the page out. */
  width = 0;
  #part = null;

  constructor(host) {
    this.#host = host;
    this.kind = host.getAttribute('kind');
    this.words = new Words(JSON.parse(host.getAttribute('labels') || '{}'), host.getAttribute('culture') || 'en');
    this.answers = new Answers((name, run, query) => api.look(run, name, query, this.kind), { changed: () => this.redraw(), refused: (reason) => this.#refuse(reason) });
  }

  get photograph() { return photographs.current; }
  get net() { return net; }

  async start() {
    this.notice = h('p.w-note', { role: 'status' }, this.words.of('Loading'));
    this.again = h('button.in-button', { type: 'button', hidden: true, onclick: () => this.#load() }, this.words.of('Again'));
    this.live = h('p.visually-hidden', { 'aria-live': 'polite' });
    this.body = h('div.al-body', { hidden: true });
    this.#host.replaceChildren(h('p.al-title', {}, this.words.of('Title')), this.notice, this.again, this.body, this.live);
    await this.#load();
  }

  end() {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#speaking);
  }

  /** Asks for what the widget needs now, and draws what there is. */
  changed = () => {
    if (!this.#part || !this.photograph || this.#ended.signal.aborted) return;
    this.#part.want();
    attribute(this.#host, 'data-complete', this.answers.isComplete);
    this.redraw();
  };

  redraw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  speak(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => say(this.live, text), SPEAK_AFTER);
  }

  async #load() {
    this.again.hidden = true;
    say(this.notice, this.words.of('Loading'));
    try {
      const [{ Part }] = await Promise.all([KINDS[this.kind](), photographs.start()]);
      // Without a net the photograph is still there.
      await net.refresh(photographs.digest)?.catch(() => {});
      if (this.#ended.signal.aborted || this.#part) return;
      this.controls = new Controls(this.words, photographs, net);
      this.#part = new Part(this);
      this.body.replaceChildren(this.controls.element, this.#part.element);
      this.body.hidden = false;
      this.notice.hidden = true;
      this.#follow();
      this.changed();
    } catch (error) {
      if (!error.reason) console.error(error);
      this.#refuse(error.reason ?? 'failed');
    }
  }

  #follow() {
    const { signal } = this.#ended;
    const leave = [photographs.watch(this.changed), net.watch(this.changed)];
    const theme = new MutationObserver(() => this.#repaint());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width === this.width) return;
      this.width = width;
      this.redraw();
    });
    size.observe(this.#host);
    const sight = new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.#look();
      if (this.#seen && this.#isStale) this.redraw();
    }, { rootMargin: '25% 0px' });
    sight.observe(this.#host);
    const timer = setInterval(() => this.#look(), LOOK_AGAIN);
    addEventListener('beforeprint', () => this.#repaint(true), { signal });
    addEventListener('afterprint', () => this.#repaint(), { signal });
    signal.addEventListener('abort', () => {
      for (const stop of leave) stop();
      for (const observer of [theme, size, sight]) observer.disconnect();
      clearInterval(timer);
    });
  }

  /** Whether there is a newer net or a further epoch; asked only by a widget that is on screen. */
  #look() {
    if (this.#seen && !document.hidden) net.refresh(photographs.digest)?.catch(() => {});
  }

  #repaint(onPaper = false) {
    this.palette = Palette.ofPage(onPaper);
    if (onPaper) this.#draw(true);
    else this.redraw();
  }

  #draw(isWanted = this.#seen) {
    if (!this.#part || !this.photograph || this.width === 0) return;
    // Of six widgets one or two are on screen: the others draw when they come.
    this.#isStale = !isWanted;
    if (isWanted) {
      this.palette ??= Palette.ofPage();
      this.controls.show();
      this.#part.draw();
      if (this.answers.isComplete) this.notice.hidden = true;
    }
    // For tests and for scripts that watch the page: what the pictures show.
    attribute(this.#host, 'data-image', this.photograph.index);
    attribute(this.#host, 'data-letter', this.photograph.letter);
    attribute(this.#host, 'data-epoch', net.run ? net.epoch : null);
    attribute(this.#host, 'data-complete', this.answers.isComplete);
  }

  #refuse(reason) {
    if (this.#ended.signal.aborted) return;
    this.notice.hidden = false;
    say(this.notice, this.words.of(`Refused.${reason}`));
    this.again.hidden = this.#part !== null;
    if (reason === 'gone') net.refresh(photographs.digest, true)?.catch(() => {});
  }
}
