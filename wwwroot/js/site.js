// Keeps the connection notice, the drawers and the reader's place.
(() => {
  // Connection: Blazor retries by itself and says how that goes; the button and a returning reader ask once more.
  const notice = document.getElementById("components-reconnect-modal");

  async function reconnect() {
    try {
      // False: the server answered, but it does not know this circuit any more. What it kept of it may still be there.
      if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) location.reload();
    } catch {
      // Still unreachable: the notice stays and the button with it.
    }
  }

  notice.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    if (state === "hide") dispatchEvent(new Event("asl-connected"));
    if (state === "rejected") location.reload();
    if (state === "failed") document.addEventListener("visibilitychange", onReturn, { once: true });
  });

  function onReturn() {
    if (document.visibilityState === "visible") reconnect();
    else document.addEventListener("visibilitychange", onReturn, { once: true });
  }

  document.addEventListener("click", event => {
    const target = event.target.closest?.("[data-reconnect], [data-culture], .skip-link, .rail a");
    if (!target) return;
    if (target.matches("[data-reconnect]")) {
      reconnect();
    } else if (target.matches(".skip-link")) {
      event.preventDefault();
      document.getElementById("main").focus();
    } else if (target.matches("[data-culture]")) {
      if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        switchLanguage(target.dataset.culture);
      }
    } else {
      // A drawer has done its work once the reader went somewhere with it.
      const drawer = target.closest("[popover]");
      if (drawer && isOpen(drawer)) drawer.hidePopover();
    }
  }, true);

  // A browser that knows no popovers does not know the selector.
  function isOpen(popover) {
    try {
      return popover.matches(":popover-open");
    } catch {
      return false;
    }
  }

  // A drawer that is open when the circuit takes the prerendered page over is opened again: its element is a new one.
  let openRail = null;
  const reopener = new MutationObserver(() => {
    const rail = openRail && document.getElementById(openRail);
    if (rail && !isOpen(rail)) rail.showPopover();
  });
  document.addEventListener("toggle", event => {
    if (!event.target.matches(".rail[popover]")) return;
    if (event.newState === "open") {
      openRail = event.target.id;
      reopener.observe(document.body, { childList: true, subtree: true });
    } else if (openRail === event.target.id) {
      openRail = null;
      reopener.disconnect();
    }
  }, true);

  // Language: the same address, and the section on screen stays where it is, however long the other text is.
  const placeKey = "asl-place";
  // Until a slow machine too has its circuit, and has scrolled with it.
  const holdMilliseconds = 30000;

  function switchLanguage(culture) {
    const value = encodeURIComponent(`c=${culture}|uic=${culture}`);
    document.cookie = `.AspNetCore.Culture=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    const address = new URL(location.href);
    address.searchParams.delete("culture");
    if (!document.cookie.includes(value)) address.searchParams.set("culture", culture);

    const above = [...document.querySelectorAll("[data-anchor]")].filter(e => e.getBoundingClientRect().top < innerHeight / 3).pop();
    const place = { path: address.pathname, id: above?.id, top: above?.getBoundingClientRect().top, y: scrollY };
    try {
      sessionStorage.setItem(placeKey, JSON.stringify(place));
    } catch {
      // Forbidden: the address takes over, though it knows sections alone. A reload would not follow it.
      address.searchParams.set("culture", culture);
      if (above) address.hash = above.id;
    }
    if (address.href.split("#")[0] === location.href.split("#")[0]) location.reload();
    else location.replace(address);
  }

  // The browser, and Blazor once its circuit is there, scroll to the address's #section: for a moment the place is
  // held against them, unless the reader moves.
  function restorePlace() {
    let place;
    try {
      place = JSON.parse(sessionStorage.getItem(placeKey));
      sessionStorage.removeItem(placeKey);
    } catch { }
    if (!place || place.path !== location.pathname) return;

    history.scrollRestoration = "manual";
    const until = performance.now() + holdMilliseconds;
    const reader = new AbortController();
    for (const move of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(move, () => reader.abort(), { passive: true, signal: reader.signal });
    }
    const hold = () => {
      const anchor = place.id && document.getElementById(place.id);
      const y = anchor ? scrollY + anchor.getBoundingClientRect().top - place.top : place.y;
      if (Math.abs(y - scrollY) > 1) scrollTo({ top: y, behavior: "instant" });
      if (performance.now() < until && !reader.signal.aborted) {
        requestAnimationFrame(hold);
      } else {
        history.scrollRestoration = "auto";
        reader.abort();
      }
    };
    hold();
  }

  restorePlace();
})();
