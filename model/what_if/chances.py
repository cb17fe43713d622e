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

from model.what_if.draws import DRAWS, drawn_overlaps, drawn_positions, pert_quantiles, places_by_level
from model.what_if.effects import delayed, net_of_overlap
from model.what_if.faults import TOLERANCE
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
    needed = needed_effect_mln_eur(scenario)
    margins = parameter_values(OVERLAP_MARGIN_SHARE)
    overlaps = (drawn_overlaps(scenario.overlap_share, margin) for margin in margins)
    table[MARGIN_CONTROL] = tuple(_percent(drawn.net_mln_eur(overlap) >= needed - TOLERANCE) for overlap in overlaps)
    return table


@dataclass(frozen=True, eq=False)
class _Drawn:
    """Draws of one scenario in the target year.

    Positions and effects (0 when off) have shape (m, DRAWS); the sum and maximum of the effects and the overlap have
    shape (DRAWS,); the bands of all measures, on or off, (m,).
    """

    scenario: Scenario
    position_share: FloatArray
    effect_mln_eur: FloatArray
    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    overlap_share: FloatArray
    low_mln_eur: FloatArray
    span_mln_eur: FloatArray

    def net_mln_eur(self, overlap_share: FloatArray) -> FloatArray:
        return net_of_overlap(self.gross_mln_eur, self.largest_mln_eur, overlap_share)


def _drawn(scenario: Scenario) -> _Drawn:
    low, span = _bands(scenario, np.array(scenario.delay_months, dtype=np.float64))
    positions = drawn_positions(position_shares(scenario))
    effects = np.array(scenario.on, dtype=np.float64)[:, None] * (low[:, None] + positions * span[:, None])
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share)
    return _Drawn(scenario, positions, effects, effects.sum(axis=0), effects.max(axis=0), overlaps, low, span)


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
        return tuple(
            _when_all_start_later(drawn, cast(float, months), need)
            for months, need in zip(response.values, needed, strict=True)
        )
    if response.control == OVERLAP_SHARE.key:
        margin = drawn.scenario.overlap_margin_share
        overlaps = [drawn_overlaps(cast(float, overlap), margin) for overlap in response.values]
        return tuple(
            _percent(drawn.net_mln_eur(overlap) >= need) for overlap, need in zip(overlaps, needed, strict=True)
        )
    net = np.sort(drawn.net_mln_eur(drawn.overlap_share))
    return tuple(whole_percent((DRAWS - int(np.searchsorted(net, need))) / DRAWS) for need in needed)


def _of_one_measure(response: ControlResponse, drawn: _Drawn, needed: FloatArray) -> tuple[int, ...]:
    scenario = drawn.scenario
    place = scenario.plan.index_of(response.of)
    if response.field != "on" and not scenario.on[place]:
        chance = _percent(drawn.net_mln_eur(drawn.overlap_share) >= needed[0])
        return (chance,) * len(needed)
    others = np.delete(drawn.effect_mln_eur, place, axis=0)
    # The initial zero serves a plan of one measure, which has no others.
    rest = _Rest(others.sum(axis=0), others.max(axis=0, initial=0.0), drawn.overlap_share)
    thresholds = {need: rest.own_effect_needed_mln_eur(need) for need in set(needed.tolist())}
    if response.field == "saving_mln_eur":
        by_level = places_by_level()[1 + place]
        needed_by_level = thresholds[float(needed[0])][by_level]
        plan = scenario.plan
        low, high = float(plan.band_low_mln_eur[place]), float(plan.band_high_mln_eur[place])
        modes = [position_share(cast(float, saving), low, high) for saving in response.values]
        own_low, own_span = drawn.low_mln_eur[place], drawn.span_mln_eur[place]
        return tuple(_percent(own_low + own_span * pert_quantiles(mode) >= needed_by_level) for mode in modes)
    position = drawn.position_share[place]
    if response.field == "on":
        bands = [(0.0, 0.0), (float(drawn.low_mln_eur[place]), float(drawn.span_mln_eur[place]))]
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


def _when_all_start_later(drawn: _Drawn, months: float, needed_mln_eur: float) -> int:
    scenario = drawn.scenario
    low, span = _bands(scenario, np.full(len(scenario.on), months))
    on = np.array(scenario.on, dtype=np.float64)
    effects = (on * low)[:, None] + drawn.position_share * (on * span)[:, None]
    net = net_of_overlap(effects.sum(axis=0), effects.max(axis=0), drawn.overlap_share)
    return _percent(net >= needed_mln_eur)


def _percent(reached: NDArray[np.bool_]) -> int:
    return whole_percent(int(np.count_nonzero(reached)) / DRAWS)
