#!/usr/bin/env bash
# First views a second of an untouched lesson (first-views.mjs), and from a start to the first page; of this project and of others beside it
# (an older commit's folder), in one run.
#   first-views.sh [FOLDER...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site"; rm -rf "$out"' EXIT
roots=("$@" "$here/../..")
for root in "${roots[@]}"; do dotnet build -c Release -v q --nologo "$root/AslTutorial.Web" >&2; done

now() { date +%s%3N; }
for round in 1 2 3; do
  for root in "${roots[@]}"; do
    rm -rf "$out/storage"
    begun=$(now)
    dotnet "$root/AslTutorial.Web/bin/Release/net10.0/AslTutorial.Web.dll" --contentRoot "$root/AslTutorial.Web" --urls http://127.0.0.1:0 \
      --AslTutorial:Storage:Directory="$out/storage" --AslTutorial:Trainer:Start=false --AslTutorial:Looks:Example=false \
      --AslTutorial:Admission:LearnersPerAddress=100000 --AslTutorial:Admission:Addresses=100 >"$out/log" 2>&1 &
    site=$!
    address=
    while [ -z "$address" ]; do sleep 0.02; address=$(sed -n 's/.*Now listening on: //p' "$out/log" | tail -n 1); done
    listening=$(now)
    curl -s -o /dev/null "$address/lessons/cnn"
    printf '%s, %s: listening after %s ms, the first page asked for at once is there %s ms later\n' "$root" "$round" "$((listening - begun))" "$(($(now) - listening))"
    if [ "$round" = 3 ]; then
      sleep 3
      node "$here/first-views.mjs" "$address"
      echo "resident memory: $(($(awk '/VmRSS/{print $2}' "/proc/$site/status") / 1024)) MB"
    fi
    kill "$site"
    wait "$site" || true
    site=
  done
done
