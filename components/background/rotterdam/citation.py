"""The Rotterdam plan as a source: its file, its credit, its rows in the shared tables, and places in it."""

from __future__ import annotations

import pandas as pd

from components.frame import loading
from components.look.citation import cited_briefly
from model.dataset.reading import PARQUET_DIR, DataError
from model.site.citation import Citation

FILE = "000_6e1cbb5f6f5d01bb.txt"
CREDIT = (
    "Bron: Programmaplan Decentralisatie Jeugdzorg, stadsregio Rotterdam, februari 2012; samengevat in eigen woorden."
)
"""Source as it goes along with every download."""


def place(line_from: int, line_to: int) -> Citation:
    """Place of lines of the plan."""
    return loading.citations().of(FILE, line_from, line_to)


def mark(line_from: int, line_to: int) -> str:
    """Shortest name of that place, such as 'paragraaf 4.1', for the middle of a text."""
    return place(line_from, line_to).mark


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


def criteria_source() -> str:
    """Where the plan lists and explains its criteria: 'Programmaplan Rotterdam 2012, paragraaf 4.1.2 en bijlage 3'."""
    return cited_briefly(loading.citations().of_rows("scale_criteria", rows_of_plan("scale_criteria")))
