"""Chance to reach the target at every value of every control, with all others as they stand.

The same draws and the same test as `uncertainty.fan`, so that the chance shown while a slider is dragged is the one
that the band gives on release.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.what_if.controls import Control
from model.what_if.costs import CostInputs, cost_before_effects, effect_bands
from model.what_if.draws import (
    DRAWS,
    drawn_overlaps,
    drawn_positions,
    draws_by_level,
    overlap_deviations,
    pert_quantiles_of,
)
from model.what_if.effects import net_of_overlap
from model.what_if.goal_seek import needed_effect_mln_eur
from model.what_if.parameters import DELAY_MONTHS, OVERLAP_MARGIN_SHARE, OVERLAP_SHARE, InvestmentCount, Kind, Scope
from model.what_if.plan import FloatArray
from model.what_if.responses import bands_by_delay, moves_one_effect
from model.what_if.scenario import Scenario
from model.what_if.uncertainty import whole_percent


def chance_table(scenario: Scenario, controls: Iterable[Control]) -> dict[str, tuple[int, ...]]:
    """Chance to reach the target, whole percent, one per value of each of the controls.

    Returns
    -------
    dict of str to tuple of int
        By the key of the control, in the order of its values.
    """
    drawn = _drawn(scenario)
    return {control.key: _chances(control, drawn) for control in controls}


@dataclass(frozen=True, eq=False)
class _Drawn:
    """Draws of one scenario in the target year.

    Positions and effects (0 when off) have shape (m, DRAWS); the sum, the maximum and the maximum but one of the
    effects and the overlap have shape (DRAWS,); the bands of all measures, on or off, (m,).
    """

    scenario: Scenario
    inputs: CostInputs
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

        The net effect M + (1−ω)·(S − M) falls as ω rises; ω is never below 0, so a draw with a result below 0 never
        does.
        """
        spread = self.gross_mln_eur - self.largest_mln_eur
        missing = needed_mln_eur - self.largest_mln_eur
        with np.errstate(divide="ignore", invalid="ignore"):
            most = 1.0 - missing / spread
        most = np.where(missing <= 0.0, np.inf, np.where(spread > 0.0, most, -np.inf))
        result: FloatArray = np.where(most >= 1.0, np.inf, np.where(most < 0.0, -np.inf, most))
        return result

    @cached_property
    def needed_mln_eur(self) -> float:
        """Net effect that the target year needs, mln €."""
        return needed_effect_mln_eur(self.scenario) - TOLERANCE

    @cached_property
    def rising_net_mln_eur(self) -> FloatArray:
        """Net effects in rising order, shape (DRAWS,)."""
        result: FloatArray = np.sort(self.net_mln_eur())
        return result

    @cached_property
    def bands_by_delay(self) -> tuple[FloatArray, FloatArray]:
        """Low end and span of every measure at each delay, shape (n, m); that of a measure depends on its own alone."""
        at = self.inputs.plan.trajectory.target_index
        low, span = bands_by_delay(self.inputs)
        return low[..., at], span[..., at]

    def own_effect_needed_mln_eur(self, index: int, needed_mln_eur: float) -> FloatArray:
        """Smallest effect of one measure with which the net effect is what is needed, shape (DRAWS,).

        The net effect rises with the own effect e: it is e + (1−ω)·S where e is the largest, and ω·M + (1−ω)·(S + e)
        where it is not, S and M being those of the others.
        """
        key = (index, needed_mln_eur)
        if key not in self._own_effects:
            effect, kept = self.effect_mln_eur[index], self.kept_share
            gross = self.gross_mln_eur - effect
            largest = np.where(effect >= self.largest_mln_eur, self.second_mln_eur, self.largest_mln_eur)
            as_largest = needed_mln_eur - kept * gross
            with np.errstate(divide="ignore", invalid="ignore"):
                as_smaller = (needed_mln_eur - self.overlap_share * largest) / kept - gross
            self._own_effects[key] = np.where(as_largest >= largest, as_largest, as_smaller)
        return self._own_effects[key]

    @cached_property
    def kept_share(self) -> FloatArray:
        """What overlap leaves, shape (DRAWS,)."""
        return 1.0 - self.overlap_share

    @cached_property
    def _own_effects(self) -> dict[tuple[int, float], FloatArray]:
        return {}


