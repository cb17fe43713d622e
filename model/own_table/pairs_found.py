"""Costs written as pairs: a text that says what and of which year, and its amount behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from model.own_table.amounts import Sort, amount_of, amount_of_text
from model.own_table.cells_seen import Grid, is_amount, is_words
from model.own_table.cost_words import is_currency
from model.own_table.headings import TableKind
from model.own_table.tables_found import MOST_TABLES, Found, Heading, Pair, blocks_in, said_alone
from model.own_table.words import measure_heading, says_effect, year_heading
from model.own_table.workbook import Content, Sheet, SheetCell
from model.own_table.years_written import year_of, year_of_text

_FEWEST = 2
_LOOKED_BEHIND = 3
_IN_ONE_CELL = re.compile(r"(.*?\b20[0-9]{2}\b[^:=]*)[:=]\s*(\S.*)")
_COSTS = ("kosten", "doel", "begroting")


def tables_in(sheet: Sheet, book: str) -> tuple[Found, ...]:
    """Tables of a sheet from left to right and from top to bottom, those in pairs last."""
    grid = Grid.of(sheet)
    found = [table for block in blocks_in(grid, book) if (table := _as_pairs(block)).kind][:MOST_TABLES]
    if any(table.kind is TableKind.YEARS for table in found):
        return tuple(found)
    pairs = _pairs_in(grid, book, lambda row, column: any(table.covers(row, column) for table in found))
    return (*found, pairs) if pairs is not None else tuple(found)


def _pairs_in(grid: Grid, book: str, is_taken: Callable[[int, int], bool]) -> Found | None:
    """Pairs in the first column of a sheet that has several; `is_taken` says which places belong to a table."""
    for column in range(grid.width):
        pairs = [
            pair
            for row in range(len(grid.sheet.rows))
            if not is_taken(row, column) and (pair := _pair_at(grid, row, column)) is not None
        ]
        if len({pair.year for pair in pairs}) >= _FEWEST and any(_is_costs(pair.name) for pair in pairs):
            return _found(grid, book, column, pairs)
    return None


def _as_pairs(table: Found) -> Found:
    """A table with a row for each year of each figure, as pairs; any other as it is."""
    at_year, at_label = table.year_column, table.label_column
    if table.kind is not None or at_year is None or at_label is None:
        return table
    roles = {heading.column: year_heading(heading.text).role for heading in table.headings}
    at_unit = next((column for column, role in roles.items() if role == "eenheid"), at_label)
    amounts = [
        heading.column
        for heading in table.headings
        if heading.column not in (at_year, at_label, at_unit)
        and any(is_amount(table.cell(row, heading.column)) for row in table.rows)
    ]
    names = [table.cell(row, at_label).text for row in table.rows]
    known = [name for name in names if year_heading(name).role]
    if len(amounts) != 1 or len(known) * 2 < len(names) or not any(map(_is_costs, names)):
        return table
    pairs = tuple(
        Pair(row, amounts[0], name, year, table.cell(row, amounts[0]), table.cell(row, at_unit))
        for row, name in zip(table.rows, names, strict=True)
        if (year := year_of(table.cell(row, at_year))[0]) is not None
    )
    return replace(table, pairs=pairs)


def _pair_at(grid: Grid, row: int, column: int) -> Pair | None:
    cell = grid.cell(row, column)
    if cell.content is Content.TEXT and (parts := _IN_ONE_CELL.fullmatch(cell.text)):
        year = year_of_text(parts[1])[0]
        if year is not None and amount_of_text(parts[2]).sort in (Sort.NUMBER, Sort.UNKNOWN):
            amount = SheetCell(parts[2], parts[2], Content.TEXT)
            return Pair(row, column, _name(parts[1], year), year, amount, cell)
    year = year_of_text(cell.text)[0] if is_words(cell) else None
    if year is None or not year_heading(cell.text).role:
        return None
    for at in range(column + 1, min(column + 1 + _LOOKED_BEHIND, grid.width)):
        beside = grid.cell(row, at)
        if beside.is_empty or is_currency(beside.text):
            continue
        is_known = is_amount(beside) or amount_of(beside).sort is Sort.UNKNOWN
        return Pair(row, at, _name(cell.text, year), year, beside, cell) if is_known else None
    return None


def _name(label: str, year: int) -> str:
    return " ".join(label.replace(str(year), " ").split()).strip(" :=-,.")


def _is_costs(name: str) -> bool:
    return year_heading(name).role in _COSTS and not says_effect(name) and measure_heading(name).role != "naam"


def _found(grid: Grid, book: str, column: int, pairs: Sequence[Pair]) -> Found:
    rows = tuple(dict.fromkeys(pair.row for pair in pairs))
    values = sorted({pair.column for pair in pairs} - {column})
    above = tuple(text for row in grid.sheet.rows[: rows[0]] for text in said_alone(row))
    headings = (Heading(column, ""), *(Heading(at, _above(grid, rows[0], at)) for at in values))
    return Found(grid, book, rows[0], rows[0], headings, rows, above, pairs=tuple(pairs))


def _above(grid: Grid, row: int, column: int) -> str:
    cell = grid.cell(row - 1, column) if row else None
    return cell.text if cell is not None and is_words(cell) else ""
