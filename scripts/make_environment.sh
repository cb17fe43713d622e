#!/bin/sh
# Virtual environment $1 with exactly the packages of lock file $2, hashes checked. Uses Debian's packages where Python itself lacks a part.
set -eu
venv=$1
lock=$2

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

command -v python3 > /dev/null || { as_root apt-get update -qq; as_root apt-get install -y -qq python3 python3-venv; }
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig." >&2; exit 1; }
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv" 2> /dev/null || {
    rm -rf "$venv"
    as_root apt-get update -qq
    as_root apt-get install -y -qq python3-venv
    python3 -m venv "$venv"
  }
fi
echo "Pakketten installeren ($lock) ..."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --require-hashes --only-binary :all: --requirement "$lock"
