"""A chance in words: in tenths, for a percentage would say more than there is to know."""

from __future__ import annotations

from components.look.words import NO_BREAK, chance_in_words
from model.notation import HARDLY_TENTHS, NEARLY_TENTHS, chance_tenths


def is_extreme(share: float) -> bool:
    """Whether a chance is called almost none or almost certain."""
    return chance_tenths(share) in _EXTREMES


def range_in_words(low_share: float, high_share: float) -> str:
    """From the lower to the higher of two chances.

    >>> range_in_words(0.81, 0.38) == f"4 tot 8{NO_BREAK}op{NO_BREAK}10", range_in_words(0.01, 0.02)
    (True, 'vrijwel uitgesloten')
    """
    low, high = sorted(chance_tenths(share) for share in (low_share, high_share))
    if low == high:
        return chance_in_words(low_share)
    if low in _EXTREMES or high in _EXTREMES:
        return f"{_EXTREMES.get(low) or _out_of_ten(low)} tot {_EXTREMES.get(high) or _out_of_ten(high)}"
    return f"{low} tot {_out_of_ten(high)}"


_EXTREMES = {HARDLY_TENTHS: "vrijwel uitgesloten", NEARLY_TENTHS: "vrijwel zeker"}


def _out_of_ten(tenths: int) -> str:
    return f"{tenths}{NO_BREAK}op{NO_BREAK}10"
