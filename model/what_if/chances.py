"""Chance to reach the target at every value of every control, with all others as they stand.

The same draws and the same test as `uncertainty.fan`, so that the chance shown while a slider is dragged is the one
that the band gives on release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.what_if.draws import (
    DRAWS,
    drawn_overlaps,
    drawn_positions,
    overlap_deviations,
    pert_quantiles_of,
    places_by_level,
)
from model.what_if.effects import delayed, net_of_overlap
from model.what_if.goal_seek import needed_effect_mln_eur
from model.what_if.parameters import OVERLAP_MARGIN_SHARE, OVERLAP_SHARE
from model.what_if.plan import FloatArray
from model.what_if.responses import DELAY_OF_ALL, ControlResponse, parameter_values
from model.what_if.scenario import Scenario, position_share, position_shares
from model.what_if.uncertainty import whole_percent

MARGIN_CONTROL = OVERLAP_MARGIN_SHARE.key


def chance_table(scenario: Scenario, responses: Mapping[str, ControlResponse]) -> dict[str, tuple[int, ...]]:
    """Chance to reach the target, whole percent, one per value of each control.

    Parameters
    ----------
    scenario : Scenario
    responses : mapping of str to ControlResponse
        From `response_table` of the same scenario; with a part of it only those controls are computed.

    Returns
    -------
    dict of str to tuple of int
        By the key of the control, in the order of its values. Also for overlap_margin_share, at each of its steps.
    """
    drawn = _drawn(scenario)
    table = {key: _chances(response, drawn) for key, response in responses.items()}
    table[MARGIN_CONTROL] = _of_margin(drawn, needed_effect_mln_eur(scenario) - TOLERANCE)
    return table


@dataclass(frozen=True, eq=False)
class _Drawn:
    """Draws of one scenario in the target year.

    Positions and effects (0 when off) have shape (m, DRAWS); the sum, the maximum and the maximum but one of the effects
    and the overlap have shape (DRAWS,); the bands of all measures, on or off, (m,).
    """

    scenario: Scenario
    position_share: FloatArray
    effect_mln_eur: FloatArray
    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    second_mln_eur: FloatArray
    overlap_share: FloatArray
    low_mln_eur: FloatArray
    span_mln_eur: FloatArray

    def net_mln_eur(self) -> FloatArray:
        return net_of_overlap(self.gross_mln_eur, self.largest_mln_eur, self.overlap_share)

    def most_overlap_share(self, needed_mln_eur: float) -> FloatArray:
        """Largest overlap with which the net effect is what is needed, shape (DRAWS,); infinite where any will do.

        The net effect M + (1−ω)·(S − M) falls as ω rises; ω is never below 0, so a draw with a result below 0 never does.
        """
        spread = self.gross_mln_eur - self.largest_mln_eur
        missing = needed_mln_eur - self.largest_mln_eur
        with np.errstate(divide="ignore", invalid="ignore"):
            most = 1.0 - missing / spread
        most = np.where(missing <= 0.0, np.inf, np.where(spread > 0.0, most, -np.inf))
        result: FloatArray = np.where(most >= 1.0, np.inf, np.where(most < 0.0, -np.inf, most))
        return result

    def rest(self, place: int) -> _Rest:
        """All measures but the one at `place`."""
        effect = self.effect_mln_eur[place]
        largest = np.where(effect >= self.largest_mln_eur, self.second_mln_eur, self.largest_mln_eur)
        return _Rest(self.gross_mln_eur - effect, largest, self.overlap_share)


def _drawn(scenario: Scenario) -> _Drawn:
    low, span = _bands(scenario, np.array(scenario.delay_months, dtype=np.float64))
    positions = drawn_positions(position_shares(scenario))
    effects = np.array(scenario.on, dtype=np.float64)[:, None] * (low[:, None] + positions * span[:, None])
    largest, second = np.zeros(DRAWS), np.zeros(DRAWS)
    for effect in effects:
        np.maximum(second, np.minimum(largest, effect), out=second)
        np.maximum(largest, effect, out=largest)
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share)
    return _Drawn(scenario, positions, effects, effects.sum(axis=0), largest, second, overlaps, low, span)


def _bands(scenario: Scenario, delay_months: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Low end and span of every measure in the target year, shape (…, m), mln €."""
    plan, at = scenario.plan, scenario.plan.trajectory.target_index
    low, span = (
        delayed(effect, delay_months)[..., at] for effect in (plan.effect_low_mln_eur, plan.effect_span_mln_eur)
    )
    return low, span


def _chances(response: ControlResponse, drawn: _Drawn) -> tuple[int, ...]:
    trajectory = drawn.scenario.plan.trajectory
    figures, at = response.figures, trajectory.target_index
    before = figures.cost_without_measures_mln_eur[:, at] + figures.investment_mln_eur[:, at]
    needed = before - trajectory.target_cost_mln_eur - TOLERANCE
    if response.field in ("saving_mln_eur", "on", "delay_months") and response.of:
        return _of_one_measure(response, drawn, needed)
    if response.control == DELAY_OF_ALL:
        return _when_all_start_later(drawn, np.array(response.values, dtype=np.float64), needed)
    if response.control == OVERLAP_SHARE.key:
        # ω plus its deviation stays below the most that a draw can bear, so each draw has one bound for ω itself.
        deviation = drawn.scenario.overlap_margin_share * overlap_deviations()
        bound = np.sort(drawn.most_overlap_share(float(needed[0])) - deviation)
        return _shares_at_least(bound, np.array(response.values, dtype=np.float64))
    return _shares_at_least(np.sort(drawn.net_mln_eur()), needed)


