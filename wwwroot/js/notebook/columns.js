// How wide a text is in a monospaced font: a Chinese character takes two columns. The server counts the same way.
const firstWide = "\u2E80";

export function columns(text) {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += text[i] >= firstWide ? 2 : 1;
  return count;
}
