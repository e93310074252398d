// How many first views a second of a lesson that nobody has touched: readers without a cookie, one after another on each connection.
//   node first-views.mjs ADDRESS [CONNECTIONS [SECONDS]]     the site runs already
import http from "node:http";

const address = new URL("/lessons/cnn", process.argv[2]);
const connections = Number(process.argv[3] ?? 16);
const seconds = Number(process.argv[4] ?? 10);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

const view = () => new Promise((resolve, reject) => {
  const begun = performance.now();
  http.get(address, { agent, headers: { "accept-encoding": "gzip, deflate, br", "accept-language": "en" } }, answer => {
    let bytes = 0;
    answer.on("data", part => { bytes += part.length; });
    answer.on("end", () => resolve({ ms: performance.now() - begun, bytes, status: answer.statusCode, isNamed: (answer.headers["set-cookie"] ?? []).some(c => c.startsWith("asl-learner=")) }));
  }).on("error", reject);
});

async function round(length) {
  const views = [];
  const until = performance.now() + length * 1000;
  await Promise.all(Array.from({ length: connections }, async () => { while (performance.now() < until) views.push(await view()); }));
  return views;
}

await round(3);
const views = await round(seconds);
agent.destroy();
const times = views.map(one => one.ms).sort((a, b) => a - b);
const wrong = views.filter(one => one.status !== 200 || !one.isNamed).length;
console.log(`| ${(views.length / seconds).toFixed(0)} views a second | median ${times[Math.floor(times.length * 0.5)].toFixed(1)} ms | p95 ${times[Math.floor(times.length * 0.95)].toFixed(1)} ms | ${views[0].bytes} bytes | ${wrong} without a page and a cookie of their own |`);
