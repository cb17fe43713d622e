"""Files and pasted ranges to workbooks. Never trusts what it is given."""

from __future__ import annotations

import csv
import io
import math
from typing import Any

from model.faults import dutch_number
from model.own_table.cells import clean_text
from model.own_table.faults import FILE, OwnTableError, TableFault
from model.own_table.files import MOST_BYTES, MOST_BYTES_ALLOWED, _decoded, _refuse_zip_bomb
from model.own_table.workbook import EMPTY, Content, Sheet, SheetCell, Workbook

PASTED = "geplakt"
_LAST_ROW, _LAST_COLUMN = 5_000, 100


def sheets_of_file(name: str, data: bytes) -> Workbook:
    """Workbook of a file: XLSX, ODS, or a text file in whatever encoding and with whatever separator.

    Raises
    ------
    OwnTableError
        If the file is too large, damaged or of another type.
    """
    if not data:
        raise _refused("een leeg bestand", "een XLSX-, ODS- of CSV-bestand")
    if len(data) > MOST_BYTES:
        raise _refused(f"een bestand van {dutch_number(len(data))} bytes", MOST_BYTES_ALLOWED)
    if data.startswith(b"PK"):
        _refuse_zip_bomb(data)
        try:
            return Workbook(name, _xlsx_sheets(data))
        except Exception as error:
            raise _refused("een beschadigd XLSX-bestand", "een bestand dat u opnieuw opsloeg als XLSX") from error
    return Workbook(name, (_text_sheet(name, _decoded(data)),), data=data)


def sheets_of_text(pasted: str) -> Workbook:
    """Workbook of a range pasted from a spreadsheet, or of pasted CSV.

    Raises
    ------
    OwnTableError
        If it is too large.
    """
    if len(pasted) > MOST_BYTES:
        raise _refused("een geplakt bereik dat te groot is", MOST_BYTES_ALLOWED)
    return Workbook(PASTED, (_text_sheet(PASTED, pasted),))


def _text_sheet(name: str, text: str) -> Sheet:
    first = text.partition("\n")[0]
    separator = max("\t;,|", key=first.count)
    rows = [
        [_text_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    ]
    return Sheet(name, _padded(rows[:_LAST_ROW]), has_addresses=False)


def _text_cell(text: str) -> SheetCell:
    cleaned = clean_text(text)
    return SheetCell(cleaned, cleaned, Content.TEXT) if cleaned else EMPTY


def _padded(rows: list[list[SheetCell]]) -> tuple[tuple[SheetCell, ...], ...]:
    width = min(max((len(row) for row in rows), default=0), _LAST_COLUMN)
    return tuple((*row[:width], *[EMPTY] * (width - len(row))) for row in rows)


def _xlsx_sheets(data: bytes) -> tuple[Sheet, ...]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    return tuple(
        Sheet(
            sheet.title,
            _padded([[_xlsx_cell(cell) for cell in row] for row in sheet.iter_rows(max_row=_LAST_ROW, max_col=100)]),
            hidden=sheet.sheet_state != "visible",
        )
        for sheet in book.worksheets
    )


def _xlsx_cell(cell: Any) -> SheetCell:
    value = cell.value
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return SheetCell(value, "WAAR" if value else "ONWAAR", Content.YES_NO)
    if isinstance(value, (int, float)) and math.isfinite(value):
        return SheetCell(float(value), dutch_number(float(value)), Content.NUMBER)
    text = clean_text(str(value))
    return SheetCell(text, text, Content.TEXT)


def _refused(value: str, allowed: str) -> OwnTableError:
    return OwnTableError([TableFault(FILE, value, allowed)])
