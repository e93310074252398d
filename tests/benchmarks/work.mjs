// How long checks and cells take: at 9 calls a second with and without a training, and when a class comes at once.
//   node work.mjs ADDRESS [ADDRESS...]     the site runs already, with room for 300 learners behind one address; of several nodes
//                                          each learner stays with one.
const addresses = process.argv.slice(2);
let made = 0;
const [perSecond, steadySeconds, bursts] = [9, 30, 3];
const cells = ["setup", "load", "peek", "peek-shape", "reshape"];
const dataset = { label: "'label'", channels: "IMG_CHS", width: "IMG_WIDTH", height: "IMG_HEIGHT" };
const functions = {
  first_name: "validate", first_mode: "eval", first_loader: "valid_loader", first_word: "Valid",
  second_name: "train", second_mode: "train", second_loader: "train_loader", second_word: "Train",
};
// Some of the answers that a class gives.
const answers = [
  functions,
  { ...functions, first_name: "train", second_name: "validate" },
  { ...functions, second_mode: "eval" },
  { ...functions, first_mode: "train" },
  { ...functions, first_loader: "train_loader" },
  { ...functions, second_loader: "valid_loader" },
  { ...functions, first_word: "Train", second_word: "Valid" },
  { ...functions, first_mode: "train", second_mode: "eval" },
];

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

class Learner {
  cookie = "";
  address = addresses[made++ % addresses.length];

  async call(method, path, body) {
    const start = performance.now();
    const answer = await fetch(new URL(path, this.address), {
      method, body: body && JSON.stringify(body), headers: { cookie: this.cookie, "content-type": "application/json" },
    });
    const text = await answer.text();
    this.cookie ||= answer.headers.getSetCookie().map(c => c.split(";")[0]).join("; ");
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return { json: text && JSON.parse(text), ms: performance.now() - start };
  }

  async run(cell) {
    const { json, ms } = await this.call("POST", `/api/lessons/cnn/cells/${cell}/run`, {});
    if (!json.outputs) throw new Error(`${cell}: ${JSON.stringify(json)}`);
    return ms;
  }

  async check(exercise, gaps) {
    const { json, ms } = await this.call("POST", `/api/lessons/cnn/exercises/${exercise}/check`, { gaps });
    if (json.outcome?.reason) throw new Error(`${exercise}: ${JSON.stringify(json.outcome)}`);
    return ms;
  }
}

async function learners(count) {
  const all = Array.from({ length: count }, () => new Learner());
  for (const learner of all) await learner.call("GET", "/api/lessons");
  return all;
}

/** Calls at a steady pace, a check and a cell in turn, whether or not those before are answered. */
async function steady(name) {
  const all = await learners(20);
  for (const learner of all) for (const cell of cells) await learner.run(cell);
  const [checks, runs, calls] = [[], [], []];
  const start = performance.now();
  for (let i = 0; i < perSecond * steadySeconds; i++) {
    await sleep(start + i * 1000 / perSecond - performance.now());
    const learner = all[i % all.length];
    // Every learner does both: the number of learners is even, so each round begins with the other kind.
    const turn = i + Math.floor(i / all.length);
    calls.push(turn % 2 === 0
      ? learner.check(turn % 4 === 0 ? "dataset" : "train-validate", turn % 4 === 0 ? dataset : answers[i % answers.length]).then(ms => checks.push(ms))
      : learner.run(cells[i % cells.length]).then(ms => runs.push(ms)));
  }

  await Promise.all(calls);
  print(`check, ${perSecond} calls a second, ${name}`, checks);
  print(`cell, ${perSecond} calls a second, ${name}`, runs);
}

function print(name, values) {
  console.log(`| ${name}: ${values.length} | median ${at(values, 0.5).toFixed(0)} ms | p95 ${at(values, 0.95).toFixed(0)} ms | worst ${at(values, 1).toFixed(0)} ms |`);
}

async function burst(name, count, work) {
  for (let i = 0; i < bursts; i++) {
    const all = await learners(count);
    const start = performance.now();
    const checks = (await Promise.all(all.map(work))).flat();
    console.log(`| ${name}, burst ${i + 1}: wall ${(performance.now() - start).toFixed(0)} ms | check: median ${at(checks, 0.5).toFixed(0)} ms | p95 ${at(checks, 0.95).toFixed(0)} ms |`);
    await sleep(2_000);
  }
}

// What has not run yet is compiled when it is first asked for: a row of its own.
await steady("just started");
await steady("nothing else");
const owner = new Learner();
const { json: run } = await owner.call("POST", "/api/runs", { model: "cnn", epochs: 200, seed: 1 });
while ((await owner.call("GET", `/api/runs/${run.id}`)).json.state !== "running") await sleep(200);
await steady("beside a training");
await owner.call("DELETE", `/api/runs/${run.id}`);
await sleep(5_000);

await burst("20 learners, 5 cells and 3 checks each", 20, async (learner, i) => {
  for (const cell of cells) await learner.run(cell);
  const checks = [await learner.check("dataset", dataset), await learner.check("dataloader", { train_shuffle: "shuffle=True" })];
  return [...checks, await learner.check("train-validate", answers[i % answers.length])];
});
await burst("100 learners, the same check", 100, async learner => [await learner.check("train-validate", functions)]);
await burst(`100 learners, ${answers.length} answers`, 100, async (learner, i) => [await learner.check("train-validate", answers[i % answers.length])]);
