"""Where a figure comes from: the credit line of the inventory, and lines of a source file in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

INVENTORY_CREDIT = (
    "Bron: inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013. "
    "Grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt."
)
"""Credit of the choices and the borders, under every picture of them and in every file."""


def lines(line_from: int, line_to: int) -> str:
    """Lines of a source file.

    >>> lines(20, 20), lines(20, 23)
    ('regel 20', 'regels 20-23')
    """
    return f"regel {line_from}" if line_from == line_to else f"regels {line_from}-{line_to}"


def lines_of(row: Any) -> str:
    """Lines of a row of a table, as `itertuples` or `iterrows` gives it: its `line_from` and `line_to`."""
    return lines(int(row.line_from), int(row.line_to))


def lines_of_rows(rows: pd.DataFrame) -> list[str]:
    """Lines of each row of a table, in order."""
    return [lines_of(row) for row in rows.itertuples(index=False)]


def lines_of_all(rows: pd.DataFrame) -> str:
    """Lines from the first of any row to the last, for a statement that rests on all of them."""
    return lines(int(rows["line_from"].min()), int(rows["line_to"].max()))
