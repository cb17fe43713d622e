"""Measures and trajectory read from tables, with all faults of all rows at once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from model.faults import Fault, InputError, present, raise_if_any, range_text, years_fault
from model.what_if.measures import MOST_MEASURES, TEXT_COLUMNS, InvestmentKind, Measure, MeasureTable
from model.what_if.plan import Ceiling, SavingsPlan
from model.what_if.trajectory import MOST_YEARS, Trajectory

_EFFECT_COLUMN = re.compile(r"effect_(\d{4})_(low|high)_mln_eur", re.ASCII)
_MEASURE_COLUMNS = (
    "measure_code", "name", "saving_low_mln_eur", "saving_high_mln_eur", "investment_kind", "investment_mln_eur",
    "running",
)  # fmt: skip
_OPTIONAL_MEASURE_COLUMNS = (*TEXT_COLUMNS, "involved", "preparation_months_low", "preparation_months_high")
_TRAJECTORY_COLUMNS = ("year", "yearly_cost_mln_eur", "national_contribution_mln_eur")
_OPTIONAL_TRAJECTORY_COLUMNS = ("budget_mln_eur", "interim_report_mln_eur", "target_mln_eur", "regional_cost_mln_eur")


def read_plan(
    measures: pd.DataFrame,
    trajectory: pd.DataFrame,
    proposed_codes: tuple[str, ...] = (),
    ceilings: tuple[Ceiling, ...] = (),
) -> SavingsPlan:
    """Savings plan read from its two tables.

    Parameters
    ----------
    measures : pandas.DataFrame
        As for `read_measures`.
    trajectory : pandas.DataFrame
        As for `read_trajectory`.
    proposed_codes : tuple of str, optional
        Measures that the plan asks a decision for, for the preset of that name.
    ceilings : tuple of Ceiling, optional
        Budget ceilings that the plan names, to be chosen as a target.

    Raises
    ------
    InputError
        With all faults of both tables, or else all faults of the two together.
    """
    faults: list[Fault] = []
    table: MeasureTable | None = None
    path: Trajectory | None = None
    try:
        table = read_measures(measures)
    except InputError as error:
        faults += error.faults
    try:
        path = read_trajectory(trajectory)
    except InputError as error:
        faults += error.faults
    if table is None or path is None:
        raise InputError(faults)
    return SavingsPlan(table, path, proposed_codes, ceilings)


def read_measures(frame: pd.DataFrame) -> MeasureTable:
    """Measures read from a table.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per measure, with the columns measure_code, name, saving_low_mln_eur, saving_high_mln_eur,
        investment_kind, investment_mln_eur, running, a pair effect_<year>_low_mln_eur and
        effect_<year>_high_mln_eur per year, and where known condition, lead, involved, risk, category,
        preparation_months_low, preparation_months_high. Other columns are ignored.

    Raises
    ------
    InputError
        With all faults of all rows; every fault names its column and, below the headings, its row.
    """
    years = _effect_years(frame)
    raise_if_any(_measure_frame_faults(frame, years))
    measures: list[Measure] = []
    faults: list[Fault] = []
    for row, cells in enumerate(_records(frame), start=1):
        try:
            measures.append(_measure(cells, years))
        except InputError as error:
            faults += [fault.at_row(row) for fault in error.faults]
    raise_if_any(faults)
    return MeasureTable(tuple(measures))


def read_trajectory(frame: pd.DataFrame) -> Trajectory:
    """Trajectory read from a table.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per year in rising order, with the columns year, yearly_cost_mln_eur and
        national_contribution_mln_eur, and where known budget_mln_eur, interim_report_mln_eur, target_mln_eur and
        regional_cost_mln_eur. A blank is unknown. Other columns are ignored.

    Raises
    ------
    InputError
        With all faults of all rows.
    """
    subject = "tabel met het pad"
    raise_if_any(_column_faults(frame, subject, _TRAJECTORY_COLUMNS, _OPTIONAL_TRAJECTORY_COLUMNS))
    records = list(_records(frame))
    raise_if_any(present(years_fault([cells["year"] for cells in records], "jaren van het pad", MOST_YEARS)))
    columns = (*_TRAJECTORY_COLUMNS[1:], *_OPTIONAL_TRAJECTORY_COLUMNS)
    figures = {column: tuple(cells.get(column) for cells in records) for column in columns}
    return Trajectory(years=tuple(int(cells["year"]) for cells in records), **figures)


def _measure(cells: Mapping[str, Any], years: tuple[int, ...]) -> Measure:
    code, kind = cells["measure_code"], cells["investment_kind"]
    return Measure(
        code=str(code) if isinstance(code, int) and not isinstance(code, bool) else code,
        name=cells["name"],
        effect_years=years,
        effect_low_mln_eur=tuple(cells[f"effect_{year}_low_mln_eur"] for year in years),
        effect_high_mln_eur=tuple(cells[f"effect_{year}_high_mln_eur"] for year in years),
        saving_low_mln_eur=cells["saving_low_mln_eur"],
        saving_high_mln_eur=cells["saving_high_mln_eur"],
        investment_kind=InvestmentKind(kind) if kind in tuple(InvestmentKind) else kind,
        investment_mln_eur=cells["investment_mln_eur"],
        running=cells["running"],
        involved=_parties(cells.get("involved")),
        preparation_months_low=cells.get("preparation_months_low"),
        preparation_months_high=cells.get("preparation_months_high"),
        **{column: "" if cells.get(column) is None else cells[column] for column in TEXT_COLUMNS},
    )


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for cells in frame.to_dict("records"):
        yield {str(name): _plain(cell) for name, cell in cells.items()}


def _plain(cell: Any) -> Any:
    """Cell as a plain Python value: None where it is missing."""
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return None
    if hasattr(cell, "item") and getattr(cell, "ndim", None) == 0:
        cell = cell.item()
    return None if isinstance(cell, float) and math.isnan(cell) else cell


def _parties(cell: Any) -> tuple[Any, ...]:
    if cell is None:
        return ()
    return (cell,) if isinstance(cell, str) or not isinstance(cell, Iterable) else tuple(cell)


def _effect_years(frame: pd.DataFrame) -> tuple[int, ...]:
    found = {int(match[1]) for column in frame.columns if (match := _EFFECT_COLUMN.fullmatch(str(column)))}
    return tuple(sorted(found))


def _measure_frame_faults(frame: pd.DataFrame, years: tuple[int, ...]) -> Iterator[Fault]:
    pairs = tuple(f"effect_{year}_{end}_mln_eur" for year in years for end in ("low", "high"))
    subject = "tabel met maatregelen"
    yield from _column_faults(frame, subject, (*_MEASURE_COLUMNS, *pairs), _OPTIONAL_MEASURE_COLUMNS)
    yield from present(years_fault(years, "effectjaren", MOST_YEARS))
    if not 1 <= len(frame) <= MOST_MEASURES:
        yield Fault("aantal maatregelen", str(len(frame)), range_text(1, MOST_MEASURES))


def _column_faults(
    frame: pd.DataFrame, subject: str, required: tuple[str, ...], optional: tuple[str, ...]
) -> Iterator[Fault]:
    columns = [str(column) for column in frame.columns]
    for column in required:
        if columns.count(column) != 1:
            yield Fault(subject, f"{columns.count(column)} keer aanwezig", "precies één keer", column=column)
    for column in optional:
        if columns.count(column) > 1:
            yield Fault(subject, f"{columns.count(column)} keer aanwezig", "ten hoogste één keer", column=column)
