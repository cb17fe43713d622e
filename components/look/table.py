"""The table beside every chart: the same figures, sortable and searchable in the browser, with downloads."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from typing import Any

import pandas as pd
import streamlit as st

from components.look import component_files
from components.look.citation import LINES
from components.look.words import number
from model.notation import as_cell_text

_table = component_files.component("table", __file__)
_TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False}
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_table(table: pd.DataFrame, caption: str, *, key: str, whole: Collection[str] = ()) -> None:
    """Table with Dutch headings as given by the columns of `table`; the first column names the row.

    Amounts stand in Dutch notation with one decimal and sort by their value; those of the columns `whole` without
    decimals. Lines of the text edition show when the reader asks for them.
    """
    columns = [
        {"name": name, "number": pd.api.types.is_numeric_dtype(table[name]), "lines": name in LINES}
        for name in table.columns
    ]
    cells = table.astype(object).where(table.notna(), "")
    for name in table.columns[[pd.api.types.is_float_dtype(table[name]) for name in table.columns]]:
        cells[name] = [[number(value, 1), value] if pd.notna(value) else "" for value in table[name]]
    for name in whole:
        cells[name] = [[number(value), float(value)] if pd.notna(value) else "" for value in table[name]]
    rows = cells.to_numpy().tolist()
    _table(key=key, data={"caption": caption, "columns": columns, "rows": rows})


def show_downloads(make_table: Callable[[], pd.DataFrame], name: str, source: str) -> None:
    """Download buttons for CSV and XLSX; the file is made when someone asks for it."""
    with st.container(horizontal=True):
        st.download_button(
            "Download CSV",
            lambda: csv_bytes(make_table()),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
            key=f"{name}_csv",
        )
        st.download_button(
            "Download XLSX",
            lambda: xlsx_bytes(make_table(), source),
            f"{name}.xlsx",
            XLSX_MIME,
            on_click="ignore",
            key=f"{name}_xlsx",
        )


def csv_bytes(table: pd.DataFrame) -> bytes:
    """CSV as Dutch Excel opens it: semicolons, decimal comma, byte order mark; no text in it is computed."""
    cells = table.rename(columns=lambda name: _cell_text(name)).map(_cell_text)
    text: str = cells.to_csv(index=False, sep=";", decimal=",")
    return text.encode("utf-8-sig")


def _cell_text(cell: Any) -> Any:
    return as_cell_text(cell) if isinstance(cell, str) else cell


def xlsx_bytes(table: pd.DataFrame, source: str) -> bytes:
    """XLSX with the table on the first sheet, headings frozen, and the source on the second."""
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": _TEXTS_STAY_TEXTS}) as writer:
        table.to_excel(writer, sheet_name="Gegevens", index=False, freeze_panes=(1, 1))
        writer.sheets["Gegevens"].autofit(max_width=400)
        pd.DataFrame({"Bron": [source]}).to_excel(writer, sheet_name="Bron", index=False)
    return buffer.getvalue()
