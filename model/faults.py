"""What is wrong with an input, said in Dutch for the person who typed it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from numbers import Real
from typing import cast

from model.notation import in_dutch

TOLERANCE = 1e-9
"""Room for floating-point noise in comparisons: a thousandth of a euro where the unit is mln €."""

_LONGEST_SHOWN_TEXT = 40
_MONEY = re.compile("(mln )?€( .+)?")
_FIRST_YEAR, _LAST_YEAR = 1990.0, 2100.0


@dataclass(frozen=True)
class Fault:
    """One refused value: which input, what it was, what is allowed, and where it stood if it came from a table.

    Attributes
    ----------
    subject : str
        Name of the input in Dutch.
    value : str
        The refused value as text, with a decimal comma.
    allowed : str
        What is allowed, as the end of the sentence "toegestaan is …".
    row : int or None
        Data row of the table, the first row below the headings being 1.
    column : str or None
        Name of the column.
    """

    subject: str
    value: str
    allowed: str
    row: int | None = None
    column: str | None = None

    @property
    def text(self) -> str:
        """One Dutch sentence for the screen."""
        cell = [f"rij {self.row}"] if self.row is not None else []
        cell += [f"kolom {self.column}"] if self.column is not None else []
        where = ", ".join([*cell, self.subject])
        return f"{where[0].upper()}{where[1:]}: {self.value} kan niet; toegestaan is {self.allowed}."

    def at_row(self, row: int) -> Fault:
        """The same fault, placed in a row of a table."""
        return replace(self, row=row)


class InputError(ValueError):
    """One or more refused inputs; the message has one Dutch sentence a line.

    Parameters
    ----------
    faults : sequence of Fault
        At least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.text for fault in self.faults))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Fault, ...]]]:
        # ValueError would be rebuilt from its message, which is not what the constructor takes.
        return type(self), (self.faults,)


def raise_if_any(faults: Iterable[Fault]) -> None:
    """Refusal of an input that has faults; nothing otherwise.

    Raises
    ------
    InputError
        With all faults at once.
    """
    found = tuple(faults)
    if found:
        raise InputError(found)


def dutch_number(value: float) -> str:
    """Number with a decimal comma and points between thousands, without superfluous zeros."""
    if math.isnan(value):
        return "geen getal (NaN)"
    if math.isinf(value):
        return "oneindig" if value > 0 else "min oneindig"
    text = f"{value:,.9f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:.6g}"
    text = "0" if text == "-0" else text
    return in_dutch(text)


def with_unit(number: str, unit: str) -> str:
    """Number in Dutch digits with a unit of the dataset, as it stands in a sentence.

    >>> with_unit("2,5", "mln €"), with_unit("1,5", "mln € per jaar"), with_unit("60", "€ per uur")
    ('€ 2,5 mln', '€ 1,5 mln per jaar', '€ 60 per uur')
    >>> with_unit("2", "% per jaar"), with_unit("24", "maanden"), with_unit("0,7", "")
    ('2% per jaar', '24 maanden', '0,7')
    """
    money = _MONEY.fullmatch(unit)
    if money:
        return f"€ {number}{' mln' if money[1] else ''}{money[2] or ''}"
    return f"{number}{'' if unit.startswith('%') else ' '}{unit}".rstrip()


def range_with_unit(low: str, high: str, unit: str, between: str = "tot") -> str:
    """Two numbers with their unit: once at the end, but an amount says at both ends what it counts.

    >>> range_with_unit("1", "10", "mln € per jaar"), range_with_unit("6", "9", "maanden")
    ('€ 1 mln tot € 10 mln per jaar', '6 tot 9 maanden')
    """
    money = _MONEY.fullmatch(unit)
    first = with_unit(low, f"{money[1] or ''}€") if money else low
    return f"{first} {between} {with_unit(high, unit)}"


def shown_value(value: object) -> str:
    """Any value as a reader recognises it, shortened where it is long."""
    if value is None:
        return "leeg"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if is_number(value):
        return dutch_number(float(cast(Real, value)))
    text = str(value)
    return f"“{text[:_LONGEST_SHOWN_TEXT]}{'…' if len(text) > _LONGEST_SHOWN_TEXT else ''}”"


def is_number(value: object) -> bool:
    """Whether a value is a single real number; yes/no values and texts are not."""
    return isinstance(value, Real) and type(value).__name__ not in ("bool", "bool_")


def range_text(low: float, high: float, unit: str = "", *, whole: bool = False) -> str:
    """Allowed range in words, such as '0 tot en met 24 maanden'."""
    kind = "een heel getal van " if whole else ""
    return kind + range_with_unit(dutch_number(low), dutch_number(high), unit, "tot en met")


def number_fault(
    value: object, subject: str, low: float, high: float, *, unit: str = "", column: str | None = None,
    whole: bool = False, may_be_unknown: bool = False,
) -> Fault | None:  # fmt: skip
    """Fault of a number that should lie in a range, or None when it does.

    Parameters
    ----------
    value : object
        Anything; only a finite real number within the range passes, and None where `may_be_unknown`.
    subject : str
        Name of the input in Dutch.
    low, high : float
        Allowed range, bounds included.
    unit : str, optional
        Unit in Dutch.
    column : str, optional
        Column of the table that the value stands in.
    whole : bool, optional
        Whether only whole numbers pass.
    may_be_unknown : bool, optional
        Whether None passes.
    """
    if value is None and may_be_unknown:
        return None
    if is_number(value):
        number = float(cast(Real, value))
        inside = math.isfinite(number) and low - TOLERANCE <= number <= high + TOLERANCE
        if inside and (not whole or number == int(number)):
            return None
    unknown = "onbekend, of " if may_be_unknown else ""
    allowed = unknown + range_text(low, high, unit, whole=whole)
    return Fault(subject, shown_value(value), allowed, column=column)


def text_fault(
    value: object, subject: str, longest: int, *, column: str | None = None, required: bool = False
) -> Fault | None:
    """Fault of a text: not text, too long, empty where required, or a spreadsheet formula."""
    allowed = f"tekst van {'1' if required else '0'} tot en met {longest} tekens, geen formule"
    if not isinstance(value, str):
        return Fault(subject, shown_value(value), allowed, column=column)
    stripped = value.strip()
    if len(value) > longest or stripped.startswith("=") or (required and not stripped):
        return Fault(subject, shown_value(value) if stripped else "leeg", allowed, column=column)
    return None


def years_fault(years: Sequence[object], subject: str, most: int) -> Fault | None:
    """Fault of a row of years that should rise by one, or None."""
    if not 1 <= len(years) <= most:
        return Fault(f"aantal {subject}", str(len(years)), range_text(1, most))
    possible = not any(number_fault(year, subject, _FIRST_YEAR, _LAST_YEAR, whole=True) for year in years)
    if possible and all(cast(int, year) == cast(int, years[0]) + index for index, year in enumerate(years)):
        return None
    shown = ", ".join(str(year) for year in years)
    return Fault(subject, shown, f"opeenvolgende jaren tussen {_FIRST_YEAR:.0f} en {_LAST_YEAR:.0f}, elk jaar één keer")


def present(*faults: Fault | None) -> Iterator[Fault]:
    """The faults among the outcomes of checks."""
    return (fault for fault in faults if fault is not None)
