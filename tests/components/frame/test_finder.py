"""The bar atop every page: what it offers for a text, what goes along in links, and what a link holds in words."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
import streamlit as st

from components.frame import finder, links, loading, page
from components.frame.link_words import page_named, words_of_link
from components.frame.offers import Offers, offers_for
from components.frame.region_links import looking_at
from components.map.view import VIEW
from tests.components.conftest import Address
from tests.components.opening import START, address_of, component_data, opened, prepared, said

HERE = {"regio": "JZ01", "taak": "vb"}


def offered(text: str, **here: str) -> Offers:
    return offers_for(text, here or HERE, gives_way=False)


def query(href: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlparse(href).query).items()}


def labels(found: Offers) -> list[str]:
    return [offer["label"] for group in found["groups"] for offer in group["offers"]]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Ljouwert", "JZ02"), ("den haag", "JZ24"), ("súdwest-fryslân", "JZ02"), ("Zuid-Holland Zuid", "JZ31")],
)
def test_enter_on_the_name_of_one_place_takes_its_region_and_keeps_the_rest(typed: str, code: str) -> None:
    assert query(offered(typed)["taken"]) == {"regio": code, "taak": "vb"}


@pytest.mark.parametrize("typed", ["rijn", "dord", "maastr", "pleegz", "Vijfheerenlanden", "Atlantis", "peel en ma"])
def test_part_of_a_name_takes_nothing(typed: str) -> None:
    assert offered(typed)["taken"] == ""


def test_places_come_first_and_each_says_what_it_is() -> None:
    found = offered("dord")
    first = found["groups"][0]
    assert first["name"].startswith("Plaatsen en regio's")
    assert first["offers"][0] == {
        "label": "Dordrecht", "what": "gemeente · Zuid-Holland Zuid", "href": "?regio=JZ31&taak=vb",
    }  # fmt: skip
    assert all(offer["what"] for group in found["groups"] for offer in group["offers"])


def test_a_name_of_several_regions_asks_which() -> None:
    found = offered("Vijfheerenlanden")
    assert found["note"] == "“Vijfheerenlanden” hoort bij meer dan één regio. Welke bedoelt u?"
    assert {query(offer["href"])["regio"] for offer in found["groups"][0]["offers"]} == {"JZ31", "JZ26"}


def test_what_else_bears_a_taken_name_is_said() -> None:
    found = offered("Amsterdam")
    assert query(found["taken"])["regio"] == "JZ13"
    assert "gekozen als Amsterdam-Amstelland" in found["chosen"]
    assert any("Weesp" in offer["what"] for offer in found["groups"][0]["offers"])


def test_a_subject_leads_to_the_view_where_it_stands() -> None:
    found = offered("pleegzorg")
    subjects = next(group for group in found["groups"] if group["name"] == "Onderwerpen")
    assert (subjects["offers"][0]["what"], subjects["offers"][0]["href"]) == (
        "Taak · Kaart", "kaart?regio=JZ01&taak=pleegzorg",
    )  # fmt: skip
    assert query(offered("burap")["taken"])["begrip"] == "burap"


def test_all_hits_stay_within_reach() -> None:
    last = offered("pleegzorg")["groups"][-1]["offers"][-1]
    assert last["label"] == f"Toon alle {loading.search_index().find('pleegzorg').count} resultaten"
    assert query(last["href"]) == {**HERE, "zoek": "pleegzorg"}


def test_a_typing_error_is_offered_the_right_name() -> None:
    assert labels(offered("Dordrecth"))[0] == "Dordrecht"


@pytest.mark.parametrize(
    ("typed", "code"), [("pleegzorg", "pleegzorg"), ("Jeugdzorgplus", "jeugdzorgplus"), ("jeugd-ggz", "jggz")]
)
def test_the_name_of_a_task_leads_to_it_whatever_else_bears_it(typed: str, code: str) -> None:
    found = offered(typed)
    assert query(found["taken"])["taak"] == code
    assert (
        next(group for group in found["groups"] if group["name"] == "Onderwerpen")["offers"][0]["href"]
        == found["taken"]
    )


@pytest.mark.parametrize("typed", ["pleegzorg Dordrecht", "Dordrecht pleegzorg", "pleegzorg in gemeente Dordrecht"])
def test_a_subject_with_a_place_is_offered_for_that_region_and_neither_is_taken(typed: str) -> None:
    found = offered(typed)
    subjects, places, *_ = found["groups"]
    assert found["taken"] == ""
    assert subjects["name"] == "Onderwerpen, met Zuid-Holland Zuid als uw regio"
    assert subjects["offers"][0]["label"] == "Pleegzorg"
    assert query(subjects["offers"][0]["href"]) == {"regio": "JZ31", "taak": "pleegzorg"}
    assert [offer["label"] for offer in places["offers"]] == ["Dordrecht"]


def test_a_subject_comes_before_places_that_merely_look_like_it() -> None:
    assert offered("fouten")["groups"][0]["name"] == "Onderwerpen"
    assert offered("Brabant Midden")["groups"][0]["offers"][0]["label"] == "Midden-Brabant"


def test_a_typing_error_in_a_subject_is_offered_beside_a_place_that_looks_like_it() -> None:
    assert labels(offered("jeugdbeschering"))[:2] == ["Jeugdbescherming Noord", "jeugdbescherming"]


@pytest.mark.parametrize(
    ("typed", "part"),
    [("hoeveel kinderen Holland Rijnland", "aantallen"), ("wie betaalt", "solidariteit"), ("hoeveel teams", "teamnorm"),
     ("fout melden", "verantwoording"), ("cookies", "verantwoording")],
)  # fmt: skip
def test_a_part_of_a_page_is_found_by_what_one_finds_there(typed: str, part: str) -> None:
    offers = [offer for group in offered(typed)["groups"] for offer in group["offers"]]
    assert part in [query(offer["href"]).get("deel") for offer in offers[:3] if "href" in offer]


def test_what_is_nowhere_says_what_can_be_typed() -> None:
    found = offered("xqzwv")
    assert found["groups"] == []
    assert "Niets gevonden voor “xqzwv”" in found["note"]


def test_the_field_for_places_alone_offers_no_subjects() -> None:
    found = offers_for("pleegzorg", {}, gives_way=False, places_only=True)
    assert not [group for group in found["groups"] if group["name"] in ("Onderwerpen", "Alles")]


def test_search_without_its_names_fails_in_dutch(own_data: Path) -> None:
    (own_data / "municipality_names.parquet").unlink()
    assert "municipality_names.parquet ontbreekt" in offered("Dordrecht")["note"]


def test_a_hit_in_a_document_lands_at_its_item() -> None:
    hits = [offer for group in offered("inkoopmodel")["groups"] for offer in group["offers"]]
    assert any(
        query(offer["href"]).get("vind") == "Nieuw inkoopmodel" for offer in hits if "Maatregel" in offer["what"]
    )


# What the bar hears and sends


def test_what_was_typed_is_answered_once() -> None:
    app = prepared(START, regio="JZ31")
    app.session_state["finder_typed"] = "dord"
    app.run()
    assert component_data(app, "finder")[0]["offers"]["text"] == "dord"
    app.run()
    assert component_data(app, "finder")[0]["offers"] is None


@pytest.mark.parametrize("reported", [None, {}, {"typed": None}, {"typed": 3}, {"typed": ["x"]}])
def test_a_report_without_a_text_changes_nothing(reported: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"finder": reported}
    monkeypatch.setattr(st, "session_state", state)
    finder._on_typed("finder")
    assert state == {"finder": reported}


def test_a_very_long_text_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"finder": {"typed": "x" * 100_000}}
    monkeypatch.setattr(st, "session_state", state)
    finder._on_typed("finder")
    assert len(state["finder_typed"]) == 80


def test_letting_go_of_my_region_leaves_the_rest() -> None:
    bar = component_data(opened("pages/kaart.py", regio="JZ31", taak="pleegzorg"), "finder")[0]["bar"]
    assert bar["without"] == "?taak=pleegzorg"


# What goes along


def test_a_task_once_named_stays_named_for_other_pages(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual task of the map is not that of another page."""
    monkeypatch.setattr(st, "session_state", {})
    address["taak"] = "pleegzorg"
    VIEW.open(None)
    VIEW.hear({**VIEW.start(), "task": "eerste_lijn"}, None)
    assert address == {"taak": "eerste_lijn"}


