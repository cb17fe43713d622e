"""The app under a path of another site: links, files, visits and downloads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.server.asking import ask, made_download, visit
from tests.serving import served_app


@pytest.fixture(scope="module")
def below() -> Iterator[str]:
    """Address of the app below a path."""
    with served_app(SCHAALWIJZER_BASE_PATH="/samen/jeugd") as address:
        yield address


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/samen/jeugd/", 200),
        ("/samen/jeugd/kaart", 200),
        ("/samen/jeugd/gezond", 200),
        ("/samen/jeugd/_stcore/health", 200),
        ("/samen/jeugd/app/static/regions.topo.json", 200),
        ("/samen/jeugd/nergens", 404),
        ("/samen/jeugdzorg", 404),
        ("/kaart", 404),
        ("/gezond", 404),
        ("/samen/kaart", 404),
        ("/_stcore/health", 404),
    ],
)
def test_the_app_is_there_and_nowhere_else(below: str, path: str, status: int) -> None:
    assert ask(below, path).status == status


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/", "/samen/jeugd/"),
        ("/samen/jeugd", "/samen/jeugd/"),
        ("/samen/jeugd/Kaart?regio=JZ22", "/samen/jeugd/kaart?regio=JZ22"),
    ],
)
def test_who_is_nearly_there_is_led_in(below: str, path: str, leads_to: str) -> None:
    answer = ask(below, path)
    assert (answer.status, answer.headers["location"]) == (307, leads_to)


def test_every_address_in_a_page_lies_below_the_path(below: str) -> None:
    for path in ("/kaart", "/nergens"):
        html = ask(below, f"/samen/jeugd{path}").text
        named = re.findall(r'(?:src|href)="(/[^"]*)"', html)
        assert len(named) > 7
        assert {name for name in named if ask(below, name, "HEAD").status != 200} == set()
        assert all(name.startswith("/samen/jeugd/") for name in named)


def test_a_visit_and_its_download_work_below_the_path(below: str) -> None:
    with visit(below) as socket:
        path = made_download(socket, "deel=downloads", "bronnen")
        file = ask(below, urlsplit(below).path + path)
        assert (file.status, file.headers["content-type"]) == (200, "application/zip")
        assert file.body.startswith(b"PK")