def _of_margin(drawn: _Drawn, needed_mln_eur: float) -> tuple[int, ...]:
    """Chance at each step of the margin of the overlap."""
    most, middle = drawn.most_overlap_share(needed_mln_eur), drawn.scenario.overlap_share
    return tuple(
        _percent(middle + margin * overlap_deviations() <= most) for margin in parameter_values(OVERLAP_MARGIN_SHARE)
    )


def _of_one_measure(response: ControlResponse, drawn: _Drawn, needed: FloatArray) -> tuple[int, ...]:
    scenario = drawn.scenario
    place = scenario.plan.index_of(response.of)
    if response.field != "on" and not scenario.on[place]:
        chance = _percent(drawn.net_mln_eur() >= needed[0])
        return (chance,) * len(needed)
    rest = drawn.rest(place)
    thresholds = {need: rest.own_effect_needed_mln_eur(need) for need in set(needed.tolist())}
    own_low, own_span = float(drawn.low_mln_eur[place]), float(drawn.span_mln_eur[place])
    if response.field == "saving_mln_eur":
        by_level = thresholds[float(needed[0])][places_by_level()[1 + place]]
        plan = scenario.plan
        low, high = float(plan.band_low_mln_eur[place]), float(plan.band_high_mln_eur[place])
        modes = tuple(position_share(cast(float, saving), low, high) for saving in response.values)
        if own_span <= 0.0:
            return (_percent(own_low >= by_level),) * len(modes)
        needed_position = (by_level - own_low) / own_span
        return tuple(_percent(quantiles >= needed_position) for quantiles in pert_quantiles_of(modes))
    position = drawn.position_share[place]
    if response.field == "on":
        bands = [(0.0, 0.0), (own_low, own_span)]
    else:
        months = np.tile(np.array(response.values, dtype=np.float64)[:, None], (1, len(scenario.on)))
        lows, spans = _bands(scenario, months)
        own_lows, own_spans = (np.broadcast_to(band, months.shape)[:, place].tolist() for band in (lows, spans))
        bands = list(zip(own_lows, own_spans, strict=True))
    return tuple(
        _percent(low + span * position >= thresholds[need])
        for (low, span), need in zip(bands, needed.tolist(), strict=True)
    )


@dataclass(frozen=True, eq=False)
class _Rest:
    """Draws of all measures but one: sum, maximum and overlap, shape (DRAWS,)."""

    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    overlap_share: FloatArray

    def own_effect_needed_mln_eur(self, needed_mln_eur: float) -> FloatArray:
        """Smallest effect of the one measure with which the net effect is what is needed, shape (DRAWS,).

        The net effect rises with the own effect e: it is e + (1−ω)·S where e is the largest, and ω·M + (1−ω)·(S + e)
        where it is not, S and M being those of the others.
        """
        kept = 1.0 - self.overlap_share
        as_largest = needed_mln_eur - kept * self.gross_mln_eur
        with np.errstate(divide="ignore", invalid="ignore"):
            as_smaller = (needed_mln_eur - self.overlap_share * self.largest_mln_eur) / kept - self.gross_mln_eur
        result: FloatArray = np.where(as_largest >= self.largest_mln_eur, as_largest, as_smaller)
        return result


def _when_all_start_later(drawn: _Drawn, months: FloatArray, needed_mln_eur: FloatArray) -> tuple[int, ...]:
    """Chance with one delay for all, at each of its values; measure by measure, so that no large array is made."""
    scenario = drawn.scenario
    active = [place for place, on in enumerate(scenario.on) if on]
    lows, spans = _bands(scenario, np.tile(months[:, None], (1, len(scenario.on))))
    lows, spans = (np.broadcast_to(band, (len(months), len(scenario.on))) for band in (lows, spans))
    chances, effect = [], np.empty(DRAWS)
    for low, span, need in zip(lows, spans, needed_mln_eur.tolist(), strict=True):
        gross, largest = np.zeros(DRAWS), np.zeros(DRAWS)
        for place in active:
            np.multiply(drawn.position_share[place], span[place], out=effect)
            effect += low[place]
            gross += effect
            np.maximum(largest, effect, out=largest)
        chances.append(_percent(net_of_overlap(gross, largest, drawn.overlap_share) >= need))
    return tuple(chances)


def _shares_at_least(rising: FloatArray, bounds: FloatArray) -> tuple[int, ...]:
    """Per bound the share of the draws at or above it, whole percent."""
    below = np.searchsorted(rising, bounds)
    return tuple(whole_percent(share) for share in ((DRAWS - below) / DRAWS).tolist())


def _percent(reached: NDArray[np.bool_]) -> int:
    return whole_percent(int(np.count_nonzero(reached)) / DRAWS)
