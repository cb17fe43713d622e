"""Chance to reach the target at every value of every control, in tenths, with all others as they stand.

The same draws and odds as `uncertainty.fan`, so that the chance shown while a slider is dragged is the one that
stands after the release. Along most sliders the chance only rises or only falls: there, only the places are looked for
where it goes from one tenth to the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.notation import HARDLY_PCT, HARDLY_TENTHS, NEARLY_PCT, NEARLY_TENTHS, chance_tenths
from model.what_if.controls import Control, controls_of
from model.what_if.costs import CostInputs, cost_before_effects, cost_without_measures, investment_by_year
from model.what_if.draws import clean_mode, measure_levels, pert_quantiles
from model.what_if.overlap_odds import LEAST_SPREAD_MLN_EUR, OverlapOdds, RisingRoom, room_per_left, room_share
from model.what_if.parameters import (
    DELAY_MONTHS,
    DEPENDENCE_SHARE,
    INVESTMENTS_COUNTED,
    OVERLAP_MARGIN_SHARE,
    OVERLAP_SHARE,
    OWN_TARGET_MLN_EUR,
    TARGET,
    InvestmentCount,
    TargetKind,
)
from model.what_if.plan import FloatArray, SavingsPlan
from model.what_if.responses import bands_by_delay, moves_baseline, moves_one_effect, whole_years
from model.what_if.scenario import Scenario
from model.what_if.uncertainty import (
    TargetDraws,
    chance_share,
    effect_by_draw,
    least_effect_mln_eur,
    odds_of,
    target_draws,
)

ShareAt = Callable[[int], float]
"""Chance, 0 to 1, at the value with this index."""

_EDGES = (*((10 * tenths + 4.5) / 100.0 for tenths in range(9)), (NEARLY_PCT + 0.5) / 100.0)
"""Shares at which a chance becomes the next tenth."""


def chance_table(scenario: Scenario, controls: Iterable[Control]) -> dict[str, tuple[int, ...]]:
    """Chance to reach the target in tenths (`notation.chance_tenths`), one per value of each of the controls.

    Returns
    -------
    dict of str to tuple of int
        By the key of the control, in the order of its values.
    """
    around = _Around(scenario, CostInputs.of(scenario), target_draws(scenario), odds_of(scenario))
    return {control.key: _tenths(control, around) for control in controls}


@dataclass(frozen=True, eq=False)
class _Around:
    """A scenario with its draws, for what happens when one control moves."""

    scenario: Scenario
    inputs: CostInputs
    drawn: TargetDraws
    odds: OverlapOdds

    @cached_property
    def needed_mln_eur(self) -> float:
        """Net effect that the target year needs, mln €."""
        return least_effect_mln_eur(self.scenario)

    @cached_property
    def share_now(self) -> float:
        """Chance as it stands."""
        return self.share_when_needed(self.needed_mln_eur)

    def share_when_needed(self, needed_mln_eur: float) -> float:
        """Chance when only what is needed differs."""
        room = self.drawn.largest_mln_eur - needed_mln_eur
        room *= self._room_per_left
        return self.odds.mean(room)

    @cached_property
    def _room_per_left(self) -> FloatArray:
        return room_per_left(self.drawn.gross_mln_eur, self.drawn.largest_mln_eur, self.odds.per_room)

    @cached_property
    def room_share(self) -> FloatArray:
        """Room for overlap in each draw, as it stands; see `OverlapOdds.mean`."""
        return room_share(self.drawn.gross_mln_eur, self.drawn.largest_mln_eur, self.needed_mln_eur)

    @cached_property
    def rising_room(self) -> RisingRoom:
        """The same in rising order."""
        return RisingRoom(self.room_share)

    @cached_property
    def largest_other_mln_eur(self) -> FloatArray:
        """For each measure the largest effect among the others, shape (m, n); 0 where it is alone."""
        effect = self.drawn.effect_mln_eur
        result = np.zeros_like(effect)
        for order in (1, -1):
            so_far = np.zeros(effect.shape[1])
            for largest, own in zip(result[::order], effect[::order], strict=True):
                np.maximum(largest, so_far, out=largest)
                np.maximum(so_far, own, out=so_far)
        return result


def _tenths(control: Control, around: _Around) -> tuple[int, ...]:
    count = len(control.values)
    if control.key == OVERLAP_SHARE.key:
        return _of_overlaps(control, around)
    if control.key in _TAKE_OTHER_DRAWS:
        return _one_by_one(count, lambda index: chance_share(control.set(around.scenario, control.values[index])))
    needed = _needed_mln_eur(control, around)
    if moves_one_effect(control):
        return _of_one_measure(control, around, needed)
    if control.for_all and control.input == DELAY_MONTHS.key:
        return _of_late_starts(control, around, needed)
    if (needed == around.needed_mln_eur).all():
        return (chance_tenths(around.share_now),) * count
    rises = np.diff(needed)
    search = _along if (rises >= 0.0).all() or (rises <= 0.0).all() else _one_by_one
    return search(count, lambda index: around.share_when_needed(needed[index]))


_TAKE_OTHER_DRAWS = (OVERLAP_MARGIN_SHARE.key, DEPENDENCE_SHARE.key)


def _one_by_one(count: int, share_at: ShareAt) -> tuple[int, ...]:
    return tuple(chance_tenths(share_at(index)) for index in range(count))


def _along(count: int, share_at: ShareAt) -> tuple[int, ...]:
    """Chance at each of the values, along which it only rises or only falls.

    Between two values with the same tenth all have it. Otherwise the next one to look at is where a straight line
    between the two would go to the next tenth, and now and then the one halfway, for a chance may also go in one step.
    """
    begin, end = share_at(0), share_at(count - 1)
    tenths = [chance_tenths(begin)] * count
    tenths[-1] = chance_tenths(end)
    open_parts = [(0, begin, count - 1, end, 0)]
    while open_parts:
        first, share_first, last, share_last, depth = open_parts.pop()
        before, after = tenths[first], tenths[last]
        if before == after:
            tenths[first:last] = [before] * (last - first)
        elif last - first > 1:
            to_next = (_edge(before, after) - share_first) / (share_last - share_first)
            place = 0.5 if depth % _HALVING == _HALVING - 1 else to_next
            middle = min(last - 1, max(first + 1, first + round(place * (last - first))))
            share = share_at(middle)
            tenths[middle] = chance_tenths(share)
            open_parts.append((first, share_first, middle, share, depth + 1))
            open_parts.append((middle, share, last, share_last, depth + 1))
    return tuple(tenths)


_HALVING = 4
"""Every so many steps of a search go halfway."""


def _edge(tenths: int, towards: int) -> float:
    """Share at which a chance of so many tenths becomes the next one up or down."""
    return _EDGES[tenths if towards > tenths else tenths - 1]


def _of_overlaps(control: Control, around: _Around) -> tuple[int, ...]:
    """Chance at each value of the overlap."""
    values, margin = np.array(control.values, dtype=np.float64), around.odds.margin_share
    shares = around.rising_room.means(values, margin)
    if margin < _FINE_MARGIN_SHARE:
        anew = np.arange(len(values))
    else:
        anew = np.flatnonzero(np.abs(shares[:, None] - _EDGES).min(axis=1) < _NEAR)
    for index in anew.tolist():
        odds = replace(around.odds, overlap_share=float(values[index]))
        shares[index] = odds.mean(around.room_share * odds.per_room)
    # As `chance_tenths`, of which a hundred calls take as long as all else here.
    percents = np.floor(100.0 * shares + 0.5)
    tenths = np.clip(np.floor(percents / 10.0 + 0.5), HARDLY_TENTHS + 1, NEARLY_TENTHS - 1)
    tenths[percents < HARDLY_PCT], tenths[percents > NEARLY_PCT] = HARDLY_TENTHS, NEARLY_TENTHS
    return tuple(tenths.astype(np.intp).tolist())


_NEAR, _FINE_MARGIN_SHARE = 1e-6, 0.001
"""Nearer to the edge of a tenth, and with a smaller margin, sums of squares are not exact enough."""


def _needed_mln_eur(control: Control, around: _Around) -> FloatArray:
    """Net effect that the target year needs at each value of a control, shape (n,), mln €."""
    inputs, scenario = around.inputs, around.scenario
    at = inputs.plan.trajectory.target_index
    if control.key == TARGET.key:
        targets = [control.set(scenario, value).target_cost_mln_eur for value in control.values]
        return around.needed_mln_eur + scenario.target_cost_mln_eur - np.array(targets)
    if control.key == OWN_TARGET_MLN_EUR.key and scenario.target is TargetKind.OWN:
        return around.needed_mln_eur + scenario.target_cost_mln_eur - control.column(inputs.plan)
    if moves_baseline(control):
        without = cost_without_measures(inputs.varied(**control.batch(inputs)))[:, at]
        before = without + investment_by_year(inputs)[at]
    elif control.input == INVESTMENTS_COUNTED.key:
        before = np.array([cost_before_effects(way)[at] for way in control.ways(inputs)])
    elif control.input in _MOVE_INVESTMENTS and inputs.investments_counted is not InvestmentCount.NO:
        invested = investment_by_year(inputs.varied(**control.batch(inputs)))[:, at]
        before = cost_without_measures(inputs)[at] + invested
    else:
        return np.full(len(control.values), around.needed_mln_eur)
    result: FloatArray = before - scenario.target_cost_mln_eur - TOLERANCE
    return result


_MOVE_INVESTMENTS = ("on", DELAY_MONTHS.key, "investment_mln_eur")
"""Inputs that decide what is invested, and when."""


def _of_one_measure(control: Control, around: _Around, needed: FloatArray) -> tuple[int, ...]:
    index, is_on = cast(int, control.index), around.scenario.on[cast(int, control.index)]
    low, span = float(around.drawn.low_mln_eur[index]), float(around.drawn.span_mln_eur[index])
    if control.input == "on":
        off_need, on_need = needed.tolist()
        share_off = _with_band(around, index, 0.0, 0.0, off_need) if is_on else around.share_now
        share_on = around.share_now if is_on else _with_band(around, index, low, span, on_need)
        return chance_tenths(share_off), chance_tenths(share_on)
    if not is_on:
        return (chance_tenths(around.share_now),) * len(needed)
    if control.input == "position_share":
        return _along(len(needed), _along_slider(control, around, low, span))
    at = around.scenario.plan.trajectory.target_index
    lows, spans = (end[:, index, at].tolist() for end in bands_by_delay(around.scenario.plan))
    cases = list(zip(lows, spans, needed.tolist(), strict=True))
    # Often many are the same: the last column of the source holds on.
    tenths = {case: chance_tenths(_with_band(around, index, *case)) for case in set(cases)}
    return tuple(tenths[case] for case in cases)


def _with_band(around: _Around, index: int, low_mln_eur: float, span_mln_eur: float, needed_mln_eur: float) -> float:
    """Chance when one measure has this band, 0 to 1."""
    gross = around.drawn.gross_mln_eur - around.drawn.effect_mln_eur[index]
    largest = around.largest_other_mln_eur[index]
    if low_mln_eur or span_mln_eur:
        own = low_mln_eur + span_mln_eur * around.drawn.position_share[index]
        gross += own
        largest = np.maximum(largest, own)
    return around.odds.mean(room_share(gross, largest, needed_mln_eur, around.odds.per_room))


def _along_slider(control: Control, around: _Around, low_mln_eur: float, span_mln_eur: float) -> ShareAt:
    """Chance along the slider of one measure that is on, 0 to 1.

    With S and M the sum and the largest of the others, the net effect is the larger of e + (1−ω)·S and
    ω·M + (1−ω)·(S + e), for any own effect e. So the room is the larger of (e − needed) / S and
    (M − needed) / (S + e − M), and the first of them matters only where e can be larger than M.
    """
    drawn, index, needed, odds = around.drawn, cast(int, control.index), around.needed_mln_eur, around.odds
    if not span_mln_eur:
        return lambda _: around.share_now
    modes, draws = _modes(around.scenario.plan, control.key), len(drawn.gross_mln_eur)
    levels = measure_levels(len(drawn.effect_mln_eur), around.scenario.dependence_share, draws)[index]
    gross, largest = drawn.gross_mln_eur - drawn.effect_mln_eur[index], around.largest_other_mln_eur[index]
    # All in spans of the own effect, so that the position is the effect. A drawn position is never 0, nor this sum.
    spread = np.maximum(gross - largest + low_mln_eur, 0.0) / span_mln_eur
    left = (largest - needed) * (odds.per_room / span_mln_eur)
    can_be_largest = low_mln_eur + span_mln_eur > float(largest.min())
    room_per_own = odds.per_room / np.maximum(gross / span_mln_eur, LEAST_SPREAD_MLN_EUR)
    left_at_low = (low_mln_eur - needed) / span_mln_eur

    def share_at(place: int) -> float:
        own = pert_quantiles(modes[place], draws).take(levels, mode="clip")
        room = spread + own
        np.divide(left, room, out=room)
        if can_be_largest:
            own += left_at_low
            own *= room_per_own
            np.maximum(room, own, out=room)
        return odds.mean(room)

    return share_at


@lru_cache(maxsize=2_000)
def _modes(plan: SavingsPlan, key: str) -> tuple[float, ...]:
    return tuple(clean_mode(position) for position in controls_of(plan)[key].column(plan).tolist())


def _of_late_starts(control: Control, around: _Around, needed_mln_eur: FloatArray) -> tuple[int, ...]:
    """Chance at each delay of all measures together."""
    late, needs = _LateStarts(control, around), needed_mln_eur.tolist()
    if late.only_fall and (needed_mln_eur == needed_mln_eur[0]).all():
        return _along(len(needs), lambda index: late.share_at(index, needs[index]))
    return _one_by_one(len(needs), lambda index: late.share_at(index, needs[index]))


class _Effects(NamedTuple):
    """Effect of each measure in the target year, shape (m, n), their sum and the largest, (n,), mln €."""

    each: FloatArray
    gross: FloatArray
    largest: FloatArray


class _LateStarts:
    """The measures in the target year when all start later.

    Between two whole years every effect is a straight line over the delay, and so is the largest wherever the same
    measure is the largest at both ends. Only in the other draws the measures are looked at one by one.
    """

    def __init__(self, control: Control, around: _Around) -> None:
        plan, on = around.inputs.plan, around.inputs.on
        self._around = around
        self._months = control.column(plan)
        low, span = (end[..., plan.trajectory.target_index] for end in bands_by_delay(plan))
        self._low, self._span = on * low, on * span
        self._ends = sorted({*whole_years(control.values), len(self._months) - 1})
        self._known: dict[bytes, _Effects] = {}
        self._ways: dict[tuple[int, int], _Way] = {}

    @property
    def only_fall(self) -> bool:
        """Whether a later start never gives a larger effect: an own table can have effects that shrink."""
        high = self._low + self._span
        return bool((np.diff(self._low, axis=0) <= 0.0).all() and (np.diff(high, axis=0) <= TOLERANCE).all())

    def share_at(self, index: int, needed_mln_eur: float) -> float:
        """Chance with the delay of this index, 0 to 1."""
        at_end = bisect_left(self._ends, index)
        if self._ends[at_end] == index:
            effects = self._at(index)
            gross, largest = effects.gross, effects.largest
        else:
            gross, largest = self._between(self._ends[at_end - 1], self._ends[at_end], index)
        odds = self._around.odds
        return odds.mean(room_share(gross, largest, needed_mln_eur, odds.per_room))

    def _at(self, index: int) -> _Effects:
        drawn, low, span = self._around.drawn, self._low[index], self._span[index]
        mark = low.tobytes() + span.tobytes()
        if mark not in self._known:
            on = self._around.inputs.on
            if (low == on * drawn.low_mln_eur).all() and (span == on * drawn.span_mln_eur).all():
                self._known[mark] = _Effects(drawn.effect_mln_eur, drawn.gross_mln_eur, drawn.largest_mln_eur)
            else:
                each = effect_by_draw(low, span, drawn.position_share)
                self._known[mark] = _Effects(each, each.sum(axis=0), each.max(axis=0))
        return self._known[mark]

    def _between(self, first: int, last: int, index: int) -> tuple[FloatArray, FloatArray]:
        begin, end = self._at(first), self._at(last)
        if begin is end:
            return begin.gross, begin.largest
        if (first, last) not in self._ways:
            self._ways[first, last] = _Way.of(begin, end)
        way, months = self._ways[first, last], self._months
        part = float((months[index] - months[first]) / (months[last] - months[first]))
        gross = way.gross * part
        gross += begin.gross
        largest = way.largest * part
        largest += begin.largest
        largest[way.others] = (way.others_begin + part * way.others_each).max(axis=0)
        return gross, largest


class _Way(NamedTuple):
    """How effects go from one whole year to the next: sum and largest, (n,), and where that is not straight, each."""

    gross: FloatArray
    largest: FloatArray
    others: NDArray[np.intp]
    others_begin: FloatArray
    others_each: FloatArray

    @staticmethod
    def of(begin: _Effects, end: _Effects) -> _Way:
        same = (begin.each == begin.largest) & (end.each == end.largest)
        others = np.flatnonzero(~same.any(axis=0))
        each = begin.each[:, others]
        return _Way(end.gross - begin.gross, end.largest - begin.largest, others, each, end.each[:, others] - each)
