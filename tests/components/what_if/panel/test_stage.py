"""The panel on stage: which sliders an address asks for, and what the last step was."""

from __future__ import annotations

from typing import Any

import pytest

from components.what_if.panel.last_step import FRAMES, NO_COSTS, NOTHING_YET, OTHER_TABLE, last_step
from components.what_if.panel.stage import ASSUMPTIONS, MOST_SLIDERS, sliders
from components.what_if.results import results_of
from components.what_if.session import WhatIfSession, source_plan
from model.notation import thousandths
from model.what_if import Scenario, controls_of, preset_scenario, scenario_figures, with_values
from tests.components.dutch_rules import broken, english_in, too_long_in
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
START = Scenario.default(PLAN)
HIGH, LOW, NOTHING = (preset_scenario(PLAN, name) for name in ("hoog", "laag", "niets"))


def stepped(before: Scenario, after: Scenario) -> dict[str, Any]:
    session = WhatIfSession(before, before)
    session.step_to(after)
    return last_step(session)


def test_an_address_names_sliders_by_code_and_by_word() -> None:
    for between in ("~", ",", ", "):
        assert sliders(between.join(("3a", "groei", "overlap")), results_of(START)).controls == (
            "saving_mln_eur:3a",
            "growth_pct",
            "overlap_share",
        )
    assert set(ASSUMPTIONS.values()) <= set(controls_of(PLAN))


def test_without_an_address_those_stand_there_that_matter_most() -> None:
    assert sliders("", results_of(START)).controls == ("overlap_share", "saving_mln_eur:1", "saving_mln_eur:2")
    # Where nothing is on, those that would do most if they were.
    assert sliders("", results_of(NOTHING)).controls[0] in ("saving_mln_eur:1", "saving_mln_eur:2")
    small = sliders("", results_of(Scenario.default(own_plan(1, 2))))
    assert small.controls == ("saving_mln_eur:1",)


@pytest.mark.parametrize(
    ("asked", "controls", "said"),
    [
        ("99", None, "“99”"),
        ("overlap~99~x~y~z", ("overlap_share",), "“99”, “x”, “y” en nog 1"),
        ("1~2~3a~4", ("saving_mln_eur:1", "saving_mln_eur:2", "saving_mln_eur:3a"), "om 4 schuiven"),
        ("<b>~\u0007", None, "“<b>”"),
        ("~,~", None, ""),
        ("1~1", ("saving_mln_eur:1",), ""),
        ("x" * 5000, None, f"“{'x' * 20}”"),
    ],
)
def test_what_an_address_gets_wrong_is_said(asked: str, controls: tuple[str, ...] | None, said: str) -> None:
    found = sliders(asked, results_of(START))
    assert found.controls == (controls or sliders("", results_of(START)).controls)
    assert len(found.controls) <= MOST_SLIDERS
    assert said in found.fault
    assert bool(said) == bool(found.fault)
    assert not [*broken(found.fault), *too_long_in(found.fault), *english_in(found.fault)]


def test_a_code_of_an_own_table_goes_before_the_word_of_an_assumption() -> None:
    plan = own_plan(2, 2)
    assert sliders("2", results_of(Scenario.default(plan))).controls == ("saving_mln_eur:2",)


def test_one_slider_needs_no_pictures() -> None:
    step = stepped(START, with_values(START, {"overlap_share": 0.3}))
    assert step == {"said": "Overlap: van 70% naar 30%.", "moves": {"overlap_share": (70, 30)}, "frames": []}


def test_one_for_all_measures_is_one_slider() -> None:
    step = stepped(START, with_values(START, {"delay_months": 12}))
    assert list(step["moves"]) == ["delay_months"]
    assert step["frames"] == []


def test_several_sliders_come_with_their_costs_in_between() -> None:
    step = stepped(LOW, HIGH)
    costs = [frame["cost"][-1] for frame in step["frames"]]
    assert len(costs) == FRAMES
    assert costs[0] == thousandths(scenario_figures(LOW).yearly_cost_mln_eur)[-1]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] > thousandths(scenario_figures(HIGH).yearly_cost_mln_eur)[-1]
    assert [frame["chance"] for frame in step["frames"]] == [0, *[None] * (FRAMES - 1)]
    assert set(step["moves"]) == {f"saving_mln_eur:{code}" for code in PLAN.codes}
    assert step["said"].endswith("instellingen tegelijk veranderd.")


def test_switches_and_sliders_of_a_step_are_played_together() -> None:
    step = stepped(HIGH, with_values(NOTHING, {"growth_pct": 2.0}))
    assert step["moves"]["on:1"] == (1, 0)
    assert step["moves"]["growth_pct"][1] > step["moves"]["growth_pct"][0]
    assert len(step["frames"]) == FRAMES


def test_a_number_between_two_steps_of_a_slider_is_played_from_the_nearest() -> None:
    between = with_values(START, {"overlap_share": 0.704})
    assert stepped(between, with_values(START, {"overlap_share": 0.3}))["moves"] == {"overlap_share": (70, 30)}


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (None, START, NOTHING_YET),
        (Scenario.default(own_plan(2, 2)), START, OTHER_TABLE),
        (START, with_values(START, {"realised_cost_mln_eur:2019": 110.0}), NO_COSTS),
    ],
)
def test_where_there_is_nothing_to_play_it_is_said_why(before: Scenario | None, after: Scenario, why: str) -> None:
    session = WhatIfSession(after, after)
    session.previous = before
    assert last_step(session) == {"why": why}
    assert not [*broken(why), *too_long_in(why), *english_in(why)]
