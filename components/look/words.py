"""Dutch notation: numbers, amounts, dates and enumerations, as the screen shows them."""

from __future__ import annotations

import re
from datetime import date

from model.notation import MINUS, in_dutch, shown
from model.notation import NO_BREAK as NO_BREAK
from model.notation import chance_in_words as chance_in_words
from model.notation import chance_range_in_words as chance_range_in_words
from model.notation import listed as listed

_MONEY = re.compile(rf"€ {MINUS}?\d[\d.,]*(?: mln\b)?")
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
    return in_dutch(f"{value:z,.{decimals}f}")


def amount(amount_mln_eur: float, decimals: int = 1) -> str:
    """Amount in millions of euros as every part of the screen shows it, rounded as in model.notation.

    An amount of a savings plan has the decimals of that plan.

    >>> amount(100.05), amount(-1.25)
    ('100,1', '−1,2')
    """
    return number(shown(amount_mln_eur, decimals), decimals)


def million(amount_mln_eur: float, decimals: int = 1) -> str:
    """Amount in millions of euros with its sign and unit, as a sentence holds it.

    >>> million(100.05) == "€ 100,1 mln".replace(" ", NO_BREAK)
    True
    """
    return unbroken(f"€ {amount(amount_mln_eur, decimals)} mln")


def distance(amount_mln_eur: float, decimals: int = 1) -> str:
    """How far apart two amounts are, rounded with its sign before that goes, as in look/amounts.js.

    >>> distance(-2.15) == million(2.1)
    True
    """
    return million(abs(shown(amount_mln_eur, decimals)), decimals)


def euros(amount_eur: float) -> str:
    """Whole euros with their sign, as a sentence holds them.

    >>> euros(1234) == "€ 1.234".replace(" ", NO_BREAK)
    True
    """
    return unbroken(f"€ {number(amount_eur)}")


def percent(share_pct: float) -> str:
    """Whole percents.

    >>> percent(85.7)
    '86%'
    """
    return f"{number(share_pct)}%"


def out_of(count: int, total: int) -> str:
    """How many of all, as a sentence holds it; a noun follows.

    >>> out_of(7, 11), out_of(0, 11)
    ('7 van de 11', 'geen van de 11')
    """
    return f"{count or 'geen'} van de {total}"


def capitalised(text: str) -> str:
    """Text with a capital first letter; the rest stays."""
    return text[:1].upper() + text[1:]


_ACTS_THOUGH_ESCAPED = re.compile(
    r"(\S*(?:www\.|://|@|:(?:streamlit:|material\b/))\S*|(?<!\S)(?:<->|->|<-|--|>=|<=|~=)(?!\S))", re.IGNORECASE
)
"""Addresses, icons and arrows: these are looked for in what Markdown leaves, where an escape no longer shows."""


def unbroken(text: str) -> str:
    """Text whose amounts of money stay on one line: no line ends between "€", the number and "mln"."""
    return _MONEY.sub(lambda money: money[0].replace(" ", NO_BREAK), text)


def plain(text: str) -> str:
    """Text of a source, of a visitor, or with something of a visitor in it, as Markdown that shows just that text.

    Signs that Markdown would read are escaped; what would act even so stands there as code. Amounts are `unbroken`.

    >>> plain("a*b*"), plain("'www.example.nl/x' kan niet")
    ('a\\\\*b\\\\*', "`'www.example.nl/x'` kan niet")
    """
    parts = _ACTS_THOUGH_ESCAPED.split(unbroken(text))
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
