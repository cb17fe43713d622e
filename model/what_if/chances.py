"""Chance to reach the target at every value of every control, with all others as they stand.

The same draws and the same test as `uncertainty.fan`, so that the chance shown while a slider is dragged is the one
that the band gives on release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, repeat
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.what_if.controls import Control, controls_of
from model.what_if.costs import CostInputs, cost_before_effects, cost_without_measures, investment_by_year
from model.what_if.draws import (
    DRAWS,
    QUANTILE_STEPS,
    clean_modes,
    drawn_overlaps,
    drawn_positions,
    draws_by_level,
    overlap_deviations,
    pert_steps_of,
)
from model.what_if.effects import net_of_overlap
from model.what_if.goal_seek import needed_effect_mln_eur
from model.what_if.parameters import (
    DELAY_MONTHS,
    INVESTMENTS_COUNTED,
    OVERLAP_MARGIN_SHARE,
    OVERLAP_SHARE,
    InvestmentCount,
)
from model.what_if.plan import FloatArray, SavingsPlan
from model.what_if.responses import bands_by_delay, moves_baseline, moves_one_effect, whole_years
from model.what_if.scenario import Scenario
from model.what_if.uncertainty import effect_by_draw, whole_percent


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

    Positions, effects (0 when off), and the largest effect among the other measures have shape (m, DRAWS); the sum and
    the maximum of the effects and the overlap have shape (DRAWS,); the bands of all measures, on or off, (m,).
    """

    scenario: Scenario
    inputs: CostInputs
    position_share: FloatArray
    effect_mln_eur: FloatArray
    gross_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    largest_other_mln_eur: FloatArray
    overlap_share: FloatArray
    low_mln_eur: FloatArray
    span_mln_eur: FloatArray

    @cached_property
    def net_mln_eur(self) -> FloatArray:
        """Net effect, shape (DRAWS,)."""
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
        result: FloatArray = np.sort(self.net_mln_eur)
        return result

    def own_effect_needed_mln_eur(self, index: int, needed_mln_eur: float) -> FloatArray:
        """Smallest effect of one measure with which the net effect is what is needed, shape (DRAWS,).

        With S and M the sum and the largest of the others, the net effect is the larger of e + (1−ω)·S and
        ω·M + (1−ω)·(S + e), and both rise with the own effect e; so it is enough that one of them is what is needed.
        """
        key = (index, needed_mln_eur)
        if key not in self._own_effects:
            kept, others = self.kept_share, self.gross_mln_eur - self.effect_mln_eur[index]
            largest = self.largest_other_mln_eur[index]
            with np.errstate(divide="ignore", invalid="ignore"):
                as_smaller = (needed_mln_eur - self.overlap_share * largest) / kept - others
            # 0/0 says nothing: where nothing is kept and the others give exactly what is needed.
            self._own_effects[key] = np.fmin(needed_mln_eur - kept * others, as_smaller)
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
    effects = effect_by_draw(inputs.on * low, inputs.on * span, positions)
    overlaps = drawn_overlaps(scenario.overlap_share, scenario.overlap_margin_share)
    gross, largest = effects.sum(axis=0), effects.max(axis=0)
    others = _largest_of_others(effects)
    return _Drawn(scenario, inputs, positions, effects, gross, largest, others, overlaps, low, span)


def _largest_of_others(effect_mln_eur: FloatArray) -> FloatArray:
    """For each measure the largest effect among those before and after it, shape (m, DRAWS); 0 where it is alone."""
    result = np.zeros_like(effect_mln_eur)
    for order in (1, -1):
        so_far = np.zeros(DRAWS)
        for largest, effect in zip(result[::order], effect_mln_eur[::order], strict=True):
            np.maximum(largest, so_far, out=largest)
            np.maximum(so_far, effect, out=so_far)
    return result


