"""The app while it is developed: started again after a change, and shown anew by the tabs that were open."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from scripts.dev import is_taken
from scripts.following_restarts import SCRIPT, FollowsRestarts

ROOT = Path(__file__).parent.parent.parent
# Stands for the app: says that it started, then waits to be stopped.
SERVER = "import os, time; open('started', 'a').write(f'{os.getpid()}\\n'); time.sleep(600)"
DEVELOP = f"""
import sys
from pathlib import Path
from scripts.dev import keep_serving
keep_serving([sys.executable, "-c", {SERVER!r}], Path(sys.argv[1]))
"""


def wait_until(condition: Callable[[], bool]) -> None:
    """Until `condition` holds; AssertionError after ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "did not happen within ten seconds"
        time.sleep(0.02)


def servers(root: Path) -> list[int]:
    """Process numbers of the servers started so far in `root`, in order."""
    started = root / "started"
    return [int(line) for line in started.read_text().splitlines()] if started.exists() else []


def is_running(process: int) -> bool:
    """Whether a process of this number exists."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Folder with one file of each kind that a component consists of, and one that is none of the app's."""
    (tmp_path / "components").mkdir()
    for name in ("view.py", "map.js", "map.css", "map.html", "notes.swp"):
        (tmp_path / "components" / name).write_text("one\n")
    return tmp_path


@pytest.fixture
def developing(tree: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program that keeps a server running in `tree`, its first server up; what it says goes to `said`."""
    with (tree / "said").open("w") as said:
        program = subprocess.Popen(
            [sys.executable, "-u", "-c", DEVELOP, str(tree)],
            cwd=ROOT,
            stdout=said,
            # As in a terminal: where the tests themselves run in the background, an interrupt would be ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
    try:
        wait_until(lambda: bool(servers(tree)))
        yield program
    finally:
        program.kill()
        program.wait()


def test_every_kind_of_change_starts_the_app_again(tree: Path, developing: subprocess.Popen[bytes]) -> None:
    said = tree / "said"
    for name in ("map.css", "map.html", "map.js", "view.py"):
        before = len(servers(tree))
        (tree / "components" / "notes.swp").write_text("of an editor\n")

        def noticed(path: Path = tree / "components" / name) -> bool:
            # Written until noticed: the first time, the folder may not be watched yet.
            path.write_text(f"{time.time()}\n")
            time.sleep(0.2)
            return f"components/{path.name}" in said.read_text()

        wait_until(noticed)
        wait_until(lambda before=before: len(servers(tree)) > before)  # type: ignore[misc]
    developing.send_signal(signal.SIGINT)
    assert developing.wait(10) == 0
    assert not [process for process in servers(tree) if is_running(process)]
    assert "notes.swp" not in said.read_text()
    assert said.read_text().rstrip().endswith("Gestopt.")


def test_a_taken_port_is_named_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("", 0))
        other.listen()
        port = other.getsockname()[1]
        assert is_taken(port)
        answer = subprocess.run(
            [sys.executable, "scripts/dev.py", "--port", str(port)], cwd=ROOT, capture_output=True, text=True
        )
    assert answer.returncode == 1
    assert answer.stderr == f"Poort {port} is al in gebruik. Kies een andere: PORT={port + 1} make dev\n"
    assert not is_taken(port)


def answer_to(path: str, **headers: str) -> tuple[dict[str, str], bytes]:
    """Headers and body of a small site behind the middleware, asked as a browser does."""

    def page(request: Request) -> Response:
        compressed = "accept-encoding" in request.headers or "if-none-match" in request.headers
        return HTMLResponse("unreadable" if compressed else "<html><head></head></html>", headers={"etag": "x"})

    site = Starlette(
        routes=[Route("/", page), Route("/data", lambda _: PlainTextResponse("</head>"))],
        middleware=[Middleware(FollowsRestarts)],
    )
    sent: list[dict[str, object]] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    # In a thread: a test with a browser leaves its own event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, site(scope, receive, send)).result()  # type: ignore[arg-type]
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    return found, b"".join(message.get("body", b"") for message in sent[1:])  # type: ignore[misc]


def test_a_page_follows_restarts() -> None:
    headers, body = answer_to("/", accept="text/html,*/*", accept_encoding="gzip", if_none_match="x")
    assert body == b"<html><head>" + SCRIPT + b"</html>"
    assert headers["content-length"] == str(len(body))
    assert "etag" not in headers


def test_what_is_no_page_stays_as_it_is() -> None:
    assert answer_to("/data", accept="text/html")[1] == b"</head>"
    assert answer_to("/data", accept="*/*", accept_encoding="gzip")[1] == b"</head>"
