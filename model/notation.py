"""Notation that every layer shares: amounts rounded for the screen, and enumerations in Dutch.

Amounts travel to the browser as whole thousandths of a million euros; both sides round those half up to tenths, so that
browser, chart, table and export show the same digits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike


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


def shown_tenths(amount_mln_eur: float) -> float:
    """Amount as the screen shows it: tenths, half up from whole thousandths.

    >>> shown_tenths(100.05), shown_tenths(-0.04)
    (100.1, 0.0)
    """
    if math.isnan(amount_mln_eur):
        raise ValueError("an unknown amount has no digits to show")
    # As `thousandths`, which takes ten times as long for one amount, and a step shows hundreds.
    whole = math.floor(round(float(amount_mln_eur) * 1000 * 1e6) / 1e6 + 0.5)
    return ((whole + 50) // 100) / 10 + 0.0


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


HARDLY_SHARE, NEARLY_SHARE = 0.05, 0.95
"""Below and above this a chance is hardly any and nearly certain."""
HARDLY_TENTHS, NEARLY_TENTHS = 0, 10


def chance_tenths(share: float) -> int:
    """Chance in tenths, halves upwards, as it is said: 1 to 9, with 0 for hardly any and 10 for nearly certain.

    A chance that is neither is never said as none or ten of ten.
    """
    if share < HARDLY_SHARE:
        return HARDLY_TENTHS
    if share > NEARLY_SHARE:
        return NEARLY_TENTHS
    return min(NEARLY_TENTHS - 1, max(HARDLY_TENTHS + 1, math.floor(10.0 * share + 0.5)))
