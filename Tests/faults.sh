#!/usr/bin/env bash
# Kills 'mentorbrev issue' at random moments, starts it again, and compares what is there in the end with a run that nobody
# disturbed: the same files, the same bytes, the same register.
#   bash Tests/faults.sh [KILLS [CASES [PROGRAM]]]        200 kills, 5000 cases (at least 150), the release build
# Then it lets single calls of the system fail (strace, where it is installed): each must end with a message and code 2, and
# the next run must mend it.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-200}
cases=${2:-5000}
program=$(realpath "${3:-.build/release/mentorbrev}")
export MENTORBREV_TEMPLATES="$PWD/Templates"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp Templates/examples/bevilling.json "$folder/bevilling.json"
cd "$folder"

python3 - "$cases" >sager.jsonl <<'PYTHON'
import json, sys
case = json.load(open("bevilling.json"))
for number in range(int(sys.argv[1])):
    case["sagsnummer"] = f"27.36.00-G01-{number:07d}-26"
    text = json.dumps(case, ensure_ascii=False)
    # Some are refused.
    print(text.replace('"sagsnummer"', '"sagsnumer"') if number % 97 == 13 else text)
PYTHON

export_of() { "$program" register export --without-times --output "$1"; }
issue_into() { "$program" issue sager.jsonl --output "$1" >written 2>told; }

began=$(date +%s%N)
issue_into undisturbed || [ $? -eq 1 ]
length=$((($(date +%s%N) - began) / 1000000))
export_of undisturbed >expected
echo "undisturbed: $(tail -n 1 told) in $length ms"

compare() {
  diff -rq -x 'register.*' -x runs undisturbed "$1"
  [ -z "$(find "$1" -name '.*' ! -name .staging)" ] || { echo "left over in $1"; exit 1; }
  export_of "$1" | diff -q expected -
}

# A folder takes some kills one after the other, then it must come to its end.
for ((done = 0; done < kills; )); do
  rm -rf killed
  for ((turn = 0; turn < 5 && done < kills; turn++, done++)); do
    moment=$(((RANDOM * 32768 + RANDOM) % (length + 1)))
    timeout -s KILL "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))" \
      "$program" issue sager.jsonl --output killed >/dev/null 2>&1 || true
  done
  issue_into killed || [ $? -eq 1 ]
  compare killed
done
echo "killed $kills times: every end is the same"

if command -v strace >/dev/null; then
  head -n 150 sager.jsonl >few.jsonl
  rm -rf undisturbed
  "$program" issue few.jsonl --output undisturbed >/dev/null 2>&1 || [ $? -eq 1 ]
  export_of undisturbed >expected
  # The last file to get its name is the page of the run.
  strace -f -o trace -e trace=rename "$program" issue few.jsonl --output counted >/dev/null 2>&1 || [ $? -eq 1 ]
  last=$(grep -c 'rename(' trace)
  SWIFT_BACKTRACE=enable=no strace -f -o trace -e trace=rename -e "inject=rename:signal=KILL:when=$last" \
    "$program" issue few.jsonl --output killed-last >/dev/null 2>&1 || true
  [ ! -e killed-last/runs/1/index.html ] || { echo "the page was not the last"; exit 1; }
  "$program" issue few.jsonl --output killed-last >/dev/null 2>&1 || [ $? -eq 1 ]
  compare killed-last
  [ -e killed-last/runs/1/index.html ] || { echo "the page is not there"; exit 1; }
  echo "killed before the page has its name: the next run makes it"
  for fault in write:ENOSPC:300 rename:EIO:100 syncfs:EIO:1 fsync:EIO:1 pwrite64:ENOSPC:40 pwrite64:ENOSPC:120 mkdir:ENOSPC:20 \
    openat:EMFILE:250; do
    IFS=: read -r call error when <<<"$fault"
    rm -rf failed
    code=0
    SWIFT_BACKTRACE=enable=no strace -f -o trace -e "trace=$call" -e "inject=$call:error=$error:when=$when+" \
      "$program" issue few.jsonl --output failed >/dev/null 2>told || code=$?
    [ "$code" -eq 2 ] && grep -qE '^(fejl|error): ' told || { echo "$fault: code $code"; tail -n 3 told; exit 1; }
    "$program" issue few.jsonl --output failed >/dev/null 2>&1 || [ $? -eq 1 ]
    compare failed
    echo "$fault: code 2, and the next run mends it"
  done
else
  echo "strace is not installed: calls that fail are not tried"
fi
