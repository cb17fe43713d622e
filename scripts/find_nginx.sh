#!/bin/sh
# Prints the path of nginx, which shares visitors out over the processes of `make serve`; installs Debian's where there is none.
set -eu

find_it() {
  if [ -n "${NGINX:-}" ] && [ -x "$NGINX" ]; then echo "$NGINX"; return; fi
  PATH="$PATH:/usr/sbin" command -v nginx || true
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

found=$(find_it)
if [ -z "$found" ]; then
  as_root apt-get -o Acquire::http::Timeout=20 -o Acquire::Retries=0 update -qq > /dev/null
  # Only the program: without nginx-common's site it would not start, and it should not.
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends nginx > /dev/null
  found=$(find_it)
fi
[ -n "$found" ] || { echo "nginx is niet gevonden en kon niet worden geïnstalleerd." >&2; exit 1; }
echo "$found"
