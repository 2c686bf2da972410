#!/usr/bin/env bash
# Runs the tests under the address sanitizer and the thread sanitizer; too slow for every change.
set -euo pipefail
cd "$(dirname "$0")/.."
# Swift keeps tags in the pointers of indirect enums, so the leak detector takes what they hold for lost.
ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-address
swift test --sanitize=thread --scratch-path .build-thread
