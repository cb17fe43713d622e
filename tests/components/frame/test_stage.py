"""What an address has on stage, and what the page draws then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

import pytest

from components.frame import stage
from components.frame.stage_stand import Stand, stand_of, without_stage
from components.frame.storylines import shipped
from components.look.exhibit import Exhibit
from model.site.site_map import HALL, OWN_STORYLINE, STAGE, STEP
from model.stage.storyline import Step, Storyline
from tests.components.opening import ALL_PAGES, address_of, component_data, opened
from tests.data.shipped import ROOT

WHO = Storyline("wie", "Wie koos wat?", "", (Step("kaart"), Step("vergelijking", title="Wie lijkt op ons?")))
STORYLINES = {"wie": WHO}


def test_a_view_alone_is_no_step_of_a_storyline() -> None:
    assert stand_of({STAGE: "1"}, STORYLINES) == Stand()


def test_a_storyline_begins_at_its_first_step() -> None:
    assert stand_of({STAGE: "wie"}, STORYLINES) == Stand(WHO, 1)
    assert stand_of({STAGE: "wie", STEP: "2"}, STORYLINES).step == WHO.steps[1]


@pytest.mark.parametrize("step", ["0", "3", "-1", "1.0", "twee", "01", "9" * 99, ""])
def test_a_step_that_is_none_is_said_and_the_storyline_stays(step: str) -> None:
    stand = stand_of({STAGE: "wie", STEP: step}, STORYLINES)
    assert (stand.storyline, stand.position, stand.step) == (WHO, None, None)
    assert stand.fault.startswith("Deze verhaallijn heeft 2 stappen")


def test_an_unknown_storyline_is_said() -> None:
    stand = stand_of({STAGE: "onzin\n" * 99}, STORYLINES)
    assert stand.storyline is None
    assert "onzinonzin" in stand.fault
    assert len(stand.fault) < 120


def test_a_storyline_of_the_browser_is_left_to_the_browser() -> None:
    assert stand_of({STAGE: f"{OWN_STORYLINE}a1", STEP: "99"}, STORYLINES) == Stand(own="a1")


def test_the_view_without_the_stage_keeps_its_own_keys() -> None:
    assert without_stage({"regio": "JZ31", STAGE: "wie", STEP: "2", HALL: "abcd"}) == {"regio": "JZ31"}


def test_the_browser_reads_the_same_keys_as_python() -> None:
    script = (ROOT / "components/frame/stage_address.js").read_text("utf8")
    assert re.findall(r"^export const (\w+) = '(.*)';", script, re.MULTILINE) == [
        ("STAGE", STAGE),
        ("STEP", STEP),
        ("HALL", HALL),
    ]
    assert f"OWN = '{OWN_STORYLINE}'" in (ROOT / "components/frame/own_storylines.js").read_text("utf8")
    assert f"HALL = '{HALL}'" in (ROOT / "components/look/windows.js").read_text("utf8")


@pytest.mark.parametrize("page", ALL_PAGES)
def test_on_stage_a_page_has_keys_and_no_menu(page: str) -> None:
    key = next(iter(shipped()))
    app = opened(page, regio="JZ31", presentatie=key, stap="2")
    assert not app.exception
    assert [data for data in component_data(app, "finder") if data["bar"]] == []
    [data] = component_data(app, "stage")
    assert [step["page"] for step in data["steps"]] == [step.page for step in shipped()[key].steps]
    assert data["carried"] == {"regio": "JZ31"}
    assert address_of(app).items() >= {STAGE: key, STEP: "2"}.items()


@pytest.mark.parametrize("page", ALL_PAGES)
def test_off_stage_a_page_has_its_menu_and_nothing_of_the_stage(page: str) -> None:
    app = opened(page)
    assert len([data for data in component_data(app, "finder") if data["bar"]]) == 1
    assert component_data(app, "stage") + component_data(app, "stage_words") == []


def test_the_speaker_hears_what_the_next_view_says_before_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Mapping[str, str]]] = []

    def exhibit_of(page: str, query: Mapping[str, str]) -> Exhibit:
        asked.append((page, query))
        return Exhibit("Wat de weergave zegt", "Haar zin.", "", "", words={})

    key, storyline = next(iter(shipped().items()))
    monkeypatch.setattr(stage, "_told_by", [exhibit_of])
    [data] = component_data(opened("pages/kaart.py", regio="JZ31", presentatie=key, stap="1"), "stage")
    coming = storyline.steps[1]
    assert data["coming"]["title"] == (
        "Wat de weergave zegt" if "{" in coming.title else coming.title or "Wat de weergave zegt"
    )
    assert asked == [(coming.page, {**dict(parse_qsl(coming.query)), "regio": "JZ31"})]
    [data] = component_data(opened("pages/kaart.py", presentatie=key, stap=str(len(storyline.steps))), "stage")
    assert data["coming"] is None


@pytest.mark.parametrize(
    ("reported", "said"),
    [
        ({"page": "bronnen", "query": "deel=fouten&kwaad=1"}, "bronnen {'deel': 'fouten', 'regio': 'JZ31'}"),
        ({"page": "bronnen", "query": "a" * 5000}, None),
        ({"page": "elders", "query": ""}, None),
        ("onzin", None),
    ],
)
def test_of_a_storyline_of_the_browser_the_next_view_is_asked(
    monkeypatch: pytest.MonkeyPatch, reported: object, said: str | None
) -> None:
    told = [lambda page, query: Exhibit(f"{page} {query}", "Haar zin.", "", "")]
    monkeypatch.setattr(stage, "_told_by", told)
    monkeypatch.setattr(stage, "reported_by", lambda component, name: reported if name == "next" else None)
    [data] = component_data(opened("pages/kaart.py", regio="JZ31", presentatie="eigen-a1", stap="1"), "stage")
    assert (data["coming"] and data["coming"]["title"]) == said
    assert data["pages"]["bronnen"] == "Bronnen"


def test_a_step_says_what_it_has_words_for_and_else_the_view_speaks_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (Step("bronnen", title="Bij {onderdeel}"), Step("bronnen", title="Wat {niemand} weet"), Step("bronnen"))
    monkeypatch.setattr(stage, "shipped", lambda: {"proef": Storyline("proef", "Proef", "", steps)})
    titles = []
    for step in "123":
        [data] = component_data(opened("pages/bronnen.py", presentatie="proef", stap=step), "stage_words")
        assert data["title"]
        titles.append(data["step"]["title"])
    assert titles == ["Bij Documenten en werkwijze", "", ""]


def test_what_the_address_gets_wrong_is_said_on_the_page() -> None:
    [data] = component_data(opened("pages/kaart.py", presentatie="onzin"), "stage_words")
    assert data["faults"] == ["Er is geen verhaallijn “onzin”. U ziet alleen deze weergave."]


@pytest.mark.parametrize(
    ("page", "query", "faults"),
    [
        (
            "pages/kaart.py",
            {"regio": "JZ99", "taak": "onzin", "kleur": "paars", "schuiven": "1", "t": "524a60"},
            [
                "De link noemt een regio die niet bestaat. U ziet deze weergave zonder.",
                "De link noemt iets dat niet bij deze pagina hoort: schuiven voor de zaal en een scenario. "
                "Dat is weggelaten.",
                "De link noemt een taak die niet bestaat. U ziet deze weergave zonder.",
                "De link noemt een kleuring die niet bestaat. U ziet deze weergave zonder.",
            ],
        ),
        (
            "pages/bronnen.py",
            {"deel": "weg"},
            ["De link noemt een onderdeel dat niet bestaat. U ziet deze weergave zonder."],
        ),
    ],
)
def test_on_stage_what_is_wrong_with_a_link_stands_at_the_foot_alone(
    page: str, query: dict[str, str], faults: list[str]
) -> None:
    app = opened(page, presentatie="1", **query)
    [data] = component_data(app, "stage_words")
    assert data["faults"] == faults
    assert [element.value for element in (*app.warning, *app.info) if "De link" in element.value] == []


def test_on_stage_a_filter_in_a_long_part_is_said_beside_its_buttons() -> None:
    app = opened("pages/bronnen.py", presentatie="1", deel="fouten", soort="weg")
    [data] = component_data(app, "stage_words")
    assert data["faults"] == []
    assert [warning.value for warning in app.warning] == [
        "De link noemt een soort fout die niet bestaat. U ziet deze weergave zonder."
    ]
