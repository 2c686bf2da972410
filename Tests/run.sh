#!/usr/bin/env bash
# Installs what the tests need, builds from clean, checks the layout of the sources, the documents that the program
# makes, and runs all tests. Stops at the first thing that is wrong; the test runner has the last word.
set -euo pipefail
cd "$(dirname "$0")/.."

began=$SECONDS
say() { printf '\n== %s (%d s)\n' "$1" "$((SECONDS - began))"; }

say "Tools"
. Tests/tools.sh
install_tools
echo "swift $(swift --version 2>/dev/null | grep -o 'Swift version [0-9.]*' | head -n 1 | cut -d' ' -f3), libxml2 $(xml2-config --version)"

say "Layout of the sources"
swift format lint --strict --recursive Package.swift Sources Tests
echo "swift format has nothing to say"

say "Debug build from clean"
rm -rf .build
swift build --build-tests 2>&1 | tail -n 3

say "Benchmarks"
bash Tests/benchmarks.sh

say "Documents"
bash Tests/documents.sh

say "Tests"
set +e
swift test --skip-build 2>&1 | grep -E 'Test run with|recorded an issue|error:|^✘|↳|Fatal|Executed [1-9]'
result=${PIPESTATUS[0]}
say "Done"
exit "$result"
