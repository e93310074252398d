// An honest learner's check, again and again, while one flood runs from the same address without cookies.
//   node floods.mjs ADDRESS FLOOD [SECONDS]     the site runs already
const [address, flood] = [process.argv[2], process.argv[3]];
const seconds = Number(process.argv[4] ?? 20);
const pauseMs = 300;
const answers = { label: "'labels'", channels: "1", width: "28", height: "28" };
const check = "/api/lessons/cnn/exercises/dataset/check";

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const seen = {};
const count = what => { seen[what] = (seen[what] ?? 0) + 1; };

async function post(path, body, cookie = "") {
  const answer = await fetch(new URL(path, address), { method: "POST", body: JSON.stringify(body), headers: { cookie, "content-type": "application/json" } });
  await answer.arrayBuffer();
  return answer;
}

async function get(path) {
  const answer = await fetch(new URL(path, address));
  await answer.arrayBuffer();
  return answer;
}

/** So many calls at once, each followed by the next. */
function keep(atOnce, call) {
  const going = { on: true };
  const all = Array.from({ length: atOnce }, async () => {
    while (going.on) await call().then(answer => count(answer.status ?? answer), () => count("broken"));
  });
  return async () => { going.on = false; await Promise.race([Promise.all(all), sleep(10_000)]); };
}

function sockets(atOnce, use) {
  const going = { on: true };
  const open = [];
  const connect = path => new Promise(resolve => {
    const socket = new WebSocket(new URL(path, address.replace("http", "ws")));
    open.push(socket);
    socket.onopen = () => { count("101"); use?.(socket, going); resolve(); };
    socket.onerror = () => { count("refused"); resolve(); };
  });
  const all = (async () => { for (let i = 0; i < atOnce && going.on; i++) await connect(i % 2 ? "/hubs/training" : "/_blazor"); })();
  return async () => { going.on = false; await all; open.forEach(socket => socket.close()); };
}

const handshake = '{"protocol":"json","version":1}\u001e';
async function watch(socket, going) {
  socket.onmessage = () => count("answered");
  socket.send(handshake);
  while (going.on && socket.readyState === WebSocket.OPEN) {
    for (let i = 0; i < 20; i++) socket.send(`{"type":1,"invocationId":"1","target":"Watch","arguments":["${crypto.randomUUID()}"]}\u001e`);
    await sleep(100);
  }
}

const floods = {
  none: () => async () => {},
  orders: () => keep(50, () => post("/api/runs", { epochs: 20 })),
  checks: () => keep(300, () => post(check, { gaps: answers })),
  longChecks: () => keep(300, () => post(check, { gaps: { label: "x".repeat(60_000) } })),
  watches: () => sockets(8, watch),
  sockets: () => sockets(2_000),
  pages: () => keep(50, () => get("/lessons/cnn")),
  missing: () => keep(50, () => get(`/nowhere/${crypto.randomUUID()}`)),
  // Restarts of the trainer come through pages that are open alone (RestartAdmissionTests); what they hold up are cells.
  cells: () => keep(100, () => post("/api/lessons/cnn/cells/setup/run", {})),
};

const first = await fetch(new URL("/api/lessons", address));
const cookie = first.headers.getSetCookie().map(c => c.split(";")[0]).join("; ");
await post(check, { gaps: answers }, cookie);
const end = floods[flood]();
await sleep(1_000);
const times = [];
const until = performance.now() + seconds * 1_000;
let refused = 0;
while (performance.now() < until) {
  const begun = performance.now();
  const answer = await post(check, { gaps: answers }, cookie);
  if (answer.ok) times.push(performance.now() - begun);
  else refused++;
  await sleep(Math.max(pauseMs, 1_100 - (performance.now() - begun)));
}

await end();
console.log(`| ${flood} | honest checks ${times.length}, refused ${refused} | median ${at(times, 0.5)?.toFixed(0)} ms | p95 ${at(times, 0.95)?.toFixed(0)} ms | the flood got ${JSON.stringify(seen)} |`);
process.exit(0);
