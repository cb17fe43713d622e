"""The plan of Holland Rijnland as a source: its file, its credit, and the place of a fact in it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.look.citation import cited_briefly
from model.site.citation import Citation

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


def places_of_lines(rows: pd.DataFrame) -> list[Citation]:
    """Place in the plan of each row with lines of it."""
    return [
        loading.citations().of(SOURCE_FILE, row.line_from, row.line_to, more=getattr(row, "more_lines", None))
        for row in rows.itertuples()
    ]


def places_of_facts(*codes: str) -> list[Citation]:
    """Place in the plan of each fact."""
    return [loading.citations().of_row("facts", fact(code)) for code in codes]


def fact_source(*codes: str) -> str:
    """Source of one or more facts, such as 'bron: Beleidsplan Holland Rijnland 2013, paragraaf 2.1'."""
    return f"bron: {cited_briefly(places_of_facts(*codes))}"


def show_credit() -> None:
    """The line under a tile."""
    st.caption(CREDIT)
