"""Only what the product has is there; the rest is said in Dutch, with the right status."""

from __future__ import annotations

import pytest

from tests.server.asking import ask

LONG = "/" + "a" * 5000


@pytest.mark.parametrize(
    "path",
    [
        "/onbekend",
        "/regio/rotterdam",
        "/kaart/kaart",
        "/Kaart/x",
        LONG,
        "/%00",
        "/%ff%fe",
        "/..%2f..%2fetc/passwd",
        "/app.py",
        "/app/static/../app.py",
        "/app/static/..%2fapp.py",
        "/app/static/nee.json",
        "/static/x/js/nee.js",
        "/static/js/index.js",
        "/index.html",
        "/manifest.json",
        "/health",
        "/healthz",
    ],
)
def test_what_is_not_there_gets_a_dutch_page_with_status_404(site: str, path: str) -> None:
    answer = ask(site, path)
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="nl">' in answer.text
    assert "Pagina niet gevonden" in answer.text
    assert 'href="/' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/upload_file/session/file",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
        "/kaart/_stcore/agent/mcp",
        "/_stcore/bidi-components/finder/x.js",
        "/component/x/index.html",
        "/auth/login",
        "/auth/logout",
        "/oauth2callback",
        "/st-metrics",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_parts_of_streamlit_that_the_product_does_not_use_are_not_there(site: str, path: str, method: str) -> None:
    assert ask(site, path, method).status == 404


def test_of_a_page_with_something_behind_it_only_that_page_is_offered(site: str) -> None:
    text = ask(site, "/regio/rotterdam").text
    assert "Bedoelt u de pagina Regio?" in text
    assert text.count("<li>") == 1
    assert '<a href="/regio">Regio</a>' in text


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/Kaart", "/kaart"),
        ("/KAART?regio=JZ22&taak=vb", "/kaart?regio=JZ22&taak=vb"),
        ("/kaart/", "/kaart"),
        ("/start", "/"),
        ("//kaart", "/kaart"),
    ],
)
def test_a_page_written_a_little_differently_is_pointed_to(site: str, path: str, leads_to: str) -> None:
    answer = ask(site, path)
    assert (answer.status, answer.headers["location"]) == (307, leads_to)


@pytest.mark.parametrize("path", ["//evil.example/kaart", "//evil.example", "/%2f%2fevil.example/", "/\\evil.example"])
def test_no_path_leads_to_another_site(site: str, path: str) -> None:
    answer = ask(site, path)
    assert (answer.status, answer.headers.get("location")) == (404, None)


@pytest.mark.parametrize(
    "path", ["/kaart", "/gezond", "/media/x.csv", "/_stcore/health", "/app/static/regions.topo.json"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent_to_the_server(site: str, path: str, method: str) -> None:
    answer = ask(site, path, method)
    assert (answer.status, answer.text) == (405, "Dit adres is alleen te lezen.")
