"""Tables and drawings of the answers: figures by hand, sums as the panel has them, and unknown never as nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from components.look.axis import Axis
from components.what_if.answers.amounts import chance_on_screen
from components.what_if.answers.how_sure import band_data, band_table, chances_data, chances_table, tornado_table
from components.what_if.answers.over_the_years import (
    later_note,
    later_table,
    lines_data,
    yearly_note,
    yearly_on_screen,
    yearly_table,
)
from components.what_if.answers.what_first import places_data, priorities_on_screen, priorities_table
from components.what_if.answers.who_does_what import (
    ALONE,
    groups_rounding,
    groups_table,
    measures_note,
    measures_rounding,
    measures_table,
    parts_data,
    waterfall_table,
)
from components.what_if.panel.controls import measure_facts, words_of_investment
from components.what_if.panel.payload import scenario_payload
from components.what_if.panel.plan_words import table_name
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.what_if import InvestmentCount, InvestmentKind, Scenario, preset_scenario, with_values
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
START = Scenario.default(PLAN)
RESULTS = Results(START)
TARGET = PLAN.trajectory.target_index


def row_of(table: pd.DataFrame, begin: str) -> dict[str, object]:
    """The row whose first cell begins so."""
    (found,) = [row for row in table.to_dict("records") if str(next(iter(row.values()))).startswith(begin)]
    return {str(name): value for name, value in found.items()}


# Over de jaren.


def test_costs_per_year_worked_by_hand() -> None:
    table = yearly_table(RESULTS)
    assert table["Jaarkosten"].tolist() == [112.7, 102.9, 99.9, 99.9]
    assert table["Verschil met het doel"].tolist() == [-2.0, -6.8, -4.8, -0.1]
    assert table["Regio volgens het plan"].tolist() == [102.7, 100.2, 95.2, 100.0]


def test_an_unknown_contribution_is_said_and_not_taken_for_nothing() -> None:
    table = yearly_table(RESULTS)
    last = table.to_dict("records")[-1]
    assert pd.isna(last["Bijdrage van het Rijk"])
    assert last["Rijksbijdrage in de kosten voor de regio"] == "vóór rijksbijdrage"
    shown = yearly_on_screen(RESULTS, table).to_dict("records")
    assert shown[-1]["Bijdrage van het Rijk"] == ("onbekend", None)
    assert shown[-1]["Kosten voor de regio"] == ("99,9 vóór rijksbijdrage", 99.9)
    assert shown[-1]["Regio volgens het plan"] == ("100,0 vóór rijksbijdrage", 100.0)
    assert shown[0]["Kosten voor de regio"] == ("100,7", 100.7)
    assert "2022 is onbekend en niet op nul gezet" in yearly_note(RESULTS)


def test_a_contribution_of_the_reader_is_taken_off() -> None:
    results = Results(with_values(START, {"national_contribution_mln_eur:2022": 9.5}))
    shown = yearly_on_screen(results, yearly_table(results)).to_dict("records")[-1]
    assert shown["Kosten voor de regio"] == ("90,4", 90.4)
    assert shown["Regio volgens het plan"] == ("100,0 vóór rijksbijdrage", 100.0)
    assert "onbekend" not in yearly_note(results)


def test_investments_stand_where_they_count() -> None:
    counted = Results(replace(START, investments_counted=InvestmentCount.ONCE))
    assert "Investeringen" in yearly_on_screen(counted, yearly_table(counted))
    assert "onbekend en niet meegeteld: 1, 4, 6, 8, 9, 10, 11, 12 en 14" in yearly_note(counted)
    assert "Investeringen" not in yearly_on_screen(RESULTS, yearly_table(RESULTS))


def test_later_starts_end_alike_and_cost_more() -> None:
    table = later_table(RESULTS)
    assert table["Jaarkosten 2022"].tolist() == [99.9, 99.9, 99.9]
    assert table["Jaarkosten samen"].tolist() == [415.3, 422.7, 430.1]
    assert table["Meer dan zoals ingesteld"].tolist() == [0.0, 7.4, 14.8]
    assert table["Verschil met het doel samen"].tolist() == [-13.8, -6.4, 1.0]
    assert table["Eerste jaar op of onder het doel"].tolist() == [2021, 2022, 2022]


def test_lines_of_an_own_target_have_one_point() -> None:
    own = replace(START, target=START.target.OWN, own_target_mln_eur=98.5)
    goal, now, *_ = lines_data(Results(own))["lines"]
    assert [point is not None for point in goal["points"]] == [False, False, False, True]
    assert all(point is not None for point in now["points"])


# Wie doet wat.


@pytest.mark.parametrize("name", ["midden", "laag", "hoog", "besluiten", "loopt", "niets"])
@pytest.mark.parametrize("at", range(4))
def test_contributions_add_up_to_the_saving_or_the_note_says_why_not(name: str, at: int) -> None:
    results = Results(preset_scenario(PLAN, name))
    saving = yearly_table(results)["Besparing na overlap"].tolist()[at]
    for kind, groups in (("trekker", results.by_lead), ("categorie", results.by_category)):
        column = groups_table(results, groups=groups, at=at, kind=kind)[f"Bijdrage {PLAN.years[at]}"]
        is_said = f"bijdrage {PLAN.years[at]}" in groups_rounding(results, groups, at)
        assert round(column.sum(), 1) == saving or is_said
    measures = measures_table(results, at)
    is_said = re.search(r"(bij:|,| en) bijdrage\b", measures_rounding(results, at)) is not None
    assert round(measures["Bijdrage"].sum(), 1) == saving or is_said


def test_measures_worked_by_hand() -> None:
    """Measure 2: 5.5 of 36.5, times 14.8; if only it stops, 5.5 × 0.3 falls away, for measure 1 is as large."""
    row = row_of(measures_table(RESULTS, TARGET), "2 ")
    assert [row["Effect op zichzelf"], row["Bijdrage"], row["Kwijt aan overlap"]] == [5.5, 2.2, 3.3]
    assert row[ALONE] == 1.7
    note = measures_note(RESULTS, TARGET)
    assert "effect op zichzelf € 36,5 mln, bijdrage € 14,8 mln, kwijt aan overlap € 21,7 mln" in note.replace(
        "\xa0", " "
    )


def test_parts_of_a_bar_are_as_long_as_their_group() -> None:
    data = parts_data(RESULTS, RESULTS.by_lead, TARGET, "trekker")
    assert [row["name"] for row in data["rows"]] == ["Gemeenten", "Serviceorganisatie Jeugd", "Jeugdteams"]
    axis = Axis.around([6.9], 1, from_zero=True)
    for row, amount in zip(data["rows"], (6.893, 4.460, 3.447), strict=True):
        assert sum(part["size"] for part in row["parts"]) == pytest.approx(axis.at(amount), abs=0.02)


def test_waterfall_ends_at_the_distance_to_the_target() -> None:
    assert waterfall_table(RESULTS)["Bedrag"].tolist() == [114.7, 0.0, -36.5, 21.7, 0.0, 99.9, -0.1]


# Wat eerst.


def test_unknown_investments_have_a_mark_and_words_of_their_own() -> None:
    marks = {mark["label"]: mark["kind"] for row in places_data(RESULTS)["rows"] for mark in row["marks"]}
    assert {code for code, kind in marks.items() if kind == "amount"} == {"3a", "3b", "5", "7"}
    assert {code for code, kind in marks.items() if kind == "none"} == {"2", "13"}
    assert {code for code, kind in marks.items() if kind == "unknown"} == set(RESULTS.investments.unknown_codes)
    table = priorities_table(RESULTS)
    shown = priorities_on_screen(RESULTS, table)
    assert pd.isna(row_of(table, "1 ")["Investering (mln €)"])
    assert row_of(shown, "1 ")["Investering"] == ("nog op te geven", 1e9)
    assert row_of(shown, "6 ")["Investering"] == ("onbekend", 1e9)
    assert row_of(shown, "13 ")["Investering"] == ("uit het transformatiefonds", 0.0)
    assert row_of(shown, "7 ")["Verdient terug in"] == ("1,6 jaar", pytest.approx(2.0 * 36.5 / (3.0 * 14.8)))


def test_rows_run_from_what_runs_already_to_what_nobody_knows() -> None:
    assert [row["name"] for row in places_data(RESULTS)["rows"]] == [
        "loopt al", "3 maanden", "3 tot 6 maanden", "6 maanden", "6 tot 18 maanden", "12 maanden",
    ]  # fmt: skip
    own = places_data(Results(Scenario.default(own_plan(3, 2))))["rows"]
    assert [(row["name"], row["isApart"]) for row in own] == [("voorbereiding onbekend", True)]


def test_a_measure_that_is_off_is_not_drawn_and_called_so() -> None:
    results = Results(with_values(START, {"on:4": False}))
    data = places_data(results)
    assert "4" not in {mark["label"] for row in data["rows"] for mark in row["marks"]}
    assert data["off"] == "Staat uit en is niet getekend: 4."
    assert row_of(priorities_on_screen(results, priorities_table(results)), "4 ")["Bijdrage 2022"] == ("staat uit", 0.0)


# Hoe zeker.


def test_whole_percents_stand_in_the_table_and_tenths_in_the_drawing() -> None:
    table = chances_table(RESULTS)
    assert table["Kans (%)"].tolist()[0] == RESULTS.fan.chance_pct
    assert len(table) == 5
    assert all(isinstance(chance, int) for chance in table["Kans (%)"].tolist())
    for row in chances_data(RESULTS)["rows"]:
        assert "%" not in row["text"]
        assert row["to"] % 10 == pytest.approx(0.0)


@pytest.mark.parametrize("results", [RESULTS, Results(Scenario.default(own_plan(1, 1)))], ids=["source", "own"])
def test_the_band_holds_its_middle(results: Results) -> None:
    table = band_table(results)
    assert (table["Laag (P10)"] <= table["Midden (P50)"]).all()
    assert (table["Midden (P50)"] <= table["Hoog (P90)"]).all()
    for row in band_data(results)["rows"]:
        places = [row["from"], row["to"], *(at for _, at in row["marks"])]
        assert all(0.0 <= at <= 100.0 for at in places)
    assert len(tornado_table(results)) == sum(results.scenario.on) + 1


@pytest.mark.parametrize("amounts", [[0.0], [99.9, 99.9], [0.02, 0.03], [-3.0, 4.0], [95.0, 114.7], [float("nan")]])
def test_an_axis_has_a_place_for_every_amount(amounts: list[float]) -> None:
    axis = Axis.around(amounts, 1)
    assert 2 <= len(axis.values) <= 7
    assert all(0.0 <= axis.at(amount) <= 100.0 for amount in amounts if amount == amount)
    assert axis.ticks[0][0] == 0.0
    assert axis.ticks[-1][0] == 100.0
    assert len({text for _, text in axis.ticks}) == len(axis.ticks)
    clear = Axis.around(amounts, 1, with_room=True)
    free = 0.3 * clear.step - 1e-6
    assert all(amount - clear.low >= free or clear.low == 0 for amount in amounts if amount == amount)
    assert all(clear.high - amount >= free for amount in amounts if amount == amount)


# Words.


def test_a_later_start_says_that_it_comes_on_top_of_a_delay() -> None:
    later = Results(with_values(START, {"delay_months": 6.0}))
    names = ["Zoals ingesteld", "Alles nog 6 maanden later", "Alles nog 12 maanden later"]
    assert later_table(later)["Begin"].tolist() == names
    assert [line["name"] for line in lines_data(later)["lines"]] == ["Doel", *names]
    assert "boven op het latere starten" in later_note(later)
    assert later_table(RESULTS)["Begin"].tolist() == [name.replace("nog ", "") for name in names]
    assert "boven op" not in later_note(RESULTS)


def test_what_another_pays_and_what_costs_nothing_are_called_the_same_everywhere() -> None:
    shown = priorities_on_screen(RESULTS, priorities_table(RESULTS))
    assert row_of(shown, "13 ")["Verdient terug in"] == ("geen investering van de regio", 0.0)
    assert row_of(shown, "2 ")["Verdient terug in"] == ("geen investering", 0.0)
    assert words_of_investment(InvestmentKind.AMOUNT, 0.0, "0,00") == "geen"
    assert words_of_investment(InvestmentKind.AMOUNT, 0.4, "0,40") == "€ 0,40 mln"
    free = Results(with_values(START, {"unknown_investment_mln_eur:1": 0.0}))
    assert row_of(priorities_table(free), "1 ")["Investering in woorden"] == "geen, eigen invoer"


def test_a_mark_names_the_preparation_once_and_a_table_without_risks_is_the_readers() -> None:
    own = Results(Scenario.default(own_plan(3, 2)))
    (row,) = places_data(own)["rows"]
    assert all(mark["words"].count("voorbereiding") == 1 for mark in row["marks"])
    assert priorities_table(own)["Risico"].tolist() == ["uw tabel noemt er geen"] * 3
    facts = dict(measure_facts(next(iter(own.scenario.plan.measures)), table_name(own.scenario.plan), 1))
    assert facts["Risico"] == "uw tabel noemt er geen"


def test_a_chance_that_rounds_to_none_is_less_than_one_percent() -> None:
    hopeless = Results(replace(START, target=START.target.OWN, own_target_mln_eur=60.0))
    assert chances_table(hopeless)["Kans (%)"].tolist()[0] == "minder dan 1"
    assert chance_on_screen(hopeless.fan.chance_share)[0] == "<1"


def test_the_sum_of_the_effects_has_the_same_digits_as_a_step_and_as_a_total() -> None:
    """0.775 is 0.78 in the note on the measures, so -0.78 in the waterfall: not rounded the other way for its sign."""
    plan = own_plan(1, 2, low=0.65, high=0.9, start=9.8)
    results = Results(Scenario.default(plan))
    at = plan.trajectory.target_index
    gross = float(results.figures.gross_effect_mln_eur[at])
    assert (gross, plan.decimals) == (pytest.approx(0.775), 2)
    assert row_of(waterfall_table(results), "Opgeteld")["Bedrag"] == -0.78
    assert "effect op zichzelf € 0,78 mln" in measures_note(results, at).replace("\xa0", " ")
    sent = {step["step"]: step["amount"] for step in scenario_payload(results)["waterfall"]}
    assert sent["gross_effect"] == -780
