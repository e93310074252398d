#!/usr/bin/env bash
# Everything that a clean clone needs to be tested: installs the browser, its fonts and nginx where they are missing,
# builds, checks the format, runs every test. The last line is `N passed, N failed, N skipped`.
set -uo pipefail
cd "$(dirname "$0")"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

stop() { # what failed before any test could run counts as one failure
  echo "$1" >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

chromium=${CHROMIUM:-/usr/bin/chromium}
missing=()
[ -x "$chromium" ] || missing+=(chromium)
[ "$(fc-list :lang=zh 2>/dev/null | wc -l)" -gt 0 ] || missing+=(fonts-noto-cjk fontconfig)
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing+=(nginx-light)
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing ${missing[*]} ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || tail -5 "$log" >&2
fi
[ -x "$chromium" ] || stop "No browser: install Debian's chromium and fonts-noto-cjk, or name a Chromium in the variable CHROMIUM."

dotnet build AslTutorial.sln || stop "The build failed."
dotnet format AslTutorial.sln --no-restore --verify-no-changes || stop "The format is not the project's: run dotnet format AslTutorial.sln"

# One project at a time: each may load torch or a browser, and two on few cores only slow each other down.
dotnet test --solution AslTutorial.sln --no-build --max-parallel-test-modules 1 --no-ansi --no-progress 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { grep -E "^ *$1: *[0-9]+" "$log" | tail -1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
# A run that broke without a failed test (a crash, a time-out) is a failure too.
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
