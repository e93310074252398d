#!/usr/bin/env bash
# How long a look into a net takes beside a training, and what it costs the training (looks.mjs); then the frames of a browser whose
# reader drags the epochs' slider (scrub.mjs).
#   looks.sh DATA [EPOCHS]     EPOCHS=0: the frames alone
set -euo pipefail
data=${1:?usage: looks.sh DATA [EPOCHS]}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet build -c Release -v q --nologo "$root/AslTutorial.Web" >&2
out=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$out"' EXIT
dotnet "$root/AslTutorial.Web/bin/Release/net10.0/AslTutorial.Web.dll" --contentRoot "$root/AslTutorial.Web" --urls http://127.0.0.1:0 \
  --AslTutorial:Data:Directory="$data" --AslTutorial:Storage:Directory="$out/storage" --AslTutorial:Trainer:Threads=1 \
  --AslTutorial:Trainer:Device=cpu --AslTutorial:Looks:Example=false >"$out/log" 2>&1 &
site=$!
address=
for ((wait = 0; wait < 240; wait++)); do
  address=$(sed -n 's/.*Now listening on: //p' "$out/log" | tail -n 1)
  [ -n "$address" ] && curl -s "$address/health/ready" | grep -q '"idle"' && break
  sleep 0.5
done
echo "load average $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores"
if [ "${2:-8}" -gt 0 ]; then node "$here/looks.mjs" "$address" "${2:-8}"; fi
node "$here/scrub.mjs" "$address"
