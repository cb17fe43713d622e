"""Chances at every value of every control: what a drag shows is what the release gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.notation import chance_tenths, whole_percent
from model.what_if import (
    Control,
    InvestmentCount,
    SavingsPlan,
    Scenario,
    TargetKind,
    chance_share,
    chance_table,
    controls_of,
    fan,
    scenario_figures,
    with_values,
)
from model.what_if.chance_search import along, through_some
from model.what_if.parameters import DEPENDENCE_SHARE, Scope
from tests.examples import examples
from tests.model.what_if.test_accuracy import random_scenarios

POINT = 0.01


def _assert_same_on_release(scenario: Scenario, controls: list[Control], every: int) -> None:
    chances = chance_table(scenario, controls)
    assert list(chances) == [control.key for control in controls]
    for control in controls:
        assert len(chances[control.key]) == len(control.values)
        for index in {*range(0, len(control.values), every), len(control.values) - 1}:
            released = chance_share(control.set(scenario, control.values[index]))
            # Over the dependence a curve gives the chance, to a point; all else is the chance itself.
            off = POINT if control.key == DEPENDENCE_SHARE.key else 0.0
            possible = chance_tenths(released - off), chance_tenths(released + off)
            assert min(possible) <= chances[control.key][index] <= max(possible), (control.key, index)


@pytest.mark.parametrize("counted", list(InvestmentCount))
def test_chance_while_dragging_is_the_chance_on_release(default: Scenario, counted: InvestmentCount) -> None:
    scenario = with_values(
        default, {"investments_counted": counted, "growth_pct": 0.3, "on:9": False, "delay_months:2": 5.0}
    )
    # Of the fifteen measures four: the largest, two others, and one that is off.
    controls = [
        control
        for control in controls_of(scenario.plan).values()
        if control.scope is not Scope.MEASURE or control.of in ("1", "3a", "4", "9")
    ]
    _assert_same_on_release(scenario, controls, every=7)


@pytest.mark.parametrize("overlap", [0.0, 0.1, 0.95, 1.0])
@pytest.mark.parametrize("margin", [0.0, 0.001, 0.3])
def test_chance_while_dragging_at_the_ends_of_the_overlap(default: Scenario, overlap: float, margin: float) -> None:
    scenario = replace(default, overlap_share=overlap, overlap_margin_share=margin)
    scenario = replace(scenario, target=TargetKind.OWN, own_target_mln_eur=round(fan(scenario).p50_mln_eur[3], 1))
    controls = controls_of(scenario.plan)
    moved = ("saving_mln_eur:1", "saving_mln_eur:8", "on:2", "overlap_share", "growth_pct", "own_target_mln_eur")
    _assert_same_on_release(scenario, [controls[key] for key in moved], every=5)


@examples(12)
@given(data=st.data())
def test_chance_while_dragging_is_the_chance_on_release_for_any_region(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    controls = list(controls_of(scenario.plan).values())
    some = data.draw(st.lists(st.sampled_from(controls), min_size=1, max_size=6, unique=True))
    _assert_same_on_release(scenario, some, every=37)


_WITH_OTHER_DRAWS = ("overlap_margin_share", "dependence_share", "own_target_mln_eur", "target")


@examples(12)
@given(data=st.data())
def test_chance_while_dragging_what_it_is_hardest_to_find_along(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = _near_its_own_target(data.draw(scenarios_of_any_region), data.draw(st.floats(-2.0, 2.0)))
    controls = controls_of(scenario.plan)
    late = data.draw(st.sampled_from([key for key in controls if key.startswith("delay_months:")]))
    _assert_same_on_release(scenario, [controls[key] for key in (*_WITH_OTHER_DRAWS, late)], every=7)


def _near_its_own_target(scenario: Scenario, above_mln_eur: float) -> Scenario:
    """The same with a target near its cost, where a chance is neither hopeless nor sure."""
    cost = float(scenario_figures(scenario).yearly_cost_mln_eur[scenario.plan.trajectory.target_index])
    targets = [float(str(value)) for value in controls_of(scenario.plan)["own_target_mln_eur"].values]
    near = min(targets, key=lambda target: abs(target - cost - above_mln_eur))
    return replace(scenario, target=TargetKind.OWN, own_target_mln_eur=near)


@pytest.mark.parametrize("margin", [0.05, 0.15])
def test_chance_while_dragging_the_dependence(plan: SavingsPlan, margin: float) -> None:
    control, moved = controls_of(plan)["dependence_share"], 0
    for scenario in random_scenarios(plan, 8, 20_193):
        scenario = replace(scenario, overlap_margin_share=margin)
        _assert_same_on_release(scenario, [control], every=1)
        moved += len(set(chance_table(scenario, [control])[control.key])) > 1
    assert moved >= 4


def test_a_measure_that_is_the_only_one(default: Scenario) -> None:
    on = tuple(code == "1" for code in default.plan.codes)
    scenario = replace(default, on=on, target=TargetKind.OWN, own_target_mln_eur=109.0)
    controls = controls_of(scenario.plan)
    _assert_same_on_release(scenario, [controls[f"{field}:1"] for field in ("saving_mln_eur", "on")], every=1)


def _steps(*at: int) -> Callable[[int], float]:
    return lambda index: sum(index >= place for place in at) / len(at)


@pytest.mark.parametrize(
    "share_at",
    [
        lambda index: index / 90,
        lambda index: 1 - (index / 90) ** 5,
        lambda index: 0.5 + np.arctan((index - 60) / 3) / np.pi,
        lambda index: 0.3,
        _steps(1),
        _steps(90),
        _steps(37, 37, 38),
        _steps(3, 80, 81),
        lambda index: 0.05 + 0.9 * (index >= 45),
    ],
)
def test_looking_at_few_values_finds_what_all_of_them_give(share_at: Callable[[int], float]) -> None:
    looked_at: list[int] = []

    def counted(index: int) -> float:
        looked_at.append(index)
        return share_at(index)

    assert along(91, counted) == tuple(chance_tenths(share_at(index)) for index in range(91))
    assert len(looked_at) < 50
    assert len(set(looked_at)) == len(looked_at)


def test_what_is_known_along_a_slider_is_not_looked_at_again() -> None:
    looked_at: list[int] = []

    def counted(index: int) -> float:
        looked_at.append(index)
        return index / 100

    assert along(91, counted, {0: 0.0, 40: 0.4}) == tuple(chance_tenths(index / 100) for index in range(91))
    assert not {0, 40} & set(looked_at)


def test_a_curve_through_a_few_values_is_trusted_only_away_from_the_next_tenth() -> None:
    column, looked_at = np.linspace(0.0, 1.0, 21), set[int]()

    def bent(index: int) -> float:
        looked_at.add(index)
        return 0.4 + 0.3 * float(column[index]) - 0.2 * float(column[index]) ** 2

    assert through_some(column, bent, 0.005) == tuple(chance_tenths(bent(index)) for index in range(21))
    looked_at.clear()
    through_some(column, bent, 0.005)
    assert 5 <= len(looked_at) < 10


@pytest.mark.parametrize(
    ("share_pct", "tenths"),
    [
        (0.0, 0), (4.4, 0), (4.499, 0), (4.51, 1), (5.0, 1), (9.5, 1), (14.4, 1), (14.6, 2), (15.0, 2), (44.4, 4),
        (44.6, 5), (50.0, 5), (54.4, 5), (54.66, 6), (94.9, 9), (95.4, 9), (95.6, 10), (99.9, 10), (100.0, 10),
    ],
)  # fmt: skip
def test_a_chance_in_tenths(share_pct: float, tenths: int) -> None:
    assert chance_tenths(share_pct / 100.0) == tenths


@examples(200)
@given(share=st.floats(0.0, 1.0), other=st.floats(0.0, 1.0))
def test_a_chance_in_tenths_is_never_none_or_ten_of_ten_for_another_chance(share: float, other: float) -> None:
    tenths = chance_tenths(share)
    percent = whole_percent(share)
    assert (tenths == 0) == (percent < 5)
    assert (tenths == 10) == (percent > 95)
    assert abs(10 * tenths - percent) <= 5, "the tenth of the percents that stand in the table"
    assert (tenths <= chance_tenths(other)) or share > other


def test_the_chance_of_the_band_is_the_chance(default: Scenario) -> None:
    assert fan(default).chance_share == chance_share(default)
