"""The note on a scenario: on two sheets, tagged, with the figures of the model, whatever a visitor typed."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from components.look.words import amount
from components.note.sheet import WayBack, way_from
from components.note.what_if import what_if_data, what_if_pdf
from components.what_if.exhibit import OWN_SOURCE
from components.what_if.results import results_of
from components.what_if.session import source_plan
from components.what_if.table_in_use import SOURCE
from model.what_if import (
    MeasureTable,
    SavingsPlan,
    Scenario,
    TargetKind,
    gap_by_year,
    preset_scenario,
    scenario_figures,
    scenario_from_query,
    scenario_to_query,
    with_values,
)
from tests.components.note.pdf_structure import TaggedPdf
from tests.components.what_if.own_table.tables import own_plan

TODAY = date(2026, 3, 9)
PLAN = source_plan()
START = Scenario.default(PLAN)
CHANGED = with_values(START, {"saving_mln_eur:2": 9.15, "delay_months:3a": 6.0, "on:4": False, "overlap_share": 0.6})
SCENARIOS = {
    "start": START,
    "laag": preset_scenario(PLAN, "laag"),
    "hoog": preset_scenario(PLAN, "hoog"),
    "niets": preset_scenario(PLAN, "niets"),
    "veranderd": CHANGED,
    "plafond": replace(START, target=TargetKind.CEILING_1),
    "klein": Scenario.default(own_plan(3, 2)),
    "groot": Scenario.default(own_plan(40, 6)),
    "een jaar": Scenario.default(own_plan(1, 1)),
    "duizenden": Scenario.default(own_plan(3, 2, low=0.001, high=0.02, start=1.9)),
}
HOSTILE = [
    '#eval("1+1") #panic()',
    "]] } ) $x^2$ \\ \\u{41}",
    "*vet* _schuin_ `code` <naam> @naam // /* https://voorbeeld.nl",
    "\N{GRINNING FACE} שלום \u202eomgekeerd \u0000 \ud800",
    "y" * 10_000,
    "lang woord " * 1_000,
    '"},{"title":"x',
]


def way(scenario: Scenario) -> WayBack:
    return way_from("https://jeugd.nl/doorrekening", "", "doorrekening", scenario_to_query(scenario))


def made(scenario: Scenario, whose: str = "Zuid-Holland Zuid", name: str = "eigen stand") -> TaggedPdf:
    return TaggedPdf(what_if_pdf(scenario, whose, name, source_of(scenario), way(scenario), TODAY))


def source_of(scenario: Scenario) -> str:
    return SOURCE if scenario.plan == PLAN else OWN_SOURCE


def squeezed(text: str) -> str:
    return re.sub(r"[\s\N{ZERO WIDTH SPACE}\N{NO-BREAK SPACE}]+", "", text)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_note_has_two_pages_and_is_tagged_as_pdf_ua_asks(name: str) -> None:
    note = made(SCENARIOS[name])
    assert [re.findall(r"Pagina (\d+) van (\d+)", text) for text in note.texts] == [[("1", "2")], [("2", "2")]]
    assert note.faults() == []
    assert len(note.of_kind("Figure")) == 3


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_sentence_of_a_note_is_on_the_paper(name: str) -> None:
    scenario = SCENARIOS[name]
    data = what_if_data(scenario, "Zuid-Holland Zuid", "eigen stand", source_of(scenario))
    said = squeezed(made(scenario).text)
    parts = (
        [data["title"], data["lead"], *data["summary"], data["path_words"], data["falls_title"], data["falls_words"]],
        [cell for row in data["measures"] for cell in row],
        [text for row in data["assumptions"] for text in row[:3]],
        [*data["measures_note"], *data["changes"], *data["warnings"], *data["unknown"], *data["sources"]],
        [text for figure in data["figures"] for text in figure.values()],
    )
    wanted = [text for part in parts for text in part]
    assert len(wanted) > 30
    assert [text for text in wanted if squeezed(text) not in said] == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_figures_per_year_are_those_of_the_model(name: str) -> None:
    scenario = SCENARIOS[name]
    results, decimals = results_of(scenario), scenario.plan.decimals
    figures, fan, text = scenario_figures(scenario), results.fan, made(scenario).text
    for at, year in enumerate(scenario.plan.years):
        columns = (
            figures.cost_without_measures_mln_eur[at],
            figures.yearly_cost_mln_eur[at],
            fan.p10_mln_eur[at],
            fan.p90_mln_eur[at],
            scenario.target_path_mln_eur[at],
            gap_by_year(scenario)[at],
        )
        row = [str(year), *("geen doel" if math.isnan(value) else amount(value, decimals) for value in columns)]
        assert " ".join(row) in text


@pytest.mark.parametrize("name", SCENARIOS)
def test_contributions_are_those_of_the_model(name: str) -> None:
    results = results_of(SCENARIOS[name])
    rows = what_if_data(SCENARIOS[name], "x", "y", SOURCE)["measures"]
    found = {row[0].split(" ")[0]: row[2] for row in rows}
    expected = {
        row.measure_code: amount(row.contribution_mln_eur, results.decimals) for row in results.priorities if row.on
    }
    assert len(found) == min(len(expected), 18)
    assert found.items() <= expected.items()


def test_a_line_that_says_otherwise_than_the_chance_is_explained() -> None:
    high = preset_scenario(START.plan, "hoog")
    scenarios = (START, preset_scenario(START.plan, "laag"), replace(high, growth_pct=2.5))
    start, above, low_in_band = (what_if_data(each, "x", "y", SOURCE)["path_words"] for each in scenarios)
    assert "Dat klopt" not in start
    assert "De doorrekening ligt boven haar eigen band." in above
    assert "toch is de kans op het doel kleiner dan de helft" in low_in_band


def test_a_long_table_names_the_measures_that_matter_most_and_counts_the_others() -> None:
    note = what_if_data(SCENARIOS["groot"], "x", "y", OWN_SOURCE)["measures_note"]
    assert note[0].startswith("Nog 22 andere maatregelen staan aan; zij dragen samen ")


def test_what_was_changed_is_marked_and_the_rest_is_not() -> None:
    data = what_if_data(CHANGED, "Zuid-Holland Zuid", "eigen stand", SOURCE)
    assert [row[0] for row in data["assumptions"] if row[3]] == ["Overlap"]
    assert len(data["changes"]) == 3
    every = what_if_data(preset_scenario(START.plan, "hoog"), "x", "y", SOURCE)["changes"]
    assert len(every) == len(START.plan.measures), "on paper nothing is left out"
    assert "60% (veranderd)" in made(CHANGED).text
    start = what_if_data(START, "Zuid-Holland Zuid", "alles midden", SOURCE)
    assert not any(row[3] for row in start["assumptions"])
    assert start["changes"] == []


def test_what_is_not_known_is_called_unknown() -> None:
    unknown = " ".join(what_if_data(START, "x", "y", SOURCE)["unknown"])
    assert "bijdrage van het Rijk voor 2022 is onbekend" in unknown
    assert f"van {len(results_of(START).investments.unknown_codes)} maatregelen is de investering onbekend" in unknown


def test_the_source_warns_where_the_figures_stand() -> None:
    text = made(START).text
    assert "De bron waarschuwt: de maatregelen overlappen, tel ze niet op." in text
    assert "afgesproken, geen uitkomst" in text


def test_the_code_on_the_paper_opens_the_same_scenario() -> None:
    pdf = pypdfium2.PdfDocument(what_if_pdf(CHANGED, "Zuid-Holland Zuid", "x", SOURCE, way(CHANGED), TODAY))
    picture = np.asarray(pdf[len(pdf) - 1].render(scale=3).to_pil().convert("L"))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text.startswith("https://jeugd.nl/doorrekening?")
    assert scenario_from_query(found.text.partition("?")[2], PLAN) == CHANGED


def test_a_note_on_an_own_table_has_no_link_and_says_why() -> None:
    scenario = SCENARIOS["klein"]
    said = "Een eigen tabel gaat niet mee in een link."
    note = TaggedPdf(what_if_pdf(scenario, "eigen tabel", "x", OWN_SOURCE, WayBack(said=said), TODAY))
    assert said in note.text
    assert note.of_kind("Link") == []
    assert note.faults() == []


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_a_visitor_typed_is_shown_and_does_nothing(typed: str) -> None:
    note = made(START, f"eigen tabel “{typed}”", typed)
    assert len(note.texts) == 2
    assert note.faults() == []
    shown = re.sub(r"[^\w#$*@(){}\]\\/<>`]", "", typed.partition("\N{GRINNING FACE}")[0])[:40]
    assert shown in re.sub(r"[^\w#$*@(){}\]\\/<>`]", "", note.text)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_stands_in_an_own_table_is_shown_and_does_nothing(typed: str) -> None:
    named = typed.replace("\ud800", "").replace("\u0000", "")
    measures = [replace(each, name=f"{each.code} {named}"[:200], lead=named[:100]) for each in PLAN.measures]
    plan = SavingsPlan(MeasureTable(tuple(measures)), PLAN.trajectory)
    note = made(Scenario.default(plan), "eigen tabel", "x")
    assert len(note.texts) == 2
    assert note.faults() == []
