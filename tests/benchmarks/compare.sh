#!/usr/bin/env bash
# Seconds per epoch, this trainer beside the same training written as a PyTorch notebook, in turns, at 1 to THREADS threads;
# then a step and an epoch with the batch divided among the threads and without, the processor's time, and where it goes.
#   compare.sh DATA [ROUNDS [THREADS]]     PYTHON=/usr/bin/python3 names an interpreter with torch and pandas.
# A round is two epochs of each; the first epoch of a process is left out. The tables have the median and, in brackets, the
# fastest. Without THREADS: as many as the machine has cores. ROUNDS 0 leaves the notebook out.
set -euo pipefail
data=${1:?usage: compare.sh DATA [ROUNDS [THREADS]]}
rounds=${2:-3}
most=${3:-$(nproc)}
python=${PYTHON:-/usr/bin/python3}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet build -c Release -v q --nologo "$root/AslTutorial.Training" >&2
trainer=$root/AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

for ((round = 1; round <= rounds; round++)); do
  for ((threads = 1; threads <= most; threads++)); do
    "$trainer" train --data "$data" --epochs 2 --seed "$round" --threads "$threads" --device cpu \
      --json "$out/run.json" --cache "$out/cache" >&2
    tail -n 1 "$out/run.json" >>"$out/ours-$threads"
    "$python" "$here/notebook.py" --data "$data" --epochs 2 --seed "$round" --threads "$threads" |
      tail -n 1 >>"$out/notebook-$threads"
  done
done

for ((threads = 1; threads <= most; threads++)); do
  "$trainer" bench --data "$data" --threads "$threads" --device cpu --cache "$out/cache" >"$out/bench-$threads"
done

"$python" - "$out" "$rounds" "$most" <<'PYTHON'
import json, os, statistics, sys

folder, rounds, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

def seconds(name):
    with open(os.path.join(folder, name)) as lines:
        return [json.loads(line)["seconds"] for line in lines]

print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
if rounds > 0:
    print("\n| threads | notebook, s | this trainer, s | times faster (median) | times faster (fastest) |")
    print("|---|---|---|---|---|")
    for threads in range(1, most + 1):
        theirs, ours = seconds(f"notebook-{threads}"), seconds(f"ours-{threads}")
        median = statistics.median(theirs), statistics.median(ours)
        print(f"| {threads} | {median[0]:.1f} ({min(theirs):.1f}) | {median[1]:.1f} ({min(ours):.1f}) "
              f"| {median[0] / median[1]:.2f} | {min(theirs) / min(ours):.2f} |")

print("\n| way | step, ms | times one thread | processor's time of a step, ms | epoch, s |")
print("|---|---|---|---|---|")
one, reports = None, []
for threads in range(1, most + 1):
    with open(os.path.join(folder, f"bench-{threads}")) as file:
        reports.append(json.load(file))
    for place, way in enumerate(reports[-1]["ways"]):
        step = way["milliseconds"]
        one = one or step["median"]
        epoch = way["epochSeconds"] if place else reports[-1]["epochSeconds"]
        print(f"| {way['way']} | {step['median']:.2f} ({step['min']:.2f}) | {one / step['median']:.2f} "
              f"| {way['processorMilliseconds']:.1f} | {'' if epoch is None else f'{epoch:.1f}'} |")

for report in reports:
    if report["parts"]:
        print(f"\n| part of a step, {report['threads']} threads | work, ms | waiting, ms |")
        print("|---|---|---|")
        for part in report["parts"]:
            print(f"| {part['name']} | {part['work']:.2f} | {part['wait']:.2f} |")
PYTHON
