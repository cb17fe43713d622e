"""What a downloaded file says of its scenario, and what it is called."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from components.what_if.about import OWN_STAND, about_scenario, named_file
from components.what_if.answers.over_the_years import yearly_table
from components.what_if.results import results_of
from components.what_if.saved.comparison import about_comparison
from components.what_if.saved.file import SavedScenario
from components.what_if.session import WhatIfSession, source_plan
from model.what_if import (
    SavingsPlan,
    Scenario,
    TargetKind,
    controls_of,
    preset_scenario,
    presets,
    scenario_from_query,
    scenario_to_query,
    with_values,
)
from model.what_if.presets import Preset
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
TODAY = date.today().isoformat()
OWN = with_values(Scenario.default(PLAN), {"saving_mln_eur:2": 9.15, "delay_months:3a": 6.0, "on:4": False})


def session_of(scenario: Scenario, table: str | None = None) -> WhatIfSession:
    return WhatIfSession(scenario, scenario, own_table_name=table)


@pytest.mark.parametrize("preset", presets(PLAN), ids=lambda preset: str(preset.name))
def test_a_preset_is_called_by_its_name(preset: Preset) -> None:
    about = about_scenario(session_of(preset.scenario), ())
    assert about.name == preset.label
    assert re.fullmatch(r"schaalwijzer-doorrekening-waterval-[a-z0-9-]+", about.file_name("waterval"))


def test_files_say_which_scenario_and_which_target() -> None:
    saved = SavedScenario("Mijn: voorstel", scenario_to_query(OWN))
    assert about_scenario(session_of(Scenario.default(PLAN)), ()).file_name("kosten-per-jaar") == (
        f"schaalwijzer-doorrekening-kosten-per-jaar-alles-midden-{TODAY}"
    )
    assert (
        about_scenario(session_of(OWN), ()).file_name("rekenblad")
        == f"schaalwijzer-doorrekening-rekenblad-eigen-stand-{TODAY}"
    )
    assert about_scenario(session_of(OWN), (saved,)).file_name("rekenblad") == (
        f"schaalwijzer-doorrekening-rekenblad-mijn-voorstel-{TODAY}"
    )
    lower = replace(Scenario.default(PLAN), target=TargetKind.CEILING_1)
    assert about_scenario(session_of(lower), ()).file_name("waterval") == (
        f"schaalwijzer-doorrekening-waterval-alles-midden-plafond-van-scenario-1-{TODAY}"
    )


@pytest.mark.parametrize("table", ["../../etc/passwd", "=1+1", "😀", "C:\\tafel", "a" * 300, "Voorbeeld.xlsx"])
def test_name_of_a_table_makes_a_safe_name_of_a_file(table: str) -> None:
    name = named_file("waterval", table, "alles midden")
    assert re.fullmatch(r"schaalwijzer-doorrekening-waterval(-[a-z0-9-]{1,60})?-alles-midden-\d{4}-\d\d-\d\d", name)


def test_every_input_stands_in_the_file_and_the_link_opens_the_scenario() -> None:
    session = session_of(OWN)
    about = about_scenario(session, ())
    rows = dict(about.rows())
    assert rows["Eenheid"].startswith("mln €")
    assert (rows["Regio of tabel"], rows["Scenario"]) == ("Zuid-Holland Zuid", OWN_STAND)
    assert scenario_from_query(rows["Link"].partition("?")[2], PLAN) == OWN
    said = "\n".join(f"{label}: {value}" for label, value in about.inputs)
    for control in controls_of(PLAN).values():
        if not control.for_all and control.index is None and control.key != "own_target_mln_eur":
            assert control.label in said
    for measure in PLAN.measures:
        assert f"maatregel {measure.code} {measure.name}" in said
    assert "€ 9,15 mln" in said, "all digits, not those of the screen"
    assert re.search(r"maatregel 4 .*: uit", said)
    assert re.search(r"maatregel 3a .*later starten: 6 maanden", said)


def test_an_own_target_stands_there_only_where_it_counts() -> None:
    lower = replace(OWN, target=TargetKind.OWN, own_target_mln_eur=98.0)
    label = controls_of(PLAN)["own_target_mln_eur"].label
    assert dict(about_scenario(session_of(lower), ()).inputs)[label] == "€ 98,0 mln"
    assert label not in dict(about_scenario(session_of(OWN), ()).inputs)


def test_inputs_have_the_decimals_of_the_page_and_more_only_where_set_finer() -> None:
    finer = with_values(OWN, {"growth_pct": 1.25, "overlap_share": 0.625, "saving_mln_eur:1": 3.0})
    rows = dict(about_scenario(session_of(finer), ()).inputs)
    assert (rows["Autonome groei"], rows["Overlap"]) == ("1,25% per jaar", "62,5%")
    assert "besparing: € 3,0 mln; later starten: 0 maanden" in rows[f"maatregel 1 {next(iter(PLAN.measures)).name}"]
    plain = dict(about_scenario(session_of(Scenario.default(PLAN)), ()).inputs)
    assert (plain["Autonome groei"], plain["Overlap"]) == ("0,0% per jaar", "70%")
    small = Scenario.default(own_plan(1, 1, low=0.05, high=0.25, start=1.9))
    assert (
        "besparing: € 0,150 mln"
        in dict(about_scenario(session_of(small, "klein"), ()).inputs)["maatregel 1 Maatregel 1"]
    )


def test_an_own_table_has_no_link_and_says_so() -> None:
    plan = SavingsPlan(PLAN.measures, PLAN.trajectory)
    about = about_scenario(session_of(Scenario.default(plan), "Onze tabel"), ())
    assert about.whose == "eigen tabel “Onze tabel”"
    assert about.link.startswith("geen: ")
    assert about.file_name("waterval") == f"schaalwijzer-doorrekening-waterval-onze-tabel-alles-midden-{TODAY}"


def test_the_comparison_says_the_way_back_to_each_scenario() -> None:
    high = SavedScenario("Alles hoog", scenario_to_query(preset_scenario(PLAN, "hoog")))
    rows = dict(about_comparison([high], session_of(OWN), ""))
    assert rows["Scenario Alles hoog"].endswith(f"?{high.query}")
    assert rows["Doel voor alle scenario's"]


def test_years_are_whole_numbers() -> None:
    table = yearly_table(results_of(OWN))
    assert table["Jaar"].tolist() == list(PLAN.years)
    assert str(table["Jaar"].dtype).startswith("int")
