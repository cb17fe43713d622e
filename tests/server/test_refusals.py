"""What the server cannot answer it refuses with the right status, in Dutch, and without a trace in its log."""

from __future__ import annotations

import re
import socket
from urllib.parse import urlsplit

import pytest

from tests.server.asking import ask

ENGLISH = re.compile(rb"\b(the|not found|invalid|request|received|must|file|error|bad|forbidden)\b", re.IGNORECASE)
HOST = b"Host: localhost\r\nConnection: close\r\n"


def said_to(site: str, request: bytes) -> tuple[int, bytes]:
    """Status and body of the answer to exactly these bytes."""
    parts = urlsplit(site)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as line:
        answer = b""
        try:
            line.sendall(request)
            while part := line.recv(65536):
                answer += part
        except (ConnectionResetError, BrokenPipeError):
            # The server does not read on what it has refused.
            pass
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x16\x03\x01 geen http\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /kaart\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET /kaart HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 400_000 + b"\r\n\r\n",
        b"GET /kaart HTTP/1.1\r\n" + HOST + b"".join(b"X%d: a\r\n" % at for at in range(40_000)) + b"\r\n",
        b"POST /kaart HTTP/1.1\r\n" + HOST + b"Content-Length: x\r\n\r\n",
        b"POST /kaart HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    ],
    ids=["no http", "no host", "signs", "long path", "long header", "many headers", "length", "two lengths"],
)
def test_what_is_no_request_is_refused_in_dutch(site: str, request_bytes: bytes) -> None:
    status, body = said_to(site, request_bytes)
    assert status in (400, 404)
    assert body == b"Dit verzoek is niet te lezen." or b"Pagina niet gevonden" in body
    assert ask(site, "/kaart").status == 200


@pytest.mark.parametrize("name", ["weg.csv", "x" * 2_000, "%00", "..%2f..", "0" * 64 + ".xlsx"])
def test_a_download_that_is_gone_is_said_in_dutch(site: str, name: str) -> None:
    answer = ask(site, f"/media/{name}")
    assert answer.status in (400, 404)
    assert not ENGLISH.search(re.sub(rb"(?s)<head>.*?</head>", b"", answer.body))


def test_a_vanished_download_says_where_to_get_it_again(site: str) -> None:
    assert ask(site, "/media/weg.csv").text == "Dit bestand is er niet meer. Vraag het op de pagina opnieuw op."


@pytest.mark.parametrize(("part", "status"), [("bytes=99999999-", 416), ("bytes=a-b", 400), ("bytes=9-1", 400)])
def test_a_part_that_a_file_does_not_have_is_refused_in_dutch(site: str, part: str, status: int) -> None:
    answer = ask(site, "/app/static/regions.topo.json", range=part)
    assert answer.status == status
    assert answer.text.startswith("Dit ")
    assert ask(site, "/app/static/regions.topo.json", range="bytes=0-3").status == 206


@pytest.mark.parametrize("headers", [{}, {"sec_websocket_key": "x"}], ids=["no key", "a key that is none"])
def test_what_opens_no_websocket_is_refused_in_dutch(site: str, headers: dict[str, str]) -> None:
    asked = {"connection": "Upgrade", "upgrade": "websocket", "sec_websocket_version": "13", **headers}
    answer = ask(site, "/_stcore/stream", **asked)
    assert (answer.status, answer.text) == (400, "Dit verzoek is niet te lezen.")
