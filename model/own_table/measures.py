"""Measures while they are being understood: each value with the cell that it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.own_table.cells import Cell
from model.own_table.proposing import Column
from model.own_table.tables_found import Found
from model.own_table.workbook import Place, SheetCell


@dataclass(frozen=True)
class Value:
    """One value of a measure, the cell that it comes from and where that stands; `is_open` while a choice gives it."""

    value: Cell
    cell: SheetCell | None = None
    place: Place | None = None
    is_open: bool = False


@dataclass
class Measures:
    """Measures as understood: values by field of the model for each row, and the years with effects."""

    found: Found
    columns: tuple[Column, ...]
    years: tuple[int, ...] = ()
    rows: dict[int, dict[str, Value]] = field(default_factory=dict)
    is_open: bool = False
