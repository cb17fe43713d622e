"""Sheets written as other programs write them, with as little as is needed: XLSX, ODS, text files and pasted ranges."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from model.own_table import Workbook, sheets_of_file, sheets_of_text


@dataclass
class Page:
    """One sheet to write: rows of texts, numbers, and yes and no; merged ranges; formats by cell."""

    name: str
    rows: list[list[Any]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: Sequence[int] = ()


def xlsx(*pages: Page) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    code = page.formats.get((row, column))
                    look = book.add_format({"num_format": code}) if code else None
                    if value is None:
                        continue
                    if isinstance(value, str):
                        sheet.write_string(row, column, value, look)
                    elif isinstance(value, bool):
                        sheet.write_boolean(row, column, value, look)
                    else:
                        sheet.write_number(row, column, value, look)
            for top, left, bottom, right in page.merged:
                value = page.rows[top][left]
                sheet.merge_range(top, left, bottom, right, "")
                sheet.write(top, left, value)
            for row in page.hidden_rows:
                sheet.set_row(row, None, None, {"hidden": True})
    return buffer.getvalue()


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)


def ods(*pages: Page) -> bytes:
    parts = [_ODS_HEAD]
    for page in pages:
        parts.append(f'<table:table table:name="{escape(page.name)}">')
        covered = {
            (row, column): (row, column) == (top, left) and (bottom - top + 1, right - left + 1)
            for top, left, bottom, right in page.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        for row, cells in enumerate(page.rows):
            hidden = ' table:visibility="collapse"' if row in page.hidden_rows else ""
            parts.append(f"<table:table-row{hidden}>")
            parts += [_ods_cell(value, covered.get((row, at))) for at, value in enumerate(cells)]
            parts.append("</table:table-row>")
        parts.append("</table:table>")
    parts.append("</office:spreadsheet></office:body></office:document-content>")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "".join(parts))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return buffer.getvalue()


def _ods_cell(value: Any, span: Any) -> str:
    if span is False:
        return "<table:covered-table-cell/>"
    more = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value is None:
        return f"<table:table-cell{more}/>"
    if isinstance(value, bool):
        word = str(value).lower()
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{word}"{more}/>'
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"{more}><text:p>{escape(value)}</text:p></table:table-cell>'
    shown = f"{value:.9f}".rstrip("0").rstrip(".").replace(".", ",")
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"{more}>'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def text(page: Page, separator: str, line_end: str = "\r\n") -> str:
    """Page as a text; numbers must be texts already. Merged cells hold their value in the first one."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator=line_end)
    writer.writerows([["" if value is None else str(value) for value in row] for row in page.rows])
    return buffer.getvalue()


def opened(kind: str, pages: Sequence[Page], coding: str = "utf-8", separator: str = ";") -> list[Workbook]:
    """Pages as files of a kind, opened: one workbook, or one text for each page."""
    if kind == "xlsx":
        return [sheets_of_file("bestand.xlsx", xlsx(*pages))]
    if kind == "ods":
        return [sheets_of_file("bestand.ods", ods(*pages))]
    if kind == "geplakt":
        return [sheets_of_text(text(page, "\t", "\n")) for page in pages]
    return [
        sheets_of_file(f"{number}-{page.name}.csv", text(page, separator).encode(coding))
        for number, page in enumerate(pages)
    ]
