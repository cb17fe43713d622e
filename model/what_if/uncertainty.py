"""The uncertainty band: 10,000 draws of positions and overlap around one scenario.

Source: the what-if definition, section 6. That positions follow a PERT and the overlap a triangular distribution is an
assumption.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.faults import TOLERANCE
from model.what_if.costs import RESULT_DECIMALS, CostInputs, cost_without_measures
from model.what_if.draws import DRAWS, drawn_overlaps, drawn_positions
from model.what_if.effects import delayed, gross_and_largest, net_of_overlap
from model.what_if.investments import investment_by_year
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario, position_shares

PERCENTILES = (10, 50, 90)


@dataclass(frozen=True, eq=False)
class Fan:
    """Band of the yearly cost and the chance to reach the target.

    Attributes
    ----------
    years : tuple of int
        y years.
    p10_mln_eur, p50_mln_eur, p90_mln_eur : array, shape (y,)
        Percentiles of the yearly cost, mln €.
    national_contribution_mln_eur : array, shape (y,)
        NaN where unknown.
    target_year : int
    target_cost_mln_eur : float
    chance_share : float
        Share of the draws with the yearly cost in the target year at or below the target.
    draws : int
    """

    years: tuple[int, ...]
    p10_mln_eur: FloatArray
    p50_mln_eur: FloatArray
    p90_mln_eur: FloatArray
    national_contribution_mln_eur: FloatArray
    target_year: int
    target_cost_mln_eur: float
    chance_share: float
    draws: int = DRAWS

    @property
    def chance_pct(self) -> int:
        """Chance to reach the target, whole percent; 0 and 100 can stand for almost never and almost always."""
        return whole_percent(self.chance_share)

    @property
    def regional_p10_mln_eur(self) -> FloatArray:
        """P10 of the regional cost, shape (y,), mln €; NaN where the national contribution is unknown."""
        return self.p10_mln_eur - self.national_contribution_mln_eur

    @property
    def regional_p50_mln_eur(self) -> FloatArray:
        """P50 of the regional cost, as for P10."""
        return self.p50_mln_eur - self.national_contribution_mln_eur

    @property
    def regional_p90_mln_eur(self) -> FloatArray:
        """P90 of the regional cost, as for P10."""
        return self.p90_mln_eur - self.national_contribution_mln_eur


@dataclass(frozen=True, eq=False)
class DrawnEffects:
    """Gross and largest effects per draw, shape (y, DRAWS), mln €, and the costs they are taken from, shape (y,)."""

    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    cost_before_effects_mln_eur: FloatArray


def fan(scenario: Scenario) -> Fan:
    """Band of one scenario; the same scenario always gives the same band."""
    drawn = drawn_effects(scenario)
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share)
    net = net_of_overlap(drawn.gross_mln_eur, drawn.largest_mln_eur, overlaps)
    cost = drawn.cost_before_effects_mln_eur[:, None] - net
    trajectory = scenario.plan.trajectory
    reached = cost[trajectory.target_index] <= trajectory.target_cost_mln_eur + TOLERANCE
    p10, p50, p90 = np.round(np.percentile(cost, PERCENTILES, axis=1, overwrite_input=True), RESULT_DECIMALS)
    return Fan(
        years=scenario.plan.years,
        p10_mln_eur=p10,
        p50_mln_eur=p50,
        p90_mln_eur=p90,
        national_contribution_mln_eur=CostInputs.of(scenario).national_contribution_mln_eur,
        target_year=trajectory.target_year,
        target_cost_mln_eur=trajectory.target_cost_mln_eur,
        chance_share=float(np.count_nonzero(reached)) / DRAWS,
    )


def drawn_effects(scenario: Scenario) -> DrawnEffects:
    """Effects per draw before overlap; they depend neither on the overlap nor on growth."""
    plan = scenario.plan
    inputs = CostInputs.of(scenario)
    low = inputs.on[:, None] * delayed(plan.effect_low_mln_eur, inputs.delay_months)
    span = inputs.on[:, None] * delayed(plan.effect_span_mln_eur, inputs.delay_months)
    positions = drawn_positions(position_shares(scenario))
    gross, largest = gross_and_largest(np.moveaxis(positions, 0, -1), low, span)
    invested = investment_by_year(
        plan, inputs.on, inputs.delay_months, inputs.investment_mln_eur, inputs.investments_counted
    )
    return DrawnEffects(gross, largest, cost_without_measures(plan, inputs.growth_pct) + invested)


def whole_percent(share: float) -> int:
    """Share as a whole percentage, halves upwards."""
    return int(np.floor(100.0 * share + 0.5))
