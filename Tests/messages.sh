#!/usr/bin/env bash
# Checks what is handed to sender systems: the messages of every example in both versions of MeMo, against our own grammar
# always, and against the official schemas where they lie beside the repository. Golden requests to SF1601 are checked in
# the same way. Needs a built program, as Tests/documents.sh does.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${MENTORBREV:-.build/debug/mentorbrev}
schemas=../shared/schemas
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# Takes one element out of a file, with the namespaces that it needs: take FILE NAME TO
take() {
  python3 - "$@" <<'PYTHON'
import sys, xml.etree.ElementTree as tree
found = [element for element in tree.parse(sys.argv[1]).iter() if element.tag.endswith("}" + sys.argv[2])]
tree.ElementTree(found[0]).write(sys.argv[3], encoding="utf-8", xml_declaration=True)
PYTHON
}

valid() { xmllint --nonet --huge --noout "$@" 2>"$made/xmllint.txt" || { cut -c1-300 "$made/xmllint.txt" >&2; exit 1; }; }

for version in 1.2 1.1; do
  "$program" render Templates/examples/*.json --format memo --without-pdf --memo-version "$version" --output "$made/$version" \
    --attachments Templates/examples/bilag --authority Templates/examples/profiler/digital-post.json \
    >"$made/files.txt" 2>"$made/errors.txt" || { cat "$made/errors.txt"; exit 1; }
  mapfile -t files <"$made/files.txt"
  for file in "${files[@]}"; do valid --relaxng Templates/schemas/digitalpost.rng "$file"; done
  if [ -d "$schemas" ]; then
    valid --schema "$schemas/memo-$version/MeMo_core.xsd" "${files[@]}"
    echo "${#files[@]} messages of MeMo $version are valid, by our grammar and by the official schema"
  else
    echo "${#files[@]} messages of MeMo $version are valid by our grammar; official schemas SKIPPED: no $schemas here"
  fi
done

for file in Tests/MentorbrevTests/Messages/kombi-*.xml; do
  valid --relaxng Templates/schemas/digitalpost.rng "$file"
  [ -d "$schemas" ] || continue
  take "$file" ForsendelseI "$made/order.xml"
  valid --schema "$schemas/fjernprint/_all.xsd" "$made/order.xml"
  if grep -q '<memo:Message' "$file"; then
    take "$file" Message "$made/message.xml"
    valid --schema "$schemas/memo-1.2/MeMo_core.xsd" "$made/message.xml"
  fi
done
if [ -d "$schemas" ]; then
  echo "requests to SF1601 are valid, by our grammar and by the official schemas"
else
  echo "requests to SF1601 are valid by our grammar; official schemas SKIPPED: no $schemas here"
fi
