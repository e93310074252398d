// Python or C#: an attribute of the root, remembered in a cookie so that the first response has it already.
const cookie = "asl-code";
const root = document.documentElement;

const current = () => root.dataset.code === "csharp" ? "csharp" : "python";

function press(element) {
  for (const button of element.querySelectorAll("[data-code-language]")) {
    button.setAttribute("aria-pressed", button.dataset.codeLanguage === current());
  }
}

customElements.define("code-language", class extends HTMLElement {
  connectedCallback() {
    // Its content comes after it.
    queueMicrotask(() => press(this));
  }
});

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-code-language]");
  if (!button || button.dataset.codeLanguage === current()) return;
  // Listings above grow or shrink: what the reader looks at stays where it is.
  const anchor = button.closest("[data-cell]") ?? firstOnScreen();
  const top = anchor?.getBoundingClientRect().top;
  root.dataset.code = button.dataset.codeLanguage;
  document.cookie = `${cookie}=${button.dataset.codeLanguage}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  document.querySelectorAll("code-language").forEach(press);
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
});

function firstOnScreen() {
  return [...document.querySelectorAll("[data-anchor]")].find(element => element.getBoundingClientRect().top >= 0);
}
