"""Starts the app: `python -m server`. Settings come from the environment, see `server.settings`."""

from __future__ import annotations

import os
import sys

import server.preload  # noqa: F401
from server.app import build
from server.health import PRODUCT, VERSION
from server.run import run
from server.settings import SettingError, Settings


def main() -> int:
    """Exit status: 2 for a setting that cannot be used, 1 where the port is taken, else 0 after a signal to stop."""
    try:
        settings = Settings.from_environment(os.environ)
    except SettingError as fault:
        print(fault, file=sys.stderr)
        return 2
    host = f"[{settings.address}]" if ":" in settings.address else settings.address
    print(f"{PRODUCT} {VERSION}: http://{host}:{settings.port}{settings.base_path}/", flush=True)
    return run(build(settings), settings)


if __name__ == "__main__":
    sys.exit(main())