def test_a_region_that_is_looked_at_gives_way_where_the_page_is_about_it() -> None:
    here = {"regio": "JZ31", "bekijk": "JZ02", "taak": "vb"}
    assert links.with_region(here, "JZ04", gives_way=True) == {"regio": "JZ04", "taak": "vb"}
    assert links.with_region(here, "JZ04", gives_way=False) == {"regio": "JZ04", "bekijk": "JZ02", "taak": "vb"}
    assert links.with_region(here, None, gives_way=False) == {"bekijk": "JZ02", "taak": "vb"}


def test_the_task_goes_along_to_a_region(address: Address) -> None:
    address.update({"regio": "JZ31", "taak": "pleegzorg", "kleur": "status"})
    assert looking_at("JZ04", "JZ31") == {"regio": "JZ31", "bekijk": "JZ04", "taak": "pleegzorg"}
    assert looking_at("JZ04", None) == {"regio": "JZ04", "taak": "pleegzorg"}


def test_what_is_looked_at_becomes_mine_in_one_step_of_the_history(address: Address) -> None:
    address.update({"regio": "JZ31", "bekijk": "JZ02", "taak": "vb"})
    page.adopt_region("JZ02")
    assert address == {"regio": "JZ02", "taak": "vb"}
    assert address.writings == 1


