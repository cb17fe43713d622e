"""Tornado, waterfall, table per measure, goal seek."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    InvestmentCount,
    SavingsPlan,
    Scenario,
    goal_seek,
    measure_effects,
    preset_scenario,
    scenario_figures,
    tornado,
    waterfall,
    with_values,
)
from model.what_if.scenario import saving_at_share
from tests.examples import examples
from tests.model.what_if.calibration import calibrated_overlap_share

properties = examples(40)
CLOSE = 1e-7


def _target_cost(scenario: Scenario) -> float:
    return float(scenario_figures(scenario).yearly_cost_mln_eur[scenario.plan.trajectory.target_index])


def test_tornado_worked_by_hand(default: Scenario) -> None:
    table = pd.DataFrame(tornado(default)).set_index("control")
    assert table.index[0] == "overlap"
    # Overlap 0.55: 5.5 + 0.45 x 31 = 19.45, cost 95.25. Overlap 0.85: 5.5 + 0.15 x 31 = 10.15, cost 104.55.
    assert table.loc["overlap", ["low_input", "high_input"]].tolist() == pytest.approx([0.55, 0.85])
    assert table.loc["overlap", "cost_at_low_mln_eur"] == pytest.approx(95.25)
    assert table.loc["overlap", "cost_at_high_mln_eur"] == pytest.approx(104.55)
    # Measure 1 at 1: largest stays 5.5 (measure 2), sum 32: 5.5 + 0.3 x 26.5 = 13.45, cost 101.25.
    # Measure 1 at 10: 10 + 0.3 x (41 - 10) = 19.3, cost 95.4. Width 5.85.
    assert table.loc["1", "cost_at_low_mln_eur"] == pytest.approx(101.25)
    assert table.loc["1", "cost_at_high_mln_eur"] == pytest.approx(95.4)
    assert table.loc["1", "width_mln_eur"] == pytest.approx(5.85)


def test_tornado_shows_active_measures_widest_first(default: Scenario) -> None:
    table = pd.DataFrame(tornado(with_values(default, {"on:2": False})))
    assert "2" not in set(table["control"])
    assert len(table) == 15
    assert table["width_mln_eur"].is_monotonic_decreasing


def test_tornado_keeps_the_overlap_between_nil_and_one(default: Scenario) -> None:
    table = pd.DataFrame(tornado(replace(default, overlap_share=0.95))).set_index("control")
    assert table.loc["overlap", ["low_input", "high_input"]].tolist() == pytest.approx([0.8, 1.0])


def test_tornado_of_nothing_shows_the_overlap_without_width(plan: SavingsPlan) -> None:
    table = pd.DataFrame(tornado(preset_scenario(plan, "niets")))
    assert table["control"].tolist() == ["overlap"]
    assert table["width_mln_eur"].tolist() == [0.0]


def test_waterfall_worked_by_hand(default: Scenario) -> None:
    scenario = replace(default, growth_pct=1.0, investments_counted=InvestmentCount.YEARLY)
    table = pd.DataFrame(waterfall(scenario)).set_index("step")
    # Growth: 114.7 x (1.01^3 - 1) = 114.7 x 0.030301 = 3.4755247. Investments 0.5 + 0.5 + 0.2 + 2 = 3.2.
    # Lost: 36.5 - 14.8 = 21.7. Result 114.7 + 3.4755247 - 36.5 + 21.7 + 3.2 = 106.5755247.
    expected = {
        "start": 114.7,
        "growth": 3.4755247,
        "gross_effect": -36.5,
        "lost_to_overlap": 21.7,
        "investment": 3.2,
        "result": 106.5755247,
        "distance_to_target": 6.5755247,
    }
    assert table["amount_mln_eur"][list(expected)].to_dict() == pytest.approx(expected)
    assert table.index[0] == "start"
    assert list(table.index[-2:]) == ["result", "distance_to_target"]
    assert table.loc["distance_to_target", ["from_mln_eur", "to_mln_eur"]].tolist() == pytest.approx([100, 106.5755247])


def test_measure_table_worked_by_hand(default: Scenario) -> None:
    table = pd.DataFrame(measure_effects(with_values(default, {"on:9": False}))).set_index("measure_code")
    # Without 9: sum 34.5, net 5.5 + 0.3 x 29 = 14.2. Measure 1: 5.5 / 34.5 = 15.942 %, x 14.2 = 2.2638.
    assert table.loc["1", "contribution_share_pct"] == pytest.approx(100 * 5.5 / 34.5)
    assert table.loc["1", "contribution_mln_eur"] == pytest.approx(14.2 * 5.5 / 34.5)
    # Measure 1 away: sum 29, largest still 5.5 (measure 2): 5.5 + 0.3 x 23.5 = 12.55; loss 14.2 - 12.55 = 1.65.
    assert table.loc["1", "loss_without_mln_eur"] == pytest.approx(1.65)
    assert table.loc["1", "lost_to_overlap_mln_eur"] == pytest.approx(5.5 - 14.2 * 5.5 / 34.5)
    # Measure 9 added: sum 36.5: 14.8; gain 0.6.
    assert table.loc["9", ["gross_effect_mln_eur", "loss_without_mln_eur"]].tolist() == [0.0, 0.0]
    assert table.loc["9", "gain_if_added_mln_eur"] == pytest.approx(0.6)


def test_goal_seek_worked_by_hand(default: Scenario) -> None:
    found = goal_seek(default)
    # At a common share p: 1 and 2 give 1 + 9p each and are the largest; the sum is 10 + 53p (all low 10, all high 63).
    # 1 + 9p + 0.3 x (9 + 44p) = 3.7 + 22.2p = 14.7, so p = 11 / 22.2 = 0.4954...
    assert found.share == pytest.approx(11 / 22.2)
    assert found.shortfall_mln_eur == 0.0
    assert found.yearly_cost_mln_eur <= 100.0
    exact = replace(default, saving_mln_eur=saving_at_share(default.plan, 11 / 22.2))
    assert _target_cost(exact) == pytest.approx(100.0, abs=1e-8)


def test_goal_seek_with_only_the_active_measures(plan: SavingsPlan) -> None:
    found = goal_seek(preset_scenario(plan, "besluiten"), only_active=True)
    # 1 and 2 at 10 each: 10 + 0.3 x 10 = 13; 114.7 - 13 = 101.7, so 1.7 short.
    assert found.share is None
    assert found.shortfall_mln_eur == pytest.approx(1.7)
    assert found.scenario.saving_mln_eur[:2] == (10.0, 10.0)
    assert found.scenario.on == preset_scenario(plan, "besluiten").on
    everything = goal_seek(preset_scenario(plan, "besluiten"))
    assert everything.share is not None
    assert all(everything.scenario.on)


def test_goal_seek_of_nothing_falls_short_by_the_whole_task(plan: SavingsPlan) -> None:
    found = goal_seek(preset_scenario(plan, "niets"), only_active=True)
    assert (found.share, found.shortfall_mln_eur) == (None, pytest.approx(14.7))


def test_goal_seek_needs_nothing_when_costs_shrink_by_themselves(plan: SavingsPlan) -> None:
    path = replace(plan.trajectory, yearly_cost_mln_eur=(114.7, 109.7, 104.7, 114.0))
    scenario = replace(Scenario.default(replace(plan, trajectory=path)), growth_pct=-2.0)
    assert goal_seek(scenario).share == 0.0


def test_no_calibration_where_no_overlap_gives_the_target(plan: SavingsPlan) -> None:
    path = replace(plan.trajectory, yearly_cost_mln_eur=(114.7, 109.7, 104.7, 50.0))
    assert calibrated_overlap_share(replace(plan, trajectory=path)) is None


@properties
@given(data=st.data(), only_active=st.booleans())
def test_goal_seek_finds_the_smallest_share(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject, only_active: bool
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    found = goal_seek(scenario, only_active=only_active)
    target = scenario.target_cost_mln_eur
    on = scenario.on if only_active else (True,) * len(scenario.on)

    def cost_at(share: float) -> float:
        return _target_cost(replace(scenario, on=on, saving_mln_eur=saving_at_share(scenario.plan, share)))

    if found.share is None:
        assert cost_at(1.0) > target
        assert found.shortfall_mln_eur == pytest.approx(cost_at(1.0) - target, abs=CLOSE)
    else:
        assert cost_at(found.share) <= target + CLOSE
        assert found.yearly_cost_mln_eur <= target + CLOSE
        if found.share > 1e-3:
            assert cost_at(found.share - 1e-3) >= target - CLOSE


@properties
@given(data=st.data())
def test_tables_agree_with_the_figures(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    figures, at = scenario_figures(scenario), scenario.plan.trajectory.target_index
    steps = pd.DataFrame(waterfall(scenario)).set_index("step")
    assert steps.loc["result", "amount_mln_eur"] == figures.yearly_cost_mln_eur[at]
    assert steps["amount_mln_eur"].iloc[:-2].sum() == pytest.approx(figures.yearly_cost_mln_eur[at], abs=CLOSE)
    effects = pd.DataFrame(measure_effects(scenario))
    assert effects["gross_effect_mln_eur"].sum() == pytest.approx(figures.gross_effect_mln_eur[at], abs=CLOSE)
    assert effects["contribution_mln_eur"].sum() == pytest.approx(figures.net_effect_mln_eur[at], abs=CLOSE)
    assert np.all(effects["lost_to_overlap_mln_eur"] >= -CLOSE)
    lost = figures.gross_effect_mln_eur[at] - figures.net_effect_mln_eur[at]
    assert effects["lost_to_overlap_mln_eur"].sum() == pytest.approx(lost, abs=CLOSE)
    for index, on in enumerate(scenario.on):
        if on:
            without = scenario_figures(with_values(scenario, {f"on:{scenario.plan.codes[index]}": False}))
            loss = figures.net_effect_mln_eur[at] - without.net_effect_mln_eur[at]
            assert effects["loss_without_mln_eur"][index] == pytest.approx(loss, abs=CLOSE)
    spread = pd.DataFrame(tornado(scenario)).set_index("control")
    for code, on in zip(scenario.plan.codes, scenario.on, strict=True):
        if on:
            high = with_values(scenario, {f"saving_mln_eur:{code}": float(spread.loc[code, "high_input"])})
            assert spread.loc[code, "cost_at_high_mln_eur"] == pytest.approx(_target_cost(high), abs=CLOSE)
