"""Amounts and years as people write them: with their unit, their sign, their marks, and both ways to read a point."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from model.own_table.headings import EFFECT_YEARS
from model.own_table.number_formats import is_percentage, scale_of
from model.own_table.workbook import Content, SheetCell


class Unit(StrEnum):
    """What an amount counts; the values go into the answers."""

    MLN = "mln"
    THOUSANDS = "dzd"
    EURO = "euro"
    PERCENT = "pct"


class Sort(StrEnum):
    """What stands where an amount is expected."""

    NUMBER = "getal"
    EMPTY = "leeg"
    UNKNOWN = "onbekend"
    DASH = "streepje"
    NO_OUTCOME = "formule zonder uitkomst"
    ERROR = "fout"
    DATE = "datum"
    OTHER = "tekst"


@dataclass(frozen=True)
class Amount:
    """One amount as written.

    Attributes
    ----------
    sort : Sort
    dutch, english : float or None
        The number with a comma and with a point for decimals; None where it cannot be read that way.
    unit : Unit or None
        Unit that stands in the cell itself.
    marks : str
        Footnote marks, and words such as "ca.", that do not belong to the number.
    benefit : str
        "v" or "n" where the cell says voordeel or nadeel.
    typed : bool
        Whether the number was read from text, so that point and comma could be meant otherwise.
    is_zero_dash : bool
        Whether it is the dash with which a spreadsheet shows an amount of 0.
    says_euro : bool
        Whether the cell says euro or EUR, which in a column of millions is not meant literally.
    """

    sort: Sort
    dutch: float | None = None
    english: float | None = None
    unit: Unit | None = None
    marks: str = ""
    benefit: str = ""
    typed: bool = False
    is_zero_dash: bool = False
    says_euro: bool = False

    @property
    def says_dutch(self) -> bool:
        """Whether it can only be Dutch."""
        return self.dutch is not None and self.english is None

    @property
    def says_english(self) -> bool:
        """Whether it can only be English."""
        return self.english is not None and self.dutch is None

    @property
    def says_either(self) -> bool:
        """Whether it is one number in Dutch and another in English."""
        return None not in (self.dutch, self.english) and self.dutch != self.english


EMPTY_AMOUNT = Amount(Sort.EMPTY)
UNKNOWN = frozenset({
    "pm", "p.m.", "p.m", "pro memorie", "memorie", "ntb", "n.t.b.", "n.t.b", "nnb", "n.n.b.", "n.n.b", "nb", "n.b.",
    "n.b", "?", "??", "???", "onbekend", "volgt", "n.v.t.", "n.v.t", "nvt", "n/a", "tbd", "t.b.d.", "nog niet bekend",
    "nog onbekend", "nader te bepalen", "nog te bepalen", "nog op te geven", "op te geven", "n.o.t.k.", "notk", "x",
})  # fmt: skip
"""What people write where an amount is not known yet."""
_NOTHING = frozenset({"nihil", "nul"})

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKS = re.compile(
    rf"\s*[*†‡#{_SUPERSCRIPT}]+[)]?$|(?<=[0-9)%])\s+\(?[0-9a-z]{{1,2}}\)$|(?<=[a-z])\s+[0-9a-z]\)$|\s*\[[0-9a-z]{{1,2}}\]$"
    rf"|^(?:ca\.?|circa|plm\.?|±|~)\s*(?=[0-9€(-])"
)
_UNIT_WORDS = (
    (Unit.MLN, re.compile(r"miljoen|\bmln\b\.?|(?<=[0-9])\s*mln\b\.?|mio\b\.?|m€|€m\b|meur\b|(?<=[0-9])\s?m$")),
    (Unit.THOUSANDS, re.compile(r"duizend|(?<![a-z])dzd\b\.?|k€|€k\b|keur\b|(?<=[0-9])\s?k$|x\s?€?\s?1[. ]?000\b")),
    (Unit.PERCENT, re.compile(r"%|procent|(?<![a-z])pct\b\.?")),
)
_CURRENCY = re.compile(r"€|euro['’]?s?|(?<![a-z])eur\b|(?<=[0-9])eur\b")
_PER_YEAR = re.compile(r"\s*(?:per jaar|p\.?/?j\.?|/\s?jr?\.?|/\s?jaar)$")
_WHOLE_EUROS = re.compile(r"(?<=[0-9]),(?:-{1,2}|=)$")
_MINUS_WORD = re.compile(r"-/-")
_BENEFIT = re.compile(r"(?<=[0-9)])\s?([vn])$")
_PLAIN = re.compile(r"[0-9]+")
_DUTCH = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+|,[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+|\.[0-9]+")
_SPACED = re.compile(r"(?<=[0-9])[ '’](?=[0-9]{3}(?![0-9]))")
_SPACED_WHOLE = re.compile(r"[1-9][0-9]{0,2}(?:[ '’][0-9]{3})+(?:[.,][0-9]+)?")
_BETWEEN_WORDS = re.compile(r"\s*(?:tot en met|tot|t/m|à|/(?!-))\s*")
_FRACTION = re.compile(r"([0-9]{1,2}) ?/ ?([1-9][0-9]?)")
_SPACED_DASH = re.compile(r"\s+-\s+")
_BETWEEN = re.compile(r"(?<=[0-9%€a-z.)])\s*-\s*(?=[0-9(€-])")
_YEAR = re.compile(r"(?<![0-9.,])(19[0-9]{2}|20[0-9]{2}|2100)(?![0-9]|[.,][0-9])")
_POINTED_YEAR = re.compile(r"2\.0[0-9]{2}|2\.100|1\.9[0-9]{2}")
_SPAN = re.compile(r"(20[0-9]{2}) ?[/-] ?(20[0-9]{2}|[0-9]{2})")
_SHORT_YEAR = re.compile(r"['’‘`]([0-9]{2})")
LONGEST_AMOUNT = 60


def amount_of(cell: SheetCell) -> Amount:
    """What stands in a cell of an amount."""
    if cell.lacks_outcome:
        return Amount(Sort.NO_OUTCOME)
    match cell.content:
        case Content.EMPTY:
            return EMPTY_AMOUNT
        case Content.ERROR:
            return Amount(Sort.ERROR)
        case Content.DATE:
            return Amount(Sort.DATE)
        case Content.NUMBER:
            return _of_number(cell)
        case Content.TEXT:
            return amount_of_text(str(cell.value))
        case Content.YES_NO:
            return Amount(Sort.OTHER)


def _of_number(cell: SheetCell) -> Amount:
    number = float(cell.value) if isinstance(cell.value, float) else 0.0
    if is_percentage(cell.number_format):
        shown = round(number * 100, 9)
        return Amount(Sort.NUMBER, shown, shown, Unit.PERCENT)
    shown = number / 1000 ** scale_of(cell.number_format)
    # A format can put words beside a number, such as 41,25 mln or 0,60%.
    return Amount(Sort.NUMBER, shown, shown, amount_of_text(cell.text).unit if cell.number_format else None)


def amount_of_text(text: str) -> Amount:
    """What a typed text says.

    >>> amount_of_text("€ 1.234,5 mln").dutch, amount_of_text("(0,6)").dutch, amount_of_text("0,6*").marks
    (1234.5, -0.6, '*')
    >>> amount_of_text("9.800").dutch, amount_of_text("9.800").english, amount_of_text("€ -").dutch
    (9800.0, 9.8, 0.0)
    """
    plain = " ".join(text.translate(_DASHES).replace("\u00a0", " ").casefold().split())
    if not plain:
        return EMPTY_AMOUNT
    if plain in UNKNOWN:
        return Amount(Sort.UNKNOWN, typed=True)
    if len(plain) > LONGEST_AMOUNT:
        return Amount(Sort.OTHER, typed=True)
    if plain in _NOTHING:
        return Amount(Sort.NUMBER, 0.0, 0.0, typed=True)
    plain, marks = _without_marks(plain)
    units = [unit for unit, words in _UNIT_WORDS if words.search(plain)]
    for _, words in _UNIT_WORDS:
        plain = words.sub(" ", plain)
    says_euro = "eur" in plain
    plain, currencies = _CURRENCY.subn(" ", _PER_YEAR.sub("", plain))
    plain, whole_euros = _WHOLE_EUROS.subn("", " ".join(plain.split()))
    if len(units) > 1:
        return Amount(Sort.OTHER, typed=True)
    unit = units[0] if units else None
    if plain in UNKNOWN:
        return Amount(Sort.UNKNOWN, typed=True, marks=marks)
    if plain in ("-", "--", "- -") or not plain:
        if plain and currencies:
            return Amount(Sort.NUMBER, 0.0, 0.0, unit, marks, typed=True, is_zero_dash=True)
        return Amount(Sort.DASH if plain else Sort.OTHER, typed=True, marks=marks)
    amount = _of_digits(plain)
    # Only Dutch writes 1.500,- for whole euros.
    english = None if whole_euros and amount.dutch != amount.english else amount.english
    return replace(amount, english=english, unit=unit, marks=marks, typed=True, says_euro=says_euro and unit is None)


def band_of_text(text: str) -> tuple[Amount, Amount] | None:
    """Both ends of a band in one text, such as 1-8 or € 1 tot 8 mln; None where it is none."""
    plain = " ".join(text.translate(_DASHES).replace("\u00a0", " ").casefold().split())
    if len(plain) > LONGEST_AMOUNT or plain in UNKNOWN:
        return None
    plain, marks = _without_marks(plain)
    parts = _BETWEEN_WORDS.split(plain)
    for between in (_SPACED_DASH, _BETWEEN):
        parts = parts if len(parts) == 2 else between.split(plain)
    if len(parts) != 2:
        return None
    low, high = amount_of_text(parts[0]), amount_of_text(parts[1])
    if low.sort is not Sort.NUMBER or high.sort is not Sort.NUMBER or low.is_zero_dash or high.is_zero_dash:
        return None
    unit = high.unit or low.unit
    low, high = replace(low, unit=low.unit or unit, marks=marks or low.marks), replace(high, unit=high.unit or unit)
    return low, high


def fraction_of_text(text: str) -> float | None:
    """Number of a text that is written as a fraction, and that could be a band or a date as well; None for any other.

    >>> fraction_of_text("1/2"), fraction_of_text("200/600")
    (0.5, None)
    """
    parts = _FRACTION.fullmatch(text.strip()) if text.isascii() else None
    return int(parts[1]) / int(parts[2]) if parts else None


def year_of(cell: SheetCell) -> tuple[int | None, bool]:
    """Year that a cell stands for, and whether it is written as a plain year."""
    value = cell.value
    if cell.content is Content.DATE and isinstance(value, date):
        return (value.year if _possible(value.year) else None), cell.text == str(value.year)
    if cell.content is Content.NUMBER and isinstance(value, float):
        year = int(value) if value.is_integer() and abs(value) < 9999 else 0
        return (year if _possible(year) else None), cell.text == str(year)
    return year_of_text(str(value)) if cell.content is Content.TEXT else (None, False)


def year_of_text(text: str) -> tuple[int | None, bool]:
    """Year that a text names, None where it names none or several, and whether the text is no more than the year.

    >>> year_of_text("2028*"), year_of_text("2.026"), year_of_text("'29"), year_of_text("2027-2030")
    ((2028, False), (2026, False), (2029, False), (None, False))
    """
    if len(text) > LONGEST_AMOUNT * 2:
        return None, False
    # Superscripts would become digits of the year.
    plain = re.sub(rf"[{_SUPERSCRIPT}]", " ", text).strip()
    plain = unicodedata.normalize("NFKC", plain)
    if _POINTED_YEAR.fullmatch(plain):
        return int(plain.replace(".", "")), False
    if short := _SHORT_YEAR.fullmatch(plain):
        return 2000 + int(short[1]), False
    found = {int(year) for year in _YEAR.findall(plain) if year.isascii()}
    if len(found) != 1:
        return None, False
    year = found.pop()
    return (year, text.strip() == str(year)) if _possible(year) else (None, False)


def span_of_text(text: str) -> tuple[int, int] | None:
    """Both years of a text that is two years in a row, None for any other.

    >>> span_of_text("2026/2027"), span_of_text("2026-27"), span_of_text("2026-2029")
    ((2026, 2027), (2026, 2027), None)
    """
    parts = _SPAN.fullmatch(" ".join(text.translate(_DASHES).split()))
    if parts is None:
        return None
    first = int(parts[1])
    return (first, first + 1) if int(parts[2]) in (first + 1, (first + 1) % 100) and _possible(first) else None


def year_or_span(cell: SheetCell) -> int | None:
    """Year that a cell stands for, the first of two in a row."""
    year, span = year_of(cell)[0], span_of_text(cell.text)
    return span[0] if year is None and span else year


def _possible(year: int) -> bool:
    return EFFECT_YEARS[0] <= year <= EFFECT_YEARS[1]


def _without_marks(plain: str) -> tuple[str, str]:
    marks = ""
    for _ in range(3):
        match = _MARKS.search(plain)
        if match is None or match.end() - match.start() == len(plain):
            break
        marks = f"{match[0].strip()} {marks}".strip()
        plain = (plain[: match.start()] + plain[match.end() :]).strip()
    return plain, marks


def _of_digits(plain: str) -> Amount:
    benefit = ""
    if match := _BENEFIT.search(plain):
        benefit, plain = match[1], plain[: match.start()].strip()
    negative = bool(_MINUS_WORD.search(plain))
    plain = _MINUS_WORD.sub("", plain).strip()
    if plain.startswith("(") and plain.endswith(")"):
        negative, plain = True, plain[1:-1].strip()
    if plain.startswith(("-", "+")):
        negative, plain = negative or plain[0] == "-", plain[1:].strip()
    elif plain.endswith("-"):
        negative, plain = True, plain[:-1].strip()
    if _SPACED_WHOLE.fullmatch(plain):
        plain = _SPACED.sub("", plain)
        point = plain.replace(".", ",")
        return _signed(_float(point), _float(point), benefit, negative=negative)
    if _PLAIN.fullmatch(plain):
        return _signed(_float(plain), _float(plain), benefit, negative=negative)
    dutch = _float(plain.replace(".", "")) if _DUTCH.fullmatch(plain) else None
    english = _float(plain.replace(",", "").replace(".", ",")) if _ENGLISH.fullmatch(plain) else None
    if dutch is None and english is None:
        return Amount(Sort.OTHER)
    return _signed(dutch, english, benefit, negative=negative)


def _signed(dutch: float | None, english: float | None, benefit: str, *, negative: bool) -> Amount:
    sign = -1 if negative else 1
    ends = [None if number is None else sign * number + 0.0 for number in (dutch, english)]
    return Amount(Sort.NUMBER, ends[0], ends[1], benefit=benefit)


def _float(text: str) -> float:
    return float(text.replace(",", ".")) if len(text) < 40 else float("inf")
