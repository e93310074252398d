#!/usr/bin/env bash
# Best validation accuracy of 20 epochs on the real data, for several seeds.
#   accuracy.sh DATA [OUT] [SEED...]     OUT keeps the JSON lines of every run; EPOCHS=20, THREADS=1.
set -euo pipefail
data=${1:?usage: accuracy.sh DATA [OUT] [SEED...]}
out=${2:-$(mktemp -d)}
seeds=("${@:3}")
[ ${#seeds[@]} -gt 0 ] || seeds=(1 2 3)
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$out"
dotnet build -c Release -v q --nologo "$root/AslTutorial.Training" >&2

for seed in "${seeds[@]}"; do
  "$root/AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training" train --data "$data" --epochs "${EPOCHS:-20}" \
    --seed "$seed" --threads "${THREADS:-1}" --json "$out/seed-$seed.jsonl" --cache "$out/cache" >&2
done

"${PYTHON:-python3}" - "$out" "${seeds[@]}" <<'PYTHON'
import json, os, statistics, sys

best = []
print("| seed | best validation accuracy | in epoch | last | train | seconds per epoch |")
print("|---|---|---|---|---|---|")
for seed in sys.argv[2:]:
    with open(os.path.join(sys.argv[1], f"seed-{seed}.jsonl")) as lines:
        epochs = [json.loads(line) for line in lines]
    top = max(epochs, key=lambda epoch: epoch["validAccuracy"])
    best.append(top["validAccuracy"])
    print(f"| {seed} | {top['validAccuracy']:.4f} | {top['epoch']} | {epochs[-1]['validAccuracy']:.4f} "
          f"| {epochs[-1]['trainAccuracy']:.4f} | {statistics.median(epoch['seconds'] for epoch in epochs):.1f} |")
print(f"\nmedian of the best: {statistics.median(best):.4f}")
PYTHON
