"""Chances in tenths along the values of one control, of which only a few are looked at.

Along most sliders the chance only rises or only falls: there, only the places are looked for where it goes from one
tenth to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from model.notation import HARDLY_PCT, HARDLY_TENTHS, NEARLY_PCT, NEARLY_TENTHS, chance_tenths
from model.what_if.plan import FloatArray

ShareAt = Callable[[int], float]
"""Chance, 0 to 1, at the value with this index."""

Tenths = tuple[int, ...]
"""Chance at each of the values, in tenths (`notation.chance_tenths`)."""

EDGES = (*((10 * tenths + 4.5) / 100.0 for tenths in range(9)), (NEARLY_PCT + 0.5) / 100.0)
"""Shares at which a chance becomes the next tenth."""
_HALVING = 4
"""Every so many steps of a search go halfway."""


def one_by_one(count: int, share_at: ShareAt) -> Tenths:
    """Chance at each of the values, all looked at."""
    return tuple(chance_tenths(share_at(index)) for index in range(count))


def along(count: int, share_at: ShareAt, known: Mapping[int, float] | None = None) -> Tenths:
    """Chance at each of the values, along which it only rises or only falls.

    Between two values with the same tenth all have it. Otherwise the next one to look at is where a straight line
    between the two would go to the next tenth, and now and then the one halfway, for a chance may also go in one step.

    Parameters
    ----------
    count : int
        Number of values.
    share_at : callable
    known : mapping of int to float, optional
        Chances that need not be looked at, by index; at an end one of the same tenth will do.
    """
    shares = dict(known or {})
    for end in (0, count - 1):
        if end not in shares:
            shares[end] = share_at(end)
    tenths = [chance_tenths(shares[count - 1])] * count
    for index, share in shares.items():
        tenths[index] = chance_tenths(share)
    open_parts = [(first, shares[first], last, shares[last], 0) for first, last in pairwise(sorted(shares))]
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


def _edge(tenths: int, towards: int) -> float:
    """Share at which a chance of so many tenths becomes the next one up or down."""
    return EDGES[tenths if towards > tenths else tenths - 1]


def near_an_edge(shares: FloatArray, distance: float) -> NDArray[np.intp]:
    """Indices of the chances that lie so near to where the next tenth begins."""
    return np.flatnonzero(np.abs(shares[:, None] - EDGES).min(axis=1) < distance)


def tenths_of(shares: FloatArray) -> Tenths:
    """As `chance_tenths`, of which a hundred calls take as long as finding a hundred shares."""
    percents = np.floor(100.0 * shares + 0.5)
    tenths = np.clip(np.floor(percents / 10.0 + 0.5), HARDLY_TENTHS + 1, NEARLY_TENTHS - 1)
    tenths[percents < HARDLY_PCT], tenths[percents > NEARLY_PCT] = HARDLY_TENTHS, NEARLY_TENTHS
    return tuple(tenths.astype(np.intp).tolist())


def through_some(column: FloatArray, share_at: ShareAt, sure_within: float) -> Tenths:
    """Chance at each of the values of a control along which it bends only little, and can rise and fall.

    A curve through some of them gives the others; where it comes within `sure_within` of the next tenth, the value
    itself is looked at.
    """
    count = len(column)
    if count <= _NODES:
        return one_by_one(count, share_at)
    nodes = np.unique(np.round(np.linspace(0, count - 1, _NODES)).astype(np.intp))
    known = {int(node): share_at(int(node)) for node in nodes}
    shares = np.clip(_curve(column, nodes) @ np.array(list(known.values())), 0.0, 1.0)
    for index in near_an_edge(shares, sure_within).tolist():
        shares[index] = known[index] if index in known else share_at(index)
    for index, share in known.items():
        shares[index] = share
    return tenths_of(shares)


_NODES = 5


def _curve(column: FloatArray, nodes: NDArray[np.intp]) -> FloatArray:
    """Weights of the nodes in the polynomial through them, shape (n, nodes)."""
    at, weights = column[nodes], np.ones((len(column), len(nodes)))
    for place, own in enumerate(at):
        for other in np.delete(at, place):
            weights[:, place] *= (column - other) / (own - other)
    return weights
