#!/usr/bin/env bash
# Checks the documents themselves: compiles the templates, renders every example as letter and as draft, and reads what
# came out as its receivers would. After a change to a template, the lawbook or an example this is enough; it needs a
# built program (swift build --product mentorbrev, or MENTORBREV=path) and takes some seconds a document.
set -euo pipefail
cd "$(dirname "$0")/.."
. Tests/tools.sh
install_tools

program=${MENTORBREV:-.build/debug/mentorbrev}
documents=$(mktemp -d)
trap 'rm -rf "$documents"' EXIT
export PYTHONDONTWRITEBYTECODE=1

began=$SECONDS
say() {
  printf '\n-- %s (%d s)\n' "$1" "$((SECONDS - began))"
}

say "The checks find what they are there to find"
"$MENTORBREV_PYTHON" Tests/Documents/test_documents.py "$axe" 2>"$documents/checks.txt" || { cat "$documents/checks.txt"; exit 1; }
tail -n 3 "$documents/checks.txt" | tr '\n' ' '
python3 Tests/Documents/kinds.py --check

say "Templates are proven, examples are rendered"
"$program" templates check >"$documents/matrix.txt"
grep 'proven for' "$documents/matrix.txt"
"$program" explain Templates/examples/*.json >"$documents/explain.txt" 2>/dev/null
"$program" render Templates/examples/*.json --output "$documents/final" >"$documents/files.txt" 2>"$documents/errors.txt" ||
  { cat "$documents/errors.txt"; exit 1; }
"$program" render Templates/examples/*.json --output "$documents/draft" --draft >>"$documents/files.txt" 2>/dev/null
# What no decision leads to by itself is asked for.
"$program" render Templates/examples/aftale.json --kind aftale --output "$documents/final" >>"$documents/files.txt"
# The page of a run, with a case that is refused.
sed 's/"dato": "2026-06-08"/"dato": "2026-06-31"/' Templates/examples/bevilling.json >"$documents/afvist.json"
"$program" issue Templates/examples/*.json "$documents/afvist.json" --output "$documents/issued" >/dev/null 2>&1 || [ $? -eq 1 ]
run="$documents/issued/runs/1/index.html"
# Cases with more in them than the examples: only their pages are looked at.
mkdir "$documents/cases"
python3 Tests/Documents/long_cases.py "$documents/cases"
"$program" render "$documents"/cases/*.json --output "$documents/long" >"$documents/long.txt" 2>/dev/null
mapfile -t html < <(grep '\.html$' "$documents/files.txt")
mapfile -t xml < <(grep '\.xml$' "$documents/files.txt")
mapfile -t final < <(grep '/final/.*\.html$' "$documents/files.txt")
echo "${#html[@]} HTML and ${#xml[@]} XML documents"

say "HTML: Nu checker, warnings are errors"
java -jar "$jar" --Werror --skip-non-html "${html[@]}" "$run" Tests/Documents/klasser.html

say "XML: the schema that its root names"
for file in "${xml[@]}"; do
  root=$(xmllint --nonet --xpath 'namespace-uri(/*)' "$file")
  schema="Templates/schemas/${root#urn:mentorbrev:}.rng"
  [ -f "$schema" ] || { echo "$file: no schema for the root's namespace '$root': add $schema"; exit 1; }
  xmllint --nonet --noout --relaxng "$schema" "$file" 2>"$documents/xmllint.txt" ||
    { cat "$documents/xmllint.txt"; exit 1; }
done
echo "${#xml[@]} XML documents are valid"

say "Messages in Digital Post"
bash Tests/messages.sh

say "Danish spelling"
python3 Tests/Documents/spelling.py "${html[@]}" "$run" "$documents/explain.txt"

say "LIX: goal for a letter 35-44, easier is well; above 50 fails"
python3 Tests/Documents/lix.py "${final[@]}"

say "PDF: PDF/UA-1, its text, its fonts, the window of the envelope; the same bytes in another order"
"$program" render Templates/examples/*.json --format pdf --output "$documents/pdf" >"$documents/pdf.txt" 2>/dev/null
printf '%s\n' Templates/examples/*.json | tac |
  xargs "$program" render --format pdf --output "$documents/pdf-again" >/dev/null 2>&1
diff -r "$documents/pdf" "$documents/pdf-again"
"$MENTORBREV_PYTHON" Tests/Documents/pdf.py "$documents/final" "$documents/pdf"
"$program" render "$documents"/cases/*.json --format pdf --output "$documents/long-pdf" >/dev/null 2>&1
"$MENTORBREV_PYTHON" Tests/Documents/pdf.py "$documents/long" "$documents/long-pdf"

if can_look; then
  say "Accessibility: WCAG 2.1 AA"
  python3 Tests/Documents/axe.py "$axe" "${html[@]}" "$run" Tests/Documents/klasser.html
  say "Printed pages"
  mapfile -t long < <(grep '\.html$' "$documents/long.txt")
  python3 Tests/Documents/pages.py "${html[@]}" "${long[@]}"
else
  say "Accessibility and printed pages: SKIPPED, there is no Chromium here"
fi
say "Documents are in order"
