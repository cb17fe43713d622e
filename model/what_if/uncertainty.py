"""The uncertainty band and the chance: n draws of positions and overlap around one scenario.

Explained in docs/doorrekening.md, section 7. That positions follow a PERT and the overlap a triangular distribution is
an assumption, and so is how far the measures go together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from model.faults import TOLERANCE
from model.notation import chance_tenths, whole_percent
from model.what_if.costs import RESULT_DECIMALS, CostInputs, cost_before_effects
from model.what_if.draws import (
    clean_mode,
    drawn_overlaps,
    drawn_positions,
    draws_for,
    measure_levels,
    pert_quantiles,
)
from model.what_if.effects import net_of_overlap
from model.what_if.goal_seek import needed_effect_mln_eur
from model.what_if.overlap_odds import OverlapOdds, room_share
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

PERCENTILES = (10, 50, 90)
RANGE_SHARE = 0.05
"""How far the overlap goes up and down in `chance_range`."""


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
        Chance of a yearly cost in the target year at or below the target.
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
    draws: int

    @property
    def chance_pct(self) -> int:
        """Chance to reach the target, whole percent; 0 and 100 can stand for almost never and almost always."""
        return whole_percent(self.chance_share)

    @property
    def chance_tenths(self) -> int:
        """Chance to reach the target in tenths; see `chance_tenths`."""
        return chance_tenths(self.chance_share)


@dataclass(frozen=True, eq=False)
class TargetDraws:
    """n draws of one scenario in the target year; they depend neither on the overlap nor on growth.

    Attributes
    ----------
    low_mln_eur, span_mln_eur : array, shape (m,)
        Bands of all measures, on or off.
    position_share : array, shape (m, n)
    effect_mln_eur : array, shape (m, n)
        0 when off.
    gross_mln_eur, largest_mln_eur : array, shape (n,)
        Sum and maximum of the effects.
    """

    low_mln_eur: FloatArray
    span_mln_eur: FloatArray
    position_share: FloatArray
    effect_mln_eur: FloatArray
    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray

    def chance_share(self, needed_mln_eur: float, odds: OverlapOdds) -> float:
        """Chance that the net effect is what is needed, 0 to 1."""
        return odds.mean(room_share(self.gross_mln_eur, self.largest_mln_eur, needed_mln_eur, odds.per_room))


def fan(scenario: Scenario) -> Fan:
    """Band of one scenario; the same scenario always gives the same band."""
    inputs, drawn = CostInputs.of(scenario), target_draws(scenario)
    trajectory = scenario.plan.trajectory
    p10, p50, p90 = np.round(_percentiles(_drawn_costs(scenario, drawn)), RESULT_DECIMALS)
    return Fan(
        years=scenario.plan.years,
        p10_mln_eur=p10,
        p50_mln_eur=p50,
        p90_mln_eur=p90,
        national_contribution_mln_eur=inputs.national_contribution_mln_eur,
        target_year=trajectory.target_year,
        target_cost_mln_eur=scenario.target_cost_mln_eur,
        chance_share=chance_share(scenario),
        draws=len(drawn.gross_mln_eur),
    )


def chance_share(scenario: Scenario) -> float:
    """Chance to reach the target, 0 to 1."""
    return target_draws(scenario).chance_share(least_effect_mln_eur(scenario), odds_of(scenario))


def chance_range(scenario: Scenario) -> tuple[float, float]:
    """Chance to reach the target with the overlap 5 points higher and 5 points lower, as far as it can be, 0 to 1."""
    overlap = scenario.overlap_share
    low, high = chances_with_overlaps(scenario, (min(1.0, overlap + RANGE_SHARE), max(0.0, overlap - RANGE_SHARE)))
    return low, high


def chances_with_overlaps(scenario: Scenario, overlaps_share: Iterable[float]) -> list[float]:
    """Chance to reach the target with each of these overlaps, 0 to 1."""
    drawn, needed, odds = target_draws(scenario), least_effect_mln_eur(scenario), odds_of(scenario)
    return [drawn.chance_share(needed, replace(odds, overlap_share=overlap)) for overlap in overlaps_share]


def chances_with_dependences(scenario: Scenario, dependences_share: Iterable[float]) -> list[float]:
    """Chance to reach the target with each of these dependences, 0 to 1."""
    needed, odds = least_effect_mln_eur(scenario), odds_of(scenario)
    effects = RankedEffects(scenario, draws_for(scenario.overlap_margin_share))
    totals = (effects.totals(dependence) for dependence in dependences_share)
    return [odds.mean(room_share(gross, largest, needed, odds.per_room)) for gross, largest in totals]


def odds_of(scenario: Scenario) -> OverlapOdds:
    """Distribution of the overlap of one scenario."""
    return OverlapOdds(scenario.overlap_share, scenario.overlap_margin_share)


def least_effect_mln_eur(scenario: Scenario) -> float:
    """Net effect with which the target counts as reached, mln €."""
    return needed_effect_mln_eur(scenario) - TOLERANCE


@lru_cache(maxsize=4)
def target_draws(scenario: Scenario) -> TargetDraws:
    """Draws of one scenario; shared by all that is asked of it, so read-only."""
    inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
    low, span = (end[:, at] for end in inputs.effect_bands)
    draws = draws_for(scenario.overlap_margin_share)
    positions = drawn_positions(tuple(inputs.position_share.tolist()), scenario.dependence_share, draws)
    effects = effect_by_draw(inputs.on * low, inputs.on * span, positions)
    return TargetDraws(low, span, positions, effects, effects.sum(axis=0), effects.max(axis=0))


class RankedEffects:
    """Effects in the target year at every level of their quantiles, before it is said how far they go together."""

    def __init__(self, scenario: Scenario, draws: int) -> None:
        inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
        low, span = (end[:, at] for end in inputs.effect_bands)
        self._draws, self._count = draws, len(scenario.on)
        self._rising = {
            index: pert_quantiles(clean_mode(float(inputs.position_share[index])), draws) * span[index] + low[index]
            for index, on in enumerate(scenario.on)
            if on
        }

    def totals(self, dependence_share: float) -> tuple[FloatArray, FloatArray]:
        """Sum and maximum of the effects with this dependence, two arrays of shape (n,), mln €: as in `TargetDraws`."""
        of_draw = measure_levels(self._count, dependence_share, self._draws)
        gross, largest, own = np.zeros(self._draws), np.zeros(self._draws), np.empty(self._draws)
        for index, rising in self._rising.items():
            rising.take(of_draw[index], out=own, mode="clip")
            gross += own
            np.maximum(largest, own, out=largest)
        return gross, largest


def effect_by_draw(low_mln_eur: FloatArray, span_mln_eur: FloatArray, position_share: FloatArray) -> FloatArray:
    """Effect of each measure in one year, shape (m, n), mln €, with bands of shape (m,); 0 where off."""
    effect = position_share * span_mln_eur[:, None]
    effect += low_mln_eur[:, None]
    return effect


def _drawn_costs(scenario: Scenario, drawn: TargetDraws) -> FloatArray:
    """Yearly cost in each year and draw, shape (y, n), mln €."""
    inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
    low, span = (inputs.on[:, None] * end for end in inputs.effect_bands)
    draws = len(drawn.gross_mln_eur)
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share, draws)
    costs = np.empty((len(scenario.plan.years), draws))
    known = {_column(low, span, at): net_of_overlap(drawn.gross_mln_eur, drawn.largest_mln_eur, overlaps)}
    for year, before in enumerate(cost_before_effects(inputs).tolist()):
        # The last column of the source holds on, and in the first years there may be nothing yet.
        column = _column(low, span, year)
        if column not in known:
            effect = effect_by_draw(low[:, year], span[:, year], drawn.position_share)
            known[column] = net_of_overlap(effect.sum(axis=0), effect.max(axis=0), overlaps)
        np.subtract(before, known[column], out=costs[year])
    return costs


def _column(low_mln_eur: FloatArray, span_mln_eur: FloatArray, year: int) -> bytes:
    """Mark of the effects of one year."""
    return low_mln_eur[:, year].tobytes() + span_mln_eur[:, year].tobytes()


def _percentiles(cost_mln_eur: FloatArray) -> FloatArray:
    """PERCENTILES of each row, shape (3, y), as `np.percentile` finds them in four times as long; orders the rows."""
    place = np.array(PERCENTILES) / 100.0 * (cost_mln_eur.shape[1] - 1)
    below = place.astype(np.intp)
    cost_mln_eur.partition(np.union1d(below, below + 1), axis=1)
    low, high = cost_mln_eur[:, below], cost_mln_eur[:, below + 1]
    result: FloatArray = (low + (place - below) * (high - low)).T
    return result
