"""Lijsten: ambitions, rules, demands, wishes and the like, as a document lists them, in own words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.linked_choice import linked_filter
from components.look.citation import place_columns
from components.look.table import show_downloads, show_table
from model.site.site_map import LIST


def show_lists_of(file: str, *, key: str, credit: str, terms: str | None) -> None:
    """Lists of the document `file`, all or the one that the address names, with their lines; `terms` are explained."""
    statements = loading.table("statements")
    statements = statements[statements["source_file"] == file]
    names = dict(zip(statements["list_code"], statements["list_name"], strict=True))
    counts = statements["list_code"].value_counts()
    st.header("Lijsten uit het document", anchor=False, help=terms)
    st.markdown(
        "Wat het document opsomt, in eigen woorden: wat men wilde, vroeg of vreesde. Een opsomming is nog geen besluit."
    )
    chosen = linked_filter(
        LIST,
        {code: f"{name} ({counts[code]})" for code, name in names.items()},
        "Lijst",
        "een lijst",
        every=f"Alle lijsten ({len(statements)} regels)",
        as_list=True,
    )
    shown = statements if chosen is None else statements[statements["list_code"] == chosen]
    table = lists_table(shown)
    caption = names[chosen] if chosen else f"{len(names)} lijsten, {len(shown)} regels"
    show_table(table.drop(columns="Lijst") if chosen else table, caption, key=f"{key}_lists")
    show_downloads(lambda: table, f"lijsten-{key}", credit)
    st.caption(credit)


def lists_table(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per line of a list with Dutch headings; a line without a printed mark has its number in the list."""
    marks = statements["mark"].fillna(statements["statement_order"].astype(str))
    return pd.DataFrame(
        {
            "Lijst": statements["list_name"],
            "Nr.": marks,
            "Wat er staat": statements["statement"],
            **place_columns(loading.citations().of_rows("statements", statements)),
        }
    ).reset_index(drop=True)
