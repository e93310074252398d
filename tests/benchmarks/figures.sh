#!/usr/bin/env bash
# What the lesson says of results: both nets on both data sets, three seeds each, as the two tables of docs/benchmarks.md (1).
#   figures.sh DATA [OUT]     OUT keeps the JSON lines of every run, and one that is there is not trained again.
#   SETS="real synthetic" NETS="dense cnn" SEEDS="1 2 3" EPOCHS=20 THREADS=1
set -euo pipefail
data=${1:?usage: figures.sh DATA [OUT]}
out=${2:-$(mktemp -d)}
read -ra sets <<< "${SETS:-real synthetic}"
read -ra nets <<< "${NETS:-dense cnn}"
read -ra seeds <<< "${SEEDS:-1 2 3}"
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$out"
dotnet build -c Release -v q --nologo "$root/AslTutorial.Training" >&2

for net in "${nets[@]}"; do
  for set in "${sets[@]}"; do
    from=()
    [ "$set" = synthetic ] || from=(--data "$data")
    for seed in "${seeds[@]}"; do
      file="$out/$set-$net-$seed.jsonl"
      [ ! -e "$file" ] || continue
      "$root/AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training" train "${from[@]}" --model "$net" --device cpu \
        --epochs "${EPOCHS:-20}" --seed "$seed" --threads "${THREADS:-1}" --json "$file.part" --cache "$out/cache" >&2
      mv "$file.part" "$file"
    done
  done
done

"${PYTHON:-python3}" - "$out" <<'PYTHON'
import glob, json, os, sys

runs = {}
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.jsonl"))):
    data, net, seed = os.path.basename(path)[:-len(".jsonl")].split("-")
    with open(path) as lines:
        runs.setdefault((data, net), {})[int(seed)] = [json.loads(line) for line in lines]

def number(value):
    return f"{value:.3f}".removeprefix("0")

def span(values):
    if not values:
        return ""
    low, high = number(min(values)), number(max(values))
    return low if low == high else f"{low} to {high}"

print("| set | net | seed | epochs | validation, epoch 1 | training, epoch 1 | validation, epoch 6 | validation, last | training, last | validation from epoch 2 on |")
print("|---|---|---|---|---|---|---|---|---|---|")
for (data, net), seeds in sorted(runs.items()):
    for seed, epochs in sorted(seeds.items()):
        valid, train = [e["validAccuracy"] for e in epochs], [e["trainAccuracy"] for e in epochs]
        sixth = number(valid[5]) if len(valid) > 5 else ""
        print(f"| {data} | {net} | {seed} | {len(epochs)} | {number(valid[0])} | {number(train[0])} | {sixth} "
              f"| {number(valid[-1])} | {number(train[-1])} | {span(valid[1:])} |")

print("\n| set | net | validation, epoch 1 | training, epoch 1 | validation, last | training, last | validation from epoch 2 on | median of these |")
print("|---|---|---|---|---|---|---|---|")
for (data, net), seeds in sorted(runs.items()):
    valid = [[e["validAccuracy"] for e in epochs] for epochs in seeds.values()]
    train = [[e["trainAccuracy"] for e in epochs] for epochs in seeds.values()]
    later = sorted(value for run in valid for value in run[1:])
    print(f"| {data} | {net} | {span([v[0] for v in valid])} | {span([t[0] for t in train])} | {span([v[-1] for v in valid])} "
          f"| {span([t[-1] for t in train])} | {span(later)} | {number(later[len(later) // 2])} |")
PYTHON
