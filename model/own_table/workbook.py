"""Sheets as a spreadsheet shows them: every cell with its value, its text on screen and what is special about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from model.own_table.cells import column_letters


class Content(StrEnum):
    """What a cell holds."""

    EMPTY = "leeg"
    NUMBER = "getal"
    TEXT = "tekst"
    DATE = "datum"
    YES_NO = "ja of nee"
    ERROR = "fout"


Value: TypeAlias = str | float | bool | date | None


@dataclass(frozen=True)
class SheetCell:
    """One cell.

    Attributes
    ----------
    value : str, float, bool, date or None
        What is stored; of a formula the stored outcome.
    text : str
        What the spreadsheet shows, on one line.
    content : Content
    formula : str
        The formula with its equals sign; empty where there is none.
    number_format : str
        Code of the number format, such as "0%"; empty for the usual one.
    struck : str
        "" where nothing is struck through, else "heel" or "deels".
    """

    value: Value = None
    text: str = ""
    content: Content = Content.EMPTY
    formula: str = ""
    number_format: str = ""
    struck: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell, not even a formula."""
        return self.content is Content.EMPTY and not self.formula

    @property
    def lacks_outcome(self) -> bool:
        """Whether a formula has no stored outcome."""
        return bool(self.formula) and self.content is Content.EMPTY


EMPTY = SheetCell()


@dataclass(frozen=True)
class Merged:
    """A range of merged cells, rows and columns counted from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; rows and columns count from 0, and every row is as long as the others.

    Attributes
    ----------
    name : str
        Name of the sheet; of a text file the name of the file.
    rows : tuple of tuple of SheetCell
    hidden : bool
    hidden_rows, hidden_columns : frozenset of int
    filtered : bool
        Whether the rows are hidden by a filter.
    merged : tuple of Merged
    has_addresses : bool
        Whether cells have the addresses of a spreadsheet, such as C4.
    cut : bool
        Whether the sheet has more rows or columns than were read.
    """

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    merged: tuple[Merged, ...] = ()
    has_addresses: bool = True
    cut: bool = False

    def cell(self, row: int, column: int) -> SheetCell:
        """Cell at a place; empty outside the sheet."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else EMPTY


@dataclass(frozen=True)
class Workbook:
    """One file, or one pasted range.

    Attributes
    ----------
    name : str
        Name of the file, or "geplakt".
    sheets : tuple of Sheet
    remarks : tuple of str
        How the file itself was read, in Dutch sentences, where it is not what everyone would expect.
    data : bytes
        Bytes of a text file, to read it again in another encoding; else empty.
    coding, separator : str
        How a text file was read; empty for other files.
    codings : tuple of str
        Encodings in which it could be meant, the likeliest first; more than one is a question.
    """

    name: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False)
    coding: str = ""
    separator: str = ""
    codings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where something stands: a sheet, and a row and column counted from 0 where it is about one.

    `column` alone is a whole column, `row` alone a whole row.
    """

    sheet: str
    row: int | None = None
    column: int | None = None
    has_addresses: bool = True

    @property
    def address(self) -> str:
        """Address such as C4; empty unless it is one cell of a spreadsheet."""
        if self.row is None or self.column is None or not self.has_addresses:
            return ""
        return f"{column_letters(self.column)}{self.row + 1}"

    @property
    def text(self) -> str:
        """Place in Dutch, such as “Maatregelen”, rij 4, kolom C."""
        row = "" if self.row is None else f"rij {self.row + 1}"
        letters = "" if self.column is None else f"kolom {column_letters(self.column)}"
        return ", ".join(part for part in (f"“{self.sheet}”" if self.sheet else "", row, letters) if part)
