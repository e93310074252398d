// Starts Blazor: at once, save on a lesson that is newly opened. That can be read without a circuit, so its first moments
// belong to the reader, who calls for the circuit by stirring at all; it comes by itself a little later.
(() => {
  const unhurried = 5000;
  const afterLoad = 1000;
  const beforeRetry = 3000;
  // Tries to get the circuit back: first for as long as another node takes to be found, or a site to start, then for minutes.
  // Blazor's own ten tries at once are used up before either, and the next come after 5 and 30 s.
  const tries = [{ count: 1, every: 0 }, { count: 30, every: 500 }, { count: 30, every: 2000 }, { count: 30, every: 10000 }];
  const { mudblazor, blazor } = document.currentScript.dataset;

  const load = src => new Promise((resolve, reject) => {
    // In the order they are put in.
    const script = Object.assign(document.createElement("script"), { src, async: false, onload: resolve });
    script.onerror = () => {
      script.remove();
      reject();
    };
    script.setAttribute("autostart", "false");
    document.body.append(script);
  });

  // A line that fails for a moment must not leave the page without a circuit for good.
  const loadAtLast = src => load(src).catch(async () => {
    await new Promise(resolve => {
      addEventListener("online", resolve, { once: true });
      setTimeout(resolve, beforeRetry);
    });
    return loadAtLast(src);
  });

  const sheets = () => document.querySelectorAll("link[data-with-circuit]");

  // Before the page is there it would take the line from the page.
  function fetchAhead() {
    for (const href of [...[...sheets()].map(sheet => sheet.href), mudblazor, blazor]) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
    }
  }

  /** When to try once more; null for never. A class that has lost its site does not come back all at one moment. */
  function untilNextTry(done) {
    for (const { count, every } of tries) {
      if (done < count) return every * (0.75 + Math.random() / 2);
      done -= count;
    }
    return null;
  }

  async function start() {
    for (const sheet of sheets()) sheet.disabled = false;
    await Promise.all([loadAtLast(mudblazor), loadAtLast(blazor)]);
    Blazor.registerCustomEventType("blockneeded", { createEventArgs: () => ({}) });
    Blazor.registerCustomEventType("sectionsread", { createEventArgs: event => event.detail });
    await Blazor.start({
      circuit: {
        // The circuit takes its language from its own address: the page's, with or without cookies.
        configureSignalR: builder => builder.withUrl(`_blazor?culture=${encodeURIComponent(document.documentElement.lang)}`),
        reconnectionOptions: { maxRetries: tries.reduce((sum, { count }) => sum + count, 0), retryIntervalMilliseconds: untilNextTry },
      },
    });
  }

  function startForReader() {
    let isStarted = false;
    const once = () => {
      if (!isStarted) start();
      isStarted = true;
    };
    readerStirs.then(once);
    setTimeout(once, unhurried);
    addEventListener("load", () => setTimeout(() => isStarted || fetchAhead(), afterLoad));
  }

  // Who has the page loaded once more was at work in it, and so was whoever lost the site: what they typed waits to be sent.
  const isAgain = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (document.querySelector("lesson-block") && !isAgain) startForReader();
  else start();
})();
