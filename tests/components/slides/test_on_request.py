"""PowerPoint on request: nothing before that, a file with a name that says what and when, a fault in Dutch."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64decode
from datetime import date

import pytest

from components.look.made_file import MadeFileError, not_sent, sent_file
from components.look.typeset import TypesetError
from components.slides import storyline_deck
from components.slides.on_request import home_of, view_slides
from tests.components.opening import component_data, prepared
from tests.components.slides.reading import opened

ADDRESS = "https://jeugd.voorbeeld.nl/pad/kaart?regio=JZ31&taak=pleegzorg"
KAART = "pages/kaart.py"


def test_view_becomes_one_slide_with_the_way_back() -> None:
    made = view_slides("kaart", {"regio": "JZ31", "taak": "pleegzorg"}, ADDRESS)
    assert made.name == f"schaalwijzer-kaart-pleegzorg-zuid-holland-zuid-{date.today()}.pptx"
    (slide,) = opened(made.content).slides
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    assert "https://jeugd.voorbeeld.nl/pad/kaart?regio=JZ31&taak=pleegzorg" in notes.text


@pytest.mark.parametrize(
    ("address", "page", "home"),
    [
        ("https://jeugd.nl/kaart?x=1", "kaart", "https://jeugd.nl/"),
        ("https://jeugd.nl/pad/kaart/", "kaart", "https://jeugd.nl/pad/"),
        ("https://jeugd.nl/?regio=JZ31", "", "https://jeugd.nl/"),
        ("https://jeugd.nl/pad", "", "https://jeugd.nl/pad/"),
        ("", "kaart", ""),
    ],
)
def test_links_begin_where_the_app_stands(address: str, page: str, home: str) -> None:
    assert home_of(address, page) == home


def test_public_address_of_the_administrator_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAALWIJZER_PUBLIC_URL", "https://schaalwijzer.nl/")
    assert home_of("http://10.0.0.5:8501/pad/kaart", "kaart") == "https://schaalwijzer.nl/pad/"


def test_what_cannot_be_made_is_said_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise TypesetError("no picture")

    monkeypatch.setattr(storyline_deck, "page_file", fails)
    with pytest.raises(MadeFileError, match=r"^De PowerPoint kon niet worden gemaakt\."):
        view_slides("kaart", {}, ADDRESS)


def test_file_goes_over_the_line_as_it_was_made() -> None:
    made = view_slides("kaart", {}, ADDRESS)
    sent = sent_file(7, made)
    assert b64decode(sent["content"]) == made.content
    assert (sent["number"], sent["fault"]) == (7, "")
    assert not_sent(7, "Nee.")["fault"] == "Nee."


def test_dialog_sends_the_file_once() -> None:
    app = prepared(KAART)
    app.session_state["share_asked"] = {"page": "kaart", "address": ADDRESS, "number": 7}
    app.session_state["share_slides"] = not_sent(9, "Nee.")
    app.run()
    (sent,) = component_data(app, "share")
    assert sent["hasSlides"] is True
    assert sent["slides"]["number"] == 9
    app.run()
    (again,) = component_data(app, "share")
    assert again["slides"] is None


def test_page_loads_nothing_that_makes_slides() -> None:
    code = "import sys, components.slides.on_request; print([name for name in sys.modules if name.startswith('pptx')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
