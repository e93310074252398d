// What keeps the browser busy while a page is opened, on a processor slowed down four times, side by side for several sites.
//   node long-tasks.mjs before=http://127.0.0.1:5998/lessons/cnn after=http://127.0.0.1:5999/lessons/cnn
// RUNS=7 in turn, CHROMIUM=/usr/bin/chromium. Needs a build of the browser tests: their Playwright is used.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const playwright = fileURLToPath(new URL("../AslTutorial.EndToEnd.Tests/bin/Debug/net10.0/.playwright/package", import.meta.url));
const { chromium } = createRequire(import.meta.url)(playwright);
const slower = 4;
const watched = 7000;
const long = 50;

const pages = process.argv.slice(2).map(argument => {
  const at = argument.indexOf("=");
  return { name: argument.slice(0, at), url: argument.slice(at + 1), runs: [] };
});

async function open(url) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.addInitScript(() => {
      globalThis.tasks = [];
      new PerformanceObserver(list => tasks.push(...list.getEntries().map(entry => [entry.startTime, entry.duration])))
        .observe({ type: "longtask", buffered: true });
    });
    await page.goto(url);
    await page.mouse.move(9, 9); // the circuit comes when a reader stirs
    await page.waitForTimeout(watched);
    const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const after = (await page.evaluate(() => tasks)).filter(([start]) => start >= paint).map(([, duration]) => duration);
    return { paint, blocked: after.reduce((sum, duration) => sum + Math.max(0, duration - long), 0), longest: Math.max(0, ...after) };
  } finally {
    await browser.close();
  }
}

for (let run = 0; run < Number(process.env.RUNS ?? 7); run++) {
  for (const page of pages) page.runs.push(await open(page.url));
}

const median = values => Math.round(values.sort((a, b) => a - b)[values.length >> 1]);
console.log("| page | runs | first paint, ms | blocked after it, ms | longest task, ms |\n|---|---|---|---|---|");
for (const { name, runs } of pages) {
  console.log(`| ${name} | ${runs.length} | ${["paint", "blocked", "longest"].map(key => median(runs.map(run => run[key]))).join(" | ")} |`);
}
