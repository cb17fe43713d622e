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
    Scenario,
    TargetKind,
    chance_share,
    chance_table,
    controls_of,
    fan,
    with_values,
)
from model.what_if.chances import _along
from model.what_if.parameters import Scope
from tests.examples import examples


def _assert_same_on_release(scenario: Scenario, controls: list[Control], every: int) -> None:
    chances = chance_table(scenario, controls)
    assert list(chances) == [control.key for control in controls]
    for control in controls:
        assert len(chances[control.key]) == len(control.values)
        for index in {*range(0, len(control.values), every), len(control.values) - 1}:
            released = control.set(scenario, control.values[index])
            assert chances[control.key][index] == fan(released).chance_tenths, (control.key, index)


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

    assert _along(91, counted) == tuple(chance_tenths(share_at(index)) for index in range(91))
    assert len(looked_at) < 50
    assert len(set(looked_at)) == len(looked_at)


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
