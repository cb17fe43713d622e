"""The page with its answers open, whatever stands in the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from components.what_if.answers.section import ANSWERS
from components.what_if.session import WhatIfSession, source_plan
from model.what_if import InvestmentCount, Scenario, TargetKind, preset_scenario, with_values
from tests.components.opening import component_data, opened, prepared
from tests.components.what_if.own_table.tables import own_plan

PAGE = "pages/doorrekening.py"
PLAN = source_plan()
START = Scenario.default(PLAN)
SCENARIOS = {
    "start": START,
    "nothing on": preset_scenario(PLAN, "niets"),
    "own target, investments": replace(
        START, target=TargetKind.OWN, own_target_mln_eur=98.5, investments_counted=InvestmentCount.YEARLY
    ),
    "one measure, one year": Scenario.default(own_plan(1, 1)),
    "everything unknown": Scenario.default(own_plan(3, 2)),
    "largest": Scenario.default(own_plan(40, 10)),
    "what it really was": with_values(
        START, {"realised_cost_mln_eur:2019": 115.2, "realised_cost_mln_eur:2022": 120.0}
    ),
}
DRAWINGS = {
    "over_the_years": ("what_if_lines", 1),
    "who_does_what": ("what_if_parts", 2),
    "what_first": ("what_if_places", 1),
    "how_sure": ("what_if_spread", 2),
}


def page_of(scenario: Scenario, *boxes: str) -> AppTest:
    app = prepared(PAGE)
    own = "Mijn *tabel*.xlsx" if scenario.plan != PLAN else None
    app.session_state["what_if_session"] = WhatIfSession(scenario, scenario, own_table_name=own, is_table_decided=True)
    for box in boxes:
        app.session_state[box] = True
    return app.run()


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_answer_opens(name: str) -> None:
    app = page_of(SCENARIOS[name], *(answer.box for answer in ANSWERS))
    assert not app.exception
    assert not app.error
    assert [finding["title"] for finding in component_data(app, "what_if_finding")] == [
        "Over de jaren", "Wie doet wat", "Wat eerst", "Hoe zeker",
    ]  # fmt: skip
    for component, count in DRAWINGS.values():
        drawn = component_data(app, component)
        # A table that names no parties and no categories has nothing to draw per group.
        is_bare = component == "what_if_parts" and SCENARIOS[name].plan != PLAN
        assert len(drawn) == (0 if is_bare else count)
        assert all(data["words"].endswith(".") for data in drawn)


def test_what_is_closed_is_not_made_and_its_finding_comes_with_the_panel() -> None:
    app = opened(PAGE)
    for component, _ in DRAWINGS.values():
        assert not component_data(app, component)
    (panel,) = component_data(app, "what_if_panel")
    assert set(panel["answers"]) == {finding["answer"] for finding in component_data(app, "what_if_finding")}
    assert not panel["follows"]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.key))
def test_one_open_answer_follows_the_panel(answer: object) -> None:
    (box,) = [each.box for each in ANSWERS if each is answer]
    app = page_of(START, box)
    assert component_data(app, "what_if_panel")[0]["follows"]


def test_the_year_of_the_contributions_is_the_readers_choice() -> None:
    app = page_of(START, "what_if_answer_who_does_what")
    (year,) = [box for box in app.selectbox if box.label == "Bijdragen in het jaar"]
    assert year.value == 2022
    year.select(2019).run()
    assert not app.exception
    by_lead, _ = component_data(app, "what_if_parts")
    assert {row["name"]: row["amount"].replace("\xa0", " ") for row in by_lead["rows"]} == {
        "Serviceorganisatie Jeugd": "€ 1,1 mln", "Gemeenten": "€ 0,7 mln", "Jeugdteams": "€ 0,2 mln",
    }  # fmt: skip
