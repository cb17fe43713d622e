"""Cells of effects as ends of a band, each with the row and year it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.own_table.amounts import Amount, Sort, amount_of, band_of_text, fraction_of_text
from model.own_table.amounts_understood import Written
from model.own_table.asking import Asking, First, at
from model.own_table.effects import ABOUT, END_YEAR, Lines, Part
from model.own_table.headings import HIGH, LOW
from model.own_table.proposing import BOTH, Column
from model.own_table.tables_found import Found
from model.own_table.workbook import Content, SheetCell

_FRACTION, _BAND, _OTHER = "breuk", "band", "anders"


def parts_of(found: Found, columns: Sequence[Column], lines: Lines, asking: Asking) -> tuple[list[Part], bool]:
    """Ends of all effects, and whether a text such as 1/2 is still open."""
    slashed = [
        (cell, found.place(row, column.index))
        for row in lines.rows
        for column in columns
        if column.parts[-1] == BOTH and _fraction(cell := found.cell(row, column.index)) is not None
    ]
    how: str | None = _BAND
    if slashed:
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
    parts = [part for row in lines.rows for column in columns for part in _parts(found, column, row, lines, how)]
    return parts, how is None


def _parts(found: Found, column: Column, row: int, lines: Lines, how: str | None) -> Iterator[Part]:
    year = int(column.parts[1]) if column.parts[0] == "effect" else lines.year.get(row, END_YEAR)
    end, cell, place = column.parts[-1], found.cell(row, column.index), found.place(row, column.index)
    lead = lines.lead.get(row, row)
    amount = amount_of(cell)
    if end != BOTH:
        yield Part(lead, year, end, Written(amount, cell, place, column.index), False)
        return
    band = band_of_text(cell.text) if amount.sort is Sort.OTHER and cell.content is Content.TEXT else None
    if how != _BAND and (fraction := _fraction(cell)) is not None:
        known = Amount(Sort.NUMBER, fraction, fraction, typed=True)
        band, amount = None, known if how else Amount(Sort.UNKNOWN)
    low, high = band or (amount, amount)
    yield Part(lead, year, LOW, Written(low, cell, place, column.index), band is None)
    yield Part(lead, year, HIGH, Written(high, cell, place, column.index), band is None)


def _fraction(cell: SheetCell) -> float | None:
    return fraction_of_text(cell.text) if cell.content is Content.TEXT else None
