// Numbers and words as the server writes them, put where the server has put its own.

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

/** The text is Blazor's element inside, which is made anew with another text of its own. */
export function write(element, text) {
  const place = element?.firstElementChild ?? element;
  if (place && place.textContent !== text) place.textContent = text;
}
