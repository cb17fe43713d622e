"""The plan of Holland Rijnland as a source: its file, its credit, and the lines of a fact in it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from components.frame import loading
from components.look.citation import lines, lines_of

SOURCE_FILE = "003_e02f042df02c65ea.txt"
CREDIT = (
    "Bron: regionaal beleidsplan jeugdhulp Holland Rijnland, eind 2013, in eigen woorden · "
    "bewerking: Schaalwijzer Jeugd"
)


def of_plan(table: str) -> pd.DataFrame:
    """Rows of a table of the dataset that come from this plan."""
    rows = loading.table(table)
    return rows[rows["source_file"] == SOURCE_FILE].reset_index(drop=True)


def fact(code: str) -> pd.Series:
    """One fact of the plan by its code."""
    found: pd.Series = loading.table("facts").set_index("fact_code").loc[code]
    return found


def source_lines(line_from: int, line_to: int, more: Iterable[str] = ()) -> str:
    """Lines of the plan, such as 'bron: beleidsplan Holland Rijnland, regels 859-861'; `more` are others beside."""
    return f"bron: beleidsplan Holland Rijnland, {lines(int(line_from), int(line_to), more)}"


def fact_source(*codes: str) -> str:
    """Lines of one or more facts, such as 'bron: beleidsplan Holland Rijnland, regels 859-861 en regel 1212'."""
    cited = [lines_of(row) for row in map(fact, codes)]
    return f"bron: beleidsplan Holland Rijnland, {' en '.join(cited)}"


def show_credit() -> None:
    """The line under a tile."""
    st.caption(CREDIT)
