"""Number formats of a chart: its numbers as they are read, in an office of any language."""

from __future__ import annotations

from collections.abc import Sequence

from components.look.words import number
from model.notation import MINUS

_DUTCH = "[$-413]"
"""Before a number format: Dutch, also in an office that is set to another language and heeds it."""


def decimals_format(decimals: int) -> str:
    """Number format with so many decimals; a Dutch office shows its comma, and below nought a minus and no hyphen.

    >>> decimals_format(1)
    '[$-413]#,##0.0;[$-413]\\\\−#,##0.0'
    """
    return _format("", _digits(decimals), "")


def signed_format(sign: str, decimals: int) -> str:
    """Number format of amounts that are all shown with this sign, also of one that is drawn below nought."""
    shows = f"{_DUTCH}\\{sign}{_digits(decimals)}"
    return f"{shows};{shows}"


def format_of(bars: Sequence[tuple[float, str]]) -> str | None:
    """Number format that shows all values as they are read, or None where there is no such one.

    >>> format_of([(12, "12 regio's"), (1234, "1.234 regio's")])
    '[$-413]#,##0"\\xa0regio\\'s";[$-413]\\\\−#,##0"\\xa0regio\\'s"'
    >>> format_of([(1, "één"), (2, "2 keer")]) is None
    True
    """
    for decimals in range(3):
        around = {_around(words, number(value, decimals)) for value, words in bars}
        if len(around) == 1 and (found := around.pop()) is not None:
            before, after = (f'"{text}"' if text else "" for text in found)
            return _format(before, _digits(decimals), after)
    return None


def _format(before: str, digits: str, after: str) -> str:
    return ";".join(f"{_DUTCH}{before}{sign}{digits}{after}" for sign in ("", f"\\{MINUS}"))


def _digits(decimals: int) -> str:
    return f"#,##0{'.' + '0' * decimals if decimals else ''}"


def _around(words: str, digits: str) -> tuple[str, str] | None:
    """What stands before and after the digits of a value in its words; None where they are not in it once."""
    parts = words.split(digits)
    if len(parts) != 2 or '"' in words or any(sign.isdigit() for part in parts for sign in part):
        return None
    return parts[0].replace(" ", "\u00a0"), parts[1].replace(" ", "\u00a0")
