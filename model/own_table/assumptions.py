"""What was assumed when a table was read, as it travels with the table in its file."""

from __future__ import annotations

from collections.abc import Iterable

from model.own_table.workbook import Workbook

ASSUMPTIONS_SHEET = "Aannames"
ASSUMPTIONS_HEADING = "Aannames in deze tabel: dit staat niet in het blad waaruit hij gelezen is"
MOST_ASSUMPTIONS, LONGEST_ASSUMPTION = 40, 400


def assumptions_in(workbooks: Iterable[Workbook]) -> tuple[str, ...]:
    """Assumptions in files that this product wrote."""
    rows = [
        row[0].text[:LONGEST_ASSUMPTION]
        for workbook in workbooks
        for sheet in workbook.sheets
        if sheet.name == ASSUMPTIONS_SHEET and sheet.cell(0, 0).text == ASSUMPTIONS_HEADING
        for row in sheet.rows[1 : 1 + MOST_ASSUMPTIONS]
    ]
    return tuple(text for text in rows if text)
