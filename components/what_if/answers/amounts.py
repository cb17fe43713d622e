"""Amounts of the answers as their tables and drawings take them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from components.look.words import number
from model.notation import shown_tenths

_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_TICKS = 6


def tenths(amounts: ArrayLike) -> list[float | None]:
    """Amounts as the screen shows them; None where unknown (NaN)."""
    return [None if np.isnan(value) else shown_tenths(float(value)) for value in np.asarray(amounts, dtype=float)]


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high` with round values at regular distances."""

    low: float
    high: float
    values: tuple[float, ...]

    @staticmethod
    def around(amounts: Iterable[float], *, from_zero: bool = False) -> Axis:
        """Axis on which all amounts have a place."""
        known = [amount for amount in amounts if not math.isnan(amount)] or [0.0]
        low, high = (0.0 if from_zero else min(known)), max(known)
        span = max(high - low, 0.1)
        power = 10.0 ** math.floor(math.log10(span / (_MOST_TICKS - 1)))
        step = next(power * times for times in _STEPS if span / (power * times) <= _MOST_TICKS - 1)
        first = math.floor(low / step + 1e-9)
        last = max(math.ceil(high / step - 1e-9), first + 1)
        values = tuple(round(at * step, 9) for at in range(first, last + 1))
        return Axis(values[0], values[-1], values)

    def at(self, amount: float) -> float:
        """Place of an amount, percent of the length."""
        return round(100.0 * (amount - self.low) / (self.high - self.low), 3)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Place and text of every round value."""
        decimals = 0 if all(value == round(value) for value in self.values) else 1
        return [(self.at(value), number(value, decimals)) for value in self.values]
