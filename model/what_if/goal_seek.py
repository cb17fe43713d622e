"""How far up their bands the measures must go to reach the target."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from model.faults import TOLERANCE
from model.what_if.costs import RESULT_DECIMALS, CostInputs, cost_before_effects, scenario_figures
from model.what_if.scenario import Scenario, saving_at_share


@dataclass(frozen=True)
class GoalSeek:
    """Answer to 'what does it take'.

    Attributes
    ----------
    share : float or None
        Smallest common position in the bands that reaches it, 0 to 1; None where the measures cannot reach it.
    shortfall_mln_eur : float
        How much the highest position falls short, mln €; 0 where they can reach it.
    scenario : Scenario
        The sliders set accordingly, each rounded up to its own step so that the page can show them; where they cannot
        reach it, all at the high end.
    yearly_cost_mln_eur : float
        Yearly cost of that scenario in the target year, mln €.
    """

    share: float | None
    shortfall_mln_eur: float
    scenario: Scenario
    yearly_cost_mln_eur: float


def goal_seek(scenario: Scenario, *, only_active: bool = False) -> GoalSeek:
    """Smallest common position of the measures with the yearly cost in the target year at or below the target.

    Parameters
    ----------
    scenario : Scenario
        Delays, overlap, growth and investments stay as they stand.
    only_active : bool, optional
        Whether only the measures that are on may move; otherwise all are switched on first.
    """
    seeking = scenario if only_active else replace(scenario, on=(True,) * len(scenario.on))
    share = _smallest_share(seeking)
    reached = at_share(seeking, 1.0 if share is None else share)
    cost = float(scenario_figures(reached).yearly_cost_mln_eur[scenario.plan.trajectory.target_index])
    shortfall = 0.0 if share is not None else cost - scenario.target_cost_mln_eur
    return GoalSeek(share, round(shortfall, RESULT_DECIMALS), reached, cost)


def needed_effect_mln_eur(scenario: Scenario) -> float:
    """Net effect that the target year needs, mln €: costs without measures plus investments, minus the target."""
    before = cost_before_effects(CostInputs.of(scenario))
    return float(before[scenario.plan.trajectory.target_index]) - scenario.target_cost_mln_eur


def _smallest_share(scenario: Scenario) -> float | None:
    """Smallest common position that reaches the target, or None.

    With every position p, measure i has the effect a_i + b_i·p, and the net effect ω·max + (1−ω)·sum is the highest of
    the straight lines ω·(a_i + b_i·p) + (1−ω)·Σ(a + b·p). It reaches what is needed where the first of them does.
    """
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    at, overlap = plan.trajectory.target_index, scenario.overlap_share
    needed = needed_effect_mln_eur(scenario) - TOLERANCE
    at_low, rise = (inputs.on * end[:, at] for end in inputs.effect_bands)
    line_at_low = overlap * at_low + (1.0 - overlap) * at_low.sum()
    line_rise = overlap * rise + (1.0 - overlap) * rise.sum()
    if needed <= max(float(line_at_low.max()), 0.0):
        return 0.0
    rising = line_rise > 0.0
    if not np.any(rising):
        return None
    share = float(((needed - line_at_low[rising]) / line_rise[rising]).min())
    return min(share, 1.0) if share <= 1.0 + TOLERANCE else None


def at_share(scenario: Scenario, share: float) -> Scenario:
    """Active measures at a common position, rounded up to the steps of their sliders."""
    exact = saving_at_share(scenario.plan, share)
    savings = [
        float(values[min(int(np.searchsorted(values, wanted - TOLERANCE)), len(values) - 1)]) if on else saving
        for on, wanted, saving, values in zip(
            scenario.on, exact, scenario.saving_mln_eur, scenario.plan.slider_values_mln_eur, strict=True
        )
    ]
    return replace(scenario, saving_mln_eur=tuple(savings))
