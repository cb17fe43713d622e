"""The target that the costs are measured against: the path, a ceiling, or an amount of the reader."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    Ceiling,
    InputError,
    LinkError,
    SavingsPlan,
    Scenario,
    TargetKind,
    controls_of,
    fan,
    gap_by_year,
    goal_seek,
    preset_scenario,
    presets,
    presets_equal_to,
    scenario_figures,
    scenario_from_query,
    scenario_to_query,
    waterfall,
    with_comparison_of,
)
from tests.examples import examples


@pytest.fixture(scope="module")
def with_ceilings(plan: SavingsPlan) -> Scenario:
    ceilings = (Ceiling("scenario 1", 95.7), Ceiling("scenario 2", 106.7))
    return Scenario.default(replace(plan, ceilings=ceilings))


def test_the_path_is_the_target_unless_another_is_chosen(default: Scenario) -> None:
    assert default.target is TargetKind.PATH
    assert default.target_cost_mln_eur == 100.0
    assert default.target_path_mln_eur.tolist() == [114.7, 109.7, 104.7, 100.0]


def test_a_ceiling_holds_in_every_year_and_an_own_amount_in_the_target_year(with_ceilings: Scenario) -> None:
    assert replace(with_ceilings, target=TargetKind.CEILING_1).target_path_mln_eur.tolist() == [95.7] * 4
    assert replace(with_ceilings, target=TargetKind.CEILING_2).target_cost_mln_eur == 106.7
    own = replace(with_ceilings, target=TargetKind.OWN, own_target_mln_eur=98.5)
    assert own.target_cost_mln_eur == 98.5
    assert np.isnan(own.target_path_mln_eur[:3]).all()
    assert np.isnan(gap_by_year(own)[:3]).all()
    assert gap_by_year(own)[3] == pytest.approx(99.9 - 98.5)


def test_a_plan_without_ceilings_has_none_to_choose(default: Scenario) -> None:
    assert controls_of(default.plan)["target"].values == (TargetKind.PATH, TargetKind.OWN)
    with pytest.raises(InputError, match=r"Doel.*pad, eigen"):
        replace(default, target=TargetKind.CEILING_1)


def test_every_result_follows_the_target(with_ceilings: Scenario) -> None:
    """99.9 is below the ceiling of scenario 2 and above that of scenario 1; by hand, with the sum of 36.5."""
    strict = replace(with_ceilings, target=TargetKind.CEILING_1)
    mild = replace(with_ceilings, target=TargetKind.CEILING_2)
    assert fan(strict).chance_share < fan(with_ceilings).chance_share < fan(mild).chance_share
    assert waterfall(strict)[-1].amount_mln_eur == pytest.approx(4.2)
    assert waterfall(mild)[-1].amount_mln_eur == pytest.approx(-6.8)
    # 3.7 + 22.2 p = 114.7 − 95.7 = 19, so p = 15.3 / 22.2.
    assert goal_seek(strict).share == pytest.approx(15.3 / 22.2)
    assert goal_seek(mild).share == pytest.approx(4.3 / 22.2)
    assert np.array_equal(scenario_figures(strict).yearly_cost_mln_eur, scenario_figures(mild).yearly_cost_mln_eur)


def test_a_link_carries_the_target(with_ceilings: Scenario) -> None:
    own = replace(with_ceilings, target=TargetKind.OWN, own_target_mln_eur=98.5)
    for scenario in (with_ceilings, own, replace(with_ceilings, target=TargetKind.CEILING_2)):
        assert scenario_from_query(scenario_to_query(scenario), with_ceilings.plan) == scenario
    assert "w=eigen" in scenario_to_query(own)


@pytest.mark.parametrize("text", ["plafond1_95,7", "Plafond1_95.70"])
def test_a_ceiling_with_its_amount_written_otherwise_is_the_same(with_ceilings: Scenario, text: str) -> None:
    plan = with_ceilings.plan
    assert scenario_from_query(f"v=1&t={plan.fingerprint}&w={text}", plan).target is TargetKind.CEILING_1


def test_a_link_to_a_ceiling_that_was_changed_is_refused(with_ceilings: Scenario) -> None:
    link = scenario_to_query(replace(with_ceilings, target=TargetKind.CEILING_1))
    assert "w=plafond1_95.7" in link
    other = replace(with_ceilings.plan, ceilings=(Ceiling("scenario 1", 96.0),))
    with pytest.raises(LinkError, match="in de link € 95,7 mln en in de tabel van nu € 96 mln"):
        scenario_from_query(link, other)


def test_a_preset_stays_one_with_another_target(with_ceilings: Scenario) -> None:
    plan = with_ceilings.plan
    for preset in presets(plan):
        other = replace(preset.scenario, target=TargetKind.CEILING_2, own_target_mln_eur=90.0)
        assert preset.name in presets_equal_to(other)
    high = with_comparison_of(preset_scenario(plan, "hoog"), replace(with_ceilings, target=TargetKind.CEILING_1))
    assert high.target is TargetKind.CEILING_1


@examples(60)
@given(data=st.data())
def test_the_range_of_an_own_target_holds_the_path_s_target(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    plan = data.draw(scenarios_of_any_region).plan
    parameter, target = plan.own_target_parameter, plan.trajectory.target_cost_mln_eur
    assert parameter.default == target
    assert target in parameter.values
    assert 0.0 <= parameter.low <= 0.5 * plan.trajectory.start_cost_mln_eur
    assert parameter.high >= 1.5 * plan.trajectory.start_cost_mln_eur
    assert len(parameter.values) <= 1_300
