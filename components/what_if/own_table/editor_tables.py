"""Tables as the editor holds them, and as the browser keeps them: all texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.what_if.own_table.reading import MOST_FILES, bytes_of
from model.own_table import (
    CellTable,
    OwnTableError,
    TableFault,
    TableKind,
    cell_of_text,
    cell_text,
    tables_of_file,
)

Tables = Mapping[TableKind, CellTable]


def frame_of(table: CellTable) -> pd.DataFrame:
    """Table for the editor: all texts, under the Dutch headings."""
    rows = [[cell_text(cell) for cell in row] for row in table.rows]
    return pd.DataFrame(rows, columns=list(table.headings), dtype="str")


def table_of(kind: TableKind, frame: pd.DataFrame) -> CellTable:
    """Table of the editor as typed, without its empty rows."""
    texts = frame.astype(object).where(frame.notna(), "").to_numpy().tolist()
    rows = [(number, tuple(cell_of_text(str(text)) for text in row)) for number, row in enumerate(texts, start=1)]
    filled = [(number, row) for number, row in rows if any(cell is not None for cell in row)]
    return CellTable(
        kind,
        tuple(str(column) for column in frame.columns),
        tuple(row for _, row in filled),
        tuple(number for number, _ in filled),
        len(filled),
        has_addresses=False,
    )


def same_cells(tables: Tables, others: Tables) -> bool:
    """Whether two pairs of tables show the same texts."""
    return all(texts_of(tables[kind]) == texts_of(others[kind]) for kind in TableKind)


def texts_of(table: CellTable) -> tuple[Any, ...]:
    """Headings, and the rows that hold a text."""
    rows = ([cell_text(cell) for cell in row] for row in table.rows)
    return table.headings, [row for row in rows if any(row)]


def tables_of_files(files: object) -> dict[TableKind, CellTable]:
    """Tables of the CSV files that this page wrote and the browser kept. Raises OwnTableError."""
    if not isinstance(files, list) or not 1 <= len(files) <= MOST_FILES:
        raise OwnTableError([TableFault("Bestand", "deze keuze", f"1 tot en met {MOST_FILES} bestanden")])
    tables: dict[TableKind, CellTable] = {}
    faults: list[TableFault] = []
    for data in (bytes_of(file.get("content") if isinstance(file, dict) else None) for file in files):
        try:
            read = tables_of_file(data)
        except OwnTableError as error:
            faults += error.faults
            continue
        twice = [TableFault(kind, "in twee bestanden", "elke tabel één keer") for kind in read if kind in tables]
        faults += twice
        tables |= read
    if faults:
        raise OwnTableError(faults)
    return tables
