"""Response tables: what the browser shows while dragging is what the model gives on release, bit for bit."""

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
    controls_of,
    fan,
    measure_effects,
    response_table,
    scenario_figures,
    with_values,
)
from model.what_if.costs import BASELINE_STEPS, FIGURES
from tests.examples import examples


def _assert_same_on_release(scenario: Scenario, responses: dict[str, ControlResponse], every: int) -> None:
    for response in responses.values():
        values = response.control.values
        for index in {*range(0, len(values), every), len(values) - 1}:
            released = scenario_figures(response.control.set(scenario, values[index]))
            for name in FIGURES:
                shown = getattr(response.figures, name)[index]
                assert np.array_equal(shown, getattr(released, name), equal_nan=True), (response.control.key, name)


def test_every_control_that_moves_a_cost_has_a_response(default: Scenario, plan: SavingsPlan) -> None:
    assert list(response_table(default)) == [key for key in controls_of(plan) if key != "overlap_margin_share"]


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


def test_own_effect_in_a_row_equals_the_table_per_measure(default: Scenario) -> None:
    responses = response_table(default)
    for code, saving in (("1", 1.0), ("1", 10.0), ("7", 3.3), ("14", 0.0)):
        response = responses[f"saving_mln_eur:{code}"]
        index = int(np.argmin(np.abs(np.array(response.control.values, dtype=float) - saving)))
        row = (
            measure_effects(with_values(default, {f"saving_mln_eur:{code}": saving}))
            .set_index("measure_code")
            .loc[code]
        )
        assert response.effect_mln_eur is not None
        assert response.lost_to_overlap_mln_eur is not None
        assert response.effect_mln_eur[index] == pytest.approx(row["loss_without_mln_eur"], abs=1e-8)
        assert response.lost_to_overlap_mln_eur[index] == pytest.approx(row["lost_to_overlap_mln_eur"], abs=1e-8)


def test_every_slider_moves_the_result(default: Scenario) -> None:
    scenario = replace(default, investments_counted=InvestmentCount.YEARLY)
    for response in response_table(scenario).values():
        regional = response.control.field == "national_contribution_mln_eur"
        figure = response.figures.regional_cost_mln_eur if regional else response.figures.yearly_cost_mln_eur
        rows = np.nan_to_num(figure, nan=-1.0)
        moved = np.abs(np.diff(rows, axis=0)).max(axis=1) > 0
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
    assert response.figures.yearly_cost_mln_eur[[0, -1], 3] == pytest.approx([101.25, 95.4])


@examples(10)
@given(data=st.data())
def test_what_moves_the_cost_without_measures_is_a_step_of_the_waterfall(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    steps = {assumption.key for assumption in BASELINE_STEPS.values()}
    for response in response_table(data.draw(scenarios_of_any_region)).values():
        baseline = response.figures.cost_without_measures_mln_eur
        assert response.control.input in steps or (baseline == baseline[0]).all(), response.control.key
