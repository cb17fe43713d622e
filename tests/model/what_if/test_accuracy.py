"""The chance beside that of a million plain draws."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.what_if import (
    SavingsPlan,
    Scenario,
    TargetKind,
    chance_share,
    controls_of,
    preset_scenario,
    presets,
    scenario_figures,
    with_values,
)
from tests.model.what_if.plain_draws import plain_chances_pct

POINTS = 0.5
"""How far a chance may be off. That of 200,000 plain draws is itself off by 0.11 point, of a million by 0.05."""


def random_scenarios(plan: SavingsPlan, count: int, seed: int) -> list[Scenario]:
    """Scenarios of which everything that the chance depends on is random, with a target near what they reach."""
    generator, found = np.random.default_rng(seed), []
    controls = [control for control in controls_of(plan).values() if control.typed_step is None]
    own_target = controls_of(plan)["own_target_mln_eur"].values
    for _ in range(count):
        may_be_off, may_be_late = generator.choice([0.1, 0.4, 0.7]), generator.choice([0.0, 0.3])
        moved = {
            "on": may_be_off, "saving_mln_eur": 1.0, "delay_months": may_be_late, "overlap_share": 1.0,
            "overlap_margin_share": 1.0, "dependence_share": 1.0, "growth_pct": 0.7,
        }  # fmt: skip
        values = {
            control.key: control.values[generator.integers(len(control.values))]
            for control in controls
            if not control.for_all and generator.random() < moved.get(control.field, 0.0)
        }
        scenario = with_values(Scenario.default(plan), values)
        near = float(scenario_figures(scenario).yearly_cost_mln_eur[plan.trajectory.target_index])
        wanted = near + float(generator.normal(0.0, 2.0))
        nearest = min((float(str(value)) for value in own_target), key=lambda value: abs(value - wanted))
        found.append(replace(scenario, target=TargetKind.OWN, own_target_mln_eur=nearest))
    return found


def _assert_near(scenarios: list[Scenario], draws: int, seed: int) -> None:
    plain = plain_chances_pct(scenarios, draws, seed)
    found = [100.0 * chance_share(scenario) for scenario in scenarios]
    assert found == pytest.approx(plain, abs=POINTS)


@pytest.mark.parametrize("dependence", [0.0, 0.2, 0.8, 1.0])
def test_chance_lies_within_half_a_point_at_any_dependence(plan: SavingsPlan, dependence: float) -> None:
    middle = replace(preset_scenario(plan, "midden"), dependence_share=dependence)
    _assert_near([middle, replace(middle, overlap_margin_share=0.0)], 200_000, 7)


def test_chance_lies_within_half_a_point_of_a_million_plain_draws(plan: SavingsPlan) -> None:
    scenarios = random_scenarios(plan, 100, 20_191)
    shares = [chance_share(scenario) for scenario in scenarios]
    # Random ones of which most are neither hopeless nor sure: there a chance is hardest to find.
    assert sum(0.02 < share < 0.98 for share in shares) >= 75
    _assert_near([*(preset.scenario for preset in presets(plan)), *scenarios], 1_000_000, 6)
