"""Sheets of the workbook: texts that stay texts, numbers with a format, and formulas with the value they now have."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

UNKNOWN = "onbekend"
"""Stands in a cell instead of an amount that nobody knows: never a 0."""

WITHOUT_NATIONAL = "vóór rijksbijdrage waar die onbekend is"
"""Beside costs for the region, from which a contribution that nobody knows is not taken off, as in print."""


class Shown(StrEnum):
    """Number formats, as a spreadsheet in any language reads them; a Dutch one shows a comma."""

    TEXT = "@"
    AMOUNT = "#,##0.0"
    EXACT_AMOUNT = "#,##0.0###"
    SHARE = "0.0%"
    PERCENT = "0%"
    POSITION = "0.000"
    WHOLE = "0"
    BROKEN = "0.0##"


class Look(StrEnum):
    """What kind of cell the eye should take it for."""

    PLAIN = "plain"
    INPUT = "input"
    TOTAL = "total"
    FIXED = "fixed"
    INDENTED = "indented"
    INDENTED_HEADING = "indented_heading"
    INDENTED_WRAPPED = "indented_wrapped"
    LABEL = "label"
    BOLD = "bold"
    HEADING = "heading"
    FIGURE_HEADING = "figure_heading"
    TITLE = "title"
    WRAPPED = "wrapped"


_LOOKS: Mapping[Look, Mapping[str, Any]] = {
    Look.PLAIN: {},
    Look.INDENTED: {"align": "left", "indent": 1},
    Look.INDENTED_HEADING: {
        "bold": True,
        "text_wrap": True,
        "valign": "bottom",
        "bottom": 1,
        "align": "left",
        "indent": 1,
    },
    Look.LABEL: {"align": "left"},
    Look.BOLD: {"bold": True},
    Look.INPUT: {"bg_color": "#FFF4CC", "font_color": "#1F3FBF", "border": 1, "border_color": "#B8A45A"},
    Look.TOTAL: {"bold": True, "top": 1},
    Look.FIXED: {"italic": True, "bg_color": "#E8E8EC"},
    Look.HEADING: {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1},
    Look.FIGURE_HEADING: {"bold": True, "text_wrap": True, "valign": "bottom", "align": "right", "bottom": 1},
    Look.TITLE: {"bold": True, "font_size": 14},
    Look.WRAPPED: {"text_wrap": True, "valign": "top"},
    Look.INDENTED_WRAPPED: {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
}

_APART = {
    Look.PLAIN: Look.INDENTED,
    Look.HEADING: Look.INDENTED_HEADING,
    Look.WRAPPED: Look.INDENTED_WRAPPED,
}
_A4 = 9
_LINE_HEIGHT = 15

Value = float | int | str | bool
"""Value of a cell; NaN is unknown."""


def _apart(look: Look, column: int) -> Look:
    """The same look for a text that stands right of another column: a little away from the figures there."""
    return _APART.get(look, look) if column else look


class Looks:
    """Formats of one workbook, each made once; its amounts have so many decimals."""

    def __init__(self, book: Any, decimals: int) -> None:
        self._book, self._decimals = book, decimals
        self._made: dict[tuple[Look, Shown], Any] = {}

    def of(self, look: Look, shown: Shown) -> Any:
        """Format of a cell with this look and this way of showing numbers."""
        key = (look, shown)
        if key not in self._made:
            # A word in a column of figures, such as the one for unknown, stands where they end.
            aligned = {"num_format": self._format(shown), "align": "right"} if shown is not Shown.TEXT else {}
            properties = {**aligned, **_LOOKS[look]}
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def _format(self, shown: Shown) -> str:
        finer = "0" * (self._decimals - 1)
        return f"{shown}{finer}" if shown is Shown.AMOUNT else str(shown)


class Sheet:
    """One sheet; rows and columns count from 0."""

    def __init__(self, book: Any, looks: Looks, name: str, widths: Sequence[float]) -> None:
        self.name = name
        self.sheet = book.add_worksheet(name)
        self._looks, self._widths = looks, widths
        self._lines: dict[int, int] = {}
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&RPagina &P van &N")

    def text(self, row: int, column: int, text: str, look: Look = Look.PLAIN) -> None:
        """A text, whatever it begins with."""
        self.sheet.write_string(row, column, text, self._looks.of(_apart(look, column), Shown.TEXT))
        if "text_wrap" in _LOOKS[look]:
            self._make_room(row, column, text, 1.2 if "bold" in _LOOKS[look] else 1.05)

    def _make_room(self, row: int, column: int, text: str, width: float) -> None:
        """Height of a row for what wraps in it; not every program finds it by itself."""
        lines = math.ceil(width * len(text) / self._widths[column])
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self.sheet.set_row(row, _LINE_HEIGHT * lines)

    def texts(self, row: int, column: int, texts: Sequence[str], look: Look = Look.PLAIN) -> None:
        """Texts beside each other."""
        for at, text in enumerate(texts):
            self.text(row, column + at, text, look)

    def years(self, row: int, column: int, years: Sequence[int]) -> None:
        """Years as headings: whole numbers, for formulas compare with them."""
        for at, year in enumerate(years):
            self.number(row, column + at, year, Shown.WHOLE, Look.FIGURE_HEADING)

    def number(
        self, row: int, column: int, value: float | None, shown: Shown = Shown.AMOUNT, look: Look = Look.PLAIN
    ) -> None:
        """A number that is no formula; the word for unknown where there is none."""
        if value is None or np.isnan(value):
            self.sheet.write_string(row, column, UNKNOWN, self._looks.of(look, shown))
        else:
            self.sheet.write_number(row, column, float(value), self._looks.of(look, shown))

    def formula(
        self, row: int, column: int, formula: str, value: Value, shown: Shown = Shown.AMOUNT, look: Look = Look.PLAIN
    ) -> None:
        """A formula with the value it now has, for who opens the file without computing."""
        known: Value = value if isinstance(value, str) or not np.isnan(value) else UNKNOWN
        known = known if isinstance(known, str) else float(known)
        short = formula.replace(f"{self.name}!", "")
        own = _apart(look, column) if shown is Shown.TEXT else look
        self.sheet.write_formula(row, column, f"={short}", self._looks.of(own, shown), known)

    def at(self, row: int, column: int) -> str:
        """Reference to a cell from any sheet, such as `Invoer!$B$6`."""
        return f"{self.name}!{self.here(row, column)}"

    def here(self, row: int, column: int) -> str:
        """Reference to a cell from this sheet, such as `$B$6`."""
        return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))

    def across(self, row: int, first: int, last: int) -> str:
        """Reference to cells of one row, from any sheet."""
        return f"{self.at(row, first)}:{self.here(row, last)}"

    def down(self, column: int, first: int, last: int) -> str:
        """Reference to cells of one column, from any sheet."""
        name = xl_col_to_name(column)
        return f"{self.name}!${name}${first + 1}:${name}${last + 1}"
