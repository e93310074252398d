// Switches and menus around the chart: what of the loss, on which axis, how smooth; which set, and saving.

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

function group(name, buttons) {
  const element = make('div', 'tc-switch');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', name ?? '');
  element.append(make('span', 'tc-switch-name', name ?? ''), ...buttons);
  return element;
}

function button(text, press) {
  const element = make('button', '', text ?? '');
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/** Buttons of which one is pressed. */
function oneOf(name, choices, choose) {
  const buttons = choices.map((choice, i) => {
    const element = button(choice, () => {
      buttons.forEach((b) => b.setAttribute('aria-pressed', String(b === element)));
      choose(i);
    });
    element.setAttribute('aria-pressed', String(i === 0));
    return element;
  });
  return group(name, buttons);
}

export const FACTORS = [0, 0.5, 0.8, 0.9];

const SETS = [['train', 'valid'], ['valid'], ['train']];

export class Toolbar {
  sum = false;
  log = true;
  smoothing = 0;
  sets = SETS[0];
  /** Above the chart. */
  element;
  /** Below it. */
  foot;
  #said;

  /** What the smoothing does, as the reader is told; empty without. */
  get said() {
    return this.#said.textContent;
  }

  /** @param culture how a factor is written @param save (kind: 'svg', 'png' or 'csv') */
  constructor(words, culture, onChange, save) {
    const factor = new Intl.NumberFormat(culture, { minimumFractionDigits: 1 });
    this.element = make('div', 'tc-toolbar');
    const smoothing = make('label', 'tc-switch');
    const select = make('select');
    select.append(...FACTORS.map((f, i) => new Option(i === 0 ? words.off : factor.format(f), f)));
    select.addEventListener('change', () => {
      this.smoothing = Number(select.value);
      this.#said.textContent = this.smoothing ? words.smoothed.replaceAll('{0}', factor.format(this.smoothing)).replaceAll('{1}', factor.format(1 - this.smoothing)) : '';
      onChange();
    });
    smoothing.append(make('span', 'tc-switch-name', words.smoothing), select);
    this.element.append(
      smoothing,
      oneOf(words.lossShown, [words.mean, words.sum], (i) => { this.sum = i === 1; onChange(); }),
      oneOf(words.scale, [words.log, words.linear], (i) => { this.log = i === 0; onChange(); }),
    );
    const sets = oneOf(words.sets, [words.both, words.valid, words.train], (i) => { this.sets = SETS[i]; onChange(); });
    this.#said = make('p', 'tc-smoothed');
    this.#said.setAttribute('role', 'status');
    const tools = make('div', 'tc-toolbar');
    tools.append(sets, group(words.save, ['SVG', 'PNG', 'CSV'].map((kind) => button(kind, () => save(kind.toLowerCase())))));
    this.foot = make('div', 'tc-foot');
    this.foot.append(this.#said, tools);
  }
}
