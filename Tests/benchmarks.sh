#!/usr/bin/env bash
# Checks that the benchmarks still fit the library: they are a package of their own, which no other build reaches. Nothing of
# the library is built for it; it takes the modules of the debug build of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --package-path Tests/Benchmarks --target Mustache 2>&1 | tail -n 1

options=()
for map in Sources/*/module.modulemap .build/checkouts/*/Sources/*/module.modulemap \
  .build/checkouts/*/Sources/*/include/module.modulemap; do
  [ ! -f "$map" ] || options+=(-Xcc "-fmodule-map-file=$map")
done
for flag in $(pkg-config --cflags-only-I libxml-2.0); do options+=(-Xcc "$flag"); done
swiftc -typecheck -swift-version 6 "${options[@]}" -I .build/debug/Modules -I Tests/Benchmarks/.build/debug/Modules \
  Tests/Benchmarks/Sources/Benchmarks/*.swift
echo "the benchmarks fit the library"
