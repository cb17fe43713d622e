"""How likely the drawn overlap is small enough, computed instead of counted.

Given what the measures do in a draw, only the overlap decides whether the target is reached, and its distribution is
known: so a draw counts for the share of the overlaps that reach it. That takes far fewer draws than asking each one
with an overlap of its own (docs/what-if-model.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from model.what_if.chance_search import near_an_edge
from model.what_if.plan import FloatArray

LEAST_MARGIN_SHARE = 1e-13
"""In place of no margin: less than any comparison is exact to."""
LEAST_SPREAD_MLN_EUR = 1e-200
"""In place of nothing that can overlap: what is then missing or left over counts as endlessly much."""
SHARE_DECIMALS = 12
"""So that two orders of addition give the same chance."""


@dataclass(frozen=True)
class OverlapOdds:
    """Overlap triangular on ω ± δ, of which what lies beyond 0 or 1 is moved to 0 or 1."""

    overlap_share: float
    margin_share: float

    @cached_property
    def per_room(self) -> float:
        """What a room is multiplied by for `mean`."""
        return 1.0 / max(self.margin_share, LEAST_MARGIN_SHARE)

    @cached_property
    def _to_one(self) -> float:
        """From the overlap to 1, in margins."""
        return (1.0 - self.overlap_share) * self.per_room

    @cached_property
    def _to_none(self) -> float:
        """From the overlap to 0, in margins."""
        return -self.overlap_share * self.per_room

    def mean(self, scaled_room: FloatArray) -> float:
        """Mean chance, 0 to 1, over draws with so much room each, shape (n,), times `per_room`; overwrites them.

        The room is by how much the largest overlap with which a draw reaches the target exceeds 1: below −1 none does,
        from 0 on any.
        """
        x = scaled_room
        with_any = x >= 0.0 if self._to_one < 1.0 else None
        with_none = x < -self.per_room if self._to_none > -1.0 else None
        x += self._to_one
        np.minimum(x, 1.0, out=x)
        np.maximum(x, -1.0, out=x)
        if with_any is not None:
            x[with_any] = 1.0
        if with_none is not None:
            x[with_none] = -1.0
        # The distribution function of the triangle on [−1, 1] is 1/2 + x − x·|x|/2, so 1/2 − x·(|x| − 2)/2.
        weight = np.abs(x)
        weight -= 2.0
        return round(0.5 - float(x @ weight) / (2 * len(x)), SHARE_DECIMALS)


class RisingRoom:
    """Room of all draws in rising order, for the mean chance with many overlaps and margins at once."""

    def __init__(self, room_share: FloatArray) -> None:
        rising = np.sort(np.clip(room_share, -2.0, 1.0))
        self._rising = rising
        self._sums = [np.concatenate([[0.0], np.cumsum(rising**power)]) for power in range(3)]

    def means(self, overlap_share: ArrayLike, margin_share: ArrayLike) -> FloatArray:
        """Mean chance, 0 to 1, in the shape that overlaps and margins broadcast to; see `OverlapOdds.mean`.

        Between four bounds the distribution function is a parabola of the room, of which sums are known.
        """
        middle = np.asarray(overlap_share, dtype=np.float64) - 1.0
        margin = np.maximum(np.asarray(margin_share, dtype=np.float64), LEAST_MARGIN_SHARE)
        low, high = np.maximum(middle - margin, -1.0), np.minimum(middle + margin, 0.0)
        first, half, last = (np.searchsorted(self._rising, bound) for bound in (low, np.clip(middle, low, high), high))
        total = len(self._rising) - last
        for begin, end, sign in ((first, half, 1.0), (half, last, -1.0)):
            count, room, square = (sums[end] - sums[begin] for sums in self._sums)
            # 1/2 + x + x²/2 below the middle, 1/2 + x − x²/2 above it, with x = (room − middle) / margin.
            along, curved = room - middle * count, square - 2.0 * middle * room + middle**2 * count
            total = total + 0.5 * count + along / margin + sign * 0.5 * curved / margin**2
        shares: FloatArray = np.clip(total / len(self._rising), 0.0, 1.0)
        return np.round(shares, SHARE_DECIMALS)


@dataclass(frozen=True, eq=False)
class Rooms:
    """Room for overlap in each draw, shape (n,); see `OverlapOdds.mean`."""

    room_share: FloatArray

    @cached_property
    def _rising(self) -> RisingRoom:
        return RisingRoom(self.room_share)

    def shares(self, overlap_share: FloatArray, margin_share: FloatArray) -> FloatArray:
        """Chance with each overlap and its margin, shape (k,), 0 to 1."""
        shares = self._rising.means(overlap_share, margin_share)
        near = near_an_edge(shares, _NEAR)
        for index in np.union1d(near, np.flatnonzero(margin_share < _FINE_MARGIN_SHARE)).tolist():
            odds = OverlapOdds(float(overlap_share[index]), float(margin_share[index]))
            shares[index] = odds.mean(self.room_share * odds.per_room)
        return shares


_NEAR, _FINE_MARGIN_SHARE = 1e-6, 0.001
"""Nearer to the edge of a tenth, and with a smaller margin, sums of squares are not exact enough."""


def room_share(
    gross_mln_eur: FloatArray, largest_mln_eur: FloatArray, needed_mln_eur: float, per_room: float = 1.0
) -> FloatArray:
    """Room for overlap, times per_room, shape (n,): see `OverlapOdds.mean`.

    The net effect M + (1−ω)·(S − M) is what is needed up to ω = 1 + (M − needed) / (S − M).
    """
    room = largest_mln_eur - needed_mln_eur
    room *= room_per_left(gross_mln_eur, largest_mln_eur, per_room)
    return room


def room_per_left(gross_mln_eur: FloatArray, largest_mln_eur: FloatArray, per_room: float = 1.0) -> FloatArray:
    """Room, times per_room, for each mln € that the largest effect leaves over, shape (n,)."""
    spread = gross_mln_eur - largest_mln_eur
    np.maximum(spread, LEAST_SPREAD_MLN_EUR, out=spread)
    np.divide(per_room, spread, out=spread)
    return spread
