// In the head: readerStirs is kept at the reader's first sign of life, from the first moment of the page on. Who has not
// stirred reads what is on screen: nothing else has to be there yet.
globalThis.readerStirs = new Promise(resolve => {
  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  const first = new AbortController();
  const stir = () => {
    first.abort();
    resolve();
  };
  for (const sign of signs) addEventListener(sign, stir, { passive: true, capture: true, signal: first.signal });
});
