"""Years, pairs of years and dates as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from model.own_table.amount_words import DASHES, LONGEST_AMOUNT, SUPERSCRIPT
from model.own_table.headings import EFFECT_YEARS
from model.own_table.workbook import Content, SheetCell

_YEAR = re.compile(r"(?<![0-9.,])(19[0-9]{2}|20[0-9]{2}|2100)(?![0-9]|[.,][0-9])")
_POINTED_YEAR = re.compile(r"2\.0[0-9]{2}|2\.100|1\.9[0-9]{2}")
_SPAN = re.compile(r"(20[0-9]{2}) ?[/-] ?(20[0-9]{2}|[0-9]{2})")
_SHORT_YEAR = re.compile(r"['’‘`]([0-9]{2})")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATE = re.compile(
    rf"([0-9]{{1,2}})[- /](?:({'|'.join(_MONTHS)})\.?(?:[- /](?:20)?[0-9]{{2}})?|([0-9]{{1,2}})[-/](?:20)?[0-9]{{2}})"
)

_LEAD = r"(?:(?:start|begin)t? )?(?:(?:per|vanaf|in|m\.?i\.?v\.?|met ingang van) )?"
_BEGINS = tuple(
    re.compile(_LEAD + words)
    for words in (
        r"(?P<year>20[0-9]{2})(?: e\.? ?v\.?)?",
        r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:[t ]0{1,2}:00.*)?",
        r"(?P<day>[0-9]{1,2})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>(?:20)?[0-9]{2})",
        rf"(?:(?P<day>[0-9]{{1,2}})[- ])?(?P<word>{'|'.join(_MONTHS)}|maa)[a-z]*\.?[- ](?P<year>(?:20)?[0-9]{{2}})",
        r"(?:q|k)(?P<quarter>[1-4])[- /]?(?P<year>20[0-9]{2})",
        r"(?P<quarter>[1-4])e kwartaal (?P<year>20[0-9]{2})",
        r"(?P<year>20[0-9]{2})[- /]?q(?P<quarter>[1-4])",
    )
)
_MONTHS_IN_YEAR = 12
_SECOND_HALF = 15
"""Last day of a month on which a beginning still counts that whole month."""


def begin_of(cell: SheetCell) -> tuple[int, int] | None:
    """Year in which something begins, and the months of that year from there on; None for what is no year or date.

    A cell that says more than when, such as "na 2027" or "medio 2027", is no date.
    """
    if cell.content is Content.DATE and isinstance(cell.value, date):
        it = cell.value
        is_year = cell.text == str(it.year)
        return (it.year, _MONTHS_IN_YEAR if is_year else _months_from(it.month, it.day)) if _possible(it.year) else None
    if cell.content is not Content.TEXT:
        year = year_of(cell)[0]
        return None if year is None else (year, _MONTHS_IN_YEAR)
    text = " ".join(cell.text.translate(DASHES).casefold().split())
    parts = next((match.groupdict() for pattern in _BEGINS if (match := pattern.fullmatch(text))), None)
    if parts is None:
        return None
    word, quarter = parts.get("word"), parts.get("quarter")
    month = int(parts.get("month") or 1)
    month = int(quarter) * 3 - 2 if quarter else _MONTHS.index(word.replace("maa", "mrt")) + 1 if word else month
    year, day = int(parts["year"]) % 100 + 2000, int(parts.get("day") or 1)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, _months_from(month, day)


def _months_from(month: int, day: int) -> int:
    return _MONTHS_IN_YEAR + 1 - month - (day > _SECOND_HALF)


def day_and_month_of(cell: SheetCell) -> tuple[int, int] | None:
    """Day and month of a cell in which a spreadsheet made a date of two numbers, such as 1-2; None for any other."""
    if cell.content is Content.DATE and isinstance(cell.value, date):
        shows_day = re.match(rf"0?{cell.value.day}\b", cell.text)
        return (cell.value.day, cell.value.month) if shows_day else None
    if cell.content is not Content.TEXT or not (match := _DATE.fullmatch(cell.text.strip().casefold())):
        return None
    month = int(match[3]) if match[3] else _MONTHS.index(match[2]) + 1
    return (int(match[1]), month) if 1 <= int(match[1]) <= 31 and 1 <= month <= 12 else None


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
    plain = re.sub(rf"[{SUPERSCRIPT}]", " ", text).strip()
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
    parts = _SPAN.fullmatch(" ".join(text.translate(DASHES).split()))
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
