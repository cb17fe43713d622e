"""The example files of an own table, and ways to spoil them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from model.dataset.reading import read_table
from model.own_table import (
    CellTable,
    OwnTableError,
    TableFault,
    TableKind,
    csv_file,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    xlsx_file,
)
from model.own_table.cells import column_letters
from model.own_table.headings import YEAR_FIELDS, fields_of
from model.what_if import SavingsPlan, read_plan

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
PLAN = read_plan(read_table("measures"), read_table("trajectory"))
TABLES = tables_of_plan(PLAN)
EXAMPLE = xlsx_file(TABLES)
CSV_EXAMPLES = {kind: csv_file(table) for kind, table in TABLES.items()}


def read_files(*files: bytes) -> SavingsPlan:
    tables: dict[TableKind, CellTable] = {}
    for data in files:
        tables |= tables_of_file(data)
    return read_own_table(tables).plan


def faults_of(*files: bytes) -> tuple[TableFault, ...]:
    with pytest.raises(OwnTableError) as refused:
        read_files(*files)
    return refused.value.faults


def with_text(kind: TableKind, text: str) -> tuple[TableFault, ...]:
    """Faults of one CSV table beside the example of the other."""
    other = YEARS if kind is MEASURES else MEASURES
    return faults_of(text.encode(), CSV_EXAMPLES[other])


def example_with(kind: TableKind, cell: str, value: Any) -> bytes:
    """The XLSX example with another value in one cell."""
    book = openpyxl.load_workbook(io.BytesIO(EXAMPLE))
    book[kind][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def example_with_part(name: str, change: Any) -> bytes:
    """The XLSX example with another text in one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EXAMPLE)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            content = before.read(part)
            after.writestr(part, change(content) if part.endswith(name) else content)
    return buffer.getvalue()


def heading_of(name: str) -> str:
    return next(
        field.heading
        for field in (*fields_of(MEASURES, PLAN.measures.effect_years), *YEAR_FIELDS)
        if field.name == name
    )


def address_of(kind: TableKind, name: str, row: int) -> str:
    return f"{column_letters(TABLES[kind].headings.index(heading_of(name)))}{row}"
