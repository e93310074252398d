// Two switches above the chart: mean or sum of the loss, logarithmic or linear axis.

export class Toolbar {
  sum = false;
  log = true;
  element;

  constructor(words, onChange) {
    this.element = document.createElement('div');
    this.element.className = 'tc-toolbar';
    this.element.append(
      this.#group(words.lossShown, [words.mean, words.sum], 0, (i) => { this.sum = i === 1; onChange(); }),
      this.#group(words.scale, [words.log, words.linear], 0, (i) => { this.log = i === 0; onChange(); }),
    );
  }

  #group(name, choices, initial, choose) {
    const group = document.createElement('div');
    group.className = 'tc-switch';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', name ?? '');
    const title = document.createElement('span');
    title.className = 'tc-switch-name';
    title.textContent = name ?? '';
    const buttons = choices.map((choice, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = choice ?? '';
      button.setAttribute('aria-pressed', String(i === initial));
      button.addEventListener('click', () => {
        buttons.forEach((b) => b.setAttribute('aria-pressed', String(b === button)));
        choose(i);
      });
      return button;
    });
    group.append(title, ...buttons);
    return group;
  }
}
