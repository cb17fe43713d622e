"""Cells as people type them: Dutch numbers, bands such as 1-8, yes and no, lists of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from model.faults import dutch_number, shown_value
from model.notation import MINUS, of_cell_text
from model.own_table.headings import INVESTMENT_KINDS, MLN, MONTHS, TableKind

LONGEST_CELL = 2_000
"""Characters kept of a cell; every field allows fewer, so a longer text is still refused."""


@dataclass(frozen=True)
class Unusable:
    """A cell that can hold no value of any field, such as a formula: what stands there, and what is allowed instead."""

    text: str
    allowed: str


Cell: TypeAlias = str | float | bool | Unusable | None
"""One cell as read: text, number, ja/nee of a spreadsheet, unusable, or empty."""

FORMULA_ALLOWED = "een ingevulde waarde; een formule wordt niet uitgerekend, plak het resultaat als waarde"


@dataclass(frozen=True)
class CellTable:
    """One table as typed, not yet understood.

    Attributes
    ----------
    kind : TableKind
    headings : tuple of str
    rows : tuple of tuple of Cell
        Rows with at least one filled cell, as long as `headings`.
    row_numbers : tuple of int
        Number of each row as the visitor sees it.
    row_count : int
        Filled rows of the source, also those beyond what is kept.
    has_addresses : bool
        Whether rows and columns have the addresses of a spreadsheet, such as C4.
    """

    kind: TableKind
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]
    row_count: int
    has_addresses: bool = True


class CellError(ValueError):
    """A cell that does not hold what its column asks for; the message says what is allowed."""


_COMPUTED = re.compile(r"[=@]|\+(?!\s*[^\W\d_])")
_PLUS_NUMBER = re.compile(r"\+\s?€?\s?[0-9][0-9.,]*")
_NUMBER = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_POINT_FOR_COMMA = re.compile(r"-?[0-9]+\.[0-9]+")
_UNITS = {
    MLN: re.compile(r"€|\beuro\b|\beur\b|\bmiljoen\b|\bmln\b\.?", re.IGNORECASE),
    MONTHS: re.compile(r"\bmaanden\b|\bmaand\b|\bmnd\b\.?", re.IGNORECASE),
}
_TWO_NUMBERS = re.compile(r"(?<=[0-9])[^\S\r\n]*[\r\n\u2028\u2029\v\f]\s*(?=[0-9]{3}(?![0-9]))")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_BETWEEN = re.compile(r"\s*(?:-|tot en met|tot|t/m)\s*", re.IGNORECASE)
_UNKNOWN = ("", "-", "?", "??", "onbekend", "n.v.t.", "nvt")
_YES, _NO = ("ja", "j", "waar", "x"), ("nee", "n", "onwaar", "")
_AMOUNT = "een getal met een komma, zoals 1.234,5"
_BAND = "één getal, of laag en hoog zoals 1-8"


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "()")


def raised(text: str) -> str:
    """Text in superscript with signs of its own, so that the mark of a footnote is no digit of the number before it."""
    return text.translate(_RAISED)


def clean_text(text: str) -> str:
    """Text on one line, without signs that cannot be shown.

    Two numbers below each other stay two: 12 above 500 is not 12 500.

    >>> clean_text("Besparing\\n2027"), clean_text("12\\n500")
    ('Besparing 2027', '12 | 500')
    """
    apart = _TWO_NUMBERS.sub(" | ", text[:LONGEST_CELL])
    return "".join(sign for sign in " ".join(apart.split()) if sign.isprintable())


def cell_of_text(text: str) -> Cell:
    """Cell of a text file or editor."""
    cleaned = clean_text(text)
    if is_computed(cleaned):
        return Unusable(cleaned, FORMULA_ALLOWED)
    return of_cell_text(cleaned) or None


def is_computed(text: str) -> bool:
    """Whether a spreadsheet would compute a text that is typed into it.

    >>> is_computed("=A1"), is_computed("+1+1"), is_computed("+ Extra inzet"), is_computed("+0,6")
    (True, True, False, False)
    """
    return bool(_COMPUTED.match(text)) and not _PLUS_NUMBER.fullmatch(text)


def shown_cell(cell: Cell) -> str:
    """Cell as a message quotes it."""
    return shown_value(cell.text if isinstance(cell, Unusable) else cell)


def cell_text(cell: Cell) -> str:
    """Cell as a visitor would type it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, Unusable):
        return cell.text
    if isinstance(cell, str):
        return cell
    # Without points between thousands: 2.019 would be an odd year. The minus is that of a keyboard, and of a file.
    return dutch_number(cell).replace(".", "").replace(MINUS, "-")


def read_number(cell: Cell, unit: str = "") -> float | None:
    """Number of a cell, None where it is empty or unknown. Raises CellError."""
    if cell is None or isinstance(cell, float):
        return cell
    if not isinstance(cell, str):
        raise CellError(_AMOUNT)
    text = _bare(cell, unit)
    if text.casefold() in _UNKNOWN:
        return None
    return _number(text, _AMOUNT)


def read_band(cell: Cell, unit: str = "") -> tuple[float | None, float | None]:
    """Low and high end of a band in one cell; one number is both. Raises CellError."""
    if not isinstance(cell, str):
        number = read_number(cell, unit)
        return number, number
    text = _bare(cell, unit)
    if text.casefold() in _UNKNOWN:
        return None, None
    parts = _BETWEEN.split(text)
    if _NUMBER.fullmatch(text) or len(parts) != 2:
        parts = [text, text]
    return _number(parts[0], _BAND), _number(parts[1], _BAND)


def read_yes_no(cell: Cell) -> bool:
    """Yes or no; empty is no. Raises CellError."""
    if isinstance(cell, bool):
        return cell
    if cell in (1.0, 0.0):
        return bool(cell)
    word = cell_text(cell).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("ja of nee")


def read_investment_kind(cell: Cell) -> str | None:
    """Value of the model for a kind of investment, None where the cell is empty. Raises CellError."""
    word = cell_text(cell).casefold().removeprefix("uit het ").replace("_", " ")
    if not word:
        return None
    word = {"op te geven": "nog op te geven", "leeg": "onbekend"}.get(word, word)
    if word not in INVESTMENT_KINDS:
        raise CellError(", ".join(INVESTMENT_KINDS))
    return INVESTMENT_KINDS[word]


def read_parties(cell: Cell) -> tuple[str, ...]:
    """Names in a list with commas or semicolons."""
    names = (name.strip() for name in re.split(r"[,;]", cell_text(cell)))
    return tuple(name for name in names if name)


def column_letters(position: int) -> str:
    """Letters of a column in a spreadsheet, the first being A."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _bare(text: str, unit: str) -> str:
    """Number without its unit and the spaces around it."""
    plain = text.translate(_DASHES)
    return (_UNITS[unit].sub(" ", plain) if unit in _UNITS else plain).strip()


def _number(text: str, allowed: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    # A point is only read between thousands: 1.500 may not mean 1500 in one cell and 1.5 one and a half in the next.
    if _POINT_FOR_COMMA.fullmatch(text):
        raise CellError(f"{allowed}: schrijf {text.replace('.', ',')}")
    raise CellError(allowed)
