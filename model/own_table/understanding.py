"""Workbooks to what they mean: where the tables are, which column is what, and what the visitor must say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.own_table.cells import Cell, CellTable, cell_of_text, cell_text, column_letters
from model.own_table.faults import OwnTableError
from model.own_table.headings import TableKind, field_of_heading, same_words
from model.own_table.layout import canonical
from model.own_table.reading import read_own_table
from model.own_table.understood import Finding, ShownCell, ShownRow, ShownTable, Understanding
from model.own_table.workbook import Content, Place, Sheet, SheetCell, Workbook


def understand(
    workbooks: Sequence[Workbook],
    answers: Mapping[str, str],
    typed: Mapping[TableKind, CellTable] | None = None,
) -> Understanding:
    """What the workbooks together mean, with the answers given so far.

    Parameters
    ----------
    workbooks : sequence of Workbook
        One file or pasted range, or several that belong together, such as a CSV file for each table.
    answers : mapping of str to str
        Value chosen for each question, by its key; what is no answer to a question now is left out.
    typed : mapping, optional
        Tables that the visitor typed because the sheets do not have them.
    """
    tables: dict[TableKind, CellTable] = dict(typed or {})
    shown = []
    for sheet in (sheet for workbook in workbooks for sheet in workbook.sheets):
        for kind in TableKind:
            if same_words(sheet.name, kind) or (not sheet.has_addresses and _knows_headings(kind, sheet)):
                table = canonical(_table(kind, sheet))
                if len(table.headings) > 1 and table.rows:
                    tables[kind] = table
                    shown.append(_shown(table, sheet))
    try:
        own = read_own_table(tables)
    except OwnTableError as error:
        faults = tuple(Finding(f"fout:{place}", fault.text) for place, fault in enumerate(error.faults))
        return Understanding((), (), faults, tuple(shown), tables, tuple(k for k in TableKind if k not in tables))
    return Understanding((), (), (), tuple(shown), tables, (), own, form="sjabloon", needs_confirmation=False)


def _knows_headings(kind: TableKind, sheet: Sheet) -> bool:
    known = {
        other: sum(field_of_heading(other, cell.text) is not None for row in sheet.rows[:1] for cell in row)
        for other in TableKind
    }
    return known[kind] > 1 and known[kind] == max(known.values())


def _table(kind: TableKind, sheet: Sheet) -> CellTable:
    rows = [[_cell(cell) for cell in row] for row in sheet.rows]
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell is not None for cell in row)]
    headings = tuple(cell_text(cell) for cell in filled[0][1]) if filled else ()
    body = filled[1:81]
    return CellTable(kind, headings, tuple(tuple(row) for _, row in body), tuple(n for n, _ in body), len(filled) - 1)


def _cell(cell: SheetCell) -> Cell:
    if cell.content is Content.TEXT:
        return cell_of_text(cell.text)
    return cell.value if isinstance(cell.value, (bool, float)) else None


def _shown(table: CellTable, sheet: Sheet) -> ShownTable:
    rows = [
        ShownRow(
            tuple(
                ShownCell(cell_text(cell), cell_text(cell), f"{column_letters(at)}{number}")
                for at, cell in enumerate(row)
            ),
            Place(sheet.name, number - 1),
        )
        for number, row in zip(table.row_numbers, table.rows, strict=True)
    ]
    return ShownTable(table.kind, table.headings, table.headings, tuple(rows), Place(sheet.name))
