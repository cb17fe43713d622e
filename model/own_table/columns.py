"""Columns of a typed table: which heading stands for which field, and which are missing, double or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.faults import range_text
from model.own_table.cells import CellTable, column_letters, shown_cell
from model.own_table.faults import TableFault
from model.own_table.headings import (
    HIGH,
    LOW,
    Field,
    TableKind,
    band_ends,
    effect_field,
    effect_years_of,
    field_of_heading,
    fields_of,
)
from model.what_if.trajectory import MOST_YEARS


@dataclass(frozen=True)
class Column:
    """One field, and the position and heading under which the table has it; a band in one column has two of these."""

    field: Field
    position: int
    heading: str
    in_band: bool = False


@dataclass(frozen=True)
class Columns:
    """Columns of one table by field name, headings that mean nothing here, and what is wrong with the headings."""

    by_name: dict[str, Column]
    unused: tuple[str, ...]
    effect_years: tuple[int, ...]
    faults: tuple[TableFault, ...]

    def heading(self, name: str) -> str | None:
        """Heading of a field as the visitor's table has it."""
        column = self.by_name.get(name)
        return column.heading if column else None


def columns_of(table: CellTable) -> Columns:
    """Columns of a table."""
    by_name: dict[str, Column] = {}
    unused: list[str] = []
    faults: list[TableFault] = []
    fields = [field_of_heading(table.kind, heading) for heading in table.headings]
    for position, (heading, field) in enumerate(zip(table.headings, fields, strict=True)):
        if field is None:
            if heading and any(row[position] is not None for row in table.rows):
                unused.append(heading)
            continue
        for part in band_ends(field) if field.holds_band else (field,):
            if part.name in by_name:
                faults.append(TableFault(table.kind, "twee keer aanwezig", "elke kolom één keer", column=heading))
            else:
                by_name[part.name] = Column(part, position, heading, field.holds_band)
    years = effect_years_of(fields)
    faults += _missing(table, by_name, years)
    faults += _without_heading(table)
    return Columns(by_name, tuple(unused), years, tuple(faults))


def cell_address(table: CellTable, row: int, position: int) -> str:
    """Address of a cell as a spreadsheet shows it, empty where the table has none."""
    return f"{column_letters(position)}{table.row_numbers[row]}" if table.has_addresses else ""


def _missing(table: CellTable, by_name: dict[str, Column], years: tuple[int, ...]) -> Iterator[TableFault]:
    needed = [field for field in fields_of(table.kind) if field.required]
    if table.kind is TableKind.MEASURES:
        all_years = range(years[0], years[-1] + 1) if years else range(0)
        if not years:
            allowed = "ten minste één effectjaar, zoals “Effect 2020 laag (mln €)” met “Effect 2020 hoog (mln €)”"
            yield TableFault(table.kind, "zonder effectkolommen", allowed)
        elif len(all_years) > MOST_YEARS:
            allowed = f"{range_text(1, MOST_YEARS)} opeenvolgende effectjaren"
            yield TableFault(table.kind, f"effecten van {years[0]} tot en met {years[-1]}", allowed)
            all_years = range(0)
        needed += [effect_field(year, end) for year in all_years for end in (LOW, HIGH)]
    for field in needed:
        if field.name not in by_name:
            yield TableFault(table.kind, "ontbreekt", "een kolom met deze kop", column=field.heading)


def _without_heading(table: CellTable) -> Iterator[TableFault]:
    bare = [position for position, heading in enumerate(table.headings) if not heading]
    for row, cells in enumerate(table.rows):
        filled = [position for position in bare if cells[position] is not None]
        if filled:
            allowed = (
                "leeg onder een lege kop; in een CSV-bestand hoort een bedrag met een komma tussen aanhalingstekens"
            )
            address = cell_address(table, row, filled[0])
            yield TableFault(
                table.kind, shown_cell(cells[filled[0]]), allowed, table.row_numbers[row], "zonder kop", address
            )
