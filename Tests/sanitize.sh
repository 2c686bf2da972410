#!/usr/bin/env bash
# Runs the tests under the address sanitizer, and those of the parallel path under the thread sanitizer; too slow for every
# change. With a word (address, thread) only that one.
set -euo pipefail
cd "$(dirname "$0")/.."

address() {
  # Swift keeps tags in the pointers of indirect enums, so the leak detector takes what they hold for lost.
  ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-address
}

# Everything that several threads do: the pipeline, and each command that runs through it. What the tests and the programs
# that they start report comes into files, for a program's own words are compared with what they should be.
thread() {
  local reports symbolizer
  reports=$(mktemp -d)
  symbolizer=$(command -v llvm-symbolizer || true)
  swift build --build-tests --sanitize=thread --scratch-path .build-thread
  TSAN_OPTIONS="exitcode=0 log_path=$reports/report${symbolizer:+ external_symbolizer_path=$symbolizer}" \
    swift test --skip-build --sanitize=thread --scratch-path .build-thread \
    --filter 'Monitor|BulkTests|StagedCase|DocumentWriter|Determinism|LibraryExample|TreeTests|PrinterTests|VerificationTests|PackRunTests|ResumeTests'
  local count
  count=$(cat "$reports"/* 2>/dev/null | grep -c 'WARNING: ThreadSanitizer' || true)
  if [ "$count" -gt 0 ]; then
    cat "$reports"/* >&2
    echo "sanitize.sh: the thread sanitizer has $count warnings" >&2
    exit 1
  fi
  rm -r "$reports"
  echo "sanitize.sh: no warnings of the thread sanitizer"
}

for sanitizer in ${1:-address thread}; do "$sanitizer"; done
