"""Amounts of the answers as their tables and drawings take them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from components.look.words import number
from model.notation import adds_up, listed, shown, whole_percent

_MOST_NAMED = 8


def rounded(amounts: ArrayLike, decimals: int) -> list[float]:
    """Amounts as the screen shows them; NaN where unknown."""
    return [np.nan if np.isnan(value) else shown(float(value), decimals) for value in np.asarray(amounts, dtype=float)]


def amounts_or(words: str, amounts: Iterable[float], decimals: int) -> list[tuple[str, float | None]]:
    """Cells of a column on the screen in which words stand where there is no amount."""
    return [(words, None) if math.isnan(amount) else (number(amount, decimals), amount) for amount in amounts]


def chance_in_file(share: float) -> int | str:
    """Chance in whole percents; words where these would say that it is none or certain.

    >>> chance_in_file(0.0046), chance_in_file(0.342), chance_in_file(0.9962)
    ('minder dan 1', 34, 'meer dan 99')
    """
    return {0: "minder dan 1", 100: "meer dan 99"}.get(whole_percent(share), whole_percent(share))


def chance_on_screen(share: float) -> tuple[str, float]:
    """The same as a cell on the screen, with what it sorts by.

    >>> chance_on_screen(0.0046), chance_on_screen(0.342)
    (('<1', 0.0046), ('34', 0.342))
    """
    return {0: "<1", 100: ">99"}.get(whole_percent(share), number(whole_percent(share))), share


def rounding_in_words(sums: Iterable[tuple[str, Sequence[float], float]], decimals: int) -> str:
    """Which sums of a table its rounded amounts miss, the first ones by name; empty where they miss none.

    Parameters
    ----------
    sums : iterable of (name, parts, total)
        What must add up: how the reader finds it, the amounts, and what they add up to before rounding. One with an
        unknown amount is left out.
    decimals : int
    """
    known = ((name, parts, total) for name, parts, total in sums if not any(map(math.isnan, (*parts, total))))
    missed = list(dict.fromkeys(name for name, parts, total in known if not adds_up(parts, total, decimals)))
    named, others = missed[:_MOST_NAMED], len(missed) - _MOST_NAMED
    if others > 0:
        named = [*named, f"nog {others}"]
    return f"Door afronding tellen de getallen niet precies op bij: {listed(named)}." if missed else ""
