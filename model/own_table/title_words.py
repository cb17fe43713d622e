"""What titles, names of sheets and headings say about a whole table or column: spending, a period, an overview."""

from __future__ import annotations

import re

from model.own_table.words import plain, says_effect

_SPENDING = re.compile(
    r"intensiver|investering(?:en)?\b|nieuw beleid|uitbreiding|(?:extra|aanvullende) (?:middelen|lasten|uitgaven)|"
    r"kosten van (?:de )?maatregel|knelpunt|subsidies?\b"
)
_PERIOD = re.compile(r"\bper (maand|kwartaal|week)\b|\b(maand|kwartaal|week)(?:elijkse?|bedrag(?:en)?)\b")
PERIODS_IN_YEAR = {"maand": 12, "kwartaal": 4, "week": 52}
"""How many of a shorter period make a year."""
_BEGIN = re.compile(r"ingang|\bstart|vanaf|\bbegin(?!.*begroting)|gereed|effectief|^jaar\b|\bjaar$")
_START = re.compile(r"ingang|\bstart|\bvanaf\b|\bbegin(?!.*begroting)")
_OF_AMOUNTS = re.compile(r"bedrag|budget|kosten|lasten|€|\beuro|\bmln\b|1[. ]?000")
_OVERVIEW = re.compile(r"totaal|totalen|overzicht|samenvatting|verzamel|\balle\b")


def says_spending(text: str) -> bool:
    """Whether a title is about what costs money, such as intensiveringen, and not about savings."""
    words = plain(text)
    return bool(_SPENDING.search(words)) and not says_effect(words)


def period_in(text: str) -> str:
    """Period shorter than a year that a text says amounts are for: maand, kwartaal, week; else empty."""
    match = _PERIOD.search(plain(text))
    return (match[1] or match[2]) if match else ""


def says_begin(text: str) -> bool:
    """Whether a heading can be above the years in which measures begin."""
    return bool(_BEGIN.search(plain(text)))


def says_start(text: str) -> bool:
    """Whether a heading names when measures or their savings begin, where years or dates stand below it."""
    words = plain(text)
    return bool(_START.search(words)) and not _OF_AMOUNTS.search(words)


def says_overview(text: str) -> bool:
    """Whether the name of a sheet says that it holds all of what other sheets hold."""
    return bool(_OVERVIEW.search(plain(text)))
