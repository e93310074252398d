// Says at once, beside the button, that the line is cut: a check goes nowhere then. What was typed is kept (places.js).
const lost = "#components-reconnect-modal[class*='components-reconnect-']:not(.components-reconnect-hide)";
const isLost = () => !navigator.onLine || document.querySelector(lost) !== null;
const notes = root => root.querySelectorAll("[data-line-cut]");

document.addEventListener("click", event => {
  const asked = event.target.closest?.("[data-check]")?.closest("[data-cell], [data-predict]");
  if (asked && isLost()) for (const note of notes(asked)) note.hidden = false;
}, true);

function mend() {
  if (!isLost()) for (const note of notes(document)) note.hidden = true;
}
addEventListener("asl-connected", mend);
addEventListener("online", mend);
