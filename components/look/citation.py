"""Where a figure comes from: the credit line of the inventory, and lines of a source file in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from components.look.words import listed

INVENTORY_CREDIT = (
    "Bron: inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013. "
    "Grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt."
)
"""Credit of the choices and the borders, under every picture of them and in every file."""


def lines(line_from: int, line_to: int, more: Iterable[str] = ()) -> str:
    """Lines of a source file; `more` are others, such as '30-32', on which the same rests.

    >>> lines(20, 20), lines(20, 23), lines(20, 20, ["30-32", "40"])
    ('regel 20', 'regels 20-23', 'regels 20, 30-32 en 40')
    """
    places = [str(line_from) if line_from == line_to else f"{line_from}-{line_to}", *more]
    return f"{'regel' if places == [str(line_from)] else 'regels'} {listed(places)}"


def lines_of(row: Any) -> str:
    """Lines of a row, as `itertuples` or `iterrows` gives it: `line_from`, `line_to`, `more_lines` if it has them."""
    return lines(int(row.line_from), int(row.line_to), getattr(row, "more_lines", ()))


def lines_of_rows(rows: pd.DataFrame) -> list[str]:
    """Lines of each row of a table, in order."""
    return [lines_of(row) for row in rows.itertuples(index=False)]


def lines_of_all(rows: pd.DataFrame) -> str:
    """Lines from the first of any row to the last, for a statement that rests on all of them."""
    return lines(int(rows["line_from"].min()), int(rows["line_to"].max()))
