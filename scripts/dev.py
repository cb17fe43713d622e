"""Starts the app, and starts it again after every change of a file it is made of; open tabs follow by themselves.

Styles, scripts and markup of the components are read once, when their Python is imported, and a module that was changed
leaves others that imported from it behind. A new process is the one thing that shows every change, and takes about a
second.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from watchfiles import Change, watch

ROOT = Path(__file__).parent.parent
PARTS = (
    ".streamlit",
    "components",
    "data/parquet",
    "model",
    "pages",
    "scripts",
    "server",
    "static",
    "app.py",
    "CHANGELOG.md",
    "VERSION",
)
SUFFIXES = frozenset({".css", ".html", ".js", ".json", ".md", ".parquet", ".py", ".toml"})
# Who develops sees on the page itself what went wrong; a visitor gets no details.
DETAILS = {"STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full"}
SECONDS_TO_STOP = 5


def main() -> int:
    """Exit status: 1 where the port is taken, else 0 after Ctrl-C or a stop signal."""
    parser = argparse.ArgumentParser(description="Starts the app and starts it again after every change.")
    parser.add_argument("--port", type=int, default=8501)
    port: int = parser.parse_args().port
    if is_taken(port):
        print(f"Poort {port} is al in gebruik. Kies een andere: PORT={port + 1} make dev", file=sys.stderr)
        return 1
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _interrupt)
    print(f"Schaalwijzer Jeugd: http://localhost:{port} (start opnieuw na elke wijziging; Ctrl-C stopt)", flush=True)
    os.environ |= {**DETAILS, "SCHAALWIJZER_PORT": str(port), "SCHAALWIJZER_ACCESS_LOG": "0"}
    keep_serving([sys.executable, "scripts/dev_app.py"], ROOT)
    return 0


def is_taken(port: int) -> bool:
    """Whether another program listens on `port`."""
    with socket.socket() as probe:
        # As the server itself does: a port whose connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return True
    return False


def keep_serving(command: list[str], root: Path) -> None:
    """Runs `command` in `root`, a new process after each change, until an interrupt."""
    server = _started(command, root)
    try:
        for changed in changes(root):
            print(f"Gewijzigd: {', '.join(changed)}. De app start opnieuw.", flush=True)
            _stop(server)
            server = _started(command, root)
    except KeyboardInterrupt:
        print("\nGestopt.", flush=True)
    finally:
        _stop(server)


def changes(root: Path) -> Iterator[list[str]]:
    """Paths in `root` that changed together, each time that files of the app do."""
    parts = [root / part for part in PARTS if (root / part).exists()]
    for batch in watch(*parts, watch_filter=_belongs_to_app, raise_interrupt=True):
        yield sorted({str(Path(path).relative_to(root)) for _, path in batch})


def _belongs_to_app(_: Change, path: str) -> bool:
    return Path(path).suffix in SUFFIXES or Path(path).name == "VERSION"


def _started(command: list[str], root: Path) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches this process only, which then stops the server in order.
    return subprocess.Popen(command, cwd=root, start_new_session=True)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
