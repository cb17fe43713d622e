"""Downloads of all tables, the map, and everything in one zip."""

from __future__ import annotations

import streamlit as st

from components.frame.page import Visit, guarded_fragment
from components.look.table import show_table
from components.sources.choices import choose_table
from components.sources.data_dictionary import tables_table
from components.sources.table_files import show_files_of_all, show_files_of_table
from model.dataset.registry import TABLES


@guarded_fragment
def show_downloads_of_all(visit: Visit) -> None:
    """The zip and the map, then one table of choice."""
    st.markdown(
        f"Alle **{len(TABLES)} tabellen** in één zip: als CSV en Parquet, met de kaart en een beschrijving die "
        "programma's "
        "kunnen lezen (`datapackage.json`). Gegevens: CC BY 4.0, dus vrij te gebruiken met naamsvermelding."
    )
    show_files_of_all()
    st.header("Eén tabel", anchor=False)
    name = choose_table({name: f"{name}: {table.description}" for name, table in TABLES.items()}, "Welke tabel?")
    if name is None:
        st.markdown("Kies een tabel; dan verschijnen de knoppen voor CSV (opent in Excel), XLSX en Parquet.")
        show_table(tables_table(), "Alle tabellen", key="download_tables")
    else:
        show_files_of_table(name)
        st.caption(TABLES[name].description)
