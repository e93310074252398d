// How many frames a second a browser shows while an epoch's slider is dragged, and how soon the dragged epoch is drawn: with the trainer idle,
// and beside a training.
//   node scrub.mjs ADDRESS     the site runs already. CHROMIUM=/usr/bin/chromium; needs a build of the browser tests: their Playwright is used.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const playwright = fileURLToPath(new URL("../AslTutorial.EndToEnd.Tests/bin/Debug/net10.0/.playwright/package", import.meta.url));
const { chromium } = createRequire(import.meta.url)(playwright);
const address = process.argv[2];
const seconds = 10;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();

async function order(settings) {
  const answer = await context.request.post(new URL("/api/runs", address).href, { data: settings });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()).id;
}

async function until(id, reached) {
  while (!reached(await (await context.request.get(new URL(`/api/runs/${id}`, address).href)).json())) await page.waitForTimeout(250);
}

const seen = await order({ epochs: 8, trainLimit: 1500 });
await until(seen, run => run.state === "completed");

await page.goto(new URL(`/runs/${seen}/inside?culture=en`, address).href);
await page.locator("inside-net[data-complete=true]").waitFor();
const slider = page.locator(".in-slider");
await slider.evaluate(element => element.scrollIntoView({ block: "center" }));
await page.waitForTimeout(1000);
await scrub("the trainer idle");
const beside = await order({ epochs: 20, seed: 2 });
await until(beside, run => run.state === "running");
await scrub("beside a training");
await context.request.delete(new URL(`/api/runs/${beside}`, address).href);
await browser.close();

async function scrub(how) {
  await page.evaluate(() => {
    const [net, slider] = [document.querySelector("inside-net"), document.querySelector(".in-slider")];
    const watched = globalThis.watched = { frames: [], drawn: [], tasks: [] };
    new PerformanceObserver(list => watched.tasks.push(...list.getEntries().map(entry => entry.duration))).observe({ type: "longtask" });
    globalThis.dragged?.abort();
    const { signal } = globalThis.dragged = new AbortController();
    let [last, asked, epoch] = [performance.now(), null, net.dataset.epoch];
    slider.addEventListener("input", () => asked ??= performance.now(), { capture: true, signal });
    const frame = now => {
      if (signal.aborted) return;
      watched.frames.push(now - last);
      last = now;
      if (asked !== null && net.dataset.epoch !== epoch && net.dataset.complete === "true") {
        watched.drawn.push(now - asked);
        [asked, epoch] = [null, net.dataset.epoch];
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1000) {
    // To and fro in two seconds, as a hand does.
    const phase = ((performance.now() - begun) / 1000) % 2;
    await page.mouse.move(box.x + 6 + (box.width - 12) * (phase < 1 ? phase : 2 - phase), y);
  }
  await page.mouse.up();
  const { frames, drawn, tasks } = await page.evaluate(() => globalThis.watched);
  const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  const total = frames.reduce((sum, ms) => sum + ms, 0);
  console.log(`${how}: frames: ${(frames.length / total * 1000).toFixed(1)} a second for ${seconds} s; a frame ${at(frames, 0.5).toFixed(1)} ms at the median, ${at(frames, 0.95).toFixed(1)} at p95, ${at(frames, 1).toFixed(1)} at worst`);
  console.log(`${how}: epochs drawn whole: ${drawn.length}; from the slider's step to the picture ${at(drawn, 0.5).toFixed(1)} ms at the median, ${at(drawn, 0.95).toFixed(1)} at p95`);
  console.log(`${how}: tasks over 50 ms: ${tasks.length}${tasks.length ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : ""}`);
}