@pytest.mark.parametrize("file", ["app.py", "pages/regio.py", "pages/bronnen.py", "pages/doorrekening.py"])
def test_a_page_without_a_task_keeps_the_one_of_the_visit(file: str) -> None:
    app = opened(file, regio="JZ31", taak="pleegzorg")
    assert not app.warning
    assert address_of(app)["taak"] == "pleegzorg"


@pytest.mark.parametrize("file", ["app.py", "pages/regio.py", "pages/bronnen.py"])
def test_a_task_that_does_not_exist_is_said_on_any_page(file: str) -> None:
    app = opened(file, regio="JZ31", taak="onzin")
    assert [item.value[:37] for item in app.warning] == ["De link noemt een taak die niet besta"]
    assert "taak" not in address_of(app)


def test_what_belongs_to_another_page_is_said_and_left_out() -> None:
    app = opened("pages/regio.py", regio="JZ31", kleur="status", v="1", t="524a60")
    what = "een kleuring van de kaart en een scenario"
    assert f"De link noemt iets dat niet bij deze pagina hoort: {what}. Dat is weggelaten." in said(app)
    assert address_of(app) == {"regio": "JZ31"}


# What a link holds


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("Start", {}, "Deze link opent de pagina Start."),
        (
            "Kaart",
            {"regio": "JZ31", "taak": "pleegzorg", "bekijk": "JZ04"},
            "Deze link opent de pagina Kaart, met de taak Pleegzorg, de regio Drenthe en Zuid-Holland Zuid als eigen "
            "regio.",
        ),
        ("Kaart", {"kleur": "status"}, "Deze link opent de pagina Kaart, met de weergave die u koos."),
        ("Kaart", {"taak": "onzin", "regio": "x"}, "Deze link opent de pagina Kaart."),
        (
            "Achtergrond",
            {"document": "rotterdam", "deel": "geld"},
            "Deze link opent de pagina Achtergrond, met het document Stadsregio Rotterdam en het onderdeel Geld.",
        ),
        (
            "Achtergrond",
            {"regio": "JZ18"},
            "Deze link opent de pagina Achtergrond, met het document Holland Rijnland en Holland Rijnland als eigen "
            "regio.",
        ),
        ("Bronnen", {"zoek": "burap"}, "Deze link opent de pagina Bronnen, met het zoekwoord “burap”."),
    ],
)
def test_a_link_says_what_it_opens(name: str, query: dict[str, str], words: str) -> None:
    assert words_of_link(page_named(name), query) == words
