#!/usr/bin/env bash
# Shows on a machine with an NVIDIA card that training works there, what it does when it goes wrong, and how fast it is.
#   tests/gpu/check.sh [FOLDER OF CUDA LIBRARIES]
# The folder is such as the torch/lib of a Python install; without it the trainer's own libtorch is used (a build with
# -p:TorchBackend=cuda). Prints one table; ends with 1 if a line of it failed.
#   DATA=folder     the two CSV files; without it the synthetic hands
#   TRAINER=path    a built AslTutorial.Training.dll; without it the Release build of this checkout, made now
#   DOTNET=path     the runtime, if dotnet is not on the PATH
#   PYTHON=path     a python3 with PyTorch and pandas for the comparison; python3 without it
#   DEVICE=cpu      tries this script itself where there is no card: what only a card can do is left out, the rest is short
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
dotnet=${DOTNET:-dotnet}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
rows=()

if [ -z "${TRAINER:-}" ]; then
  "$dotnet" build -c Release -v q --nologo "$root/AslTutorial.Training" >&2 || exit 1
  TRAINER=$root/AslTutorial.Training/bin/Release/net10.0/AslTutorial.Training.dll
fi
device=${DEVICE:-cuda}
epochs=20
[ "$device" = cpu ] && epochs=2
common=(--cache "$work/cache")
[ -n "${DATA:-}" ] && common+=(--data "$DATA")
[ -n "${1:-}" ] && common+=(--torch-libraries "$1")

row() { # check, ok|FAILED|figure, what was seen
  rows+=("| $1 | $2 | $3 |")
  [ "$2" = FAILED ] && failures=$((failures + 1))
  echo "$1: $2, $3" >&2
}
verdict() { if "$@"; then echo ok; else echo FAILED; fi; } # of a test
trainer() { "$dotnet" "$TRAINER" "$@"; }
train_on() { trainer train --device "$1" "${common[@]}" "${@:2}" >"$work/out" 2>"$work/err"; }
train() { train_on "$device" "$@"; }
why() { tail -n 1 "$work/err" "$work/out" 2>/dev/null | grep -v '^==>' | grep . | tail -n 1 | tr '|' '/'; }
value() { sed -n "$2p" "$1" | sed -E "s/.*\"$3\":([^,}]*).*/\1/"; } # of a line of JSON in a file: file, line, name
column() { sed -E "s/.*\"$2\":([^,}]*).*/\1/" "$1"; }
median() { sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
less() { awk "BEGIN {exit !($1 < $2)}"; }

# 1. It runs, twenty epochs, the first no slower than the others.
if train --epochs "$epochs" --seed 1 --json "$work/twenty" --weights "$work/twenty.weights"; then
  card=$(value "$work/twenty" 1 device)
  first=$(value "$work/twenty" 1 trainSeconds)
  typical=$(column "$work/twenty" trainSeconds | tail -n +2 | median)
  all=$(column "$work/twenty" seconds | awk '{s += $1} END {print s}')
  row "$epochs epochs on $card" ok "validation accuracy $(value "$work/twenty" "$epochs" validAccuracy) at the end, from $(column "$work/twenty" validAccuracy | sort -g | head -1) to $(column "$work/twenty" validAccuracy | sort -g | tail -1); $all s"
  [ "$device" = cpu ] || row "first epoch's training beside the others'" "$(verdict less "$first" "($typical * 1.1 + 0.02)")" "$first s, median of the others $typical s"
  case $card in *H100*) row "20 epochs under 15 s" "$(verdict less "$all" 15)" "$all s" ;; esac
else
  row "20 epochs" FAILED "$(why)"
fi

# 2. A repeat, with and without the setting that asks for one.
for way in "" --deterministic; do
  [ "$device$way" = cpu ] && continue
  if train --epochs 2 --seed 7 $way --json "$work/a" --weights "$work/a.weights" && train --epochs 2 --seed 7 $way --json "$work/b" --weights "$work/b.weights"; then
    same=$(cmp -s "$work/a.weights" "$work/b.weights" && echo "bit for bit" || echo "other digits")
    state=figure
    [ -n "$way" ] && state=$([ "$same" = "bit for bit" ] && echo ok || echo FAILED)
    row "the same run twice ${way:-(default)}" "$state" "$same; validation accuracies $(column "$work/a" validAccuracy | tr '\n' ' ')and $(column "$work/b" validAccuracy | tr '\n' ' '); $(value "$work/a" 2 trainSeconds) s an epoch"
  else
    row "the same run twice ${way:-(default)}" FAILED "$(why)"
  fi
done

# 3. Killed after two epochs, resumed, compared with the run that was not.
train --epochs 6 --seed 3 --deterministic --weights "$work/whole.weights"
trainer train --device "$device" "${common[@]}" --epochs 6 --seed 3 --deterministic --checkpoint "$work/kept" --json "$work/killed" >/dev/null 2>&1 &
victim=$!
for _ in $(seq 600); do
  [ "$(wc -l 2>/dev/null <"$work/killed" || echo 0)" -ge 2 ] && break
  kill -0 "$victim" 2>/dev/null || break
  sleep 0.1
