"""What the costs really were: beside what is computed and the target, and never in a computation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    InputError,
    Measure,
    SavingsPlan,
    Scenario,
    TargetKind,
    certainty_seek,
    chance_table,
    controls_of,
    fan,
    goal_seek,
    later_starts,
    measure_effects,
    preset_scenario,
    presets_equal_to,
    priorities,
    realised_years,
    response_table,
    scenario_changes,
    scenario_figures,
    tornado,
    waterfall,
    with_comparison_of,
    with_values,
    years_together,
)
from model.what_if.costs import FIGURES, RESULT_DECIMALS
from tests.examples import examples

properties = examples(40)
KEY = "realised_cost_mln_eur"


@pytest.fixture(scope="session", params=["source", "any region"])
def drawn(
    request: pytest.FixtureRequest,
    scenarios: st.SearchStrategy[Scenario],
    scenarios_of_any_region: st.SearchStrategy[Scenario],
) -> st.SearchStrategy[Scenario]:
    return scenarios if request.param == "source" else scenarios_of_any_region


def _without(scenario: Scenario) -> Scenario:
    return replace(scenario, realised_cost_mln_eur=(None,) * len(scenario.plan.years))


def _same(one: object, other: object) -> None:
    np.testing.assert_equal(one, other)


@properties
@given(data=st.data())
def test_what_the_costs_really_were_changes_no_figure(drawn: st.SearchStrategy[Scenario], data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    other = _without(scenario)
    for name in FIGURES:
        _same(getattr(scenario_figures(scenario), name), getattr(scenario_figures(other), name))
    _same(vars(fan(scenario)), vars(fan(other)))
    for compute in (years_together, later_starts, tornado, waterfall, measure_effects, priorities):
        _same(compute(scenario), compute(other))
    assert _without(goal_seek(scenario).scenario) == goal_seek(other).scenario
    responses = response_table(other)
    for key, response in response_table(scenario).items():
        _same(response.cost_mln_eur, responses[key].cost_mln_eur)


def test_no_chance_moves_with_what_the_costs_really_were(default: Scenario) -> None:
    given_amounts = replace(default, realised_cost_mln_eur=(114.7, 113.4, None, 400.0))
    controls = [controls_of(default.plan)[key] for key in ("overlap_share", "on:1", "saving_mln_eur:2")]
    assert chance_table(given_amounts, controls) == chance_table(default, controls)
    assert certainty_seek(given_amounts, 0.8).share == certainty_seek(default, 0.8).share


@properties
@given(data=st.data())
def test_only_years_with_an_amount_stand_beside_the_line_and_the_target(
    drawn: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(drawn)
    found, costs = realised_years(scenario), scenario_figures(scenario).yearly_cost_mln_eur
    amounts = dict(zip(scenario.plan.years, scenario.realised_cost_mln_eur, strict=True))
    assert {row.year: row.cost_mln_eur for row in found} == {
        year: amount for year, amount in amounts.items() if amount is not None
    }
    for row in found:
        at = scenario.plan.years.index(row.year)
        assert row.above_computed_mln_eur == round(row.cost_mln_eur - float(costs[at]), RESULT_DECIMALS)
        goal = float(scenario.target_path_mln_eur[at])
        expected = None if np.isnan(goal) else round(row.cost_mln_eur - goal, RESULT_DECIMALS)
        assert row.above_target_mln_eur == expected


def test_one_year_by_hand(default: Scenario) -> None:
    """2020 is computed at 102.85, and the path gives 109.7."""
    scenario = with_values(default, {f"{KEY}:2020": 113.4})
    assert realised_years(scenario) == ((2020, 113.4, 10.55, 3.7),)
    own = replace(scenario, target=TargetKind.OWN)
    assert realised_years(own) == ((2020, 113.4, 10.55, None),)
    assert realised_years(default) == ()


def test_it_is_no_part_of_a_preset_and_outlives_the_choice_of_one(default: Scenario, plan: SavingsPlan) -> None:
    scenario = with_values(default, {f"{KEY}:2020": 113.4})
    assert presets_equal_to(scenario) == presets_equal_to(default)
    chosen = with_comparison_of(preset_scenario(plan, "hoog"), scenario)
    assert [change.control.key for change in scenario_changes(preset_scenario(plan, "hoog"), chosen)] == [f"{KEY}:2020"]


def test_steps_that_are_typed_run_from_unknown_by_thousands_of_euros(plan: SavingsPlan) -> None:
    control = controls_of(plan)[f"{KEY}:2020"]
    assert (control.values, control.typed_step, control.input) == ((None, 20.0, 574.0), 0.001, None)
    assert [control.value_at(step) for step in (0, 1, 93_401, 554_001)] == [None, 20.0, 113.4, 574.0]
    for step in (-1, 554_002, 1.0, "1", None):
        with pytest.raises(InputError, match=f"Stand van een schuif: {KEY}:2020 {step} kan niet"):
            control.value_at(step)


@properties
@given(data=st.data())
def test_the_range_holds_every_cost_of_the_path(drawn: st.SearchStrategy[Scenario], data: st.DataObject) -> None:
    plan = data.draw(drawn).plan
    for year, cost in zip(plan.years, plan.trajectory.yearly_cost_mln_eur, strict=True):
        if cost is not None:
            assert realised_years(with_values(Scenario.default(plan), {f"{KEY}:{year}": cost}))[0].year == year


def test_a_region_of_any_size_has_a_range(plan: SavingsPlan) -> None:
    for start, ends in ((0.4, (0.0, 2.0)), (9_999.0, (1_999.0, 10_000.0))):
        path = replace(plan.trajectory, yearly_cost_mln_eur=(start, None, None, None))
        measures = replace(plan.measures, measures=tuple(_small(measure) for measure in plan.measures))
        other = SavingsPlan(measures, path).realised_cost_parameter
        assert (other.low, other.high) == ends


def _small(measure: Measure) -> Measure:
    low, high = (0.0, 0.0, 0.0), (0.1, 0.1, 0.1)
    return replace(
        measure, effect_low_mln_eur=low, effect_high_mln_eur=high, saving_low_mln_eur=0.0, saving_high_mln_eur=0.1
    )
