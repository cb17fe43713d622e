"""Chance to reach the target at every value of every control, in tenths, with all others as they stand.

The same draws and odds as `uncertainty.fan`, so that the chance shown while a slider is dragged is the one that
stands after the release.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from model.notation import chance_tenths
from model.what_if.chance_search import ShareAt, Tenths, along, one_by_one, tenths_of, through_some
from model.what_if.controls import Control, controls_of
from model.what_if.costs import CostInputs, cost_without_measures, investment_by_year
from model.what_if.draws import clean_mode, draws_for, measure_levels, pert_quantiles
from model.what_if.investments import investment_in_year
from model.what_if.late_starts import LateStarts, effects_fall
from model.what_if.overlap_odds import LEAST_SPREAD_MLN_EUR, OverlapOdds, Rooms, room_per_left, room_share
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
from model.what_if.responses import bands_by_delay, moves_baseline, moves_one_effect
from model.what_if.scenario import Scenario, target_path_of
from model.what_if.uncertainty import (
    RankedEffects,
    TargetDraws,
    least_effect_mln_eur,
    odds_of,
    target_draws,
)


def chance_table(scenario: Scenario, controls: Iterable[Control]) -> dict[str, Tenths]:
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
    def rooms(self) -> Rooms:
        """Room for overlap as it stands."""
        return self._rooms_of(self.drawn.gross_mln_eur, self.drawn.largest_mln_eur)

    def rooms_with(self, draws: int) -> Rooms:
        """The same in so many draws."""
        if draws == len(self.drawn.gross_mln_eur):
            return self.rooms
        return self._rooms_of(*RankedEffects(self.scenario, draws).totals(self.scenario.dependence_share))

    def _rooms_of(self, gross_mln_eur: FloatArray, largest_mln_eur: FloatArray) -> Rooms:
        return Rooms(room_share(gross_mln_eur, largest_mln_eur, self.needed_mln_eur))

    @cached_property
    def ranked(self) -> RankedEffects:
        """Effects of the measures that are on, before it is said how far they go together."""
        return RankedEffects(self.scenario, len(self.drawn.gross_mln_eur))

    @cached_property
    def invested_mln_eur(self) -> FloatArray:
        """What each measure that is on adds to the costs of the target year, shape (m,), mln €."""
        return self._invested(self.inputs.on, self.inputs.delay_months)

    @cached_property
    def invested_when_on_mln_eur(self) -> FloatArray:
        """The same were it on."""
        return self._invested(np.ones_like(self.inputs.on), self.inputs.delay_months)

    @cached_property
    def invested_late_mln_eur(self) -> FloatArray:
        """The same at each delay, shape (n, m)."""
        months = controls_of(self.inputs.plan)[DELAY_MONTHS.key].column(self.inputs.plan)
        return self._invested(self.inputs.on, np.repeat(months[:, None], len(self.inputs.on), axis=1))

    def _invested(self, on: FloatArray, delay_months: FloatArray) -> FloatArray:
        plan, inputs = self.inputs.plan, self.inputs
        at = plan.trajectory.target_index
        return investment_in_year(plan, on, delay_months, inputs.investment_mln_eur, inputs.investments_counted, at)

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

    @cached_property
    def measures(self) -> tuple[_OneMeasure, ...]:
        """Each measure beside the others."""
        return tuple(_OneMeasure(self, index) for index in range(len(self.scenario.on)))


def _tenths(control: Control, around: _Around) -> Tenths:
    count = len(control.values)
    if control.key in _OF_ALL_DRAWS:
        return _OF_ALL_DRAWS[control.key](control, around)
    needed = _needed_mln_eur(control, around)
    if moves_one_effect(control):
        return around.measures[cast(int, control.index)].tenths(control, needed)
    if control.for_all and control.input == DELAY_MONTHS.key:
        return _of_late_starts(control, around, needed)
    if needed is None:
        return (chance_tenths(around.share_now),) * count
    rises = np.diff(needed)
    search = along if (rises >= 0.0).all() or (rises <= 0.0).all() else one_by_one
    return search(count, lambda index: around.share_when_needed(needed[index]))


def _of_overlaps(control: Control, around: _Around) -> Tenths:
    values = np.array(control.values, dtype=np.float64)
    return tenths_of(around.rooms.shares(values, np.full_like(values, around.odds.margin_share)))


def _of_margins(control: Control, around: _Around) -> Tenths:
    """A smaller margin asks for more draws (`draws_for`)."""
    values = np.array(control.values, dtype=np.float64)
    draws, shares = np.array([draws_for(float(value)) for value in values]), np.empty(len(values))
    for so_many in np.unique(draws).tolist():
        own = draws == so_many
        overlaps = np.full(np.count_nonzero(own), around.odds.overlap_share)
        shares[own] = around.rooms_with(so_many).shares(overlaps, values[own])
    return tenths_of(shares)


def _of_dependences(control: Control, around: _Around) -> Tenths:
    """The same effects go together in another way at each value."""
    values, needed, odds = np.array(control.values, dtype=np.float64), around.needed_mln_eur, around.odds

    def share_at(index: int) -> float:
        if values[index] == around.scenario.dependence_share:
            return around.share_now
        return odds.mean(room_share(*around.ranked.totals(float(values[index])), needed, odds.per_room))

    return through_some(values, share_at, _SURE_WITHIN)


_SURE_WITHIN = 0.005
"""Half a point, which is how near a chance lies to what it should be; a curve over the dependences lies nearer."""
_OF_ALL_DRAWS = {
    OVERLAP_SHARE.key: _of_overlaps,
    OVERLAP_MARGIN_SHARE.key: _of_margins,
    DEPENDENCE_SHARE.key: _of_dependences,
}


def _needed_mln_eur(control: Control, around: _Around) -> FloatArray | None:
    """Net effect that the target year needs at each value of a control, shape (n,), mln €; None where it stays."""
    inputs, scenario = around.inputs, around.scenario
    at, now = inputs.plan.trajectory.target_index, scenario.target_cost_mln_eur
    more: FloatArray | None = None
    if control.key == TARGET.key:
        kinds = [TargetKind(str(value)) for value in control.values]
        more = now - np.array([target_path_of(inputs.plan, kind, scenario.own_target_mln_eur)[at] for kind in kinds])
    elif control.key == OWN_TARGET_MLN_EUR.key and scenario.target is TargetKind.OWN:
        more = now - control.column(inputs.plan)
    elif moves_baseline(control):
        without = cost_without_measures(inputs.varied(**control.batch(inputs)))[:, at]
        more = without - cost_without_measures(inputs)[at]
    elif inputs.investments_counted is not InvestmentCount.NO and control.input in _MOVE_INVESTMENTS:
        more = _more_invested_mln_eur(control, around)
    elif control.input == INVESTMENTS_COUNTED.key:
        more = np.array([investment_by_year(way)[at] for way in control.ways(inputs)]) - around.invested_mln_eur.sum()
    return None if more is None or not more.any() else around.needed_mln_eur + more


def _more_invested_mln_eur(control: Control, around: _Around) -> FloatArray:
    """What is invested in the target year beyond what is now, at each value, shape (n,), mln €."""
    index, now, inputs = control.index, around.invested_mln_eur, around.inputs
    if index is None:
        more: FloatArray = around.invested_late_mln_eur.sum(axis=1) - now.sum()
    elif control.input == "on":
        more = np.array([0.0, around.invested_when_on_mln_eur[index]]) - now[index]
    elif control.input == DELAY_MONTHS.key:
        more = around.invested_late_mln_eur[:, index] - now[index]
    else:
        at = inputs.plan.trajectory.target_index
        more = investment_by_year(inputs.varied(**control.batch(inputs)))[:, at] - now.sum()
    return more


_MOVE_INVESTMENTS = ("on", DELAY_MONTHS.key, "investment_mln_eur")
"""Inputs that decide what is invested, and when."""


class _OneMeasure:
    """One measure beside the others: the chance when only its own effect differs."""

    def __init__(self, around: _Around, index: int) -> None:
        self._around, self._index, self._drawn = around, index, around.drawn
        self._is_on = around.scenario.on[index]
        self._band = float(self._drawn.low_mln_eur[index]), float(self._drawn.span_mln_eur[index])
        self._known: dict[tuple[float, float, float], float] = {}
        if self._is_on:
            self._known[(*self._band, around.needed_mln_eur)] = around.share_now
        else:
            self._known[0.0, 0.0, around.needed_mln_eur] = around.share_now

    def tenths(self, control: Control, needed_mln_eur: FloatArray | None) -> Tenths:
        """Chance at each value of a control of this measure."""
        count, around = len(control.values), self._around
        needed = [around.needed_mln_eur] * count if needed_mln_eur is None else needed_mln_eur.tolist()
        if control.input == "on":
            return chance_tenths(self._with(0.0, 0.0, needed[0])), chance_tenths(self._with(*self._band, needed[1]))
        if not self._is_on:
            return (chance_tenths(around.share_now),) * count
        now = self._index_now(control)
        if control.input == "position_share":
            return along(count, self._along_slider(control), self._at_least(now, 0))
        falls = _falls_when_late(around.scenario.plan)[self._index]
        if falls and now == 0 and needed_mln_eur is None and count - 1 in self._at_least(now, count - 1):
            # Neither without the measure.
            return (chance_tenths(around.share_now),) * count
        return self._of_delays(control, needed, now)

    def _of_delays(self, control: Control, needed: list[float], now: int | None) -> Tenths:
        plan, index = self._around.scenario.plan, self._index
        at = plan.trajectory.target_index
        low, span = (end[:, index, at] for end in bands_by_delay(plan))
        cases = list(zip(low.tolist(), span.tolist(), needed, strict=True))
        if not _falls_when_late(plan)[index]:
            return one_by_one(len(cases), lambda place: self._with(*cases[place]))
        bounds = [0, *(place for place in range(1, len(needed)) if needed[place] != needed[place - 1]), len(needed)]
        tenths: list[int] = []
        for first, end in pairwise(bounds):
            known = self._at_least(now, len(cases) - 1) if len(bounds) == 2 else None
            tenths += along(end - first, lambda place, first=first: self._with(*cases[first + place]), known)  # type: ignore[misc]
        return tuple(tenths)

    def _index_now(self, control: Control) -> int | None:
        """Index of the value as it stands; None where it lies between two."""
        value = control.get(self._around.scenario)
        return control.values.index(value) if value in control.values else None

    def _at_least(self, now: int | None, lowest: int) -> dict[int, float]:
        """Chances known along a control: that of now, and at its lowest end none below that without the measure."""
        if now is None:
            return {}
        around = self._around
        without = self._with(0.0, 0.0, around.needed_mln_eur)
        is_same = chance_tenths(without) == chance_tenths(around.share_now)
        return {**({lowest: without} if is_same else {}), now: around.share_now}

    def _with(self, low_mln_eur: float, span_mln_eur: float, needed_mln_eur: float) -> float:
        """Chance when the measure has this band, 0 to 1."""
        case = (low_mln_eur, span_mln_eur, needed_mln_eur)
        if case not in self._known:
            gross, largest, odds = self._gross_of_others, self._largest_of_others, self._around.odds
            if low_mln_eur or span_mln_eur:
                own = span_mln_eur * self._drawn.position_share[self._index]
                own += low_mln_eur
                largest = np.maximum(largest, own)
                own += gross
                gross = own
            self._known[case] = odds.mean(room_share(gross, largest, needed_mln_eur, odds.per_room))
        return self._known[case]

    @cached_property
    def _gross_of_others(self) -> FloatArray:
        gross: FloatArray = self._drawn.gross_mln_eur - self._drawn.effect_mln_eur[self._index]
        return gross

    @cached_property
    def _largest_of_others(self) -> FloatArray:
        largest: FloatArray = self._around.largest_other_mln_eur[self._index]
        return largest

    def _along_slider(self, control: Control) -> ShareAt:
        """Chance along the slider of the measure, which is on, 0 to 1.

        With S and M the sum and the largest of the others, the net effect is the larger of e + (1−ω)·S and
        ω·M + (1−ω)·(S + e), for any own effect e. So the room is the larger of (e − needed) / S and
        (M − needed) / (S + e − M), and the first of them matters only where e can be larger than M.
        """
        around, (low_mln_eur, span_mln_eur) = self._around, self._band
        needed, odds = around.needed_mln_eur, around.odds
        if not span_mln_eur:
            return lambda _: around.share_now
        modes, draws = _modes(around.scenario.plan, control.key), len(self._drawn.gross_mln_eur)
        levels = measure_levels(len(around.scenario.on), around.scenario.dependence_share, draws)[self._index]
        gross, largest = self._gross_of_others, self._largest_of_others
        # All in spans of the own effect, so that the position is the effect. A drawn position is never 0, nor this sum.
        spread = gross - largest
        spread += low_mln_eur
        np.maximum(spread, 0.0, out=spread)
        spread *= 1.0 / span_mln_eur
        left = (largest - needed) * (odds.per_room / span_mln_eur)
        can_be_largest = low_mln_eur + span_mln_eur > float(largest.min())
        left_at_low = (low_mln_eur - needed) / span_mln_eur
        room_per_own = (
            odds.per_room / np.maximum(gross / span_mln_eur, LEAST_SPREAD_MLN_EUR) if can_be_largest else gross
        )

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


@lru_cache(maxsize=16)
def _falls_when_late(plan: SavingsPlan) -> NDArray[np.bool_]:
    """Whether a later start of a measure never gives it a larger effect in the target year, shape (m,)."""
    low, span = (end[..., plan.trajectory.target_index] for end in bands_by_delay(plan))
    return effects_fall(low, span)


def _of_late_starts(control: Control, around: _Around, needed_mln_eur: FloatArray | None) -> Tenths:
    """Chance at each delay of all measures together."""
    late, odds, count = LateStarts(control, around.inputs, around.drawn), around.odds, len(control.values)
    needs = [around.needed_mln_eur] * count if needed_mln_eur is None else needed_mln_eur.tolist()
    search = along if late.only_fall and needed_mln_eur is None else one_by_one
    return search(count, lambda index: odds.mean(room_share(*late.at(index), needs[index], odds.per_room)))
