"""The app started as a visitor meets it: a server of its own on a free port, and a browser that only talks to it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
APP = ("-m", "server")
"""Arguments to Python that start the app."""
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # As a browser with a window measures text.
    "--font-render-hinting=none",
]


def chromium_path() -> str:
    """Path of Chromium, as scripts/find_chromium.sh finds it."""
    found = os.environ.get("CHROMIUM")
    if found:
        return found
    return subprocess.run(
        ["sh", "scripts/find_chromium.sh"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


def free_port() -> int:
    """Port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, and the number of its process."""

    address: str
    process: int


@contextlib.contextmanager
def served_app(folder: Path = ROOT, **settings: str) -> Iterator[str]:
    """Address of a freshly started server of the app in `folder`, with these settings; stopped afterwards."""
    with started_server(*APP, folder=folder, **settings) as server:
        yield server.address + settings.get("SCHAALWIJZER_BASE_PATH", "")


@contextlib.contextmanager
def started_server(*arguments: str, folder: Path = ROOT, **settings: str) -> Iterator[Server]:
    """Freshly started server, by these arguments to Python in `folder`; stopped afterwards. Ours reads its port from
    the environment, and so does a bare Streamlit.
    """
    port = free_port()
    environment = {
        **os.environ,
        "SCHAALWIJZER_PORT": str(port),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
        **settings,
    }
    log = folder / "test-results" / f"server-{port}.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address + settings.get("SCHAALWIJZER_BASE_PATH", ""), server)
        yield Server(address, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_healthy(address: str, server: subprocess.Popen[Any]) -> None:
    """Waits until the server answers; RuntimeError where it stops before, or takes longer than a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("the server stopped before it answered")
        with contextlib.suppress(OSError):
            if urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not answer within a minute")
