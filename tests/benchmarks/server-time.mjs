// Milliseconds of one request after another for a page on one connection: by a reader who has done nothing yet, and by the
// same one with cells run and an exercise tried.
import http from "node:http";

const [warmUp, counted] = [50, 200];
const address = process.argv[2];
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let cookie = "";

function once(encoding) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = { ...(cookie && { cookie }), ...(encoding && { "accept-encoding": encoding }) };
    http.get(address, { agent, headers }, answer => {
      const first = performance.now() - start;
      if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
      cookie ||= (answer.headers["set-cookie"] ?? []).map(c => c.split(";")[0]).join("; ");
      answer.on("data", () => { }).on("end", () => resolve({ first, whole: performance.now() - start }));
    }).on("error", reject);
  });
}

async function post(path, body) {
  const answer = await fetch(new URL(path, address), { method: "POST", body: JSON.stringify(body), headers: { cookie, "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function begin() {
  for (const cell of ["setup", "load", "peek", "peek-shape", "reshape", "model", "summary", "accuracy"]) await post(`/api/lessons/cnn/cells/${cell}/run`, {});
  await post("/api/lessons/cnn/exercises/dataset/check", { gaps: { label: "'labels'", channels: "1", width: "28", height: "28" } });
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);

async function measure(name, encoding) {
  const times = [];
  for (let i = 0; i < warmUp + counted; i++) {
    const time = await once(encoding);
    if (i >= warmUp) times.push(time);
  }
  const [first, whole] = [times.map(t => t.first), times.map(t => t.whole)];
  console.log(`| ${name} | ${at(first, 0.5)} | ${at(first, 0.95)} | ${at(whole, 0.5)} | ${at(whole, 0.95)} | ${at(whole, 0)} |`);
}

console.log(`\n| ${counted} requests, ms | first byte: median | p95 | last byte: median | p95 | fastest |\n|---|---|---|---|---|---|`);
await measure("nothing done yet", "");
await measure("nothing done yet, brotli", "br");
await begin();
await measure("begun", "");
agent.destroy();
