"""Dutch notation: numbers, amounts, dates and enumerations, as the screen shows them."""

from __future__ import annotations

import re
from datetime import date

from model.notation import HARDLY_TENTHS, NEARLY_TENTHS, chance_tenths, shown
from model.notation import listed as listed

NO_BREAK = "\N{NO-BREAK SPACE}"
_MONEY = re.compile(r"€ -?\d[\d.,]*(?: mln\b)?")
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


def amount(amount_mln_eur: float, decimals: int = 1) -> str:
    """Amount in millions of euros as every part of the screen shows it, rounded as in model.notation.

    An amount of a savings plan has the decimals of that plan.

    >>> amount(100.05), amount(-1.25)
    ('100,1', '-1,2')
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


def chance_in_words(share: float) -> str:
    """Chance as it is said: whole percents would say more than there is to know.

    >>> chance_in_words(0.62) == f"ongeveer 6{NO_BREAK}op{NO_BREAK}10"
    True
    >>> chance_in_words(0.96)
    'vrijwel zeker'
    """
    tenths = chance_tenths(share)
    return _EXTREMES.get(tenths, f"ongeveer {_out_of_ten(tenths)}")


def chance_range_in_words(share: float, other_share: float) -> str:
    """From the lower to the higher of two chances.

    >>> chance_range_in_words(0.81, 0.38) == f"4 tot 8{NO_BREAK}op{NO_BREAK}10"
    True
    >>> chance_range_in_words(0.01, 0.02)
    'vrijwel uitgesloten'
    """
    low, high = sorted((share, other_share))
    from_tenths, to_tenths = chance_tenths(low), chance_tenths(high)
    if from_tenths == to_tenths:
        return chance_in_words(low)
    if from_tenths in _EXTREMES or to_tenths in _EXTREMES:
        return f"{chance_in_words(low)} tot {chance_in_words(high)}"
    return f"{from_tenths} tot {_out_of_ten(to_tenths)}"


def _out_of_ten(tenths: int) -> str:
    return f"{tenths} op 10".replace(" ", NO_BREAK)


_EXTREMES = {HARDLY_TENTHS: "vrijwel uitgesloten", NEARLY_TENTHS: "vrijwel zeker"}


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
