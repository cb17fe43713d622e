"""The dialog "Delen": what a link leaves out, the text for another website, who may frame it, and what it hears."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
import streamlit as st

from components.frame.link_words import left_out_of_link, page_named, told_to_receiver, words_of_link
from components.frame.share import frame_text, framing, hear_request
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
    assert sent["words"] == (
        "Deze link opent de pagina Kaart, met de taak Pleegzorg en Zuid-Holland Zuid als eigen regio."
    )
    assert sent["code"]["size"] > 20
    assert sent["mail"] == {
        "subject": "Schaalwijzer Jeugd: Kaart, Pleegzorg, Zuid-Holland Zuid",
        "body": f"{sent['words']}\n\n{ADDRESS}\n",
    }
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
    source, before = urlsplit(frame["src"] or ""), urlsplit(address)
    assert source[:3] == before[:3]
    asked = parse_qs(before.query)
    region = {"bekijk": asked.pop("regio")} if "regio" in asked else {}
    assert parse_qs(source.query) == {**region, **asked, "embed": ["1"]}
    assert (frame["title"] or "").endswith(": Kaart, Pleegzorg, Zuid-Holland Zuid") == (address == ADDRESS)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Kaart", {"regio": "JZ31", "bekijk": "geen"}, {"bekijk": "geen"}),
        ("Regio", {"regio": "JZ31", "bekijk": "JZ10"}, {"bekijk": "JZ10"}),
        ("Doorrekening", {"regio": "JZ31", "v": "1"}, {"v": "1"}),
        ("Achtergrond", {"regio": "JZ18"}, {"document": "rijnland"}),
        ("Achtergrond", {"regio": "JZ18", "deel": "lijsten"}, {"document": "zhz", "deel": "lijsten"}),
        ("Vergelijking", {"regio": "JZ31"}, {"regio": "JZ31"}),
        ("Start", {"regio": "JZ31"}, {"regio": "JZ31"}),
    ],
)
def test_on_another_website_a_region_is_looked_at_and_not_the_readers_own(
    name: str, before: dict[str, str], after: dict[str, str]
) -> None:
    page = page_named(name)
    (frame,) = Frames(frame_text(page, f"https://x.nl/{page.address}?{urlencode(before)}")).frames
    assert dict(parse_qsl(urlsplit(frame["src"] or "").query)) == {**after, "embed": "1"}


@pytest.mark.parametrize(("file", "page"), [("pages/vergelijking.py", "vergelijking"), ("pages/kaart.py", "kaart")])
def test_where_the_own_region_goes_along_to_another_website_the_dialog_says_so(file: str, page: str) -> None:
    (sent,) = shared(file, page, f"https://x.nl/{page}?regio=JZ31")
    assert ("gaat mee" in sent["frameNote"]) == (page == "vergelijking") == ("regio=JZ31" in sent["frame"])


@pytest.mark.parametrize(
    ("setting", "is_open", "words"),
    [
        ("*", True, ""),
        ("'self' https:", True, ""),
        ("", False, "Dat kan nu niet: op een andere website blijft de plek leeg."),
        ("'none'", False, "Dat kan nu niet: op een andere website blijft de plek leeg."),
        (
            "'self' https://www.a.nl https://b.nl",
            True,
            "Dat kan op https://www.a.nl en https://b.nl. Een andere website moet de beheerder van deze site eerst "
            "toestaan.",
        ),
    ],
)
def test_whether_other_websites_may_frame_the_app_is_said_with_what_to_set(
    setting: str, is_open: bool, words: str
) -> None:
    how = "De beheerder zet het adres van die website in de instelling SCHAALWIJZER_FRAME_ANCESTORS."
    assert framing(setting) == {"isOpen": is_open, "words": f"{words} {how}" if words else ""}


def test_a_link_to_the_what_if_says_that_saved_scenarios_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    assert len(left_out_of_link(page_named("Doorrekening"))) == 1
    assert left_out_of_link(page_named("Kaart")) == []


def test_whoever_gets_a_link_to_the_what_if_reads_that_the_table_of_the_sender_is_not_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(st, "session_state", {"left_out_of_links": {"doorrekening": "de eigen tabel"}})
    assert told_to_receiver(page_named("Doorrekening")).startswith("De afzender werkte met een eigen tabel.")
    assert told_to_receiver(page_named("Kaart")) == ""


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
        "Deze link opent de pagina Achtergrond, met het document Zuid-Holland Zuid, het onderdeel Dilemma's, uw "
        "standpunten en de weergave die u koos."
    )
