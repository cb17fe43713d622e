"""Choices within a part of the page Bronnen: a document, a kind of fault, a table, a year; each kept in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import links, loading
from components.words import capitalised
from model.app_places import DOCUMENT_KEYS, DOCUMENT_NAMES

DOCUMENT, KIND, TABLE, SINCE = "bron", "soort", "tabel", "sinds"
ALL = "alle"


def choose(key: str, names: Mapping[str, str], label: str, what: str, every: str = "Alle") -> str | None:
    """Buttons for `names`, with all of them first; the choice that the address holds, or None for all."""
    shown = links.from_link(key, names, what) or ALL
    widget = f"sources_{key}"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    words = {ALL: every, **names}
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=widget,
        required=True,
        on_change=_follow,
        args=(key, widget),
    )
    return None if shown == ALL else shown


def choose_document(counts: Mapping[str, int]) -> str | None:
    """Buttons for the documents with a count each; the key of the chosen one, or None for all."""
    names = {key: f"{capitalised(DOCUMENT_NAMES[key])} ({count})" for key, count in counts.items()}
    return choose(DOCUMENT, names, "Document", "een document")


def choose_table(names: Mapping[str, str], label: str) -> str | None:
    """List of tables, with all of them first; the chosen one, or None for all."""
    shown = links.from_link(TABLE, names, "een tabel") or ALL
    widget = "sources_table"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    every = {ALL: "Alle tabellen", **names}
    st.selectbox(label, list(every), format_func=every.__getitem__, key=widget, on_change=_follow, args=(TABLE, widget))
    return None if shown == ALL else shown


def document_name(source_file: str) -> str:
    """Short name of a document, or of the map."""
    return DOCUMENT_NAMES[DOCUMENT_KEYS[source_file]] if source_file in DOCUMENT_KEYS else "kaart 2017"


def source_rows() -> list[dict[str, str]]:
    """Rows of the table of sources: documents in the order of the screen, then the map."""
    order = list(DOCUMENT_KEYS)
    rows: list[dict[str, str]] = loading.table("sources").to_dict("records")
    return sorted(rows, key=lambda row: order.index(row["source_file"]) if row["source_file"] in order else len(order))


def _follow(key: str, widget: str) -> None:
    chosen = st.session_state[widget]
    links.write_link({key: None if chosen in (ALL, None) else chosen})
