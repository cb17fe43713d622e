"""Notation that every layer shares: amounts rounded for the screen, and enumerations in Dutch.

Amounts travel to the browser as whole thousandths of a million euros; both sides round those half up to tenths, so that
browser, chart, table and export show the same digits.
"""

from __future__ import annotations

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
    whole: int | None = thousandths([amount_mln_eur])[0]
    if whole is None:
        raise ValueError("an unknown amount has no digits to show")
    return ((whole + 50) // 100) / 10 + 0.0


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence, the last one after 'en'; empty where there are none.

    >>> listed(["Twente", "Drenthe", "IJsselland"]), listed(["Twente"])
    ('Twente, Drenthe en IJsselland', 'Twente')
    """
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} en {last}" if first else last
