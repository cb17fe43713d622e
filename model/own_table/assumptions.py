"""What was assumed when a table was read, as it travels with the table in its file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from model.faults import dutch_number
from model.notation import MINUS
from model.own_table.workbook import Workbook
from model.what_if.parameters import GROWTH_PCT

ASSUMPTIONS_SHEET = "Aannames"
ASSUMPTIONS_HEADING = "Aannames in deze tabel: dit staat niet in het blad waaruit hij gelezen is"
MOST_ASSUMPTIONS, LONGEST_ASSUMPTION = 40, 400

_BEGINS = "de autonome groei begint daarom op "
# Files of before had a hyphen for a minus.
_GROWTH = re.compile(rf"{_BEGINS}([-{MINUS}]?[0-9]{{1,2}}(?:,[0-9])?)% per jaar")


def growth_said(pct: float) -> str:
    """That a table begins with a growth per year, as the table takes it along in its file; empty out of range."""
    step = round(pct, 1)
    is_possible = GROWTH_PCT.low <= step <= GROWTH_PCT.high
    return f"{_BEGINS}{dutch_number(step)}% per jaar (uit uw blad)" if is_possible else ""


def growth_in(assumptions: Iterable[str]) -> float:
    """Growth per year that assumptions of a table say it begins with, percent; that of the page where none does."""
    found = (match for text in assumptions if (match := _GROWTH.search(text)))
    said = next((float(match[1].replace(",", ".").replace(MINUS, "-")) for match in found), 0.0)
    return said if GROWTH_PCT.low <= said <= GROWTH_PCT.high else 0.0


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
