"""Tables as typed to a plan, or all faults of both tables at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import pandas as pd

from model.faults import dutch_number, is_number, range_text, years_fault
from model.own_table.cells import (
    Cell,
    CellError,
    CellTable,
    Unusable,
    cell_text,
    read_band,
    read_investment_kind,
    read_number,
    read_parties,
    read_yes_no,
    shown_cell,
)
from model.own_table.columns import Column, Columns, cell_address, columns_of
from model.own_table.faults import FILE, OwnTableError, TableFault
from model.own_table.headings import HIGH, LOW, MOST_ROWS, ROW_NOUNS, CellKind, TableKind, effect_field, fields_of
from model.own_table.remarks import remarks_on
from model.what_if import Fault, InputError, SavingsPlan, read_measures, read_plan, read_trajectory
from model.what_if.measures import HIGHEST_AMOUNT_MLN_EUR
from model.what_if.trajectory import MOST_YEARS

Row: TypeAlias = dict[str, Any]
_ANY_FIRST_YEAR = 2001


@dataclass(frozen=True)
class OwnTable:
    """An own table that can be computed with.

    Attributes
    ----------
    plan : SavingsPlan
    remarks : tuple of str
        What is allowed but worth knowing, such as a column that was not used.
    """

    plan: SavingsPlan
    remarks: tuple[str, ...]


def read_own_table(tables: Mapping[TableKind, CellTable]) -> OwnTable:
    """Plan of two tables.

    Raises
    ------
    OwnTableError
        With all faults of both tables.
    """
    faults = [
        TableFault(FILE, f"zonder “{kind}”", "een bestand met beide tabellen")
        for kind in TableKind
        if kind not in tables
    ]
    readings = {kind: _Reading(tables[kind]) for kind in TableKind if kind in tables}
    faults += [fault for reading in readings.values() for fault in reading.faults]
    if len(readings) == len(TableKind):
        faults += _faults_between(readings[TableKind.MEASURES], readings[TableKind.YEARS])
    if faults:
        raise OwnTableError(faults)
    measures, years = readings[TableKind.MEASURES], readings[TableKind.YEARS]
    try:
        plan = read_plan(measures.frame(), years.frame())
    except InputError as error:
        raise OwnTableError([measures.placed(fault) for fault in error.faults]) from error
    return OwnTable(plan, remarks_on(plan, [*measures.columns.unused, *years.columns.unused]))


class _Reading:
    """One table understood as far as possible: values per row, and every fault with its location.

    A cell with a fault keeps a value that no other check can stumble over, so that the rest is still checked.
    """

    def __init__(self, table: CellTable) -> None:
        self.table = table
        self.columns: Columns = columns_of(table)
        self.faults: list[TableFault] = list(self.columns.faults)
        self.faulty: set[tuple[int, str]] = set()
        most = MOST_ROWS[table.kind]
        if not 1 <= table.row_count <= most:
            count = str(table.row_count) if table.row_count <= 2 * most else f"meer dan {2 * most}"
            self.faults.append(TableFault(table.kind, f"{count} {ROW_NOUNS[table.kind]}", range_text(1, most)))
        self.rows = [self._read_row(row) for row in range(min(len(table.rows), most))]
        if table.kind is TableKind.MEASURES:
            self._refuse_doubles("measure_code")
            self._refuse_doubles("name")
            self._settle_investments()
        else:
            self._refuse_gaps()
        self._check_as_the_model_does()
        self.faults.sort(key=lambda fault: fault.row or 0)

    def frame(self) -> pd.DataFrame:
        """Rows as the model's table reader takes them."""
        names = [field.name for field in fields_of(self.table.kind, self.effect_years)]
        frame = pd.DataFrame([[row.get(name) for name in names] for row in self.rows], columns=names, dtype=object)
        if self.table.kind is TableKind.MEASURES:
            for end in ("low", "high"):
                frame[f"saving_{end}_mln_eur"] = frame[f"effect_{self.effect_years[-1]}_{end}_mln_eur"]
        return frame

    @property
    def effect_years(self) -> tuple[int, ...]:
        """Consecutive years to check effects in, also where the headings skip one."""
        years = self.columns.effect_years or (_ANY_FIRST_YEAR,)
        return tuple(range(years[0], years[-1] + 1))[:MOST_YEARS]

    def add(self, row: int, name: str, allowed: str, value: str | None = None) -> None:
        """Fault of one cell; the first one found of a cell is the one that is told."""
        column = self.columns.by_name.get(name)
        if (row, name) in self.faulty:
            return
        # A band in one column is two fields in one cell: both are faulty when one is.
        self.faulty |= {
            (row, other) for other, its in self.columns.by_name.items() if column and its.position == column.position
        }
        cell = self._cell(row, column)
        # A year has no point between its thousands.
        shown = cell_text(cell) if name == "year" and isinstance(cell, float) else shown_cell(cell)
        shown = shown if value is None else value
        self.faults.append(
            TableFault(
                self.table.kind,
                shown,
                allowed,
                self.table.row_numbers[row],
                column.heading if column else None,
                cell_address(self.table, row, column.position) if column else "",
                self._about(row),
            )
        )

    def placed(self, fault: Fault) -> TableFault:
        """Fault of the model under the headings of this table."""
        row = None if fault.row is None else self.table.row_numbers[fault.row - 1]
        heading = self.columns.heading(fault.column) if fault.column else None
        return TableFault(self.table.kind, fault.value, fault.allowed, row, heading, about=fault.subject)

    def _cell(self, row: int, column: Column | None) -> Cell:
        return None if column is None else self.table.rows[row][column.position]

    def _about(self, row: int) -> str:
        name, noun = ("measure_code", "maatregel") if self.table.kind is TableKind.MEASURES else ("year", "jaar")
        text = cell_text(self._cell(row, self.columns.by_name.get(name)))
        return f"{noun} {text[:20]}" if text else ""

    def _read_row(self, row: int) -> Row:
        values: Row = {}
        for field in fields_of(self.table.kind, self.effect_years):
            column = self.columns.by_name.get(field.name)
            cell = self._cell(row, column)
            try:
                if isinstance(cell, Unusable):
                    raise CellError(cell.allowed)
                values[field.name] = _harmless(field.name, row) if column is None else _value(column, cell)
            except CellError as error:
                self.add(row, field.name, str(error))
                values[field.name] = _harmless(field.name, row)
        return values

    def _refuse_doubles(self, name: str) -> None:
        first: dict[str, int] = {}
        for row, values in enumerate(self.rows):
            key = (values[name] or "").casefold()
            if key and key in first:
                self.add(row, name, f"elke waarde één keer; dit staat ook in rij {self.table.row_numbers[first[key]]}")
            first.setdefault(key, row)

    def _settle_investments(self) -> None:
        for row, values in enumerate(self.rows):
            kind, amount = values["investment_kind"], values["investment_mln_eur"]
            if kind is None:
                values["investment_kind"] = "leeg" if amount is None else "bedrag"
            elif kind != "bedrag" and amount is not None:
                word = cell_text(self._cell(row, self.columns.by_name["investment_kind"]))
                self.add(row, "investment_mln_eur", f"leeg, want de soort investering is “{word}”")
                values["investment_mln_eur"] = None
            elif kind == "bedrag" and (row, "investment_mln_eur") in self.faulty:
                values["investment_mln_eur"] = 0.0

    def _refuse_gaps(self) -> None:
        for row, values in enumerate(self.rows):
            if "year" in self.columns.by_name and (fault := years_fault([values["year"]], "jaar", 1)):
                self.add(row, "year", fault.allowed)
        for row, (before, after) in enumerate(pairwise(self.rows), start=1):
            known = not {(row, "year"), (row - 1, "year")} & self.faulty
            if known and after["year"] != before["year"] + 1:
                self.add(row, "year", f"{before['year'] + 1}, het jaar na {before['year']}")

    def _check_as_the_model_does(self) -> None:
        """The model's own checks of each row, on all rows that can be kept."""
        frame = self.frame()
        if frame.empty:
            return
        try:
            if self.table.kind is TableKind.MEASURES:
                read_measures(frame)
            else:
                # The years have been checked by row already; here they must not stand in the way of the amounts.
                read_trajectory(frame.assign(year=range(_ANY_FIRST_YEAR, _ANY_FIRST_YEAR + len(frame))))
        except InputError as error:
            for fault in error.faults:
                self._add_from_model(fault)

    def _add_from_model(self, fault: Fault) -> None:
        if fault.row is None or fault.column is None:
            self.faults.append(self.placed(fault))
        elif not fault.column.startswith("saving_") and fault.column in self.columns.by_name:
            self.add(fault.row - 1, fault.column, fault.allowed, fault.value)


