// Milliseconds of one request after another for a page on one connection, by a reader with a notebook.
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

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);
console.log(`\n| ${counted} requests, ms | first byte: median | p95 | last byte: median | p95 | fastest |\n|---|---|---|---|---|---|`);
for (const [name, encoding] of [["as it is", ""], ["brotli", "br"]]) {
  const times = [];
  for (let i = 0; i < warmUp + counted; i++) {
    const time = await once(encoding);
    if (i >= warmUp) times.push(time);
  }
  const [first, whole] = [times.map(t => t.first), times.map(t => t.whole)];
  console.log(`| ${name} | ${at(first, 0.5)} | ${at(first, 0.95)} | ${at(whole, 0.5)} | ${at(whole, 0.95)} | ${at(whole, 0)} |`);
}
agent.destroy();
