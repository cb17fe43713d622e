"""Where a figure of the Rotterdam plan stands, in the words of the screen, and its rows in the shared tables."""

from __future__ import annotations

import pandas as pd

from components.frame import loading
from components.look.citation import lines, lines_of_all
from model.dataset.reading import PARQUET_DIR, DataError

FILE = "000_6e1cbb5f6f5d01bb.txt"
CREDIT = (
    f"Programmaplan Decentralisatie Jeugdzorg, Stadsregio Rotterdam, februari 2012 (bestand {FILE}), "
    "in eigen woorden; bewerking: Schaalwijzer Jeugd"
)
"""Source as it goes along with every download."""


def source_lines(line_from: int, line_to: int) -> str:
    """Source of a figure, such as 'bron: programmaplan Rotterdam, regels 387-444'."""
    return f"bron: programmaplan Rotterdam, {lines(line_from, line_to)}"


def rows_of_plan(table: str) -> pd.DataFrame:
    """Rows of a shared table that come from the Rotterdam plan, in the order of the table."""
    rows = loading.table(table)
    return rows[rows["source_file"] == FILE].reset_index(drop=True)


def fact(code: str) -> pd.Series:
    """One row of the table of facts. Raises DataError where the code does not exist."""
    rows = loading.table("facts").set_index("fact_code")
    if code not in rows.index:
        raise DataError(PARQUET_DIR / "facts.parquet", f"mist het feit {code}")
    return rows.loc[code]


def source_lines_of_all(rows: pd.DataFrame) -> str:
    """Source of a whole table: from the first line of any row to the last."""
    return f"bron: programmaplan Rotterdam, {lines_of_all(rows)}"
