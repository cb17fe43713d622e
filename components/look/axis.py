"""Where the axis of a drawing begins and ends, computed once for screen, hall, slide and paper."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from components.look.words import number, unbroken
from model.notation import decimals_needed

_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_TICKS = 6
_ROOM = 0.3
"""Share of a step that stays free below and above the amounts."""


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high` with round values at regular distances, which have these decimals."""

    low: float
    high: float
    values: tuple[float, ...]
    decimals: int

    @staticmethod
    def around(amounts: Iterable[float], decimals: int, *, from_zero: bool = False, with_room: bool = False) -> Axis:
        """Axis on which all amounts have a place, `with_room` clear of its ends."""
        known = [amount for amount in amounts if not math.isnan(amount)] or [0.0]
        low, high = (0.0 if from_zero else min(known)), max(known)
        span = max(high - low, 10.0**-decimals * (_MOST_TICKS - 1))
        power = 10.0 ** math.floor(math.log10(span / (_MOST_TICKS - 1)) + 1e-9)
        step = next(power * times for times in _STEPS if span / (power * times) <= _MOST_TICKS - 1 + 1e-9)
        room = _ROOM if with_room else 0.0
        first = math.floor(low / step - room + 1e-9)
        # An axis of amounts above nought does not go below it for the sake of room.
        first = first if low < 0 else max(0, first)
        last = max(math.ceil(high / step + room - 1e-9), first + 1)
        values = tuple(round(at * step, 9) for at in range(first, last + 1))
        return Axis(values[0], values[-1], values, decimals_needed(values, 0, decimals))

    def at(self, amount: float) -> float:
        """Place of an amount, percent of the length."""
        return round(100.0 * (amount - self.low) / (self.high - self.low), 3)

    @property
    def step(self) -> float:
        """From one round value to the next."""
        return (self.high - self.low) / (len(self.values) - 1)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Place and text of every round value."""
        return [(self.at(value), number(value, self.decimals)) for value in self.values]

    @property
    def ground(self) -> float:
        """Where bars stand: at nought, or at the end of the scale that is nearest to it.

        >>> [Axis.around(amounts, 1).ground for amounts in ([78.2, 114.7], [-3.0, 8.0], [-9.0, -6.0])]
        [70.0, 0.0, -6.0]
        """
        return max(self.low, min(0.0, self.high))

    @property
    def beginning(self) -> str:
        """That bars do not stand at nought, as a sentence; empty where they do.

        >>> Axis.around([78.2, 114.7], 1).beginning.replace("\\xa0", " ")
        'De tekening begint bij € 70 mln, niet bij 0.'
        """
        if not self.ground:
            return ""
        ground = number(self.ground, decimals_needed([self.ground], 0, self.decimals))
        return unbroken(f"De tekening begint bij € {ground} mln, niet bij 0.")
