#!/bin/sh
# Prints the path of a Chromium for the browser tests. Best is the headless shell, the same Chromium without windows and
# menus: tests take a quarter less. It is installed as root, as in a container, and where there is no Chromium at all.
set -eu

find_it() {
  if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then echo "$CHROMIUM"; return; fi
  for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then command -v "$name"; return; fi
  done
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install() {
  as_root apt-get -o Acquire::http::Timeout=20 -o Acquire::Retries=0 update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" fonts-dejavu-core
}

found=$(find_it)
case "$found" in
  *headless-shell) ;;
  "") { install chromium-headless-shell || install chromium; } > /dev/null ;;
  *) if [ "$(id -u)" = 0 ] && [ -z "${CHROMIUM:-}" ]; then install chromium-headless-shell > /dev/null 2>&1 || true; fi ;;
esac
found=$(find_it)
[ -n "$found" ] || { echo "Chromium is niet gevonden en kon niet worden geïnstalleerd." >&2; exit 1; }
echo "$found"
