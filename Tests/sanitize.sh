#!/usr/bin/env bash
# Runs the tests under the address sanitizer and the thread sanitizer; too slow for every change.
set -euo pipefail
cd "$(dirname "$0")/.."
suppressions=$(mktemp)
trap 'rm -f "$suppressions"' EXIT
# XCTest itself leaks a little on Linux.
printf 'leak:libXCTest\n' >"$suppressions"
LSAN_OPTIONS="suppressions=$suppressions" swift test --sanitize=address --scratch-path .build-address
swift test --sanitize=thread --scratch-path .build-thread
