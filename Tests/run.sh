#!/usr/bin/env bash
# Installs what the tests need, builds from clean, checks the layout of the sources, the documents that the program
# makes, and runs all tests. Stops at the first thing that is wrong, but for the last two, which are run side by side; the
# test runner has the last word.
#
# The tests are a debug build. The program that they and the documents start is optimised, as users have it: what the compiler
# makes of it has differed, and no other test could see that.
set -euo pipefail
cd "$(dirname "$0")/.."

began=$SECONDS
say() { printf '\n== %s (%d s)\n' "$1" "$((SECONDS - began))"; }

say "Tools"
. Tests/tools.sh
install_tools
echo "swift $(swift --version 2>/dev/null | grep -o 'Swift version [0-9.]*' | head -n 1 | cut -d' ' -f3), libxml2 $(xml2-config --version)"

say "Layout of the sources"
others=$(ls | grep -vxE 'Package\.(swift|resolved)|Sources|Tests|Templates|Output|README\.md' || true)
[ -z "$others" ] || { echo "these do not belong at the top:" $others; exit 1; }
swift format lint --strict --recursive Package.swift Sources Tests
echo "swift format has nothing to say"

say "Debug build from clean, and the optimised program meanwhile"
rm -rf .build .build-release
told=$(mktemp)
trap 'rm -f "$told"' EXIT
swift build -c release --static-swift-stdlib --toolset .toolset.json --scratch-path .build-release \
  --product mentorbrev >"$told" 2>&1 &
program=$!
swift build --build-tests 2>&1 | tail -n 3
wait "$program" || { tail -n 30 "$told"; exit 1; }
tail -n 1 "$told"
export MENTORBREV_PROGRAM=$PWD/.build-release/release/mentorbrev

say "Benchmarks"
bash Tests/benchmarks.sh

# Side by side: a test waits for the programs that it starts. All that is wrong with either is told.
say "Documents, and tests meanwhile"
swift test --skip-build >"$told" 2>&1 &
tests=$!
result=0
MENTORBREV=$MENTORBREV_PROGRAM bash Tests/documents.sh || result=$?
say "Tests"
wait "$tests" || result=$?
grep -E "Test run with|recorded an issue|error:|^✘|↳|Fatal|Executed [1-9]" "$told" || tail -n 20 "$told"
say "Done"
exit "$result"
