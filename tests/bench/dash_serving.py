"""A Dash app of this folder started as a server of its own, beside the app that `tests.serving` starts."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.serving import ROOT, free_port


@contextlib.contextmanager
def served_dash(module: str) -> Iterator[str]:
    """Address of the Dash app in `module`, freshly started and not yet visited; stopped afterwards."""
    port = free_port()
    log = ROOT / "test-results" / f"dash-{port}.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as output:
        command = [sys.executable, "-m", module, str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait_until_listening(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_until_listening(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("the Dash server stopped before it answered")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
            return
        time.sleep(0.1)
    raise RuntimeError("the Dash server did not answer within a minute")
