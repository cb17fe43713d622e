"""Cells of effects as ends of a band, each with the row and year it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.own_table.amount_words import LEAST, MOST
from model.own_table.amounts import Amount, Sort, amount_of, band_of_text
from model.own_table.amounts_understood import Written
from model.own_table.asking import Asking
from model.own_table.effects import END_YEAR, Lines, Part
from model.own_table.effects_meant import Meanings, meanings_of
from model.own_table.headings import HIGH, LOW
from model.own_table.proposing import BOTH, Column
from model.own_table.tables_found import Found
from model.own_table.workbook import Content


def parts_of(found: Found, columns: Sequence[Column], lines: Lines, asking: Asking) -> tuple[list[Part], bool]:
    """Ends of all effects, and whether what a cell such as 1/2 or max. 2 means is still open."""
    doubtful = [
        (cell, found.place(row, column.index), column)
        for row in lines.rows
        for column in columns
        if not (cell := found.cell(row, column.index)).is_empty
    ]
    how = meanings_of(doubtful, asking)
    parts = [part for row in lines.rows for column in columns for part in _parts(found, column, row, lines, how)]
    return parts, how.is_open


def _parts(found: Found, column: Column, row: int, lines: Lines, how: Meanings) -> Iterator[Part]:
    year = int(column.parts[1]) if column.parts[0] == "effect" else lines.year.get(row, END_YEAR)
    end, cell, place = column.parts[-1], found.cell(row, column.index), found.place(row, column.index)
    lead = lines.lead.get(row, row)
    amount = amount_of(cell)
    if end != BOTH:
        if amount.bound == (MOST if end == LOW else LEAST):
            # At most so much says nothing about the lowest, nor at least so much about the highest.
            amount = Amount(Sort.OTHER, typed=True)
        yield Part(lead, year, end, Written(how.of_end(cell) or amount, cell, place, column.index), False)
        return
    band = band_of_text(cell.text) if amount.sort is Sort.OTHER and cell.content is Content.TEXT else None
    meant = how.of_both(cell, amount)
    is_single = band is None if meant is None else meant.is_single
    low, high = (band or (amount, amount)) if meant is None else (meant.low, meant.high)
    yield Part(lead, year, LOW, Written(low, cell, place, column.index), is_single)
    yield Part(lead, year, HIGH, Written(high, cell, place, column.index), is_single)
