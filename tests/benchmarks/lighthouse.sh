#!/usr/bin/env bash
# Lighthouse on a lesson, both languages, phone and desktop; then what the first view loads, and the server's time for it.
#   lighthouse.sh [DATA]     DATA: the folder with the real CSV files. LESSON=cnn, CHROMIUM=/usr/bin/chromium, RUNS=1 (the median of them),
#   SLOWDOWN=4: how many times slower than this machine the phone's processor is; 8 makes up for a machine twice as fast.
# Needs node and npm; Lighthouse itself goes into a temporary folder. Let nothing else run: a busy processor costs points.
set -euo pipefail
lighthouse=12.8.2
lesson=${LESSON:-cnn}
chromium=${CHROMIUM:-/usr/bin/chromium}
data=${1:+--AslTutorial:Data:Directory=$(realpath "$1")}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
site=
finish() {
  if [ -n "$site" ]; then kill "$site" 2>/dev/null && wait "$site" || true; fi
  rm -rf "$work"
}
trap finish EXIT

echo "Lighthouse $lighthouse into a temporary folder ..." >&2
npm install --prefix "$work/npm" --no-audit --no-fund --silent "lighthouse@$lighthouse" >&2
dotnet build -c Release -v q --nologo "$root/AslTutorial.Web" >&2

ASPNETCORE_ENVIRONMENT=Production dotnet "$root/AslTutorial.Web/bin/Release/net10.0/AslTutorial.Web.dll" --urls http://127.0.0.1:0 \
  --AslTutorial:Storage:Directory="$work/storage" --AslTutorial:Trainer:Threads=1 --AslTutorial:Looks:Example=false $data >"$work/site.log" 2>&1 &
site=$!
address=
for _ in $(seq 600); do
  address=$(grep -oE 'Now listening on: http://\S+' "$work/site.log" | head -1 | cut -d' ' -f4 || true)
  if [ -n "$address" ] && curl -fs -o "$work/ready" "$address/health/ready"; then break; fi
  sleep 0.2
done
[ -s "$work/ready" ] || { cat "$work/site.log" >&2; exit 1; }

mkdir "$work/reports"
for culture in zh-CN en; do
  curl -fs -o /dev/null "$address/lessons/$lesson?culture=$culture" # as any visitor after the first finds it
  for preset in mobile desktop; do
    for run in $(seq "${RUNS:-1}"); do
      # Now and then Lighthouse loses its own trace (NO_NAVSTART): that says nothing about the page.
      for attempt in 1 2 3; do
        if CHROME_PATH=$chromium "$work/npm/node_modules/.bin/lighthouse" "$address/lessons/$lesson?culture=$culture" --quiet --output=json \
          --output-path="$work/reports/$culture.$preset.$run.json" --chrome-flags="--headless=new --no-sandbox" \
          $([ "$preset" = desktop ] && echo --preset=desktop || echo "--throttling.cpuSlowdownMultiplier=${SLOWDOWN:-4}") >&2; then break; fi
        [ "$attempt" -lt 3 ]
      done
    done
  done
done

node "$(dirname "$0")/lighthouse-report.mjs" "$work/reports"
node "$(dirname "$0")/server-time.mjs" "$address/lessons/$lesson?culture=zh-CN"