def _value(column: Column, cell: Cell) -> Any:
    field = column.field
    match field.kind:
        case CellKind.CODE:
            return cell_text(cell) or None
        case CellKind.TEXT:
            return cell_text(cell)
        case CellKind.PARTIES:
            return read_parties(cell)
        case CellKind.YES_NO:
            return read_yes_no(cell)
        case CellKind.INVESTMENT:
            return read_investment_kind(cell)
        case CellKind.YEAR:
            year = read_number(cell)
            return int(year) if year is not None and year.is_integer() else year
    if column.in_band:
        return read_band(cell, field.unit)[0 if field.end == LOW else 1]
    return read_number(cell, field.unit)


def _harmless(name: str, row: int) -> Any:
    """Value for a cell that is missing or refused, with which no other check finds a fault."""
    if name.startswith("effect_"):
        return 0.0 if name.endswith("_low_mln_eur") else HIGHEST_AMOUNT_MLN_EUR
    known = {
        "measure_code": f"{row}..{row}",
        "name": f"{row}..{row}",
        "running": False,
        "year": _ANY_FIRST_YEAR + row,
        "yearly_cost_mln_eur": 1.0,
    }
    return known.get(name)


def _faults_between(measures: _Reading, years: _Reading) -> Iterator[TableFault]:
    path = [row["year"] for row in years.rows]
    years_known = "year" in years.columns.by_name and not any(name == "year" for _, name in years.faulty)
    if path and years_known:
        for year in measures.columns.effect_years:
            if not path[0] <= year <= path[-1]:
                heading = measures.columns.heading(effect_field(year, LOW).name)
                allowed = f"een effectjaar dat op het blad “{TableKind.YEARS}” staat: {path[0]} tot en met {path[-1]}"
                yield TableFault(TableKind.MEASURES, str(year), allowed, column=heading)
    start_column = years.columns.by_name.get("yearly_cost_mln_eur")
    if not years.rows or start_column is None or (0, "yearly_cost_mln_eur") in years.faulty:
        return
    start = years.rows[0]["yearly_cost_mln_eur"]
    yield from _savings_above(measures, start)


def _savings_above(measures: _Reading, start: float) -> Iterator[TableFault]:
    known = len(measures.faults)
    allowed = f"ten hoogste de jaarkosten aan het begin, € {dutch_number(start)} mln"
    for row, values in enumerate(measures.rows):
        for year in measures.columns.effect_years:
            name = effect_field(year, HIGH).name
            if name in measures.columns.by_name and is_number(values.get(name)) and values[name] > start:
                measures.add(row, name, allowed)
    yield from measures.faults[known:]
