"""The log says what was asked and how it went, and never by whom."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path

from server.access_log import readable_path
from tests.server.asking import ask, rerun, until_finished, visit
from tests.serving import ROOT, free_port, wait_until_healthy

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (\w+) (\S+) (\d+) (\d+) (\d+\.\d)")


@contextmanager
def logged(log: Path, **settings: str) -> Iterator[str]:
    """Address of a server whose output goes to a file."""
    port = free_port()
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "server"],
            cwd=ROOT,
            env={**environ, "SCHAALWIJZER_PORT": str(port), **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_a_line_per_answer_without_addresses_or_choices(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with logged(log, SCHAALWIJZER_TRUSTED_PROXY="127.0.0.1") as address:
        headers = {"x_forwarded_for": "203.0.113.7", "user_agent": "Verkenner/9"}
        ask(address, "/kaart?regio=JZ22&naam=Jansen", **headers)
        ask(address, "/nergens", "POST", **headers)
        ask(address, "/%0a2026-01-01T00:00:00Z%20GET", **headers)
        ask(address, "/kaart", origin="https://evil.example", **headers)
        with visit(address, **{"X-Forwarded-For": "203.0.113.7"}) as socket:
            socket.send(rerun("regio=JZ22"))
            until_finished(socket)
        time.sleep(0.3)
    text = log.read_text()
    found = [match.groups() for match in LINE.finditer(text)]
    seen = [(method, path, status) for method, path, status, _, _ in found]
    assert ("GET", "/kaart", "200") in seen
    assert ("POST", "/nergens", "404") in seen
    assert ("GET", "/%0a2026-01-01T00:00:00Z%20GET", "404") in seen
    assert ("GET", "/kaart", "403") in seen
    assert ("WEBSOCKET", "/_stcore/stream", "101") in seen
    assert all(int(sent) > 0 for _, _, _, sent, _ in found)
    assert not re.search(r"203\.0\.113|127\.0\.0\.1:?\d* - |JZ22|Jansen|Verkenner", text)
    assert "Traceback" not in text


def test_the_log_can_be_switched_off(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with logged(log, SCHAALWIJZER_ACCESS_LOG="0") as address:
        ask(address, "/kaart")
    assert not LINE.search(log.read_text())


def test_a_path_stays_on_one_line_and_is_not_endless() -> None:
    assert readable_path({"path": "/", "raw_path": b"/a\nb c?x"}) == "/a?b?c"
    assert readable_path({"path": "/\n"}) == "/?"
    assert len(readable_path({"path": "/" + "a" * 5000})) < 210
