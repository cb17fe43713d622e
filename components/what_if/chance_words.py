"""A chance in words: in tenths, for a percentage would say more than there is to know."""

from __future__ import annotations

from components.look.words import NO_BREAK

HARDLY_SHARE, NEARLY_SHARE = 0.05, 0.95
"""Below and above this a chance reads as almost none and almost certain."""


def chance_tenths(share: float) -> int:
    """Chance in tenths, halves upwards; 0 and 10 are almost none and almost certain, and never mean 'surely'."""
    if share < HARDLY_SHARE:
        return 0
    return 10 if share > NEARLY_SHARE else min(9, max(1, int(10 * share + 0.5)))


def is_extreme(share: float) -> bool:
    """Whether a chance is called almost none or almost certain."""
    return chance_tenths(share) in _EXTREMES


def chance_in_words(share: float) -> str:
    """A chance by itself.

    >>> chance_in_words(0.61) == f"ongeveer 6{NO_BREAK}op{NO_BREAK}10", chance_in_words(0.999)
    (True, 'vrijwel zeker')
    """
    tenths = chance_tenths(share)
    return _EXTREMES.get(tenths) or f"ongeveer {_out_of_ten(tenths)}"


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


_EXTREMES = {0: "vrijwel uitgesloten", 10: "vrijwel zeker"}


def _out_of_ten(tenths: int) -> str:
    return f"{tenths}{NO_BREAK}op{NO_BREAK}10"
