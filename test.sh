#!/usr/bin/env bash
# Everything that a clean clone needs to be tested: installs the browser, its fonts, nginx, PostgreSQL, Redis and Node.js where
# they are missing, builds, checks the format, runs every test, the scripts' too. What failed is named once more at the end, and
# the last line is `N passed, N failed, N skipped`.
set -uo pipefail
cd "$(dirname "$0")"
log=$(mktemp)
scripts=$(mktemp)
trap 'rm -f "$log" "$scripts"' EXIT

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
command -v node >/dev/null || missing+=(nodejs)
command -v redis-server >/dev/null || missing+=(redis-server)
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing ${missing[*]} ..."
  # The tests start these programs themselves, on free ports: Debian's own services of them stay off.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] && policy= || install -m 755 <(printf '#!/bin/sh\nexit 101\n') "$policy"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || tail -5 "$log" >&2
  [ -z "$policy" ] || rm -f "$policy"
  for package in "${missing[@]}"; do
    case $package in nginx-light) systemctl disable nginx ;; redis-server | postgresql) systemctl disable "$package" ;; esac
  done >/dev/null 2>&1
fi
[ -x "$chromium" ] || stop "No browser: install Debian's chromium and fonts-noto-cjk, or name a Chromium in the variable CHROMIUM."
command -v node >/dev/null || stop "No Node.js: install Debian's nodejs, 18.19 or newer."

# The build holds the style and the names (EnforceCodeStyleInBuild), UsingsTests the order of usings; what is left is whitespace,
# for which nobody has to load the projects once more.
dotnet build AslTutorial.sln || stop "The build failed."
dotnet format whitespace --folder . --verify-no-changes || stop "The format is not the project's: run dotnet format AslTutorial.sln"

node --test --test-reporter=tap tests/js/*.test.mjs >"$scripts" 2>&1
scripts_status=$?
dotnet test --solution AslTutorial.sln --no-build --max-parallel-test-modules "${TEST_MODULES:-1}" --no-ansi --no-progress 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { grep -E "^ *$1: *[0-9]+" "$log" | tail -1 | grep -oE '[0-9]+' || echo 0; }
count_scripts() { grep -E "^# $1 [0-9]+" "$scripts" | tail -1 | grep -oE '[0-9]+' || echo 0; }
failed=$(count failed)
# A run that broke without a failed test (a crash, a time-out) is a failure too.
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
failed_scripts=$(($(count_scripts fail) + $(count_scripts cancelled)))
[ "$scripts_status" -eq 0 ] || [ "$failed_scripts" -gt 0 ] || failed_scripts=1
passed=$(($(count succeeded) + $(count_scripts pass)))
skipped=$(($(count skipped) + $(count_scripts skipped)))

[ "$failed_scripts" -eq 0 ] || cat "$scripts"
if [ $((failed + failed_scripts)) -gt 0 ]; then
  echo "Failed:"
  grep -hE '^ *failed [A-Za-z]' "$log"
  grep -hE '^ *not ok ' "$scripts"
fi
echo "$passed passed, $((failed + failed_scripts)) failed, $skipped skipped"
[ $((failed + failed_scripts)) -eq 0 ] && [ "$passed" -gt 0 ]