def _drawn(scenario: Scenario) -> _Drawn:
    inputs = CostInputs.of(scenario)
    low, span = _bands(inputs)
    positions = drawn_positions(tuple(inputs.position_share.tolist()))
    effects = positions * (inputs.on * span)[:, None]
    effects += (inputs.on * low)[:, None]
    largest, second = np.zeros(DRAWS), np.zeros(DRAWS)
    for effect in effects:
        np.maximum(second, np.minimum(largest, effect), out=second)
        np.maximum(largest, effect, out=largest)
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share)
    return _Drawn(scenario, inputs, positions, effects, effects.sum(axis=0), largest, second, overlaps, low, span)


def _bands(inputs: CostInputs) -> tuple[FloatArray, FloatArray]:
    """Low end and span of every measure in the target year, shape (…, m), mln €."""
    low, span = effect_bands(inputs)
    at = inputs.plan.trajectory.target_index
    return low[..., at], span[..., at]


def _chances(control: Control, drawn: _Drawn) -> tuple[int, ...]:
    needed = _needed_mln_eur(control, drawn)
    if control.key == OVERLAP_MARGIN_SHARE.key:
        return _of_margin(control, drawn, float(needed[0]))
    if moves_one_effect(control):
        return _of_one_measure(control, drawn, needed)
    if control.input == OVERLAP_SHARE.key:
        # ω plus its deviation stays below the most that a draw can bear, so each draw has one bound for ω itself.
        deviation = drawn.scenario.overlap_margin_share * overlap_deviations()
        bound = np.sort(drawn.most_overlap_share(float(needed[0])) - deviation)
        return _shares_at_least(bound, np.array(control.values, dtype=np.float64))
    if control.for_all and control.input == DELAY_MONTHS.key:
        return _with_other_effects(drawn, *drawn.bands_by_delay, needed)
    return _shares_at_least(drawn.rising_net_mln_eur, needed)


def _needed_mln_eur(control: Control, drawn: _Drawn) -> FloatArray:
    """Net effect that the target year needs at each value of a control, shape (n,), mln €."""
    inputs, trajectory = drawn.inputs, drawn.inputs.plan.trajectory
    if control.kind is Kind.CHOICE and control.input is not None:
        ways = [replace(inputs, **{control.input: value}) for value in control.values]  # type: ignore[arg-type]
        before = np.stack([cost_before_effects(way) for way in ways])
    elif control.input in _LEAVE_WHAT_IS_NEEDED or (
        control.scope is Scope.MEASURE and inputs.investments_counted is InvestmentCount.NO
    ):
        return np.full(len(control.values), drawn.needed_mln_eur)
    else:
        before = cost_before_effects(inputs.varied(**control.batch(inputs)))
    at_target = np.broadcast_to(before[..., trajectory.target_index], len(control.values))
    result: FloatArray = at_target - trajectory.target_cost_mln_eur - TOLERANCE
    return result


_LEAVE_WHAT_IS_NEEDED = ("position_share", OVERLAP_SHARE.key, None)
"""Inputs that the costs before the effects do not depend on; what a measure costs counts only where it is asked for."""


def _of_margin(control: Control, drawn: _Drawn, needed_mln_eur: float) -> tuple[int, ...]:
    """Chance at each step of the margin of the overlap."""
    most, middle = drawn.most_overlap_share(needed_mln_eur), drawn.scenario.overlap_share
    margins = np.array(control.values, dtype=np.float64).tolist()
    return tuple(_percent(middle + margin * overlap_deviations() <= most) for margin in margins)


