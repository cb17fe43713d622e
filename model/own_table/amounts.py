"""Amounts and years as people write them: with their unit, their sign, their marks, and both ways to read a point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.own_table.amount_words import (
    DASHES,
    LONGEST_AMOUNT,
    SUPERSCRIPT,
    band_in_words,
    middle_and_band,
    middle_and_margin,
    without_bound,
    without_circa,
    without_favour,
    without_ton,
)
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
    bound : str
        "hoogstens" or "minstens" where the cell gives a bound and no amount.
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
    bound: str = ""
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

_MARKS = re.compile(
    rf"\s*[*†‡#{SUPERSCRIPT}]+[)]?$|(?<=[0-9)%])\s+\(?[0-9a-z]{{1,2}}\)$|(?<=[a-z])\s+[0-9a-z]\)$|\s*\[[0-9a-z]{{1,2}}\]$"
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
_PLAIN = re.compile(r"[0-9]+")
_DUTCH = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+|,[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+|\.[0-9]+")
_SPACED = re.compile(r"(?<=[0-9])[ '’](?=[0-9]{3}(?![0-9]))")
_SPACED_WHOLE = re.compile(r"[1-9][0-9]{0,2}(?:[ '’][0-9]{3})+(?:[.,][0-9]+)?")
_BETWEEN_WORDS = re.compile(r"\s*(?:tot en met|tot|t/m|à|/(?!-))\s*")
_FRACTION = re.compile(r"([0-9]{1,2}) ?/ ?([1-9][0-9]?)")
_SPACED_DASH = re.compile(r"\s+-\s+")
_BETWEEN = re.compile(r"(?<=[0-9%€a-z.)])\s*-\s*(?=[0-9(€-])")
_THOUSANDS_PER_TON = 100
_MOST_TIMES_OTHER_END = 20
"""How many times one end of a band may be the other where only that has a unit."""


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
    plain = " ".join(text.translate(DASHES).replace("\u00a0", " ").casefold().split())
    if not plain:
        return EMPTY_AMOUNT
    if plain in UNKNOWN:
        return Amount(Sort.UNKNOWN, typed=True)
    if len(plain) > LONGEST_AMOUNT:
        return Amount(Sort.OTHER, typed=True)
    if plain in _NOTHING:
        return Amount(Sort.NUMBER, 0.0, 0.0, typed=True)
    if (worded := _of_words(plain)) is not None:
        return worded
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


def _of_words(plain: str) -> Amount | None:
    """Amount of a text with words around the amount; None where it has none, or is no amount without them."""
    left, favour = without_favour(plain)
    left, bound, word = without_bound(left)
    left, circa = without_circa(left)
    left, is_ton = without_ton(left)
    if left == plain:
        return None
    amount = amount_of_text(left)
    if amount.sort is not Sort.NUMBER or (is_ton and amount.unit is not None):
        return None
    if is_ton:
        ends = [None if number is None else number * _THOUSANDS_PER_TON for number in (amount.dutch, amount.english)]
        amount = replace(amount, dutch=ends[0], english=ends[1], unit=Unit.THOUSANDS)
    marks = " ".join(mark for mark in (word, circa, amount.marks) if mark)
    return replace(amount, benefit=favour or amount.benefit, bound=bound or amount.bound, marks=marks)


def band_of_text(text: str) -> tuple[Amount, Amount] | None:
    """Both ends of a band in one text, such as 1-8 or € 1 tot 8 mln; None where it is none."""
    plain = " ".join(text.translate(DASHES).replace("\u00a0", " ").casefold().split())
    if len(plain) > LONGEST_AMOUNT or plain in UNKNOWN:
        return None
    plain, favour = without_favour(plain)
    plain, marks = _without_marks(plain)
    plain, circa = without_circa(plain)
    marks = " ".join(mark for mark in (circa, marks) if mark)
    if (around := _band_around(plain)) is not None:
        return around
    parts: Sequence[str] = band_in_words(plain) or _BETWEEN_WORDS.split(plain)
    for between in (_SPACED_DASH, _BETWEEN):
        parts = parts if len(parts) == 2 else between.split(plain)
    if len(parts) != 2:
        return None
    low, high = amount_of_text(parts[0]), amount_of_text(parts[1])
    if low.sort is not Sort.NUMBER or high.sort is not Sort.NUMBER or low.is_zero_dash or high.is_zero_dash:
        return None
    low, high = replace(low, unit=_unit_beside(low, high)), replace(high, unit=_unit_beside(high, low))
    low, high = (replace(end, benefit=end.benefit or favour) for end in (low, high))
    return replace(low, marks=marks or low.marks), high


def _unit_beside(it: Amount, other: Amount) -> Unit | None:
    """Unit of one end of a band: its own, or that of the other, unless 500.000 stands beside 1 mln."""
    sizes = [abs(number or 0.0) for number in (it.dutch or it.english, other.dutch or other.english)]
    return it.unit or (other.unit if sizes[0] <= _MOST_TIMES_OTHER_END * sizes[1] else None)


def _band_around(plain: str) -> tuple[Amount, Amount] | None:
    """Band of a text with an amount and the band behind it, 0,5 (0,3 - 0,8), or its margin, 0,5 ± 0,2."""
    if (parts := middle_and_band(plain)) is not None:
        middle, band = amount_of_text(parts[0]), band_of_text(parts[1])
        if band is None or middle.sort is not Sort.NUMBER or middle.says_either:
            return None
        low, high = (replace(end, unit=end.unit or middle.unit) for end in band)
        sizes = [end.dutch if end.dutch is not None else end.english for end in (low, middle, high)]
        return (low, high) if sizes == sorted(it for it in sizes if it is not None) else None
    if (parts := middle_and_margin(plain)) is not None:
        middle, margin = amount_of_text(parts[0]), amount_of_text(parts[1])
        if Sort.NUMBER is middle.sort is margin.sort and middle.says_dutch == margin.says_dutch:
            unit = middle.unit or margin.unit
            if Unit.PERCENT in (middle.unit, margin.unit) or {middle.unit, margin.unit} - {None, unit}:
                return None
            return _beside(middle, margin, unit, -1), _beside(middle, margin, unit, 1)
    return None


def _beside(middle: Amount, margin: Amount, unit: Unit | None, sign: int) -> Amount:
    dutch, english = (
        None if None in pair else round((pair[0] or 0.0) + sign * (pair[1] or 0.0), 9)
        for pair in ((middle.dutch, margin.dutch), (middle.english, margin.english))
    )
    return replace(middle, dutch=dutch, english=english, unit=unit)


def fraction_of_text(text: str) -> float | None:
    """Number of a text that is written as a fraction, and that could be a band or a date as well; None for any other.

    >>> fraction_of_text("1/2"), fraction_of_text("200/600")
    (0.5, None)
    """
    parts = _FRACTION.fullmatch(text.strip()) if text.isascii() else None
    return int(parts[1]) / int(parts[2]) if parts else None


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
        return _signed(_float(point), _float(point), negative=negative)
    if _PLAIN.fullmatch(plain):
        return _signed(_float(plain), _float(plain), negative=negative)
    dutch = _float(plain.replace(".", "")) if _DUTCH.fullmatch(plain) else None
    english = _float(plain.replace(",", "").replace(".", ",")) if _ENGLISH.fullmatch(plain) else None
    if dutch is None and english is None:
        return Amount(Sort.OTHER)
    return _signed(dutch, english, negative=negative)


def _signed(dutch: float | None, english: float | None, *, negative: bool) -> Amount:
    sign = -1 if negative else 1
    ends = [None if number is None else sign * number + 0.0 for number in (dutch, english)]
    return Amount(Sort.NUMBER, ends[0], ends[1])


def _float(text: str) -> float:
    return float(text.replace(",", ".")) if len(text) < 40 else float("inf")
