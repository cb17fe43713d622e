"""A plan laid out under Dutch headings, and any readable table brought into that layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from model.own_table.cells import Cell, CellError, CellTable, Unusable, cell_text, read_band, read_number
from model.own_table.headings import (
    EFFECT_YEARS,
    HIGH,
    INVESTMENT_KINDS,
    LOW,
    MLN,
    Field,
    TableKind,
    band_ends,
    effect_years_of,
    field_of_heading,
    fields_of,
)
from model.what_if import SavingsPlan
from model.what_if.measures import Measure

EMPTY_ROWS = 5
_FIRST_DATA_ROW = 2


def tables_of_plan(plan: SavingsPlan) -> dict[TableKind, CellTable]:
    """Both tables of a plan, as a visitor would type them."""
    measure_fields = fields_of(TableKind.MEASURES, plan.measures.effect_years)
    measures = [[_measure_cell(measure, field) for field in measure_fields] for measure in plan.measures]
    path = plan.trajectory
    year_fields = fields_of(TableKind.YEARS)
    columns = [path.years if field.name == "year" else getattr(path, field.name) for field in year_fields]
    years: list[list[Cell]] = [[_number_cell(value) for value in row] for row in zip(*columns, strict=True)]
    return {
        TableKind.MEASURES: _table(TableKind.MEASURES, measure_fields, measures),
        TableKind.YEARS: _table(TableKind.YEARS, year_fields, years),
    }


def blank_tables(years: Iterable[int]) -> dict[TableKind, CellTable]:
    """Both tables with nothing filled in but the years."""
    listed = tuple(years)
    measure_fields, year_fields = fields_of(TableKind.MEASURES, listed), fields_of(TableKind.YEARS)
    blank: list[Cell] = [None] * (len(year_fields) - 1)
    return {
        TableKind.MEASURES: _table(TableKind.MEASURES, measure_fields, [[None] * len(measure_fields)] * EMPTY_ROWS),
        TableKind.YEARS: _table(TableKind.YEARS, year_fields, [[float(year), *blank] for year in listed]),
    }


def canonical(table: CellTable) -> CellTable:
    """The same table with all columns of its kind in their usual order, as texts; unknown columns are left out.

    A band in one column becomes two. Nothing is checked: what cannot be read stays as it was typed.
    """
    fields = [field_of_heading(table.kind, heading) for heading in table.headings]
    wanted = fields_of(table.kind, effect_years_of(fields))
    return _rearranged(table, fields, wanted)


def effect_years(table: CellTable) -> tuple[int, ...]:
    """Years for which a table of measures has an effect column."""
    return effect_years_of([field_of_heading(table.kind, heading) for heading in table.headings])


def path_years(table: CellTable) -> tuple[int, ...]:
    """Years that a table of costs per year names and that can be read, in rising order."""
    fields = [field_of_heading(table.kind, heading) for heading in table.headings]
    positions = [position for position, field in enumerate(fields) if field is not None and field.name == "year"]
    found = {_year(row[position]) for row in table.rows for position in positions}
    return tuple(sorted(year for year in found if year is not None))


def path_costs(table: CellTable) -> dict[int, float | None]:
    """Costs of each year that a table of costs per year names, None where they cannot be read."""
    names = [field.name if field else "" for field in (field_of_heading(table.kind, it) for it in table.headings)]
    if "year" not in names or "yearly_cost_mln_eur" not in names:
        return {}
    at_year, at_cost = names.index("year"), names.index("yearly_cost_mln_eur")
    costs = {year: _cost(row[at_cost]) for row in table.rows if (year := _year(row[at_year])) is not None}
    return dict(sorted(costs.items()))


def _cost(cell: Cell) -> float | None:
    try:
        return None if isinstance(cell, Unusable) else read_number(cell, MLN)
    except CellError:
        return None


def with_effect_years(table: CellTable, years: Iterable[int]) -> CellTable:
    """A table of measures with effect columns for these years only; new ones are empty."""
    fields = [field_of_heading(table.kind, heading) for heading in table.headings]
    wanted = fields_of(table.kind, years)
    return _rearranged(table, fields, wanted)


def _rearranged(table: CellTable, fields: Iterable[Field | None], wanted: Sequence[Field]) -> CellTable:
    rows = [_by_name(fields, row) for row in table.rows]
    return _table(table.kind, wanted, [[cells.get(field.name) for field in wanted] for cells in rows])


def _table(kind: TableKind, fields: Iterable[Field], rows: list[list[Cell]]) -> CellTable:
    numbers = tuple(range(_FIRST_DATA_ROW, len(rows) + _FIRST_DATA_ROW))
    headings = tuple(field.heading for field in fields)
    return CellTable(kind, headings, tuple(tuple(row) for row in rows), numbers, len(rows))


def _year(cell: Cell) -> int | None:
    try:
        number = None if isinstance(cell, Unusable) else read_number(cell)
    except CellError:
        return None
    possible = number is not None and EFFECT_YEARS[0] <= number <= EFFECT_YEARS[1] and number == int(number)
    return int(number) if possible and number is not None else None


def _measure_cell(measure: Measure, field: Field) -> Cell:
    if field.name.startswith("effect_"):
        year = int(field.name.split("_")[1])
        ends = {LOW: measure.effect_low_mln_eur, HIGH: measure.effect_high_mln_eur}
        return ends[field.end][measure.effect_years.index(year)]
    if field.name == "investment_kind":
        return next(word for word, value in INVESTMENT_KINDS.items() if value == measure.investment_kind)
    if field.name == "involved":
        return ", ".join(measure.involved) or None
    if field.name == "measure_code":
        return measure.code
    value = getattr(measure, field.name)
    if isinstance(value, (str, bool)):
        return value if value != "" else None
    return _number_cell(value)


def _number_cell(value: float | None) -> Cell:
    return None if value is None else float(value)


def _by_name(fields: Iterable[Field | None], row: Iterable[Cell]) -> Mapping[str, Cell]:
    cells: dict[str, Cell] = {}
    for field, cell in zip(fields, row, strict=True):
        if field is None:
            continue
        text = cell_text(cell) or None
        if not field.holds_band:
            cells[field.name] = text
            continue
        low, high = band_ends(field)
        try:
            ends = read_band(cell, field.unit)
        except CellError:
            cells |= {low.name: text, high.name: None}
        else:
            cells |= {low.name: cell_text(ends[0]) or None, high.name: cell_text(ends[1]) or None}
    return cells
