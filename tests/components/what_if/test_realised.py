"""What the costs really were: said as the visitor's own account, in every table and file, sent only when given."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from components.look.words import NO_BREAK
from components.what_if.about import about_scenario
from components.what_if.answers.findings import findings
from components.what_if.answers.over_the_years import (
    lines_data,
    yearly_note,
    yearly_on_screen,
    yearly_rounding,
    yearly_table,
)
from components.what_if.panel.changes_in_words import last_step_in_words
from components.what_if.panel.payload import plan_payload, scenario_json
from components.what_if.realised import OWN_ACCOUNT, realised_in_words
from components.what_if.results import Results
from components.what_if.session import WhatIfSession, source_plan, with_changes
from model.what_if import InputError, Scenario, TargetKind, preset_scenario, scenario_from_query, with_values
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
START = Scenario.default(PLAN)
KEY = "realised_cost_mln_eur"
GIVEN = with_values(START, {f"{KEY}:2020": 113.4, f"{KEY}:2021": 99.9})


def said(scenario: Scenario) -> list[str]:
    return [text.replace(NO_BREAK, " ") for text in realised_in_words(scenario)]


def test_each_year_is_held_against_the_line_and_the_target() -> None:
    """2020 is computed at 102.85 and 2021 at 99.9; the path gives 109.7 and 104.7."""
    assert said(START) == []
    assert said(GIVEN) == [
        "In 2020 waren de kosten volgens uw opgave € 113,4 mln: € 10,6 mln hoger dan hier berekend en € 3,7 mln boven "
        "het pad van het plan.",
        "In 2021 waren de kosten volgens uw opgave € 99,9 mln: even hoog als hier berekend en € 4,8 mln onder het pad "
        "van het plan.",
    ]


def test_a_year_without_a_target_is_held_against_the_line_alone() -> None:
    assert said(replace(GIVEN, target=TargetKind.OWN))[0] == (
        "In 2020 waren de kosten volgens uw opgave € 113,4 mln: € 10,6 mln hoger dan hier berekend."
    )


def test_the_printed_start_is_never_called_a_target_or_what_costs_really_were() -> None:
    first = with_values(START, {f"{KEY}:2019": 114.7})
    assert said(first) == [
        "In 2019 waren de kosten volgens uw opgave € 114,7 mln: € 2,1 mln hoger dan hier berekend en gelijk aan het "
        "vertrekpunt."
    ]
    assert "boven het plafond van scenario 1" in said(replace(first, target=TargetKind.CEILING_1))[0]
    words = plan_payload(PLAN)["realisedFields"]["start"].replace(NO_BREAK, " ")
    assert words == (
        "De € 114,7 mln van 2019 in het plan is het vertrekpunt: begroting plus bestuursrapportage, en geen "
        "jaarrekening."
    )
    assert "plan" not in plan_payload(own_plan(2, 3))["realisedFields"]["start"]


def test_a_difference_too_small_to_show_is_said_to_be_rounded() -> None:
    assert "even hoog als hier berekend, afgerond" in said(with_values(START, {f"{KEY}:2021": 99.91}))[0]


def test_the_finding_says_the_last_year_and_the_years_together() -> None:
    finding = findings(Results(GIVEN))["over_the_years"].replace(NO_BREAK, " ")
    before = findings(Results(START))["over_the_years"].replace(NO_BREAK, " ")
    assert finding == f"{before} {said(GIVEN)[1]} Over 2020 en 2021 samen waren ze € 10,6 mln hoger dan hier berekend."
    one = with_values(START, {f"{KEY}:2020": 113.4})
    assert findings(Results(one))["over_the_years"].replace(NO_BREAK, " ") == f"{before} {said(one)[0]}"


def test_the_table_per_year_has_it_only_when_given_and_unknown_is_no_amount() -> None:
    assert OWN_ACCOUNT not in yearly_table(Results(START))
    table = yearly_table(Results(GIVEN))
    assert table[OWN_ACCOUNT].tolist()[1:3] == [113.4, 99.9]
    assert table["Werkelijk min jaarkosten"].tolist()[1:3] == [10.6, 0.0]
    assert table["Werkelijk min doel"].tolist()[1:3] == [3.7, -4.8]
    assert pd.isna(table[OWN_ACCOUNT].tolist()[0])
    shown = yearly_on_screen(Results(GIVEN), table).to_dict("records")
    assert shown[0][OWN_ACCOUNT] == shown[3]["Werkelijk min doel"] == ("onbekend", None)
    assert shown[1]["Werkelijk min jaarkosten"] == ("10,6", 10.6)
    own = Results(replace(GIVEN, target=TargetKind.OWN))
    assert yearly_on_screen(own, yearly_table(own)).to_dict("records")[1]["Werkelijk min doel"] == ("geen doel", None)
    assert "uw eigen opgave" in yearly_note(Results(GIVEN))
    assert "opgave" not in yearly_note(Results(START))


def test_a_year_whose_rounded_amounts_miss_what_the_costs_really_were_is_named_below_the_table() -> None:
    """2021 is computed at 100.21 here: 100.2 and 0.0 beside 100.3."""
    scenario = with_values(START, {"overlap_share": 0.71})
    assert "2021" not in yearly_rounding(Results(scenario))
    assert "2021" not in yearly_rounding(Results(with_values(scenario, {f"{KEY}:2021": 100.3})))
    assert "2021" in yearly_rounding(Results(with_values(scenario, {f"{KEY}:2021": 100.255})))


def test_a_small_municipality_has_its_own_digits() -> None:
    small = own_plan(4, 3, low=0.01, high=0.045, start=3.1)
    year = small.years[0]
    given_one = with_values(Scenario.default(small), {f"{KEY}:{year}": 3.1})
    assert small.decimals == 2
    assert said(given_one)[0].startswith(f"In {year} waren de kosten volgens uw opgave € 3,10 mln: ")
    assert "€ 3,10 mln" in plan_payload(small)["realisedFields"]["start"].replace(NO_BREAK, " ")
    shown = yearly_on_screen(Results(given_one), yearly_table(Results(given_one))).to_dict("records")
    assert shown[0][OWN_ACCOUNT] == ("3,10", 3.1)


def test_the_chart_over_the_years_has_marks_without_a_line() -> None:
    drawn = lines_data(Results(GIVEN))
    assert [line["name"] for line in drawn["lines"]][-1] == OWN_ACCOUNT
    mark = drawn["lines"][-1]
    assert mark["style"]["dash"] == ""
    assert [point is None for point in mark["points"]] == [True, False, False, True]
    assert drawn["words"].endswith(realised_in_words(GIVEN)[1])
    assert len(lines_data(Results(START))["lines"]) == len(drawn["lines"]) - 1


def test_nothing_is_sent_where_nothing_is_given() -> None:
    assert "realised" not in scenario_json(Results(START))
    sent, before = json.loads(scenario_json(Results(GIVEN))), json.loads(scenario_json(Results(START)))
    assert sent.pop("realised") == {"amounts": [None, 113400, 99900, None], "said": realised_in_words(GIVEN)}
    assert sent == before
    assert not any(key.startswith(KEY) for name in ("values", "starts") for key in plan_payload(PLAN)[name])


def test_the_browser_reports_steps_of_a_thousand_euros() -> None:
    low = plan_payload(PLAN)["realisedFields"]["low"]
    after = with_changes(START, {f"{KEY}:2020": 113_412 - low + 1, f"{KEY}:2021": 0})
    assert after.realised_cost_mln_eur == (None, 113.412, None, None)
    for step in (-1, 10**9, "1", None, 1.5):
        with pytest.raises(InputError, match="Stand van een schuif"):
            with_changes(START, {f"{KEY}:2020": step})


def test_files_say_what_was_given_and_are_told_apart_by_it() -> None:
    session = WhatIfSession(GIVEN, GIVEN)
    about = about_scenario(session, ())
    rows = dict(about.rows())
    assert rows["Invoer: Werkelijke kosten 2020"] == "€ 113,4 mln"
    assert rows["Invoer: Werkelijke kosten 2019"] == "onbekend"
    assert about.file_name("kosten-per-jaar") == (
        f"schaalwijzer-doorrekening-kosten-per-jaar-alles-midden-met-werkelijke-kosten-{date.today()}"
    )
    query = about.link.partition("?")[2]
    assert scenario_from_query(query, PLAN) == GIVEN
    assert not [label for label, _ in about_scenario(WhatIfSession(START, START), ()).rows() if "Werkelijke" in label]


def test_a_step_says_that_nothing_computed_changes() -> None:
    session = WhatIfSession(START, START)
    session.step_to(with_values(START, {f"{KEY}:2020": 113.4}))
    assert last_step_in_words(session).replace(NO_BREAK, " ") == (
        "Werkelijke kosten 2020: van onbekend naar € 113,4 mln. "
        "Dat staat naast de doorrekening en verandert er niets aan."
    )
    assert session.preset == "midden"
    session.step_to(with_values(START, {f"{KEY}:2020": 113.412}))
    assert "van € 113,4 mln naar € 113,412 mln." in last_step_in_words(session).replace(NO_BREAK, " ")
    session.undo()
    assert last_step_in_words(session).replace(NO_BREAK, " ") == (
        "Ongedaan gemaakt: Werkelijke kosten 2020: van € 113,412 mln naar € 113,4 mln. "
        "Dat staat naast de doorrekening en verandert er niets aan."
    )
    session.step_to(replace(preset_scenario(PLAN, "hoog"), realised_cost_mln_eur=GIVEN.realised_cost_mln_eur))
    assert "instellingen tegelijk" in last_step_in_words(session)
