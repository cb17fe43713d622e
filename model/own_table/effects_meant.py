"""Cells of effects that can mean several things: a fraction or a band, a date that was a band, a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.own_table.amount_words import LEAST, MOST
from model.own_table.amounts import Amount, Sort, amount_of, fraction_of_text
from model.own_table.asking import Asking, First, at
from model.own_table.effects import ABOUT
from model.own_table.proposing import BOTH, Column
from model.own_table.workbook import Content, Place, SheetCell
from model.own_table.years_written import day_and_month_of

_FRACTION, _BAND, _DECIMAL, _OTHER = "breuk", "band", "komma", "anders"
_FROM_ZERO, _AMOUNT, _UNKNOWN = "nul", "bedrag", "onbekend"
_ZERO, _OPEN = Amount(Sort.NUMBER, 0.0, 0.0, typed=True), Amount(Sort.UNKNOWN)
Doubtful = tuple[SheetCell, Place, Column]


@dataclass(frozen=True)
class Meant:
    """Both ends that a cell means, and whether they are one amount without a band."""

    low: Amount
    high: Amount
    is_single: bool


@dataclass(frozen=True)
class Meanings:
    """What the visitor says about such cells; None where that is open, empty where there are none."""

    slashed: str | None
    dated: str | None
    at_most: str | None
    at_least: str | None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be said."""
        return None in (self.slashed, self.dated, self.at_most, self.at_least)

    def of_end(self, cell: SheetCell) -> Amount | None:
        """What a cell for one end of a band means, None where it means what it says."""
        if self.dated == "" or day_and_month_of(cell) is None or self.dated == _OTHER:
            return None
        return _OPEN if self.dated is None else _decimal(cell)

    def of_both(self, cell: SheetCell, amount: Amount) -> Meant | None:
        """What a cell for both ends of a band means, None where it means what it says."""
        if self.slashed not in ("", _BAND) and (fraction := _fraction(cell)) is not None:
            known = Amount(Sort.NUMBER, fraction, fraction, typed=True) if self.slashed else _OPEN
            return Meant(known, known, True)
        if self.dated not in ("", _OTHER) and (parts := day_and_month_of(cell)) is not None:
            return self._of_date(cell, parts)
        if amount.bound == MOST:
            return self._of_bound(amount, self.at_most)
        return self._of_bound(amount, self.at_least) if amount.bound == LEAST else None

    def _of_date(self, cell: SheetCell, parts: tuple[int, int]) -> Meant:
        if self.dated is None:
            return Meant(_OPEN, _OPEN, True)
        if self.dated == _DECIMAL:
            return Meant(_decimal(cell), _decimal(cell), True)
        low, high = (Amount(Sort.NUMBER, float(part), float(part)) for part in parts)
        return Meant(low, high, False)

    def _of_bound(self, amount: Amount, how: str | None) -> Meant | None:
        if how is None or how == _UNKNOWN:
            return Meant(_OPEN, _OPEN, True)
        return Meant(_ZERO, amount, False) if how == _FROM_ZERO else None


def meanings_of(cells: Sequence[Doubtful], asking: Asking) -> Meanings:
    """What the visitor says about the cells that can mean several things."""
    return Meanings(
        _ask_about_slashes(cells, asking),
        _ask_about_dates(cells, asking),
        *(_ask_about_bounds(cells, bound, asking) for bound in (MOST, LEAST)),
    )


def _ask_about_slashes(cells: Sequence[Doubtful], asking: Asking) -> str | None:
    slashed = [(cell, place) for cell, place, column in cells if _is_both(column) and _fraction(cell) is not None]
    if not slashed:
        return ""
    places, text = [place for _, place in slashed], slashed[0][0].text
    how = asking.ask(
        "breuk:maatregelen",
        f"Wat betekent “{text}” in {ABOUT} ({at(places)})?",
        [(_FRACTION, "een breuk"), (_BAND, "laag en hoog"), (_OTHER, "iets anders, zoals een datum")],
        None,
        "het kan allebei",
        places[0],
    )
    if how == _OTHER:
        asking.fault("breuk:maatregelen", f"Vul een bedrag in in {at(places)}.", places, First.CELL)
    return how


def _ask_about_dates(cells: Sequence[Doubtful], asking: Asking) -> str | None:
    """What was typed where a spreadsheet made a date of 1-2 or of 1.2."""
    dated = [(cell, place, column) for cell, place, column in cells if day_and_month_of(cell) is not None]
    if not dated:
        return ""
    places = [place for _, place, _ in dated]
    cell = dated[0][0]
    day, month = day_and_month_of(cell) or (0, 0)
    band = [(_BAND, f"{day} - {month}: laag en hoog")] if all(_is_both(column) for _, _, column in dated) else []
    how = asking.ask(
        "datum:maatregelen",
        f"In {ABOUT} staat een datum, “{cell.text}” ({at(places)}). Een rekenblad maakt die van {day}-{month} of "
        f"{day}.{month}. Wat was er ingevuld?",
        [*band, (_DECIMAL, f"{day},{month}: één bedrag"), (_OTHER, "iets anders")],
        None,
        "aan de datum is dat niet te zien",
        places[0],
    )
    if how in (_BAND, _DECIMAL):
        meant = f"{day} - {month}" if how == _BAND else f"{day},{month}"
        asking.note("datum:maatregelen", f"“{cell.text}” is gelezen als {meant}: {at(places)}.", places, First.CELL)
    return how


def _ask_about_bounds(cells: Sequence[Doubtful], bound: str, asking: Asking) -> str | None:
    """What to compute with where a cell says at most or at least so much."""
    bounded = [(cell, place) for cell, place, column in cells if _is_both(column) and amount_of(cell).bound == bound]
    if not bounded:
        return ""
    places, text = [place for _, place in bounded], bounded[0][0].text
    first = (_FROM_ZERO, "laag is 0 en hoog is dit bedrag")
    other = (_UNKNOWN, "als onbekend: hoe hoog het kan worden, staat er niet bij")
    return asking.ask(
        f"{bound}:maatregelen",
        f"In {ABOUT} staat een grens, zoals “{text[:30]}” ({at(places)}). Hoe rekent u daarmee?",
        [first if bound == MOST else other, (_AMOUNT, "als een gewoon bedrag")],
        None,
        "de andere kant staat er niet bij",
        places[0],
    )


def _is_both(column: Column) -> bool:
    return column.parts[-1] == BOTH


def _decimal(cell: SheetCell) -> Amount:
    day, month = day_and_month_of(cell) or (0, 0)
    number = float(f"{day}.{month}")
    return Amount(Sort.NUMBER, number, number)


def _fraction(cell: SheetCell) -> float | None:
    return fraction_of_text(cell.text) if cell.content is Content.TEXT else None
