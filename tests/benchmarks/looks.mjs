// From a click to the bytes of the picture, beside a training on the same trainer; what looking costs the training; 50 at once.
//   node looks.mjs ADDRESS [EPOCHS]     the site runs already.
const address = process.argv[2];
const epochs = Number(process.argv[3] ?? 6);
const headers = { "content-type": "application/json" };
let cookie = "";

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const line = (name, values, more = "") => console.log(
  `| ${name} | ${values.length} | ${at(values, 0.5).toFixed(1)} | ${at(values, 0.95).toFixed(1)} | ${at(values, 1).toFixed(1)} |${more}`);

async function call(method, path, body) {
  const answer = await fetch(new URL(path, address), { method, body: body && JSON.stringify(body), headers: { ...headers, cookie } });
  cookie ||= answer.headers.getSetCookie().map(c => c.split(";")[0]).join("; ");
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const json = async (method, path, body) => (await call(method, path, body)).json();

async function train(settings) {
  const run = await json("POST", "/api/runs", settings);
  return run.id;
}

async function ended(id) {
  while (!["completed", "failed", "cancelled"].includes((await json("GET", `/api/runs/${id}`)).state)) await sleep(250);
}

/** One look, in milliseconds; null where a newer one of the same viewer took its place. */
async function look(id, epoch, image, view, more, viewer) {
  const start = performance.now();
  const answer = await fetch(new URL(`/api/runs/${id}/look/${view}?epoch=${epoch}&image=${image}&viewer=${viewer}${more}`, address), { headers: { cookie } });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (answer.status === 409 || answer.status === 429) return null;
  if (!answer.ok) throw new Error(`${view}: ${answer.status}`);
  return { ms: performance.now() - start, bytes };
}

/** A reader who drags the epochs' slider and never stops, a step each 33 ms. */
async function scrub(id, kept, times, going, images) {
  for (let step = 0; going.on; step++) {
    const answer = await look(id, kept[step % kept.length], Math.floor(step / kept.length) % images, "whole", "", "slider");
    if (answer) times.push(answer.ms);
    await sleep(Math.max(0, 33 - (answer?.ms ?? 0)));
  }
}

async function epochSeconds(id, from, to) {
  return (await json("GET", `/api/runs/${id}/epochs`)).slice(from, to).map(e => e.trainSeconds);
}

const seen = await train({ model: "cnn", epochs: 3, trainLimit: 3000 });
await ended(seen);
const { epochs: kept } = await json("GET", `/api/runs/${seen}/kept`);
for (const epoch of kept) await look(seen, epoch, 0, "whole", "", "warm");

console.log("| look | asked | median, ms | p95, ms | worst, ms |\n|---|---|---|---|---|");
const quiet = [];
{
  const going = { on: true };
  const work = scrub(seen, kept, quiet, going, 500);
  await sleep(10_000);
  going.on = false;
  await work;
}
line("whole, no training", quiet);

// Half of the epochs alone, half beside a reader; the first of a process and the one in which he came count for neither.
const run = await train({ model: "cnn", epochs, seed: 2 });
const [busy, going] = [[], { on: true }];
let work = null;
while (true) {
  const done = (await json("GET", `/api/runs/${run}/epochs`)).length;
  if (done >= epochs / 2 && !work) work = scrub(seen, kept, busy, going, 500);
  if (done >= epochs - 1) break;
  await sleep(250);
}
going.on = false;
await work;
line("whole, beside the training", busy);
for (const [view, more] of [["map", "&layer=2&channel=7"], ["map", "&layer=3&channel=70"], ["why", "&letter=V"], ["dropout", "&passes=16&seed=1"], ["channel", "&layer=2&channel=3"]]) {
  const times = [];
  for (let image = 0; image < 40; image++) times.push((await look(seen, 2, image, view, more, "one")).ms);
  line(`${view}${more}, beside the training`, times);
}

const crowd = [];
let refused = 0;
const until = performance.now() + 10_000;
await Promise.all(Array.from({ length: 50 }, async (_, reader) => {
  for (let image = 0; performance.now() < until; image++) {
    const answer = await look(seen, kept[image % kept.length], (reader * 40 + image) % 7000, "whole", "", `reader${reader}`);
    if (answer) crowd.push(answer.ms); else refused++;
  }
}));
line("whole, 50 readers without a pause", crowd, ` ${refused} refused, ${(crowd.length / 10).toFixed(0)} a second`);
await call("DELETE", `/api/runs/${run}`);
const [alone, beside] = [await epochSeconds(run, 1, epochs / 2), await epochSeconds(run, Math.ceil(epochs / 2) + 1, epochs - 1)];
const [a, b] = [at(alone, 0.5), at(beside, 0.5)];
console.log(`\ntraining part of an epoch: alone ${a.toFixed(2)} s, beside a reader who never stops ${b.toFixed(2)} s: ${((b / a - 1) * 100).toFixed(1)} % slower`);
console.log(`a whole look: ${(await look(seen, 2, 5, "whole", "", "size")).bytes} bytes`);
