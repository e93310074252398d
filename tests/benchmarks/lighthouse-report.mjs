// Prints the reports in a folder as Markdown: scores and times (medians where there are several), then what a first view loads.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const groups = new Map();
for (const name of readdirSync(folder).sort()) {
  const [culture, preset] = name.split(".");
  const key = `${culture}, ${preset}`;
  groups.set(key, [...(groups.get(key) ?? []), JSON.parse(readFileSync(join(folder, name), "utf8"))]);
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const score = (reports, id) => Math.round(100 * median(reports.map(report => report.categories[id].score)));
const range = reports => {
  const all = reports.map(report => Math.round(100 * report.categories.performance.score));
  return all.length > 1 ? ` (${Math.min(...all)} to ${Math.max(...all)})` : "";
};
const value = (reports, id) => median(reports.map(report => report.audits[id].numericValue));

console.log("| page | performance | accessibility | best practices | SEO | FCP, ms | LCP, ms | TBT, ms | CLS |");
console.log("|---|---|---|---|---|---|---|---|---|");
for (const [key, reports] of groups) {
  const scores = ["performance", "accessibility", "best-practices", "seo"].map(id => score(reports, id));
  scores[0] += range(reports);
  const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"].map(id => Math.round(value(reports, id)));
  console.log(`| ${[key, ...scores, ...times, value(reports, "cumulative-layout-shift").toFixed(3)].join(" | ")} |`);
}

const first = [...groups.values()][0][0];
const kinds = new Map();
for (const { resourceType, transferSize } of first.audits["network-requests"].details.items) {
  const kind = kinds.get(resourceType) ?? { files: 0, bytes: 0 };
  kinds.set(resourceType, { files: kind.files + 1, bytes: kind.bytes + transferSize });
}

console.log("\n| first view | requests | bytes over the wire, headers included |\n|---|---|---|");
for (const [kind, { files, bytes }] of kinds) console.log(`| ${kind} | ${files} | ${bytes} |`);
const all = [...kinds.values()];
console.log(`| all | ${all.reduce((sum, k) => sum + k.files, 0)} | ${all.reduce((sum, k) => sum + k.bytes, 0)} |`);
console.log(`\nLighthouse ${first.lighthouseVersion}, its measure of the machine (benchmark index): ${Math.round(first.environment.benchmarkIndex)}`);
