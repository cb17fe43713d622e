"""Responses: what the browser shows while dragging is what the model gives on release."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    ControlResponse,
    InvestmentCount,
    SavingsPlan,
    Scenario,
    baseline_values,
    controls_of,
    fan,
    measure_effects,
    moves_baseline,
    response_table,
    scenario_figures,
    with_values,
)
from model.what_if.costs import RESULT_DECIMALS
from model.what_if.plan import FloatArray
from tests.examples import examples


def _assert_same_on_release(scenario: Scenario, responses: dict[str, ControlResponse], every: int) -> None:
    for response in responses.values():
        values = response.control.values
        for index in {*range(0, len(values), every), *response.at, len(values) - 1}:
            released = scenario_figures(response.control.set(scenario, values[index])).yearly_cost_mln_eur
            if index in response.at:
                shown = np.round(response.cost_mln_eur[response.at.index(index)], RESULT_DECIMALS)
                assert np.array_equal(shown, released), response.control.key
            else:
                shown = _along_the_line(response, response.cost_mln_eur, index)
                assert np.allclose(shown, released, rtol=0, atol=2e-9), response.control.key


def _along_the_line(response: ControlResponse, known: FloatArray, index: int) -> FloatArray:
    if len(response.at) == 1:
        return known[0]
    values = response.control.values
    at = [float(values[place] or 0.0) for place in response.at]
    rising = slice(1, None) if values[0] is None else slice(None)
    return np.array([np.interp(float(values[index] or 0.0), at[rising], column[rising]) for column in known.T])


def test_every_control_that_moves_a_cost_has_a_response(default: Scenario, plan: SavingsPlan) -> None:
    left_out = {
        "target", "own_target_mln_eur", "overlap_margin_share", "dependence_share", "growth_pct",
        "national_contribution_mln_eur:2022", *(f"realised_cost_mln_eur:{year}" for year in plan.years),
    }  # fmt: skip
    assert set(response_table(default)) == set(controls_of(plan)) - left_out


def test_costs_are_sent_at_few_values(default: Scenario) -> None:
    responses = response_table(with_values(default, {"delay_months:3a": 7.0}))
    assert sum(len(response.at) for response in responses.values()) < 0.2 * sum(
        len(response.control.values) for response in responses.values()
    )
    # The largest of the others saves 5.5: measure 1 overtakes it between 5.5 and 5.6.
    assert responses["saving_mln_eur:1"].at == (0, 44, 45, 90)
    assert responses["overlap_share"].at == (0, 100)


def test_costs_without_measures_move_the_yearly_cost_by_as_much(default: Scenario, plan: SavingsPlan) -> None:
    controls = [control for control in controls_of(plan).values() if moves_baseline(control)]
    assert [control.key for control in controls] == ["growth_pct"]
    (growth,), scenario = controls, replace(default, growth_pct=0.4)
    baselines, now = baseline_values(scenario, growth), scenario_figures(scenario)
    assert baselines.shape == (len(growth.values), 4)
    for index in (0, 20, 57, 120):
        released = scenario_figures(growth.set(scenario, growth.values[index]))
        assert np.round(baselines[index], RESULT_DECIMALS).tolist() == released.cost_without_measures_mln_eur.tolist()
        moved = now.yearly_cost_mln_eur + baselines[index] - now.cost_without_measures_mln_eur
        assert moved == pytest.approx(released.yearly_cost_mln_eur, abs=2e-9)


def test_shown_while_dragging_equals_computed_on_release(default: Scenario) -> None:
    scenario = replace(default, investments_counted=InvestmentCount.ONCE, growth_pct=1.3)
    scenario = with_values(scenario, {"delay_months:3a": 7, "on:6": False, "saving_mln_eur:1": 7.7})
    _assert_same_on_release(scenario, response_table(scenario), every=1)


@examples(15)
@given(data=st.data())
def test_shown_while_dragging_equals_computed_on_release_for_any_region(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    _assert_same_on_release(scenario, response_table(scenario), every=37)


def test_own_effect_in_a_row_equals_the_effect_of_the_measure(default: Scenario, plan: SavingsPlan) -> None:
    for code in plan.codes:
        response = response_table(default)[f"saving_mln_eur:{code}"]
        assert response.own_effect_mln_eur is not None
        assert response.net_effect_mln_eur is not None
        for row, index in enumerate(response.at):
            released = response.control.set(default, response.control.values[index])
            effect, at = measure_effects(released)[plan.codes.index(code)], plan.trajectory.target_index
            net = scenario_figures(released).net_effect_mln_eur[at]
            assert response.own_effect_mln_eur[row] == pytest.approx(effect.gross_effect_mln_eur, abs=1e-8)
            assert response.net_effect_mln_eur[row] == pytest.approx(net, abs=1e-8)


def test_every_slider_moves_the_result(default: Scenario) -> None:
    scenario = replace(default, investments_counted=InvestmentCount.YEARLY)
    for response in response_table(scenario).values():
        moved = np.abs(np.diff(response.cost_mln_eur, axis=0)).max(axis=1) > 0
        # Whether an investment is unknown or given as nothing does not change a sum, only what is said of it.
        allowed_still = 1 if response.control.field == "unknown_investment_mln_eur" else 0
        assert np.count_nonzero(~moved) == allowed_still, response.control.key


def test_the_margin_of_the_overlap_moves_the_band(default: Scenario) -> None:
    widths = []
    for margin in np.linspace(0.0, 0.3, 7):
        band = fan(replace(default, overlap_margin_share=float(margin)))
        widths.append(float(band.p90_mln_eur[3] - band.p10_mln_eur[3]))
    assert np.all(np.diff(widths) > 0)


def test_ends_of_a_slider_worked_by_hand(default: Scenario) -> None:
    # As for the tornado: measure 1 at 1 gives 13.45 after overlap, at 10 it gives 19.3.
    response = response_table(default)["saving_mln_eur:1"]
    assert (response.control.values[0], response.control.values[-1]) == (1.0, 10.0)
    assert response.cost_mln_eur[[0, -1], 3] == pytest.approx([101.25, 95.4])


@examples(10)
@given(data=st.data())
def test_only_what_moves_the_cost_without_measures_does_so(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    now = scenario_figures(scenario).cost_without_measures_mln_eur
    for control in controls_of(scenario.plan).values():
        for value in (control.values[0], control.values[-1]):
            released = scenario_figures(control.set(scenario, value)).cost_without_measures_mln_eur
            assert moves_baseline(control) or released.tolist() == now.tolist(), control.key
