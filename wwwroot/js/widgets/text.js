// Numbers and words as the server writes them, put into text nodes that Blazor keeps as its own.

/** At most so many decimals, no trailing zeros, a true minus sign: Numerals.Short on the server. */
export function short(value, decimals = 2) {
  const factor = 10 ** decimals;
  const rounded = Math.sign(value) * Math.round(Math.abs(value) * factor) / factor;
  return (rounded === 0 ? '0' : String(rounded)).replace('-', '−');
}

/** Exactly so many decimals: Numerals.Fixed on the server. */
export function fixed(value, decimals = 2) {
  const text = value.toFixed(decimals);
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

/** "Row {0}, column {1}" with the values in it. */
export const fill = (template, ...values) => template.replace(/\{(\d)\}/g, (_, n) => values[n]);

/** Changes the text without changing the node: Blazor would lose sight of one that is replaced. */
export function write(element, text) {
  if (!element) return;
  const node = element.firstChild;
  if (node?.nodeType !== 3) element.textContent = text;
  else if (node.data !== text) node.data = text;
}