def _bands(inputs: CostInputs) -> tuple[FloatArray, FloatArray]:
    """Low end and span of every measure in the target year, shape (…, m), mln €."""
    low, span = inputs.effect_bands
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
        return _of_late_starts(drawn, control, needed)
    return _shares_at_least(drawn.rising_net_mln_eur, needed)


def _needed_mln_eur(control: Control, drawn: _Drawn) -> FloatArray:
    """Net effect that the target year needs at each value of a control, shape (n,), mln €."""
    inputs, target = drawn.inputs, drawn.scenario.target_cost_mln_eur
    at = inputs.plan.trajectory.target_index
    if moves_baseline(control):
        without = cost_without_measures(inputs.varied(**control.batch(inputs)))[:, at]
        before = without + investment_by_year(inputs)[at]
    elif control.input == INVESTMENTS_COUNTED.key:
        before = np.array([cost_before_effects(way)[at] for way in control.ways(inputs)])
    elif control.input in _MOVE_INVESTMENTS and inputs.investments_counted is not InvestmentCount.NO:
        invested = investment_by_year(inputs.varied(**control.batch(inputs)))[:, at]
        before = cost_without_measures(inputs)[at] + invested
    else:
        return np.full(len(control.values), drawn.needed_mln_eur)
    result: FloatArray = before - target - TOLERANCE
    return result


_MOVE_INVESTMENTS = ("on", DELAY_MONTHS.key, "investment_mln_eur")
"""Inputs that decide what is invested, and when."""


def _of_margin(control: Control, drawn: _Drawn, needed_mln_eur: float) -> tuple[int, ...]:
    """Chance at each step of the margin of the overlap."""
    most, middle = drawn.most_overlap_share(needed_mln_eur), drawn.scenario.overlap_share
    margins = np.array(control.values, dtype=np.float64).tolist()
    return tuple(_percent(middle + margin * overlap_deviations() <= most) for margin in margins)


def _of_one_measure(control: Control, drawn: _Drawn, needed: FloatArray) -> tuple[int, ...]:
    scenario, index = drawn.scenario, cast(int, control.index)
    if control.input != "on" and not scenario.on[index]:
        chance = _percent(drawn.net_mln_eur >= needed[0])
        return (chance,) * len(needed)
    thresholds = {need: drawn.own_effect_needed_mln_eur(index, need) for need in set(needed.tolist())}
    own_low, own_span = float(drawn.low_mln_eur[index]), float(drawn.span_mln_eur[index])
    if control.input == "position_share":
        by_level = thresholds[float(needed[0])][draws_by_level()[1 + index]]
        if own_span <= 0.0:
            return (_percent(own_low >= by_level),) * len(control.values)
        return _percents(pert_steps_of(_modes(scenario.plan, control.key)), (by_level - own_low) / own_span)
    if control.input == "on":
        bands = [(0.0, 0.0), (own_low, own_span)]
    else:
        at = scenario.plan.trajectory.target_index
        lows, spans = (end[:, index, at].tolist() for end in bands_by_delay(scenario.plan))
        bands = list(zip(lows, spans, strict=True))
    position = drawn.position_share[index]
    return tuple(
        _percent((low + span * position if low or span else 0.0) >= thresholds[need])
        for (low, span), need in zip(bands, needed.tolist(), strict=True)
    )


@lru_cache(maxsize=2_000)
def _modes(plan: SavingsPlan, key: str) -> tuple[float, ...]:
    return clean_modes(controls_of(plan)[key].column(plan).tolist())


