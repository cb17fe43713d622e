"""A server that is asked to stop does so soon and in order, and one that cannot start says why."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time

from tests.server.asking import close_code, rerun, until_finished, visit
from tests.serving import ROOT, free_port, wait_until_healthy


def started(**settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "server"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_visitors_are_told_that_the_server_stops() -> None:
    port = free_port()
    server = started(SCHAALWIJZER_PORT=str(port))
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, server)
        with visit(address) as connection:
            connection.send(rerun())
            until_finished(connection)
            began = time.monotonic()
            server.terminate()
            # Service restart: the browser part of the app connects again by itself.
            assert close_code(connection) == 1012
        output, _ = server.communicate(timeout=10)
        assert time.monotonic() - began < 5
        assert "Traceback" not in output
    finally:
        server.kill()
        server.wait()


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = started(SCHAALWIJZER_PORT=str(port))
        output, _ = server.communicate(timeout=30)
    assert server.returncode == 1
    assert f"Luisteren op 127.0.0.1, poort {port} lukt niet" in output


def test_a_wrong_setting_is_told() -> None:
    server = started(SCHAALWIJZER_BASE_PATH="jeugd/")
    output, _ = server.communicate(timeout=30)
    assert (server.returncode, output) == (
        2,
        "SCHAALWIJZER_BASE_PATH is een pad zonder streep aan het eind, zoals /jeugd\n",
    )
