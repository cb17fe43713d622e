"""Effects of the measures in the target year, draw by draw, when all start later."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.what_if.controls import Control
from model.what_if.costs import CostInputs
from model.what_if.plan import FloatArray
from model.what_if.responses import bands_by_delay, whole_years
from model.what_if.uncertainty import TargetDraws, effect_by_draw


class _Effects(NamedTuple):
    """Effect of each measure in the target year, shape (m, n), their sum and the largest, (n,), mln €."""

    each: FloatArray
    gross: FloatArray
    largest: FloatArray


class LateStarts:
    """The measures in the target year when all start later.

    Between two whole years every effect is a straight line over the delay, and so is the largest wherever the same
    measure is the largest at both ends. Only in the other draws the measures are looked at one by one.
    """

    def __init__(self, control: Control, inputs: CostInputs, drawn: TargetDraws) -> None:
        plan, self._on, self._drawn = inputs.plan, inputs.on, drawn
        self._months = control.column(plan)
        low, span = (end[..., plan.trajectory.target_index] for end in bands_by_delay(plan))
        self._low, self._span = self._on * low, self._on * span
        self._ends = sorted({*whole_years(control.values), len(self._months) - 1})
        self._known: dict[bytes, _Effects] = {}
        self._ways: dict[tuple[int, int], _Way] = {}

    @property
    def only_fall(self) -> bool:
        """Whether a later start never gives a larger effect: an own table can have effects that shrink."""
        return bool(effects_fall(self._low, self._span).all())

    def at(self, index: int) -> tuple[FloatArray, FloatArray]:
        """Sum and largest with the delay of this index, two arrays of shape (n,), mln €."""
        at_end = bisect_left(self._ends, index)
        if self._ends[at_end] == index:
            effects = self._whole(index)
            return effects.gross, effects.largest
        return self._between(self._ends[at_end - 1], self._ends[at_end], index)

    def _whole(self, index: int) -> _Effects:
        drawn, on, low, span = self._drawn, self._on, self._low[index], self._span[index]
        mark = low.tobytes() + span.tobytes()
        if mark not in self._known:
            if (low == on * drawn.low_mln_eur).all() and (span == on * drawn.span_mln_eur).all():
                self._known[mark] = _Effects(drawn.effect_mln_eur, drawn.gross_mln_eur, drawn.largest_mln_eur)
            else:
                each = effect_by_draw(low, span, drawn.position_share)
                self._known[mark] = _Effects(each, each.sum(axis=0), each.max(axis=0))
        return self._known[mark]

    def _between(self, first: int, last: int, index: int) -> tuple[FloatArray, FloatArray]:
        begin, end = self._whole(first), self._whole(last)
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


def effects_fall(low_mln_eur: FloatArray, span_mln_eur: FloatArray) -> NDArray[np.bool_]:
    """Whether the band of each measure never rises with its delay, shape (m,); bands of shape (n, m) at n delays."""
    low_falls = np.diff(low_mln_eur, axis=0) <= 0.0
    high_falls = np.diff(low_mln_eur + span_mln_eur, axis=0) <= TOLERANCE
    falls: NDArray[np.bool_] = np.all(low_falls & high_falls, axis=0)
    return falls


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
