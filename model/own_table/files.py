"""Files in the form of the template to tables as typed, without questions: what this product wrote itself."""

from __future__ import annotations

from model.own_table.cells import FORMULA_ALLOWED, Cell, CellTable, Unusable, clean_text
from model.own_table.faults import FILE, OwnTableError, TableFault
from model.own_table.headings import MOST_ROWS, TableKind, field_of_heading
from model.own_table.opening import sheets_of_file
from model.own_table.workbook import Content, Sheet, SheetCell, Workbook

_FEWEST_HEADINGS = 2
_KEPT_ROWS = 2 * max(MOST_ROWS.values())
_DATE_ALLOWED = (
    "een getal of tekst; het rekenblad maakte hier een datum van. "
    "Zet de cel op tekst, of gebruik de kolommen laag en hoog"
)


def tables_of_file(data: bytes) -> dict[TableKind, CellTable]:
    """Tables of a file in the form of the template: both of a workbook, one of a text file.

    Raises
    ------
    OwnTableError
        If the file cannot be opened, or lacks its sheets or headings.
    """
    book = sheets_of_file("", data)
    if any(not sheet.has_addresses for sheet in book.sheets):
        return _of_text(book.sheets[0])
    found = {kind: sheet for kind in TableKind for sheet in book.sheets if sheet.name == kind}
    if len(found) < len(TableKind):
        raise _refused(
            f"een bestand met {_names(book)}", f"een bestand met de bladen {' en '.join(map(_quoted, TableKind))}"
        )
    return {kind: _table(kind, sheet) for kind, sheet in found.items()}


def _of_text(sheet: Sheet) -> dict[TableKind, CellTable]:
    headings = [cell.text for cell in sheet.rows[0]] if sheet.rows else []
    known = {kind: sum(field_of_heading(kind, text) is not None for text in headings) for kind in TableKind}
    kind = max(TableKind, key=lambda it: known[it])
    if known[kind] < _FEWEST_HEADINGS:
        first = clean_text(" ".join(headings))[:60]
        raise _refused(f"een bestand dat begint met “{first}”", "een bestand met op de eerste regel de koppen")
    return {kind: _table(kind, sheet)}


def _table(kind: TableKind, sheet: Sheet) -> CellTable:
    rows = [tuple(map(_cell, row)) for row in sheet.rows]
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell is not None for cell in row)]
    if not filled:
        return CellTable(kind, (), (), (), 0)
    headings, kept = tuple(cell.text for cell in sheet.rows[filled[0][0] - 1]), filled[1 : 1 + _KEPT_ROWS]
    return CellTable(
        kind, headings, tuple(row for _, row in kept), tuple(number for number, _ in kept), len(filled) - 1
    )


def _cell(cell: SheetCell) -> Cell:
    if cell.formula:
        return Unusable(cell.formula, FORMULA_ALLOWED)
    match cell.content:
        case Content.EMPTY:
            return None
        case Content.ERROR:
            return Unusable(cell.text, "een ingevulde waarde; het rekenblad geeft hier een fout")
        case Content.DATE:
            return Unusable(cell.text, _DATE_ALLOWED)
        case Content.TEXT:
            return cell.text
        case Content.NUMBER | Content.YES_NO:
            return cell.value if isinstance(cell.value, (bool, float)) else None


def _names(book: Workbook) -> str:
    return ", ".join(_quoted(sheet.name[:40]) for sheet in book.sheets) or "geen enkel blad"


def _quoted(name: str) -> str:
    return f"“{name}”"


def _refused(value: str, allowed: str) -> OwnTableError:
    return OwnTableError([TableFault(FILE, value, allowed)])
