#!/bin/sh
# Prints the path of a Chromium for the browser tests; installs Debian's package where there is none.
set -eu

find_it() {
  if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then echo "$CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then command -v "$name"; return; fi
  done
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if [ -z "$(find_it)" ]; then
  {
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core
  } > /dev/null
fi
found=$(find_it)
[ -n "$found" ] || { echo "Chromium is niet gevonden en kon niet worden geïnstalleerd." >&2; exit 1; }
echo "$found"
