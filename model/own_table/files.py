"""Bytes of an uploaded file to tables as typed: XLSX with two sheets, or one table as CSV. Never trusts the file."""

from __future__ import annotations

import csv
import io
import itertools
import math
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from model.faults import dutch_number
from model.own_table.cells import FORMULA_ALLOWED, Cell, CellTable, Unusable, cell_of_text, cell_text, clean_text
from model.own_table.faults import FILE, OwnTableError, TableFault
from model.own_table.headings import MOST_ROWS, TableKind, field_of_heading, same_words

MOST_BYTES = 1024 * 1024
"""Largest file, 1 MB."""
MOST_BYTES_ALLOWED = f"hooguit {dutch_number(MOST_BYTES)} bytes (1 MB)"

_MOST_UNPACKED_BYTES = 4 * MOST_BYTES
"""Forty measures unpack to a fiftieth of this; far beyond it a small file keeps the server busy for seconds."""
_MOST_PARTS = 500
_LAST_ROW, _LAST_COLUMN = 5_000, 100
_FEWEST_HEADINGS = 2
_KEPT_ROWS = 2 * max(MOST_ROWS.values())
_ZIP, _OLD_OFFICE = b"PK", bytes.fromhex("d0cf11e0a1b11ae1")
_TYPES = "een XLSX-bestand zoals het voorbeeld, of een CSV-bestand"
_SEPARATORS = ";\t,"
_DATE_ALLOWED = (
    "een getal of tekst; het rekenblad maakte hier een datum van. "
    "Zet de cel op tekst, of gebruik de kolommen laag en hoog"
)


def tables_of_file(data: bytes) -> dict[TableKind, CellTable]:
    """Tables that a file holds: both of an XLSX file, one of a CSV file.

    Raises
    ------
    OwnTableError
        If the file is too large, damaged, of another type, or lacks its sheets or headings.
    """
    if not data:
        raise _refused("een leeg bestand", _TYPES)
    if len(data) > MOST_BYTES:
        raise _refused(f"een bestand van {dutch_number(len(data))} bytes", MOST_BYTES_ALLOWED)
    if data.startswith(_OLD_OFFICE):
        raise _refused("een bestand van een oude Excel, of een met een wachtwoord", f"{_TYPES}, zonder wachtwoord")
    return _tables_of_xlsx(data) if data.startswith(_ZIP) else _tables_of_csv(data)


def _tables_of_xlsx(data: bytes) -> dict[TableKind, CellTable]:
    _refuse_zip_bomb(data)
    try:
        sheets = _sheets(data)
    except Exception as error:
        # openpyxl has no error of its own for a damaged file: whatever its parser runs into comes out.
        raise _refused("een beschadigd XLSX-bestand", f"{_TYPES}; open het en sla het opnieuw op") from error
    found = {kind: rows for kind in TableKind for name, rows in sheets if same_words(name, kind)}
    if len(found) < len(TableKind):
        names = ", ".join(f"“{clean_text(name)[:40]}”" for name, _ in sheets) or "geen enkel blad"
        needed = " en ".join(f"“{kind}”" for kind in TableKind)
        raise _refused(f"een bestand met {names}", f"een bestand met de bladen {needed}")
    return {kind: _table(kind, rows) for kind, rows in found.items()}


def _refuse_zip_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except Exception as error:
        # Besides BadZipFile the parser lets through whatever a malformed directory leads to.
        raise _refused("een beschadigd XLSX-bestand", f"{_TYPES}; open het en sla het opnieuw op") from error
    # Reading stops at the size that a part states, so a part cannot unpack to more.
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES:
        raise _refused(
            "een XLSX-bestand dat uitgepakt veel te groot is",
            f"hooguit {_MOST_UNPACKED_BYTES // MOST_BYTES} MB uitgepakt; bewaar alleen de twee bladen in een nieuw "
            "bestand",
        )


def _sheets(data: bytes) -> list[tuple[str, list[list[Cell]]]]:
    """Names and cells of the sheets that have the name of a table; of any other sheet the name only."""
    # Here and not above: loading it takes longer than the page that offers it.
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheets = []
        for sheet in workbook.worksheets:
            wanted = any(same_words(sheet.title, kind) for kind in TableKind)
            rows = sheet.iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN) if wanted else ()
            sheets.append((str(sheet.title), [[_cell_of_sheet(cell) for cell in row] for row in rows]))
        return sheets
    finally:
        workbook.close()


def _cell_of_sheet(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        text = value if isinstance(value, str) else getattr(value, "text", None) or "=…"
        return Unusable(str(text)[:100], FORMULA_ALLOWED)
    if cell.data_type == "e":
        return Unusable(str(value), "een ingevulde waarde; het rekenblad geeft hier een fout")
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        try:
            return float(value)
        except OverflowError:
            return math.inf
    return cell_of_text(value) if isinstance(value, str) else Unusable(str(value), _DATE_ALLOWED)


def _tables_of_csv(data: bytes) -> dict[TableKind, CellTable]:
    text = _decoded(data)
    if text[:4].casefold() == "sep=":
        text = text.partition("\n")[2]
    first = next((line for line in text.splitlines() if line.strip()), "")
    known, separator, kind = max(
        ((_known_headings(first, separator, kind), separator, kind) for separator in _SEPARATORS for kind in TableKind),
        key=lambda candidate: candidate[0],
    )
    if known < _FEWEST_HEADINGS:
        raise _refused(
            f"een bestand dat begint met “{clean_text(first)[:60]}”",
            f"{_TYPES}, met op de eerste regel de koppen van het voorbeeld",
        )
    return {kind: _table(kind, _csv_rows(text, separator))}


def _known_headings(line: str, separator: str, kind: TableKind) -> int:
    try:
        headings = next(csv.reader([line], delimiter=separator))
    except csv.Error:
        return 0
    return sum(field_of_heading(kind, heading) is not None for heading in headings[:_LAST_COLUMN])


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _refused("een bestand dat geen tekst is", _TYPES)


def _csv_rows(text: str, separator: str) -> list[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        # Enough rows to say that there are too many; the rest of a long file is not worth reading.
        return [[cell_of_text(cell) for cell in row[:_LAST_COLUMN]] for row in itertools.islice(reader, _LAST_ROW)]
    except csv.Error as error:
        raise _refused(
            f"regel {reader.line_num}", "een regel waarin elk aanhalingsteken sluit, vlak voor het scheidingsteken"
        ) from error


def _table(kind: TableKind, rows: Iterable[Sequence[Cell]]) -> CellTable:
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell is not None for cell in row)]
    if not filled:
        return CellTable(kind, (), (), (), 0)
    width = max(position + 1 for _, row in filled for position, cell in enumerate(row) if cell is not None)
    padded = [(*row[:width], *[None] * (width - len(row))) for _, row in filled]
    headings, kept = tuple(cell_text(cell) for cell in padded[0]), slice(1, 1 + _KEPT_ROWS)
    numbers = tuple(number for number, _ in filled[kept])
    return CellTable(kind, headings, tuple(padded[kept]), numbers, len(filled) - 1)


def _refused(value: str, allowed: str) -> OwnTableError:
    return OwnTableError([TableFault(FILE, value, allowed)])
