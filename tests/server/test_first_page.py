"""What a browser, a search engine or a chat gets before any script has run."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from PIL import Image

from model.site.site_map import PAGES, Page
from server.files import ROOT
from server.pages import LINK_PICTURE, first_page
from server.settings import Settings
from tests.server.asking import ask

BY_NAME = {page.name: page for page in PAGES}


def meta(html: str, name: str) -> str:
    """Content of a meta element."""
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)
    assert found, name
    return unescape(found[1])


@pytest.mark.parametrize("name", BY_NAME)
def test_a_page_says_in_dutch_what_it_is_before_its_scripts(site: str, name: str) -> None:
    page = BY_NAME[name]
    answer = ask(site, f"/{page.address}?regio=JZ22")
    html = answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="nl">' in html
    assert f"<title>{name} | Schaalwijzer Jeugd</title>" in html
    assert meta(html, "og:title") == f"{name} | Schaalwijzer Jeugd"
    assert meta(html, "description") == meta(html, "og:description")
    shown = unescape(re.sub(r"<[^>]*>|\s+", " ", html.split("<body>")[1]))
    assert re.sub(" +", " ", meta(html, "description")) in re.sub(" +", " ", shown)
    assert "wordt geladen" in shown
    assert "Deze pagina werkt alleen met JavaScript." in shown
    assert not re.search(r"\b(?:the|your|app)\b|Streamlit", shown)


def test_descriptions_are_sentences_that_differ(site: str) -> None:
    about = [meta(ask(site, f"/{page.address}").text, "description") for page in PAGES]
    assert len(set(about)) == len(PAGES)
    assert all(re.fullmatch(r"[A-Z].{30,180}\.", text) for text in about)


def test_links_show_a_picture_of_the_map(site: str) -> None:
    html = first_page(BY_NAME["Kaart"], Settings(public_url="https://jeugd.voorbeeld.nl", base_path="/jeugd"))
    assert meta(html, "og:url") == "https://jeugd.voorbeeld.nl/jeugd/kaart"
    picture = meta(html, "og:image")
    assert picture == f"https://jeugd.voorbeeld.nl/jeugd/app/static/{LINK_PICTURE}"
    answer = ask(site, urlsplit(picture).path.removeprefix("/jeugd"))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert len(answer.body) < 100_000
    with Image.open(ROOT / "static" / LINK_PICTURE) as image:
        assert image.size == (int(meta(html, "og:image:width")), int(meta(html, "og:image:height")))


@pytest.mark.parametrize("name", BY_NAME)
def test_everything_that_a_page_names_is_there(site: str, name: str) -> None:
    html = ask(site, f"/{BY_NAME[name].address}").text
    named = re.findall(r'(?:src|href)="(/[^"]+)"', html)
    assert len(named) > 50
    assert {path: ask(site, path, "HEAD").status for path in named if ask(site, path, "HEAD").status != 200} == {}
    assert [path for path in re.findall(r'(?:src|href)="([^"]+)"', html) if not path.startswith(("/", "data:"))] == []


def test_texts_of_the_site_map_stay_texts() -> None:
    html = first_page(Page("x", '<b>"Naam"</b>', (), "Wat & hoe."), Settings())
    assert "<b>" not in html
    assert "Wat &amp; hoe." in html