def _of_one_measure(control: Control, drawn: _Drawn, needed: FloatArray) -> tuple[int, ...]:
    scenario, index = drawn.scenario, cast(int, control.index)
    if control.input != "on" and not scenario.on[index]:
        chance = _percent(drawn.net_mln_eur() >= needed[0])
        return (chance,) * len(needed)
    thresholds = {need: drawn.own_effect_needed_mln_eur(index, need) for need in set(needed.tolist())}
    own_low, own_span = float(drawn.low_mln_eur[index]), float(drawn.span_mln_eur[index])
    if control.input == "position_share":
        by_level = thresholds[float(needed[0])][draws_by_level()[1 + index]]
        modes = tuple(control.column(scenario.plan).tolist())
        if own_span <= 0.0:
            return (_percent(own_low >= by_level),) * len(modes)
        return _percents(pert_quantiles_of(modes), (by_level - own_low) / own_span)
    if control.input == "on":
        bands = [(0.0, 0.0), (own_low, own_span)]
    else:
        lows, spans = (end[:, index].tolist() for end in drawn.bands_by_delay)
        bands = list(zip(lows, spans, strict=True))
    return tuple(
        _percent(low + span * drawn.position_share[index] >= thresholds[need])
        for (low, span), need in zip(bands, needed.tolist(), strict=True)
    )


def _with_other_effects(
    drawn: _Drawn, low_mln_eur: FloatArray, span_mln_eur: FloatArray, needed_mln_eur: FloatArray
) -> tuple[int, ...]:
    """Chance where each value gives other effects, shape (n, m); measure by measure, so that no large array is made."""
    on, positions = drawn.inputs.on, drawn.position_share
    # Neighbouring values often give the same effects: the last column of the source holds on.
    bands, which = np.unique(np.hstack([on * low_mln_eur, on * span_mln_eur]), axis=0, return_inverse=True)
    low, span = (end.tolist() for end in np.hsplit(bands, 2))
    nets = [
        net_of_overlap(*_gross_and_largest(positions, *band), drawn.overlap_share)
        for band in zip(low, span, strict=True)
    ]
    needs = zip(which.tolist(), needed_mln_eur.tolist(), strict=True)
    return tuple(_percent(nets[place] >= need) for place, need in needs)


def _gross_and_largest(
    position_share: FloatArray, low_mln_eur: list[float], span_mln_eur: list[float]
) -> tuple[FloatArray, FloatArray]:
    """Sum and maximum of the effects with these bands of the measures, two arrays of shape (DRAWS,), mln €."""
    at_least = max(low_mln_eur)
    gross, largest, effect = np.zeros(DRAWS), np.full(DRAWS, at_least), np.empty(DRAWS)
    for positions, low, span in zip(position_share, low_mln_eur, span_mln_eur, strict=True):
        if low + span > 0.0:
            np.multiply(positions, span, out=effect)
            effect += low
            gross += effect
        # Only a measure whose band rises above the low end of all can be the largest.
        if low + span > at_least:
            np.maximum(largest, effect, out=largest)
    return gross, largest


def _shares_at_least(rising: FloatArray, bounds: FloatArray) -> tuple[int, ...]:
    """Per bound the share of the draws at or above it, whole percent."""
    below = np.searchsorted(rising, bounds)
    return tuple(whole_percent(share) for share in ((DRAWS - below) / DRAWS).tolist())


def _percents(rows: NDArray[np.float32], bound: FloatArray) -> tuple[int, ...]:
    """Per row the share of the draws at or above the bound of their own, whole percent."""
    # Rounded upwards: no number with the digits of the rows lies between the two.
    short = bound.astype(np.float32)
    short = np.where(short < bound, np.nextafter(short, np.float32(np.inf)), short)
    # Bits counted a machine word at a time are ten times as fast as a sum of truths.
    words = np.packbits(rows >= short, axis=1).view(np.uint64)
    return tuple(map(whole_percent, (np.bitwise_count(words).sum(axis=1) / DRAWS).tolist()))


def _percent(reached: NDArray[np.bool_]) -> int:
    return whole_percent(int(np.count_nonzero(reached)) / DRAWS)
