#!/usr/bin/env bash
# What an honest learner's check takes while each flood runs from one address (floods.mjs): median and p95; and by how much log and
# storage grow from the site's readiness to the end of the flood.
#   floods.sh DATA [SECONDS [FLOOD...]]
set -euo pipefail
data=${1:?usage: floods.sh DATA [SECONDS [FLOOD...]]}
seconds=${2:-20}
floods=("${@:3}")
[ ${#floods[@]} -gt 0 ] || floods=(none orders checks longChecks watches sockets cells pages missing)
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet build -c Release -v q --nologo "$root/AslTutorial.Web" >&2
out=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$out"' EXIT

# A site of its own for each: what one flood has left in the queue or the budgets does not help or hurt the next.
for flood in "${floods[@]}"; do
  dotnet "$root/AslTutorial.Web/bin/Release/net10.0/AslTutorial.Web.dll" --contentRoot "$root/AslTutorial.Web" --urls http://127.0.0.1:0 \
    --AslTutorial:Data:Directory="$data" --AslTutorial:Storage:Directory="$out/$flood" --AslTutorial:Trainer:Threads=1 \
    --AslTutorial:Trainer:Device=cpu --AslTutorial:Looks:Example=false >"$out/log" 2>&1 &
  site=$!
  address=
  for ((wait = 0; wait < 240; wait++)); do
    address=$(sed -n 's/.*Now listening on: //p' "$out/log" | tail -n 1)
    [ -n "$address" ] && [ "$(curl -s -o /dev/null -w '%{http_code}' "$address/health/ready")" = 200 ] && break
    sleep 0.5
  done
  until curl -s "$address/health/ready" | grep -q '"idle"'; do sleep 0.5; done
  log=$(stat -c %s "$out/log")
  storage=$(du -sk "$out/$flood" | cut -f1)
  # Node 20 has its WebSocket behind a switch.
  row=$(node --experimental-websocket "$here/floods.mjs" "$address" "$flood" "$seconds")
  printf '%s the log grew by %s bytes | the storage by %s kB |\n' "$row" "$(($(stat -c %s "$out/log") - log))" "$(($(du -sk "$out/$flood" | cut -f1) - storage))"
  kill "$site"
  wait "$site" || true
  site=
done
