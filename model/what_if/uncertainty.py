"""The uncertainty band: 4,096 draws of positions and overlap around one scenario.

Explained in docs/doorrekening.md, section 7. That positions follow a PERT and the overlap a triangular distribution is
an assumption.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.faults import TOLERANCE
from model.what_if.costs import RESULT_DECIMALS, CostInputs, cost_before_effects
from model.what_if.draws import DRAWS, drawn_overlaps, drawn_positions
from model.what_if.effects import net_of_overlap
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
    reached = cost[trajectory.target_index] <= scenario.target_cost_mln_eur + TOLERANCE
    p10, p50, p90 = np.round(_percentiles(cost), RESULT_DECIMALS)
    return Fan(
        years=scenario.plan.years,
        p10_mln_eur=p10,
        p50_mln_eur=p50,
        p90_mln_eur=p90,
        national_contribution_mln_eur=CostInputs.of(scenario).national_contribution_mln_eur,
        target_year=trajectory.target_year,
        target_cost_mln_eur=scenario.target_cost_mln_eur,
        chance_share=float(np.count_nonzero(reached)) / DRAWS,
    )


def drawn_effects(scenario: Scenario) -> DrawnEffects:
    """Effects per draw before overlap; they depend neither on the overlap nor on growth."""
    inputs = CostInputs.of(scenario)
    low, span = (inputs.on[:, None] * end for end in inputs.effect_bands)
    positions = drawn_positions(position_shares(scenario))
    gross, largest = np.empty((2, len(scenario.plan.years), DRAWS))
    for year in range(len(gross)):
        now, before = (slice(None), year), (slice(None), year - 1)
        if year and (low[now] == low[before]).all() and (span[now] == span[before]).all():
            # The last column of the source holds on.
            gross[year], largest[year] = gross[year - 1], largest[year - 1]
        else:
            effect = effect_by_draw(low[now], span[now], positions)
            effect.sum(axis=0, out=gross[year])
            effect.max(axis=0, out=largest[year])
    return DrawnEffects(gross, largest, cost_before_effects(inputs))


def effect_by_draw(low_mln_eur: FloatArray, span_mln_eur: FloatArray, position_share: FloatArray) -> FloatArray:
    """Effect of each measure in one year, shape (m, DRAWS), mln €, with bands of shape (m,); 0 where off."""
    effect = position_share * span_mln_eur[:, None]
    effect += low_mln_eur[:, None]
    return effect


def _percentiles(cost_mln_eur: FloatArray) -> FloatArray:
    """PERCENTILES of each row, shape (3, y), as `np.percentile` finds them in four times as long; orders the rows."""
    place = np.array(PERCENTILES) / 100.0 * (DRAWS - 1)
    below = place.astype(np.intp)
    cost_mln_eur.partition(np.union1d(below, below + 1), axis=1)
    low, high = cost_mln_eur[:, below], cost_mln_eur[:, below + 1]
    result: FloatArray = (low + (place - below) * (high - low)).T
    return result


def whole_percent(share: float) -> int:
    """Share as a whole percentage, halves upwards."""
    return int(np.floor(100.0 * share + 0.5))
