#!/usr/bin/env bash
# Pictures of every example document for a person to look at: Tests/pictures.sh FOLDER [HTML...]
# On screen, on a telephone, as printed pages, in forced colours and in black and white; index.html shows them together.
# With HTML files named it pictures those; otherwise it renders Templates/examples, and adds the specimen of all classes.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: Tests/pictures.sh FOLDER [HTML...]" >&2; exit 64; }
mkdir -p "$1"
folder=$(realpath "$1")
shift
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "$0")/.."
. Tests/tools.sh
install_tools
has_chromium || { echo "there is no Chromium here" >&2; exit 1; }
if [ "${#files[@]}" -eq 0 ]; then
  program=${MENTORBREV:-.build/debug/mentorbrev}
  mapfile -t files < <("$program" render Templates/examples/*.json --format html --output "$folder/documents")
  files+=(Tests/Documents/klasser.html)
fi
PYTHONDONTWRITEBYTECODE=1 python3 Tests/Documents/pictures.py "$folder" "${files[@]}"
