// Print, and save the page as one file. What saves is only fetched when it is asked for.
import { openPopover } from "../keys.js";
import { showAllDrawn } from "./held.js";

document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-print], [data-save-page]");
  if (!button) return;
  if (button.matches("[data-print]")) {
    openPopover()?.hidePopover();
    await showAllDrawn();
    print();
    return;
  }
  button.disabled = true;
  try {
    const { savePage } = await import("./save-page.js");
    await savePage(button.dataset.savePage);
  } catch (fault) {
    console.warn(fault);
    button.querySelector("span").textContent = button.dataset.failed;
  } finally {
    button.disabled = false;
  }
});
