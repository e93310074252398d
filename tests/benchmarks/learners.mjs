// Seconds per epoch of a training alone and beside 20 learners at work, and how long their checks and cells take meanwhile.
//   node learners.mjs ADDRESS [EPOCHS]     the site runs already; half of the epochs are alone, half beside the learners.
const [learners, pauseMs] = [20, 2200];
const address = process.argv[2];
const epochs = Number(process.argv[3] ?? 6);
const [cells, exercise] = [["setup", "load", "peek", "peek-shape", "reshape"], "dataset"];
const answers = { label: "'labels'", channels: "1", width: "28", height: "28" };

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const median = values => at(values, 0.5);

class Learner {
  cookie = "";

  async call(method, path, body) {
    const start = performance.now();
    const answer = await fetch(new URL(path, address), {
      method, body: body && JSON.stringify(body), headers: { cookie: this.cookie, "content-type": "application/json" },
    });
    const text = await answer.text();
    this.cookie ||= answer.headers.getSetCookie().map(c => c.split(";")[0]).join("; ");
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return { json: JSON.parse(text), ms: performance.now() - start };
  }

  async begin() {
    for (const cell of cells) await this.call("POST", `/api/lessons/cnn/cells/${cell}/run`, {});
  }

  /** Clicks until told to stop: a cell and a check in turn. */
  async work(times, going) {
    await sleep(Math.random() * pauseMs);
    for (let turn = 0; going.on; turn++) {
      const isCheck = turn % 2 === 0;
      const { ms } = isCheck
        ? await this.call("POST", `/api/lessons/cnn/exercises/${exercise}/check`, { gaps: answers })
        : await this.call("POST", `/api/lessons/cnn/cells/${cells[turn % cells.length]}/run`, {});
      (isCheck ? times.checks : times.cells).push(ms);
      await sleep(Math.max(0, pauseMs - ms));
    }
  }
}

async function train(watcher, during) {
  const { json: run } = await watcher.call("POST", "/api/runs", { model: "cnn", epochs, seed: 1 });
  let [seen, beside] = [0, null];
  while (true) {
    const { json: all } = await watcher.call("GET", `/api/runs/${run.id}/epochs`);
    seen = all.length;
    if (seen >= epochs / 2) beside ??= during();
    if (seen >= epochs) {
      await beside();
      // The first epoch of a process warms up; the one in which the learners came is of neither kind.
      return { alone: all.slice(1, epochs / 2).map(e => e.trainSeconds), beside: all.slice(epochs / 2 + 1).map(e => e.trainSeconds) };
    }

    await sleep(500);
  }
}

function group(all) {
  const [times, going] = [{ checks: [], cells: [] }, { on: true }];
  const works = all.map(learner => learner.work(times, going));
  return { times, end: async () => { going.on = false; await Promise.all(works); } };
}

const all = Array.from({ length: learners }, () => new Learner());
for (const learner of all) await learner.begin();
const quiet = group(all);
await sleep(20_000);
await quiet.end();

let busy;
const seconds = await train(new Learner(), () => { busy = group(all); return busy.end; });
const [alone, beside] = [median(seconds.alone), median(seconds.beside)];
console.log(`| training part of an epoch, s | alone ${alone.toFixed(2)} | beside ${learners} learners ${beside.toFixed(2)} | slower by ${((beside / alone - 1) * 100).toFixed(0)} % |`);
for (const [name, group] of [["no training", quiet.times], ["beside the training", busy.times]]) {
  for (const kind of ["checks", "cells"]) {
    const of = group[kind];
    console.log(`| ${kind}, ${name}: ${of.length} | median ${median(of).toFixed(0)} ms | p95 ${at(of, 0.95).toFixed(0)} ms | worst ${at(of, 1).toFixed(0)} ms |`);
  }
}
