"""Who asks under another name, or from another site, gets nothing, and Streamlit never hears of it."""

from __future__ import annotations

import pytest
from websockets.exceptions import InvalidStatus

from server.own_host import is_own_host, is_own_origin
from tests.server.asking import ask, rerun, until_finished, visit

NAMES = frozenset({"jeugd.voorbeeld.nl", "intranet:8080"})


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("jeugd.voorbeeld.nl", True),
        ("JEUGD.voorbeeld.nl:443", True),
        ("intranet:8080", True),
        ("localhost:8501", True),
        ("127.0.0.1:8501", True),
        ("10.1.2.3", True),
        ("[::1]:8501", True),
        ("intranet", False),
        ("jeugd.voorbeeld.nl.evil.example", False),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("", False),
        ("[", False),
        ("jeugd.voorbeeld.nl@evil.example", False),
    ],
)
def test_names_have_to_be_known_and_addresses_not(host: str, own: bool) -> None:
    assert is_own_host(host, NAMES) is own


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        ("http://localhost:8501", "localhost:8501", True),
        ("https://jeugd.voorbeeld.nl", "jeugd.voorbeeld.nl", True),
        ("https://jeugd.voorbeeld.nl", "127.0.0.1:8501", True),
        ("https://JEUGD.voorbeeld.nl:443", "jeugd.voorbeeld.nl", True),
        ("http://localhost:9999", "localhost:8501", False),
        ("http://127.0.0.1:8501", "localhost:8501", False),
        ("https://evil.example", "jeugd.voorbeeld.nl", False),
        ("https://jeugd.voorbeeld.nl.evil.example", "jeugd.voorbeeld.nl", False),
        ("null", "localhost:8501", False),
        ("file://localhost:8501", "localhost:8501", False),
        ("http://[", "localhost:8501", False),
        ("", "", False),
    ],
)
def test_an_origin_is_own_only_with_its_port(origin: str, host: str, own: bool) -> None:
    assert is_own_origin(origin, host, NAMES) is own


@pytest.mark.parametrize("path", ["/", "/kaart", "/gezond", "/_stcore/health", "/app/static/regions.topo.json"])
def test_another_site_gets_no_answer(site: str, path: str) -> None:
    assert ask(site, path, origin="https://evil.example").status == 403
    assert ask(site, path, host="evil.example").status == 421
    assert ask(site, path, origin=site).status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
def test_another_site_gets_no_websocket(site: str, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refusal, visit(site, Origin=origin):
        pass
    assert refusal.value.response.status_code == 403


def test_there_is_no_websocket_under_another_name(site: str) -> None:
    handshake = {"connection": "Upgrade", "upgrade": "websocket", "sec_websocket_version": "13"}
    key = "c2NoYWFsd2lqemVyamV1Zw=="
    answer = ask(site, "/_stcore/stream", host="evil.example", sec_websocket_key=key, **handshake)
    assert answer.status == 403


def test_an_own_page_gets_its_websocket(site: str) -> None:
    with visit(site, Origin=site) as socket:
        socket.send(rerun())
        assert until_finished(socket)
