#!/usr/bin/env bash
# How long learners wait for their checks and cells, with one published site after the other on the same machine (work.mjs).
#   dotnet publish -c Release -o SITE AslTutorial.Web      of each version
#   work.sh DATA SITE [SITE...]
set -euo pipefail
data=$(realpath "${1:?usage: work.sh DATA SITE [SITE...]}")
shift
: "${1:?usage: work.sh DATA SITE [SITE...]}"
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$out"' EXIT

number=0
for folder in "$@"; do
  number=$((number + 1))
  : >"$out/log$number"
  dotnet "$(realpath "$folder")/AslTutorial.Web.dll" --urls http://127.0.0.1:0 --AslTutorial:Data:Directory="$data" \
    --AslTutorial:Storage:Directory="$out/$number" --AslTutorial:Trainer:Threads=1 --AslTutorial:Trainer:Device=cpu \
    --AslTutorial:Looks:Example=false --AslTutorial:Admission:LearnersPerAddress=600 >"$out/log$number" 2>&1 &
  site=$!
  address=
  for ((wait = 0; wait < 240; wait++)); do
    address=$(sed -n 's/.*Now listening on: //p' "$out/log$number" | tail -n 1)
    [ -n "$address" ] && [ "$(curl -s -o /dev/null -w '%{http_code}' "$address/health/ready")" = 200 ] && break
    sleep 0.5
  done
  # Ready says the trainer may still read its data; its cells say when it has.
  until curl -s "$address/health/ready" | grep -q '"idle"'; do sleep 0.5; done
  printf '\n%s, load average %s\n' "$folder" "$(cut -d' ' -f1 /proc/loadavg)"
  node "$here/work.mjs" "$address"
  kill "$site"
  wait "$site" || true
  site=
done
