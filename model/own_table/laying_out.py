"""What was understood as tables of the editor, and beside the cells that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.own_table.amounts import Sort, amount_of
from model.own_table.cells import Cell, CellTable, cell_text
from model.own_table.costs import FIELD_OF_ROLE, Costs, YearValue, figures_of
from model.own_table.headings import YEAR_FIELDS, Field, TableKind, fields_of
from model.own_table.measures import Measures, Value
from model.own_table.understood import TO_CHOOSE, ShownCell, ShownRow, ShownTable
from model.own_table.workbook import EMPTY, Place, SheetCell

_FIRST_ROW = 2
_GOAL = "doel"
"""Figure that becomes the path once nothing is open."""


def laid_out_measures(measures: Measures) -> CellTable:
    """Table of measures under the headings of the page."""
    fields = fields_of(TableKind.MEASURES, measures.years)
    rows = tuple(tuple(_cell(values.get(field.name)) for field in fields) for values in measures.rows.values())
    numbers = tuple((measures.found.place(row).row or 0) + 1 for row in measures.rows)
    headings = tuple(field.heading for field in fields)
    return CellTable(TableKind.MEASURES, headings, rows, numbers, len(rows), has_addresses=False)


def laid_out_years(costs: Costs) -> CellTable:
    """Table of costs per year under the headings of the page."""
    rows = []
    for year, figures in figures_of(costs):
        rows.append((float(year), *(figures.get(field.name) for field in YEAR_FIELDS[1:])))
    numbers = tuple(costs.year_cells[year][1] + 1 for year in costs.years)
    if costs.found.is_across:
        numbers = tuple(range(_FIRST_ROW, len(rows) + _FIRST_ROW))
    headings = tuple(field.heading for field in YEAR_FIELDS)
    return CellTable(TableKind.YEARS, headings, tuple(rows), numbers, len(rows), has_addresses=False)


def shown_measures(measures: Measures) -> ShownTable:
    """Measures beside the cells that they come from."""
    fields = _used(fields_of(TableKind.MEASURES, measures.years), measures.rows.values())
    headings = {column.index: column.heading for column in measures.columns}
    origins = {
        field.name: next((values[field.name].place for values in measures.rows.values() if field.name in values), None)
        for field in fields
    }
    above = tuple(headings.get(place.column or 0, "") if place else "" for place in origins.values())
    rows = tuple(
        ShownRow(tuple(_shown(values.get(field.name)) for field in fields), measures.found.place(row))
        for row, values in measures.rows.items()
    )
    return ShownTable(TableKind.MEASURES, tuple(field.heading for field in fields), above, rows, measures.found.place())


def shown_years(costs: Costs) -> ShownTable:
    """Costs per year beside the cells that they come from."""
    roles = [role for role in (*FIELD_OF_ROLE, _GOAL) if any(key[1] == role for key in costs.values)]
    fields = {field.name: field.heading for field in YEAR_FIELDS}
    rows = []
    for year in costs.years:
        cell, row, column = costs.year_cells[year]
        cells = [_of_cell(float(year), cell, costs.found.place(row, column))]
        for role in roles:
            value = costs.values.get((year, role))
            cells.append(_of_figure(costs, value) if value else ShownCell("", ""))
        place = costs.found.place(column=column) if costs.found.is_across else costs.found.place(row)
        rows.append(ShownRow(tuple(cells), place))
    headings = ("Jaar", *("Doel (mln €)" if role == _GOAL else fields[FIELD_OF_ROLE[role]] for role in roles))
    above = (costs.headings.get("jaar", ""), *(costs.headings.get(role, "") for role in roles))
    return ShownTable(TableKind.YEARS, headings, above, tuple(rows), costs.found.place())


def _of_figure(costs: Costs, value: YearValue) -> ShownCell:
    place = costs.found.place(value.row, value.column)
    if costs.is_open and amount_of(value.cell).sort is not Sort.EMPTY:
        return ShownCell(TO_CHOOSE, value.cell.text, place.address, same=False)
    if costs.is_open and value.number is None and value.cell is EMPTY:
        return ShownCell(TO_CHOOSE, "", same=False)
    return _of_cell(value.number, value.cell, place)


def _cell(value: Value | None) -> Cell:
    return None if value is None or value.value == "" else value.value


def _used(fields: Iterable[Field], rows: Iterable[Mapping[str, Value]]) -> tuple[Field, ...]:
    names = {name for values in rows for name in values}
    return tuple(field for field in fields if field.name in names)


def _shown(value: Value | None) -> ShownCell:
    if value is None:
        return ShownCell("", "")
    if value.is_open and value.cell is not None:
        return ShownCell(TO_CHOOSE, value.cell.text, value.place.address if value.place else "", same=False)
    if value.cell is None:
        text = cell_text(value.value)
        return ShownCell(text, "", same=not text)
    return _of_cell(value.value, value.cell, value.place)


def _of_cell(value: Cell, cell: SheetCell, place: Place | None) -> ShownCell:
    text = cell_text(value)
    return ShownCell(text, cell.text, place.address if place else "", _is_same(value, cell))


def _is_same(value: Cell, cell: SheetCell) -> bool:
    if isinstance(value, bool):
        return cell.text.casefold() in (("ja", "waar") if value else ("nee", "onwaar", ""))
    if isinstance(value, float):
        amount = amount_of(cell)
        plain = amount.sort is Sort.NUMBER and amount.unit is None and not amount.says_either
        return plain and amount.dutch is not None and abs(amount.dutch - value) < 1e-9
    return cell_text(value) == cell.text