done
kill -9 "$victim" 2>/dev/null
wait "$victim" 2>/dev/null
if train --epochs 6 --seed 3 --deterministic --checkpoint "$work/kept" --resume --json "$work/resumed" --weights "$work/resumed.weights"; then
  row "killed after two epochs and resumed" "$(verdict cmp -s "$work/whole.weights" "$work/resumed.weights")" \
    "$(wc -l <"$work/killed") epochs before, $(wc -l <"$work/resumed") lines after; weights $(cmp -s "$work/whole.weights" "$work/resumed.weights" && echo "as of the uninterrupted run" || echo "others than of the uninterrupted run")"
else
  row "killed after two epochs and resumed" FAILED "$(why)"
fi

# 4. The dense net, two of the mistakes that learners make, other batches and another kernel.
for options in "--model dense --epochs 3" "--train-mode eval --epochs 2" "--validate-mode train --epochs 2" "--batch-size 100 --epochs 2" \
  "--batch-size 1024 --epochs 2" "--kernel-size 5 --epochs 2"; do
  [[ $device = cpu && $options != *dense* ]] && continue
  if train $options --json "$work/run"; then
    row "train $options" ok "validation accuracies $(column "$work/run" validAccuracy | tr '\n' ' ')"
  else
    row "train $options" FAILED "$(why)"
  fi
done

# 5. One card by its number, and one that is not there.
if [ "$device" = cuda ]; then
  row "train --device cuda:0" "$(verdict train_on cuda:0 --epochs 1 --train-limit 3200)" "$(why)"
  train_on cuda:63 --epochs 1
  row "train --device cuda:63" "$([ $? -eq 1 ] && grep -q 'cuda:63 was asked for' "$work/err" && echo ok || echo FAILED)" "$(why)"
fi

# 6. What goes wrong on a card.
for fault in memory assert; do
  [ "$device" = cpu ] && { row "provoked: $fault" "left out" "no card"; continue; }
  trainer gpu-fault "$fault" --device "$device" "${common[@]}" >"$work/out" 2>"$work/err"
  code=$?
  case $fault in memory) expected=0 ;; *) expected=70 ;; esac
  row "provoked: $fault" "$([ "$code" -eq "$expected" ] && echo ok || echo FAILED)" "exit code $code (expected: $expected): $(why)"
done

# 7. Steps, recorded and not, and the training of an epoch.
if trainer bench --device "$device" "${common[@]}" >"$work/bench" 2>"$work/err"; then
  for way in $(grep -n '"way"' "$work/bench" | cut -d: -f1); do
    name=$(sed -n "${way}p" "$work/bench" | sed -E 's/.*: "(.*)".*/\1/')
    step=$(tail -n +"$way" "$work/bench" | grep -m1 '"median"' | sed -E 's/.*: ([0-9.e-]*).*/\1/')
    state=figure
    [ "$name" = recorded ] && recorded=$step
    row "a step, $name" "$state" "$step ms"
  done
  if [ "$device" != cpu ]; then
    row "steps are recorded as a CUDA graph" "$(verdict test -n "${recorded:-}")" "$(grep -m1 'CUDA graph' "$work/err" | tr '|' '/')"
  fi
  case ${card:-} in *H100*) row "a step under .5 ms" "$(verdict less "${recorded:-9}" 0.5)" "${recorded:-not recorded} ms" ;; esac
  row "reports a second while it trains" figure "$(grep -m1 '"reportsPerSecond"' "$work/bench" | sed -E 's/.*: ([0-9.]*).*/\1/')"
else
  row "bench" FAILED "$(why)"
fi

# 8. The notebook's loop in PyTorch, with torch.compile.
if [ "$device" != cpu ] && [ -n "${DATA:-}" ] && "$python" -c 'import torch, pandas, sys; sys.exit(not torch.cuda.is_available())' 2>/dev/null; then
  if "$python" "$here/../benchmarks/notebook.py" --data "$DATA" --epochs 3 --compile >"$work/notebook" 2>"$work/err"; then
    theirs=$(value "$work/notebook" 3 trainSeconds)
    times=$(awk "BEGIN {printf \"%.1f\", $theirs / ${typical:-1}}")
    state=figure
    case ${card:-} in *H100*) state=$(verdict less 5.99 "$times") ;; esac
    row "training part of an epoch beside the notebook with torch.compile" "$state" "${typical:-?} s, notebook $theirs s: $times times as fast (its first epoch $(value "$work/notebook" 1 trainSeconds) s)"
  else
    row "the notebook" FAILED "$(why)"
  fi
else
  row "the notebook" "left out" "needs DATA and a python3 with pandas and PyTorch for CUDA (PYTHON names another)"
fi

echo
echo "| check | | seen |"
echo "|---|---|---|"
printf '%s\n' "${rows[@]}"
[ "$failures" -eq 0 ] || { echo; echo "$failures failed"; exit 1; }
