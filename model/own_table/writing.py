"""Own tables as files: XLSX with both tables and an explanation, or one table as CSV."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from model.notation import as_cell_text
from model.own_table.assumptions import ASSUMPTIONS_HEADING, ASSUMPTIONS_SHEET
from model.own_table.cells import Cell, CellTable, Unusable, cell_text
from model.own_table.headings import (
    INVESTMENT_KINDS,
    MOST_ROWS,
    CellKind,
    Field,
    TableKind,
    effect_year,
    field_of_heading,
    fields_of,
)

_WIDTHS = {CellKind.TEXT: 32, CellKind.PARTIES: 24, CellKind.INVESTMENT: 20}
_NUMBER_WIDTH = 13
_FIGURES = (CellKind.NUMBER, CellKind.YEAR)
_EXPLAINED_WIDTHS = (18, 34, 11, 90)
_ASSUMED_WIDTH = 110
_A4, _LINE_HEIGHT = 9, 15
_FIXED_COLUMNS = {TableKind.MEASURES: 2, TableKind.YEARS: 1}
_RULES = (
    "Vul uw eigen maatregelen en jaren in over het voorbeeld heen en laat de koppen staan.",
    "De volgorde van kolommen en bladen maakt niet uit. Een kolom die niet nodig is, kunt u weglaten.",
    "Andere effectjaren: verander het jaartal in de koppen, of voeg kolommen toe. Elk effectjaar staat ook op het blad "
    "Kosten per jaar.",
    "Laag en hoog mogen ook samen in één kolom, bijvoorbeeld “Effect 2020 (mln €)” met 1-8.",
    "Bedragen staan in mln €, met een komma: 1.234,5. Een euroteken en “mln” mogen erbij staan.",
    "Formules worden niet gelezen: plak het resultaat als waarde.",
    "Hooguit {measures} maatregelen, {years} jaren en 1 MB.",
)


def csv_file(table: CellTable) -> bytes:
    """Table as Dutch Excel opens it: semicolons, decimal comma, byte order mark."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(map(as_cell_text, table.headings))
    writer.writerows([as_cell_text(cell_text(cell)) for cell in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def xlsx_file(tables: Mapping[TableKind, CellTable], assumptions: Sequence[str] = ()) -> bytes:
    """XLSX file with a sheet per table, one that explains every column, and one for what was assumed, if anything."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        heading = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        bold, over_figures = book.add_format(heading), book.add_format({**heading, "align": "right"})
        formats = {
            True: book.add_format({"num_format": "#,##0.0########"}),
            False: book.add_format({"num_format": "@"}),
        }
        for kind in TableKind:
            _write_table(book.add_worksheet(kind), tables[kind], bold, over_figures, formats)
        wrapped, unwrapped = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"valign": "top"})
        _write_explanation(book.add_worksheet("Uitleg"), tables, bold, unwrapped, wrapped)
        if assumptions:
            sheet = book.add_worksheet(ASSUMPTIONS_SHEET)
            _print_across(sheet)
            sheet.set_column(0, 0, _ASSUMED_WIDTH, wrapped)
            for row, text in enumerate((ASSUMPTIONS_HEADING, *assumptions)):
                _make_room(sheet, row, ((text, _ASSUMED_WIDTH),))
                sheet.write_string(row, 0, text)
    return buffer.getvalue()


def _print_across(sheet: Any) -> None:
    """Prints all columns on the width of a page, with the number of the page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPagina &P van &N")


def _make_room(sheet: Any, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Height of a row for texts that wrap in columns of these widths; not every program finds it by itself."""
    lines = max(math.ceil(1.05 * len(text) / width) for text, width in texts)
    if lines > 1:
        sheet.set_row(row, _LINE_HEIGHT * lines)


def _write_table(sheet: Any, table: CellTable, bold: Any, over_figures: Any, formats: Mapping[bool, Any]) -> None:
    for position, heading in enumerate(table.headings):
        field = field_of_heading(table.kind, heading)
        kind = CellKind.TEXT if field is None else field.kind
        sheet.write_string(0, position, heading, over_figures if kind in _FIGURES else bold)
        # Cells for text are text beforehand: a spreadsheet makes a date of a number such as 3-1.
        is_number = kind is CellKind.NUMBER
        cell_format = formats[is_number] if kind is not CellKind.YEAR else None
        # A word wider than its column would be broken in the heading.
        width = max(_WIDTHS.get(kind, _NUMBER_WIDTH), max(map(len, heading.split()), default=0) + 3)
        sheet.set_column(position, position, width, cell_format)
        for row, cells in enumerate(table.rows, start=1):
            _write_cell(sheet, row, position, cells[position], cell_format)
        if choices := _choices(kind):
            sheet.data_validation(1, position, MOST_ROWS[table.kind], position, {"validate": "list", "source": choices})
    sheet.freeze_panes(1, _FIXED_COLUMNS[table.kind])
    sheet.set_row(0, 45)
    sheet.repeat_rows(0)
    _print_across(sheet)


def _choices(kind: CellKind) -> list[str]:
    return {CellKind.INVESTMENT: list(INVESTMENT_KINDS), CellKind.YES_NO: ["ja", "nee"]}.get(kind, [])


def _write_cell(sheet: Any, row: int, position: int, cell: Cell, cell_format: Any) -> None:
    if cell is None or isinstance(cell, Unusable):
        return
    if isinstance(cell, float):
        sheet.write_number(row, position, cell, cell_format)
    else:
        sheet.write_string(row, position, cell_text(cell), cell_format)


def _write_explanation(
    sheet: Any, tables: Mapping[TableKind, CellTable], bold: Any, unwrapped: Any, wrapped: Any
) -> None:
    _print_across(sheet)
    for position, width in enumerate(_EXPLAINED_WIDTHS):
        sheet.set_column(position, position, width, wrapped if position else unwrapped)
    limits = {"measures": MOST_ROWS[TableKind.MEASURES], "years": MOST_ROWS[TableKind.YEARS]}
    for row, rule in enumerate(_RULES):
        sheet.write_string(row, 0, rule.format(**limits))
    for position, heading in enumerate(("Blad", "Kolom", "Verplicht", "Betekenis")):
        sheet.write_string(len(_RULES) + 1, position, heading, bold)
    row = len(_RULES) + 2
    for kind, table in tables.items():
        for field in explained_fields(table):
            texts = (kind, field.heading, "ja" if field.required else "nee", field.about)
            _make_room(sheet, row, zip(texts, _EXPLAINED_WIDTHS, strict=True))
            for position, text in enumerate(texts):
                sheet.write_string(row, position, text)
            row += 1


def explained_fields(table: CellTable) -> list[Field]:
    """Fields to explain: all of the table, the effects once."""
    known = [field for heading in table.headings if (field := field_of_heading(table.kind, heading))]
    years = [year for field in known if (year := effect_year(field)) is not None]
    return list(fields_of(table.kind, years[:1]))
