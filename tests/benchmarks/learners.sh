#!/usr/bin/env bash
# What 20 learners at work cost a training, and a training them, at 1 to THREADS threads of the trainer (learners.mjs).
#   learners.sh DATA [THREADS [EPOCHS]]
set -euo pipefail
data=${1:?usage: learners.sh DATA [THREADS [EPOCHS]]}
most=${2:-$(nproc)}
epochs=${3:-6}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet build -c Release -v q --nologo "$root/AslTutorial.Web" >&2
out=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$out"' EXIT

for ((threads = 1; threads <= most; threads++)); do
  dotnet "$root/AslTutorial.Web/bin/Release/net10.0/AslTutorial.Web.dll" --contentRoot "$root/AslTutorial.Web" --urls http://127.0.0.1:0 \
    --AslTutorial:Data:Directory="$data" --AslTutorial:Storage:Directory="$out/$threads" --AslTutorial:Trainer:Threads="$threads" \
    --AslTutorial:Trainer:Device=cpu --AslTutorial:Looks:Example=false >"$out/log" 2>&1 &
  site=$!
  address=
  for ((wait = 0; wait < 240; wait++)); do
    address=$(sed -n 's/.*Now listening on: //p' "$out/log" | tail -n 1)
    [ -n "$address" ] && [ "$(curl -s -o /dev/null -w '%{http_code}' "$address/health/ready")" = 200 ] && break
    sleep 0.5
  done
  # Ready says the trainer may still read its data; its cells say when it has.
  until curl -s "$address/health/ready" | grep -q '"idle"'; do sleep 0.5; done
  printf '\n%s thread(s), load average %s\n' "$threads" "$(cut -d' ' -f1 /proc/loadavg)"
  node "$here/learners.mjs" "$address" "$epochs"
  kill "$site"
  wait "$site" || true
  site=
done
