"""Response tables: what the browser shows while dragging is what the model gives on release, bit for bit."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    ControlResponse,
    InputError,
    InvestmentCount,
    SavingsPlan,
    Scenario,
    fan,
    measure_effects,
    response_table,
    scenario_figures,
)
from model.what_if.costs import FIGURES
from tests.examples import examples


def _released(scenario: Scenario, response: ControlResponse, value: Any) -> Scenario:
    """The scenario once a control has been let go at a value."""
    setters = {
        "saving_mln_eur": scenario.with_saving,
        "on": scenario.with_on,
        "delay_months": scenario.with_delay,
        "unknown_investment_mln_eur": scenario.with_unknown_investment,
    }
    if response.field == "national_contribution_mln_eur":
        return scenario.with_national_contribution(int(response.of), value)
    if response.of:
        return setters[response.field](response.of, value)
    if response.field == "delay_months":
        return scenario.with_delay_of_all(value)
    return replace(scenario, **{response.field: value})


def _assert_same_on_release(scenario: Scenario, responses: dict[str, ControlResponse], every: int) -> None:
    for response in responses.values():
        for place in {*range(0, len(response.values), every), len(response.values) - 1}:
            released = scenario_figures(_released(scenario, response, response.values[place]))
            for name in FIGURES:
                shown = getattr(response.figures, name)[place]
                assert np.array_equal(shown, getattr(released, name), equal_nan=True), (response.control, name)


def test_every_control_of_the_source_has_a_response(default: Scenario, plan: SavingsPlan) -> None:
    assert list(response_table(default)) == [
        *(f"saving_mln_eur:{code}" for code in plan.codes),
        *(f"on:{code}" for code in plan.codes),
        *(f"delay_months:{code}" for code in plan.codes),
        "delay_months",
        "overlap_share",
        "growth_pct",
        "national_contribution_mln_eur:2022",
        "unknown_investment_mln_eur:1",
        "unknown_investment_mln_eur:4",
        "investments_counted",
    ]


def test_shown_while_dragging_equals_computed_on_release(default: Scenario) -> None:
    scenario = replace(default, investments_counted=InvestmentCount.ONCE, growth_pct=1.3)
    scenario = scenario.with_delay("3a", 7).with_on("6", False).with_saving("1", 7.7)
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
        place = int(np.argmin(np.abs(np.array(response.values, dtype=float) - saving)))
        row = measure_effects(default.with_saving(code, saving)).set_index("measure_code").loc[code]
        assert response.effect_mln_eur is not None
        assert response.lost_to_overlap_mln_eur is not None
        assert response.effect_mln_eur[place] == pytest.approx(row["loss_without_mln_eur"], abs=1e-8)
        assert response.lost_to_overlap_mln_eur[place] == pytest.approx(row["lost_to_overlap_mln_eur"], abs=1e-8)


def test_every_slider_moves_the_result(default: Scenario) -> None:
    scenario = replace(default, investments_counted=InvestmentCount.YEARLY)
    for response in response_table(scenario).values():
        regional = response.field == "national_contribution_mln_eur"
        figure = response.figures.regional_cost_mln_eur if regional else response.figures.yearly_cost_mln_eur
        rows = np.nan_to_num(figure, nan=-1.0)
        moved = np.abs(np.diff(rows, axis=0)).max(axis=1) > 0
        # Whether an investment is unknown or given as nothing does not change a sum, only what is said of it.
        allowed_still = 1 if response.field == "unknown_investment_mln_eur" else 0
        assert np.count_nonzero(~moved) == allowed_still, response.control


def test_the_margin_of_the_overlap_moves_the_band(default: Scenario) -> None:
    widths = []
    for margin in np.linspace(0.0, 0.3, 7):
        band = fan(replace(default, overlap_margin_share=float(margin)))
        widths.append(float(band.p90_mln_eur[3] - band.p10_mln_eur[3]))
    assert np.all(np.diff(widths) > 0)


def test_own_steps_are_computed_and_refused_outside_the_band(default: Scenario) -> None:
    steps = [[float(low), float(high)] for low, high in zip(
        default.plan.band_low_mln_eur, default.plan.band_high_mln_eur, strict=True
    )]  # fmt: skip
    responses = response_table(default, steps)
    assert responses["saving_mln_eur:1"].values == (1.0, 10.0)
    assert responses["saving_mln_eur:1"].figures.yearly_cost_mln_eur[:, 3] == pytest.approx([101.25, 95.4])
    steps[2] = [1.0, 7.0, 5.0]
    with pytest.raises(
        InputError, match="Besparing van maatregel 3a: 7 kan niet; toegestaan is 1 tot en met 5 mln euro"
    ):
        response_table(default, steps)
    with pytest.raises(InputError, match="15, één rij per maatregel"):
        response_table(default, steps[:3])


def test_plain_form_is_json_and_keeps_unknown_apart(default: Scenario) -> None:
    responses = response_table(default)
    plain = {
        key: response.to_dict(("yearly_cost_mln_eur", "regional_cost_mln_eur")) for key, response in responses.items()
    }
    read = json.loads(json.dumps(plain, allow_nan=False))
    assert read["national_contribution_mln_eur:2022"]["values"][:2] == [None, 0.0]
    assert read["national_contribution_mln_eur:2022"]["regional_cost_mln_eur"][0][3] is None
    assert read["investments_counted"]["values"] == ["niet", "eenmalig", "jaarlijks"]
    assert read["saving_mln_eur:1"]["yearly_cost_mln_eur"][45][3] == pytest.approx(99.9)
