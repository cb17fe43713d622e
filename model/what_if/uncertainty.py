"""The uncertainty band: 4,096 draws of positions and overlap around one scenario.

Explained in docs/doorrekening.md, section 7. That positions follow a PERT and the overlap a triangular distribution is
an assumption.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.faults import TOLERANCE
from model.what_if.costs import RESULT_DECIMALS, CostInputs, cost_before_effects, effect_bands
from model.what_if.draws import DRAWS, drawn_overlaps, drawn_positions
from model.what_if.effects import gross_and_largest, net_of_overlap
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
    inputs = CostInputs.of(scenario)
    low, span = (inputs.on[:, None] * end for end in effect_bands(inputs))
    positions = drawn_positions(position_shares(scenario))
    gross, largest = gross_and_largest(np.moveaxis(positions, 0, -1), low, span)
    return DrawnEffects(gross, largest, cost_before_effects(inputs))


def whole_percent(share: float) -> int:
    """Share as a whole percentage, halves upwards."""
    return int(np.floor(100.0 * share + 0.5))
