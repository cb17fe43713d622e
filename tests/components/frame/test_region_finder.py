"""Search for "mijn regio": what happens after a name was typed."""

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.frame import page
from tests.components.conftest import Address
from tests.components.opening import START, address_of, component_data, prepared, said


def after_search(text: str, **query: str) -> AppTest:
    """Start page as it stands when the search for `text` did not lead to one region."""
    app = prepared(START, **query)
    app.session_state["place_searched"] = text
    return app.run()


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """State of one visitor, for callbacks run outside a page."""
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Ljouwert", "JZ02"), ("den haag", "JZ24"), ("Amsterdam", "JZ13"), ("Zuid-Holland Zuid", "JZ31")],
)
def test_a_name_of_one_region_chooses_it(typed: str, code: str) -> None:
    app = after_search(typed)
    assert not app.exception
    assert address_of(app) == {"regio": code}
    assert not app.button


@pytest.mark.parametrize("typed", ["Vijfheerenlanden", "Bergen", "rijn", "súdwest", "Dordrect", "Atlantis", "   "])
def test_any_other_name_waits_for_an_answer(typed: str) -> None:
    app = after_search(typed, regio="JZ01")
    assert not app.exception
    assert address_of(app) == {"regio": "JZ01"}
    assert typed.strip() in said(app)


def test_a_reported_name_is_looked_up_in_the_next_run(session: dict[str, Any], address: dict[str, str]) -> None:
    session["region_finder"] = {"place": "Dordrecht"}
    page._on_place()
    assert session["place_searched"] == "Dordrecht"
    assert address == {}


def test_an_emptied_field_lets_go_of_my_region(session: dict[str, Any], address: dict[str, str]) -> None:
    address["regio"] = "JZ31"
    session["region_finder"] = {"place": ""}
    page._on_place()
    assert address == {}


@pytest.mark.parametrize(
    "state", [{}, {"region_finder": None}, {"region_finder": {}}, {"region_finder": {"place": None}}]
)
def test_a_report_without_a_name_changes_nothing(
    state: dict[str, Any], session: dict[str, Any], address: dict[str, str]
) -> None:
    address["regio"] = "JZ31"
    session.update(state)
    page._on_place()
    assert address == {"regio": "JZ31"}
    assert session == state


def test_a_very_long_name_is_cut(session: dict[str, Any], address: dict[str, str]) -> None:
    session["region_finder"] = {"place": "x" * 100_000}
    page._on_place()
    assert len(session["place_searched"]) <= 80
    assert address == {}


def test_a_name_of_several_regions_asks_which() -> None:
    app = after_search("Vijfheerenlanden")
    assert not app.exception
    assert "`Vijfheerenlanden` hoort bij meer dan één regio" in said(app)
    labels = [button.label for button in app.button]
    assert len(labels) == 2
    assert "Vijfheerenlanden · gemeente, gemeente Vianen · Lekstroom" in labels
    next(button for button in app.button if button.label.endswith("Zuid-Holland Zuid")).click().run()
    assert address_of(app)["regio"] == "JZ31"
    assert component_data(app, "region_finder")[0]["mine"] == "Zuid-Holland Zuid"
    assert not app.button


def test_half_a_name_offers_names_and_one_of_them_leads_on() -> None:
    app = after_search("rijn")
    assert "`rijn` is geen hele naam" in said(app)
    assert len(app.button) == 8
    next(button for button in app.button if button.label.startswith("Rijnmond")).click().run()
    assert not app.exception
    assert address_of(app)["regio"] == "JZ29"
    assert not app.button


def test_an_offered_name_of_several_regions_asks_on() -> None:
    app = after_search("vijfheer")
    next(button for button in app.button if button.label.startswith("Vijfheerenlanden ")).click().run()
    assert not app.exception
    assert "`Vijfheerenlanden` hoort bij meer dan één regio" in said(app)


def test_an_unknown_name_says_what_can_be_typed() -> None:
    app = after_search("Atlantis", regio="JZ31")
    assert not app.exception
    assert "`Atlantis` is niet gevonden" in said(app)
    assert "een gemeente van 2013 of van nu, of van een jeugdregio" in said(app)
    assert not app.button
    assert address_of(app)["regio"] == "JZ31"


def test_a_name_of_two_places_is_told_apart_by_municipality_and_region() -> None:
    labels = [button.label for button in after_search("Rijswijk").button]
    assert labels[0] == "Rijswijk · gemeente · Haaglanden"
    assert "Rijswijk · plaats, gemeente Woudrichem (nu Altena) · West-Brabant-Oost" in labels


def test_what_was_typed_cannot_act_as_markup() -> None:
    typed = "![x](https://elders.example/p.png) [klik](https://elders.example)"
    text = "\n".join(item.value for item in after_search(typed).markdown)
    assert "niet gevonden" in text
    assert f"`{typed}`" in text, "as code, where neither pictures nor links act"


def test_search_without_its_names_fails_in_dutch(own_data: Path) -> None:
    (own_data / "municipality_names.parquet").unlink()
    app = after_search("Dordrecht")
    assert not app.exception
    assert "municipality_names.parquet ontbreekt" in app.error[0].value


def test_who_looked_at_no_region_sees_the_one_that_becomes_mine(
    session: dict[str, Any], address: dict[str, str]
) -> None:
    address.update({"regio": "JZ31", "bekijk": "geen"})
    page.choose_region("JZ04")
    assert address == {"regio": "JZ04"}


def test_a_region_looked_at_elsewhere_stays_when_another_becomes_mine(
    session: dict[str, Any], address: dict[str, str]
) -> None:
    address.update({"regio": "JZ31", "bekijk": "JZ02"})
    page.choose_region("JZ04")
    assert address == {"regio": "JZ04", "bekijk": "JZ02"}


def test_what_is_looked_at_becomes_mine_in_one_step_of_the_history(session: dict[str, Any], address: Address) -> None:
    address.update({"regio": "JZ31", "bekijk": "JZ02", "taak": "vb"})
    page.adopt_region("JZ02")
    assert address == {"regio": "JZ02", "taak": "vb"}
    assert address.writings == 1
