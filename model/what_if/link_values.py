"""The numbers and names in a link, as people write them who change one by hand.

Read is what has one meaning only; where that is not what the link literally says, such as euros for an amount in
millions, it is said how it was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from model.faults import TOLERANCE, Fault, dutch_number, range_text, shown_value, with_unit
from model.what_if.parameters import UNITS, Kind

_NUMBER = re.compile(r"-?(\d{1,9}([.,]\d{1,20})?(e-\d{1,3})?|\d{1,3}(\.\d{3}){2}(,\d{1,9})?)", re.ASCII)
_BEHIND = {Kind.PERCENT: "%", Kind.GROWTH: "%", Kind.AMOUNT: "mln", Kind.MONTHS: "maanden"}
"""What may stand behind a number without changing what it counts; a percentage is then no share."""
_LEAST_PERCENT = 2.0
"""A share from here on can only be a percentage; 1.5 can as well be 0.15 with a slip."""
_LEAST_EUROS = 100_000.0
_SPLIT_OF_LIST = re.compile(r"[,;\s]+")


@dataclass(frozen=True)
class Range:
    """What a number of a link can be: its kind, and both ends, included, in the unit of the link."""

    kind: Kind
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a number lies within."""
        return self.low - TOLERANCE <= value <= self.high + TOLERANCE


@dataclass(frozen=True)
class LinkNumber:
    """What a text of a link stands for.

    Attributes
    ----------
    text : str
        As it stands in the link.
    value : float or str
        The text itself where it is no number, to be refused by what it was meant for.
    reading : str
        How it was read, as `“70” als 70%`; empty where that is what it literally says.
    """

    text: str
    value: float | str
    reading: str = ""


def read_number(text: str, within: Range) -> LinkNumber:
    """The number that a text of a link stands for."""
    plain = unquote(text).strip().replace("\N{MINUS SIGN}", "-")
    bare = plain.removeprefix("€").removesuffix(_BEHIND[within.kind]).strip()
    if not _NUMBER.fullmatch(bare) or (plain.startswith("€") and within.kind is not Kind.AMOUNT):
        return LinkNumber(text, text)
    value = float((bare.replace(".", "") if bare.count(".") > 1 else bare).replace(",", "."))
    if within.kind is Kind.PERCENT and plain.endswith("%"):
        return LinkNumber(text, round(value / 100.0, 9))
    if within.holds(value):
        return LinkNumber(text, value)
    meant = _in_own_unit(value, within.kind)
    if meant is not None and within.holds(meant):
        return LinkNumber(text, meant, f"{shown_value(text)} als {_shown(meant, within.kind)}")
    return LinkNumber(text, value)


def in_terms_of_the_link(fault: Fault, number: LinkNumber, within: Range) -> Fault:
    """The fault of a number with its unit, as its bounds have; of a share as it stands in the link."""
    if within.kind is Kind.PERCENT:
        value = shown_value(number.text) if number.text else "leeg"
        return replace(fault, value=value, allowed=f"{range_text(within.low, within.high)} ({fault.allowed})")
    if isinstance(number.value, str):
        return replace(fault, value=shown_value(number.text) if number.text else "leeg")
    return replace(fault, value=_shown(number.value, within.kind))


def known_name(text: str, names: Sequence[str]) -> str:
    """The measure or year that a text names, whichever case it has, a year also by two digits; else the text itself."""
    if text in names:
        return text
    wanted = text.strip().casefold()
    found = [name for name in names if wanted in (name.casefold(), name[2:] if _is_year(name) else None)]
    return found[0] if len(found) == 1 else text


def known_names(text: str, names: Sequence[str]) -> list[str]:
    """As `known_name` for a list, which may also have commas between its names."""
    listed: list[str] = []
    for part in text.split("~"):
        apart = [known_name(name, names) for name in _SPLIT_OF_LIST.split(part.strip()) if name]
        one = known_name(part, names)
        listed += apart if one not in names and apart and all(name in names for name in apart) else [one]
    return list(dict.fromkeys(listed))


def _in_own_unit(value: float, kind: Kind) -> float | None:
    if kind is Kind.PERCENT and value >= _LEAST_PERCENT:
        return round(value / 100.0, 9)
    return round(value / 1_000_000.0, 9) if kind is Kind.AMOUNT and value >= _LEAST_EUROS else None


def _shown(value: float, kind: Kind) -> str:
    if kind is Kind.PERCENT:
        return with_unit(dutch_number(100.0 * value), "%")
    return with_unit(dutch_number(value), "maand" if kind is Kind.MONTHS and value == 1.0 else UNITS[kind])


def _is_year(name: str) -> bool:
    return len(name) == 4 and name.isdecimal()
