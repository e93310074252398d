import { h } from '../inside/dom.js';

let groups = 0;

/** A few choices side by side: radio buttons, so that arrow keys move among them. */
export class Choice {
  /** @param options [value, text] each */
  constructor(label, options, value, onChange) {
    const name = `al-choice-${++groups}`;
    this.element = h('fieldset.in-stages', {}, h('legend.visually-hidden', {}, label), ...options.map(([option, text]) => h('label', {},
      h('input', { type: 'radio', name, value: option, checked: option === value, onchange: () => onChange(option) }),
      h('span', {}, text))));
  }
}
