"""Notation that every layer shares: amounts rounded for the screen, and enumerations in Dutch.

Amounts travel to the browser as whole thousandths of a million euros; both sides round those half up to the decimals of
their plan, so that browser, chart, table and export show the same digits. Every amount is rounded by itself, with its
sign: a figure is the same wherever it stands. Where rounded figures that stand together then do not add up, it is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

MINUS = "\N{MINUS SIGN}"
_DUTCH = str.maketrans({",": ".", ".": ",", "-": MINUS})


def in_dutch(number: str) -> str:
    """A number that Python wrote, with its comma, points and minus as a reader expects them.

    >>> in_dutch("-1,234.5")
    '−1.234,5'
    """
    return number.translate(_DUTCH)


def thousandths(amounts_mln_eur: ArrayLike) -> list[Any]:
    """Amounts as whole thousands of euros, half up, nested like the input; None where unknown (NaN).

    >>> thousandths([100.0495, float("nan")])
    [100050, None]
    """
    # Sums of amounts in tenths miss their last binary digit; six more decimals put them back before rounding.
    whole = np.floor(np.round(np.asarray(amounts_mln_eur, dtype=np.float64) * 1000, 6) + 0.5)
    unknown = np.isnan(whole)
    amounts = np.where(unknown, 0, whole).astype(np.int64).astype(object)
    amounts[unknown] = None
    listed: list[Any] = amounts.tolist()
    return listed


def shown(amount_mln_eur: float, decimals: int = 1) -> float:
    """Amount as the screen shows it, half up from whole thousandths.

    >>> shown(100.05), shown(-0.04), shown(0.0444, 2)
    (100.1, 0.0, 0.04)
    """
    return _units(amount_mln_eur, decimals) / 10.0**decimals + 0.0


def adds_up(parts_mln_eur: Iterable[float], total_mln_eur: float, decimals: int) -> bool:
    """Whether amounts as the screen shows them add up to a total as it shows that.

    >>> adds_up([1.04, 1.04], 2.08, 1), adds_up([1.04, 1.04], 2.08, 2)
    (False, True)
    """
    return sum(_units(part, decimals) for part in parts_mln_eur) == _units(total_mln_eur, decimals)


def _units(amount_mln_eur: float, decimals: int) -> int:
    """Amount in units of its last decimal."""
    if math.isnan(amount_mln_eur):
        raise ValueError("an unknown amount has no digits to show")
    # As `thousandths`, which takes ten times as long for one amount, and a step shows hundreds.
    whole = math.floor(round(float(amount_mln_eur) * 1000 * 1e6) / 1e6 + 0.5)
    unit: int = 10 ** (3 - decimals)
    return (whole + unit // 2) // unit


def decimals_needed(amounts_mln_eur: Iterable[float], least: int, most: int) -> int:
    """Decimals with which all amounts stand in all their digits, from `least` to `most`.

    >>> decimals_needed([1.0, 2.25], 1, 3), decimals_needed([1 / 3], 1, 2)
    (2, 2)
    """
    amounts = list(amounts_mln_eur)
    enough = (d for d in range(least, most) if all(abs(each - round(each, d)) < 1e-9 for each in amounts))
    return next(enough, most)


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence, the last one after 'en'; empty where there are none.

    >>> listed(["Twente", "Drenthe", "IJsselland"]), listed(["Twente"])
    ('Twente, Drenthe en IJsselland', 'Twente')
    """
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} en {last}" if first else last


# Texts in files for a spreadsheet
#
# A spreadsheet computes a cell of a CSV file that starts with one of a few signs, also after spaces or a quotation
# mark, and could run a command so. Such a text gets an apostrophe in front, which a spreadsheet reads as "this is
# text". A number with a sign stays the number it is. XLSX files say of each cell whether it is a text, and need none.

FORMULA_STARTS = ("=", "+", "-", "@")
"""A name that a visitor gives to something cannot start with these."""

_COMPUTED = re.compile(r"""[\s"'`]*[=+\-@＝＋－＠]|[\t\n]""")
_NUMBER = re.compile(r"[+-]?[\d.,]*\s?%?", re.ASCII)


def as_cell_text(text: str) -> str:
    """Text as a cell of a CSV file, which stays a text whatever it starts with, and one cell.

    >>> as_cell_text("-2+3+cmd|' /C calc'!A0"), as_cell_text("-2,5"), as_cell_text("Rotterdam")
    ("'-2+3+cmd|' /C calc'!A0", '-2,5', 'Rotterdam')
    """
    text = text.replace("\r", " ")
    return f"'{text}" if _COMPUTED.match(text) and not _NUMBER.fullmatch(text) else text


def of_cell_text(text: str) -> str:
    """Text that a cell of a CSV file stands for; the other way of `as_cell_text`."""
    return text[1:] if text.startswith("'") and as_cell_text(text[1:]) == text else text


NO_BREAK = "\N{NO-BREAK SPACE}"
HARDLY_SHARE, NEARLY_SHARE = 0.05, 0.95
"""Below and above this a chance is hardly any and nearly certain."""
HARDLY_TENTHS, NEARLY_TENTHS = 0, 10


def whole_percent(share: float) -> int:
    """Share as a whole percentage, halves upwards."""
    return math.floor(100.0 * share + 0.5)


def chance_tenths(share: float) -> int:
    """Chance in tenths, halves upwards, as it is said: 1 to 9, with 0 for hardly any and 10 for nearly certain.

    From the chance itself, not from its whole percents: 54.6% is nearer to five than to six of ten. A chance that is
    neither hardly any nor nearly certain is never said as none or ten of ten.

    >>> chance_tenths(0.546), chance_tenths(0.55), chance_tenths(0.049), chance_tenths(0.05)
    (5, 6, 0, 1)
    """
    if share < HARDLY_SHARE:
        return HARDLY_TENTHS
    if share > NEARLY_SHARE:
        return NEARLY_TENTHS
    return min(NEARLY_TENTHS - 1, max(HARDLY_TENTHS + 1, math.floor(10.0 * share + 0.5)))


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
