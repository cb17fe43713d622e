"""Whatever happens, the server speaks to no other machine: what it connects to and looks up is written down."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from tests.server.asking import ask, rerun, until_finished, visit
from tests.serving import served_app

WATCH = """
import sys, traceback

OWN = ("127.0.0.1", "::1", "localhost", "")

def note(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        address = (arguments[0],)
    else:
        return
    host = address[0] if isinstance(address, tuple) else address
    host = host.decode() if isinstance(host, bytes) else host
    if isinstance(address, tuple) and host not in OWN and host is not None:
        with open({log!r}, "a") as log:
            log.write(f"{{event}} {{address}}\\n{{''.join(traceback.format_stack(limit=6))}}\\n")

sys.addaudithook(note)
"""


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a server, and the file that fills with what it tries to reach elsewhere."""
    log = tmp_path / "reached"
    (tmp_path / "sitecustomize.py").write_text(WATCH.format(log=str(log)))
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    with served_app(PYTHONPATH=path) as address:
        yield address, log


def test_nothing_is_asked_of_another_machine(watched: tuple[str, Path]) -> None:
    address, log = watched
    for origin in ("https://evil.example", "http://10.0.0.1:8501", "null", "http://localhost:1"):
        with contextlib.suppress(InvalidStatus), visit(address, Origin=origin):
            pass
        ask(address, "/_stcore/health", origin=origin)
        ask(address, "/", host="evil.example")
    ask(address, "/_stcore/host-config")
    with visit(address, Origin=address) as socket:
        for page in ("", "kaart", "samenwerking", "doorrekening", "bronnen"):
            socket.send(rerun("regio=JZ22", page))
            until_finished(socket)
    assert not log.exists(), log.read_text()


@pytest.mark.parametrize(
    "call",
    [
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 1))",
        "socket.getaddrinfo('buiten.invalid', 80)",
    ],
)
def test_what_is_asked_of_another_machine_would_be_seen(tmp_path: Path, call: str) -> None:
    log = tmp_path / "reached"
    # A stand-in for the socket: the machine that runs this is not to ask anything either.
    refuse = "\nsys.addaudithook(lambda event, _: event in ('socket.connect', 'socket.getaddrinfo') and sys.exit())\n"
    script = WATCH.format(log=str(log)) + refuse + f"import socket\n{call}\n"
    subprocess.run([sys.executable, "-c", script], check=True)
    assert re.search(r"192\.0\.2\.1|buiten\.invalid", log.read_text())
