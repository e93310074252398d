#!/usr/bin/env bash
# Seconds per epoch, this trainer beside the same training written as a PyTorch notebook, in turns, at one and two threads.
#   compare.sh DATA [ROUNDS]     PYTHON=/usr/bin/python3 names an interpreter with torch and pandas.
# A round is two epochs of each; the first epoch of a process is left out. The table has the median and the fastest.
set -euo pipefail
data=${1:?usage: compare.sh DATA [ROUNDS]}
rounds=${2:-3}
python=${PYTHON:-/usr/bin/python3}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet build -c Release -v q --nologo "$root/AslTutorial.Training" >&2
trainer=$root/AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

for ((round = 1; round <= rounds; round++)); do
  for threads in 1 2; do
    "$trainer" train --data "$data" --epochs 2 --seed "$round" --threads "$threads" --device cpu \
      --json "$out/run.json" --cache "$out/cache" >&2
    tail -n 1 "$out/run.json" >>"$out/ours-$threads"
    "$python" "$here/notebook.py" --data "$data" --epochs 2 --seed "$round" --threads "$threads" |
      tail -n 1 >>"$out/notebook-$threads"
  done
done

"$python" - "$out" <<'PYTHON'
import json, os, statistics, sys

def seconds(name):
    with open(os.path.join(sys.argv[1], name)) as lines:
        return [json.loads(line)["seconds"] for line in lines]

print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
print("| threads | notebook, s | this trainer, s | times faster (median) | times faster (fastest) |")
print("|---|---|---|---|---|")
for threads in (1, 2):
    theirs, ours = seconds(f"notebook-{threads}"), seconds(f"ours-{threads}")
    median = statistics.median(theirs), statistics.median(ours)
    print(f"| {threads} | {median[0]:.1f} ({min(theirs):.1f}) | {median[1]:.1f} ({min(ours):.1f}) "
          f"| {median[0] / median[1]:.2f} | {min(theirs) / min(ours):.2f} |")
PYTHON
