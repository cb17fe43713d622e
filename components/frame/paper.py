"""What a visitor typed into a table, on paper: Streamlit draws that table on a canvas, which does not print."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st


def show_on_paper(table: pd.DataFrame, caption: str, *, repeated: int, across: int = 8) -> None:
    """Filled rows of an editable table, where only paper shows them.

    `across` columns stand beside each other; more of them go on in a next table, after the first `repeated` ones again.
    """
    texts = table.astype(object).where(table.notna(), "").astype(str)
    filled = texts[texts.ne("").any(axis=1)]
    if filled.empty:
        return
    others = list(filled.columns[repeated:])
    step = across - repeated
    parts = [others[at : at + step] for at in range(0, len(others), step)]
    st.html("".join(_part(filled[[*filled.columns[:repeated], *part]], caption) for part in parts))


def _part(rows: pd.DataFrame, caption: str) -> str:
    head = f"<thead>{_row('th', rows.columns)}</thead>"
    body = f"<tbody>{''.join(_row('td', row) for row in rows.itertuples(index=False, name=None))}</tbody>"
    return f"<table class=on-paper><caption>{escape(caption)}</caption>{head}{body}</table>"


def _row(tag: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in texts)}</tr>"
