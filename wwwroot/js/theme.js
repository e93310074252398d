// In the head, before anything is painted: which of the two themes holds. Later: the radios that choose it.
(() => {
  const key = "asl-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const choices = ["system", "light", "dark"];

  // Storage may be forbidden; the choice then holds for this page.
  let choice = "system";
  try {
    const stored = localStorage.getItem(key);
    if (choices.includes(stored)) choice = stored;
  } catch { }

  const apply = () => {
    const dark = choice === "dark" || (choice === "system" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    for (const radio of document.querySelectorAll('theme-choice input[type="radio"]')) {
      radio.checked = radio.value === choice;
    }
  };

  const choose = value => {
    choice = value;
    try {
      localStorage.setItem(key, value);
    } catch { }
    apply();
  };

  apply();
  // The radios are not parsed yet when their element is.
  document.addEventListener("DOMContentLoaded", apply);
  system.addEventListener("change", apply);
  addEventListener("storage", event => {
    if (event.key === key && choices.includes(event.newValue)) {
      choice = event.newValue;
      apply();
    }
  });

  document.addEventListener("change", event => {
    if (event.target.closest("theme-choice")) choose(event.target.value);
  });
})();
