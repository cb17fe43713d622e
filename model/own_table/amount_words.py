"""Words around amounts: about, at most and at least, voordelig and nadelig, a band in words."""

from __future__ import annotations

import re

MOST, LEAST = "hoogstens", "minstens"
"""Bounds that a cell can give instead of an amount."""

LONGEST_AMOUNT = 60
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_NEXT = r"\s*(?:de\s+)?(?=[0-9€(.,-])"
_CIRCA = re.compile(
    rf"^(?:ca\.?|circa|plm\.?|ongeveer|ongev\.?|ruwweg|naar schatting|geschat(?: op)?|zo['’]n|rond|bijna|ruim|krap|"
    rf"±|~|≈){_NEXT}"
)
_MOST = re.compile(
    rf"^(?:max\.?|maximaal|maximum|ten hoogste|hooguit|hoogstens|tot en met|tot|t/m|≤|<=|<|minder dan|onder){_NEXT}"
)
_LEAST = re.compile(rf"^(?:min\.|minimaal|minimum|ten minste|tenminste|minstens|vanaf|≥|>=|>|meer dan|boven){_NEXT}")
_MOST_BEHIND = re.compile(r"(?<=[0-9a-z€%)])\s+(?:max\.?|maximaal|of minder)$")
_LEAST_BEHIND = re.compile(r"(?<=[0-9])\s?\+$|(?<=[0-9a-z€%)])\s+(?:min\.|minimaal|of meer)$")
_FAVOUR = r"(voordelig|voordeel|nadelig|nadeel|[vn])"
_FAVOUR_BEHIND = re.compile(rf"(?<=[0-9a-z€%)\-])\s*(?:\({_FAVOUR}\)|(?<![a-z]){_FAVOUR})$")
_FAVOUR_BEFORE = re.compile(rf"^(?:\({_FAVOUR}\)|{_FAVOUR})[\s:]+(?=[0-9€(.,-])")
_TON = re.compile(r"(?<=[0-9])\s?ton(?:nen)?\b")
_BETWEEN = re.compile(r"^tussen (?:de )?(.+?) en (?:de )?(.+)$")
_FROM_TO = re.compile(r"^(?:van|vanaf) (?:de )?(.+?) (?:tot en met|tot|t/m|naar) (?:de )?(.+)$")
_LEAST_AND_MOST = re.compile(r"^min(?:\.|imaal|imum)? ?(.+?)(?: ?[,;/]| en|) max(?:\.|imaal|imum)? ?(.+)$")
_DOTS = re.compile(r"^(.+?) ?(?:\.{2,}|…|→|->) ?(.+)$")
_MIDDLE = re.compile(r"^([^()]+?) ?\(([^()]+)\)$")
_MARGIN = re.compile(r"^(.+?) ?(?:±|\+/-|\+-) ?(.+)$")


def without_circa(plain: str) -> tuple[str, str]:
    """Text without a word such as ca. before the amount, and that word."""
    match = _CIRCA.match(plain)
    return (plain[match.end() :], match[0].strip()) if match else (plain, "")


def without_bound(plain: str) -> tuple[str, str, str]:
    """Text without a word that makes a bound of the amount, the bound, and that word.

    >>> without_bound("max. 2"), without_bound("≥ 1 mln"), without_bound("2")
    (('2', 'hoogstens', 'max.'), ('1 mln', 'minstens', '≥'), ('2', '', ''))
    """
    for bound, before, behind in ((MOST, _MOST, _MOST_BEHIND), (LEAST, _LEAST, _LEAST_BEHIND)):
        if match := before.match(plain):
            return plain[match.end() :], bound, match[0].strip()
        if match := behind.search(plain):
            return plain[: match.start()], bound, match[0].strip()
    return plain, "", ""


def without_favour(plain: str) -> tuple[str, str]:
    """Text without V (voordelig) or N (nadelig), and which of them it was: "v", "n" or nothing.

    >>> without_favour("1,2 v"), without_favour("€ 200k (n)"), without_favour("v 3"), without_favour("1,2 mln")
    (('1,2', 'v'), ('€ 200k', 'n'), ('3', 'v'), ('1,2 mln', ''))
    """
    if match := _FAVOUR_BEHIND.search(plain):
        return plain[: match.start()].strip(), (match[1] or match[2])[0]
    if match := _FAVOUR_BEFORE.match(plain):
        return plain[match.end() :], (match[1] or match[2])[0]
    return plain, ""


def without_ton(plain: str) -> tuple[str, bool]:
    """Text without the word ton (€ 100.000) behind a number, and whether it was there."""
    left, count = _TON.subn("", plain)
    return left, bool(count)


def band_in_words(plain: str) -> tuple[str, str] | None:
    """Texts of both ends of a band that is said in words, None where it is not.

    >>> band_in_words("tussen de 0,5 en 1 mln"), band_in_words("min. 1, max. 2"), band_in_words("0,5 - 1")
    (('0,5', '1 mln'), ('1', '2'), None)
    """
    for words in (_BETWEEN, _FROM_TO, _LEAST_AND_MOST, _DOTS):
        if match := words.match(plain):
            return match[1], match[2]
    return None


def middle_and_band(plain: str) -> tuple[str, str] | None:
    """Texts of an amount and of the band in brackets behind it, None where there are none."""
    match = _MIDDLE.match(plain)
    return (match[1], match[2]) if match else None


def middle_and_margin(plain: str) -> tuple[str, str] | None:
    """Texts of an amount and of the margin on both sides of it, None where there are none."""
    match = _MARGIN.match(plain)
    return (match[1], match[2]) if match else None
