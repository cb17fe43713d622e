"""Dutch notation: numbers, amounts, dates and enumerations, as the screen shows them."""

from __future__ import annotations

import re
from datetime import date

from model.notation import listed as listed
from model.notation import shown_tenths

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def number(value: float, decimals: int = 0) -> str:
    """Number in Dutch notation.

    >>> number(1234.5, 1)
    '1.234,5'
    """
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def amount(amount_mln_eur: float) -> str:
    """Amount in millions of euros as every part of the screen shows it: one decimal, rounded as in model.notation.

    >>> amount(100.05), amount(-1.25)
    ('100,1', '-1,2')
    """
    return number(shown_tenths(amount_mln_eur), 1)


def percent(share_pct: float) -> str:
    """Whole percents.

    >>> percent(85.7)
    '86%'
    """
    return f"{number(share_pct)}%"


def capitalised(text: str) -> str:
    """Text with a capital first letter; the rest stays."""
    return text[:1].upper() + text[1:]


_ACTS_THOUGH_ESCAPED = re.compile(
    r"(\S*(?:www\.|://|@|:(?:streamlit:|material\b/))\S*|(?<!\S)(?:<->|->|<-|--|>=|<=|~=)(?!\S))", re.IGNORECASE
)
"""Addresses, icons and arrows: these are looked for in what Markdown leaves, where an escape no longer shows."""


def plain(text: str) -> str:
    """Text of a source, of a visitor, or with something of a visitor in it, as Markdown that shows just that text.

    Signs that Markdown would read are escaped; what would act even so stands there as code.

    >>> plain("a*b*"), plain("'www.example.nl/x' kan niet")
    ('a\\\\*b\\\\*', "`'www.example.nl/x'` kan niet")
    """
    parts = _ACTS_THOUGH_ESCAPED.split(text)
    return "".join(as_typed(part) if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#$~|:" else char for char in text)


def as_typed(text: str) -> str:
    """What a visitor typed, or what stood in a link, as Markdown code: no sign or address in it acts.

    For a word or name by itself; `plain` is for a sentence that may hold one.

    >>> as_typed("www.example.nl `x`")
    '`www.example.nl x`'
    """
    kept = " ".join("".join(char for char in text if char.isprintable() and char != "`").split())
    return f"`{kept}`" if kept else "`(leeg)`"


def date_words(day: date) -> str:
    """Day as a reader writes it.

    >>> date_words(date(2013, 6, 20))
    '20 juni 2013'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
