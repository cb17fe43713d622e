"""The dialog "Delen": what a link leaves out, the text for another website, who may frame it, and what it hears."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st

from components.frame.link_words import left_out_of_link, page_named, words_of_link
from components.frame.share import frame_text, hear_request, who_may_frame
from components.what_if.session import WhatIfSession, source_plan
from model.what_if import Scenario
from tests.components.opening import START, component_data, prepared

ADDRESS = "https://jeugd.voorbeeld.nl/pad/kaart?regio=JZ31&taak=pleegzorg"


class Frames(HTMLParser):
    """The frames in a text of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "iframe"
        self.frames.append(dict(attrs))


def shared(file: str, asked_page: str, address: str, **query: str) -> list[dict[str, Any]]:
    app = prepared(file, **query)
    app.session_state["share_asked"] = {"page": asked_page, "address": address, "number": 7}
    app.run()
    return component_data(app, "share")


def test_nothing_of_the_dialog_is_sent_before_someone_asks() -> None:
    app = prepared(START)
    app.run()
    assert component_data(app, "share") == []


def test_the_dialog_shows_the_address_that_the_browser_has() -> None:
    (sent,) = shared("pages/kaart.py", "kaart", ADDRESS)
    assert sent["address"] == ADDRESS
    assert sent["words"] == ("Deze link opent de pagina Kaart, taak Pleegzorg en Zuid-Holland Zuid als eigen regio.")
    assert sent["code"]["size"] > 20
    assert sent["mail"] == {"subject": "Schaalwijzer Jeugd: Kaart", "body": f"{sent['words']}\n\n{ADDRESS}\n"}
    assert sent["number"] == 7


def test_what_was_asked_on_another_page_is_gone() -> None:
    assert shared("pages/regio.py", "kaart", ADDRESS) == []


def test_an_address_too_long_for_a_code_says_so() -> None:
    (sent,) = shared("pages/kaart.py", "kaart", ADDRESS + "&vind=" + "x" * 1300)
    assert sent["code"] is None
    assert sent["noCode"] == (
        "Deze link is met 1.368 tekens te lang voor een QR-code; een telefoon leest er hooguit 1.200."
    )


@pytest.mark.parametrize(
    "reported",
    [
        None,
        "x",
        {},
        {"address": ADDRESS},
        {"address": 3, "number": 1},
        {"address": ADDRESS, "number": "1"},
        {"address": "javascript:alert(1)", "number": 1},
        {"address": "https:///kaart", "number": 1},
        {"address": "https://[x/kaart", "number": 1},
        {"address": "https://x.nl/ kaart", "number": 1},
        {"address": "https://x.nl/\u202ekaart", "number": 1},
        {"address": "https://x.nl/" + "x" * 8000, "number": 1},
    ],
)
def test_what_is_no_address_asks_for_nothing(reported: object, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"finder": {"share": reported}}
    monkeypatch.setattr(st, "session_state", state)
    hear_request("finder", page_named("Kaart"))
    assert state == {"finder": {"share": reported}}


def test_an_address_asks_for_the_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"finder": {"share": {"address": ADDRESS, "number": 3}}}
    monkeypatch.setattr(st, "session_state", state)
    hear_request("finder", page_named("Kaart"))
    assert state["share_asked"] == {"page": "kaart", "address": ADDRESS, "number": 3}


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        "http://127.0.0.1:8501/",
        "https://x.nl/?embed=1&regio=JZ31",
        'https://x.nl/kaart?a="><script>x</script>',
    ],
)
def test_the_text_for_another_website_is_one_frame_of_the_same_view(address: str) -> None:
    (frame,) = Frames(frame_text(page_named("Kaart"), address)).frames
    assert frame["title"] == "Schaalwijzer Jeugd: Kaart"
    source, before = urlsplit(frame["src"] or ""), urlsplit(address)
    assert source[:3] == before[:3]
    assert parse_qs(source.query) == {**parse_qs(before.query), "embed": ["1"]}


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("*", ""),
        ("'self' https:", ""),
        ("", "De beheerder van deze site moet die website eerst toestaan; nu blijft de plek daar leeg."),
        ("'none'", "De beheerder van deze site moet die website eerst toestaan; nu blijft de plek daar leeg."),
        (
            "'self' https://www.a.nl https://b.nl",
            "Dat kan op https://www.a.nl en https://b.nl. Een andere website moet de beheerder van deze site eerst "
            "toestaan.",
        ),
    ],
)
def test_who_may_frame_the_app_is_said_where_not_everyone_may(setting: str, words: str) -> None:
    assert who_may_frame(setting) == words


def test_a_link_to_the_what_if_says_that_saved_scenarios_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    assert len(left_out_of_link(page_named("Doorrekening"))) == 1
    assert left_out_of_link(page_named("Kaart")) == []


def test_a_link_to_the_storylines_says_that_those_of_ones_own_stay_behind() -> None:
    (sent,) = shared("pages/presenteren.py", "presenteren", "https://x.nl/presenteren")
    assert sent["missing"] == [
        "uw eigen verhaallijnen: die kent alleen deze browser. Elk heeft in de lijst een eigen link."
    ]
    assert not sent["isStep"], "the page of the storylines is no view for a storyline"


def test_a_link_from_an_own_table_says_that_the_table_stays_behind() -> None:
    app = prepared("pages/doorrekening.py")
    scenario = Scenario.default(source_plan())
    app.session_state["what_if_session"] = WhatIfSession(
        scenario, scenario, own_table_name="Ons plan", is_table_decided=True
    )
    app.session_state["share_asked"] = {"page": "doorrekening", "address": "https://x.nl/doorrekening", "number": 1}
    app.run()
    app.run()
    (sent,) = component_data(app, "share")
    assert sent["missing"][0].startswith("de eigen tabel “Ons plan” en wat u daarmee instelde: wie de link opent,")


def test_what_a_visitor_typed_is_named_where_the_link_holds_it() -> None:
    assert words_of_link(page_named("Achtergrond"), {"document": "zhz", "deel": "dilemmas", "s": "1~2", "d": "6"}) == (
        "Deze link opent de pagina Achtergrond, document Zuid-Holland Zuid, onderdeel Dilemma's, uw standpunten en de "
        "weergave die u koos."
    )