def _of_late_starts(drawn: _Drawn, control: Control, needed_mln_eur: FloatArray) -> tuple[int, ...]:
    """Chance at each delay of all measures together.

    Between two whole years every effect is a straight line over the delay, and so is the net effect wherever the same
    measure is the largest at both ends. Only the other draws are looked at delay by delay.
    """
    plan, on = drawn.inputs.plan, drawn.inputs.on
    months = control.column(plan)
    low, span = (on * end[..., plan.trajectory.target_index] for end in bands_by_delay(plan))
    begin = _Effects.of(drawn, low[0], span[0])
    chances = [_percent(begin.net_mln_eur >= needed_mln_eur[0])]
    for first, last in pairwise((*whole_years(control.values), len(months) - 1)):
        shares = ((months[first + 1 : last + 1] - months[first]) / (months[last] - months[first])).tolist()
        needs = needed_mln_eur[first + 1 : last + 1].tolist()
        # Often nothing changes: the last column of the source holds on.
        moves = (low[first] != low[last]).any() or (span[first] != span[last]).any()
        end = _Effects.of(drawn, low[last], span[last]) if moves else begin
        nets = _between(begin, end, drawn.overlap_share, shares) if moves else repeat(begin.net_mln_eur)
        chances += [_percent(net >= need) for net, need in zip(nets, needs, strict=False)]
        begin = end
    return tuple(chances)


@dataclass(frozen=True, eq=False)
class _Effects:
    """Effect of each measure in the target year, shape (m, DRAWS), the largest of them and the net, (DRAWS,), mln €."""

    each_mln_eur: FloatArray
    largest_mln_eur: FloatArray
    net_mln_eur: FloatArray

    @staticmethod
    def of(drawn: _Drawn, low_mln_eur: FloatArray, span_mln_eur: FloatArray) -> _Effects:
        each = effect_by_draw(low_mln_eur, span_mln_eur, drawn.position_share)
        largest = each.max(axis=0)
        return _Effects(each, largest, net_of_overlap(each.sum(axis=0), largest, drawn.overlap_share))


def _between(
    begin: _Effects, end: _Effects, overlap_share: FloatArray, shares: Iterable[float]
) -> Iterator[FloatArray]:
    """Net effect at each share of the way from begin to end, shape (DRAWS,), mln €."""
    one_is_largest = (begin.each_mln_eur == begin.largest_mln_eur) & (end.each_mln_eur == end.largest_mln_eur)
    others = np.flatnonzero(~one_is_largest.any(axis=0))
    each, largest, overlap = begin.each_mln_eur[:, others], begin.largest_mln_eur[others], overlap_share[others]
    each_moves, largest_moves = end.each_mln_eur[:, others] - each, end.largest_mln_eur[others] - largest
    net_moves = end.net_mln_eur - begin.net_mln_eur
    for share in shares:
        net = begin.net_mln_eur + share * net_moves
        # The largest lies below the straight line between its ends, and only what overlaps depends on it.
        net[others] += overlap * ((each + share * each_moves).max(axis=0) - (largest + share * largest_moves))
        yield net


def _shares_at_least(rising: FloatArray, bounds: FloatArray) -> tuple[int, ...]:
    """Per bound the share of the draws at or above it, whole percent."""
    return _of_counts(DRAWS - np.searchsorted(rising, bounds))


def _percents(steps: NDArray[np.uint16], bound: FloatArray) -> tuple[int, ...]:
    """Per row of quantiles the share of the draws at or above the bound of their own, whole percent."""
    # Upwards: no quantile lies between the bound and the next step. One step beyond the last is never reached.
    least = np.ceil(bound * QUANTILE_STEPS)
    np.maximum(least, 0.0, out=least)
    np.minimum(least, QUANTILE_STEPS + 1.0, out=least)
    # Bits counted a machine word at a time are ten times as fast as a sum of truths.
    words = np.packbits(steps >= least.astype(np.uint16), axis=1).view(np.uint64)
    return _of_counts(np.bitwise_count(words).sum(axis=1))


def _percent(reached: NDArray[np.bool_]) -> int:
    return _percent_of_counts()[np.count_nonzero(reached)]


def _of_counts(counts: NDArray[np.integer[Any]]) -> tuple[int, ...]:
    percents = _percent_of_counts()
    return tuple(percents[count] for count in counts.tolist())


@lru_cache(maxsize=1)
def _percent_of_counts() -> list[int]:
    """Whole percent for every number of draws."""
    return [whole_percent(count / DRAWS) for count in range(DRAWS + 1)]
