"""What nginx refuses by itself, and what it says where no process answers, is in Dutch too."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from scripts.serve_workers import nginx_config
from tests.server.asking import ask
from tests.serving import ROOT, free_port


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an nginx without any process of the app behind it."""
    nginx = subprocess.run(["sh", "scripts/find_nginx.sh"], cwd=ROOT, check=True, capture_output=True, text=True)
    folder: Path = tmp_path_factory.mktemp("nginx")
    port, nowhere = free_port(), free_port()
    config = folder / "nginx.conf"
    config.write_text(nginx_config(port, range(nowhere, nowhere + 1)), encoding="utf8")
    running = subprocess.Popen(
        [nginx.stdout.strip(), "-e", "stderr", "-p", folder, "-c", config, "-g", "daemon off;"],
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            with suppress(OSError):
                ask(address, "/gezond")
                break
            time.sleep(0.1)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=20)


def test_where_no_process_answers_one_is_asked_to_come_back(alone: str) -> None:
    for path in ("/", "/kaart", "/media/weg.csv"):
        answer = ask(alone, path)
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "even niet bereikbaar" in answer.text
        assert "nginx" not in answer.text


@pytest.mark.parametrize(
    ("path", "headers", "status", "words"),
    [
        ("/kaart", {"content_length": "2000"}, 413, "Dit verzoek is te groot."),
        ("/" + "a" * 40_000, {}, 414, "Dit verzoek is niet te lezen."),
        ("/kaart", {"x": "a" * 40_000}, 400, "Dit verzoek is niet te lezen."),
        ("/kaart", {"content_length": "x"}, 400, "Dit verzoek is niet te lezen."),
    ],
    ids=["large body", "long path", "long header", "length"],
)
def test_what_nginx_refuses_it_says_in_dutch(
    alone: str, path: str, headers: dict[str, str], status: int, words: str
) -> None:
    answer = ask(alone, path, **headers)
    assert (answer.status, answer.text) == (status, words)
