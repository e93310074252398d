// Leaving this computer, and deleting one's work: by a request, whose answer takes the cookie away. A button with a
// second text asks once more.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-depart]");
  for (const asked of document.querySelectorAll("[data-depart][data-asked]")) {
    if (asked !== button) calm(asked);
  }
  if (!button) return;
  if (button.dataset.sure && !button.dataset.asked) {
    button.dataset.asked = button.textContent;
    button.textContent = button.dataset.sure;
    return;
  }

  button.disabled = true;
  const status = button.closest("dialog").querySelector("[data-failed]");
  status.textContent = "";
  try {
    const answer = await fetch(button.dataset.depart, { method: "DELETE" });
    if (answer.status === 429 || answer.status === 503) throw new Error(status.dataset.refused);
    if (!answer.ok) throw new Error();
    try {
      sessionStorage.clear();
    } catch { }
    location.assign(document.baseURI);
  } catch (fault) {
    status.textContent = fault instanceof TypeError || !fault.message ? status.dataset.failed : fault.message;
    calm(button);
    button.disabled = false;
  }
});

function calm(button) {
  if (!button.dataset.asked) return;
  button.textContent = button.dataset.asked;
  delete button.dataset.asked;
}
