"""Data dictionary: what each table and column means, from the registry that also checks the data."""

from __future__ import annotations

import pandas as pd

from components.frame import loading
from components.frame.page import Visit, guarded_fragment
from components.look.table import show_downloads, show_table
from components.look.words import number
from components.sources.choices import choose_table
from components.sources.table_files import show_files_of_table
from model.dataset.registry import FIELDS, TABLES
from model.dataset.spreadsheet import KIND_WORDS

_SOURCE = "Bron: datawoordenboek van Schaalwijzer Jeugd."


@guarded_fragment
def show_data_dictionary(visit: Visit) -> None:
    """The chosen table with its columns, or all tables."""
    name = choose_table({name: f"{name}: {table.description}" for name, table in TABLES.items()}, "Welke tabel?")
    if name is None:
        show_table(tables_table(), "Alle tabellen", key="dictionary_tables")
        show_downloads(all_columns_table, "datawoordenboek", _SOURCE)
        return
    show_table(columns_table(name), f"{name}: {TABLES[name].description}", key="dictionary_columns")
    show_files_of_table(name)


def tables_table() -> pd.DataFrame:
    """One row per table: what it holds, how many rows, and its key."""
    return pd.DataFrame(
        [
            {
                "Tabel": name,
                "Wat erin staat": table.description,
                "Rijen": number(len(loading.table(name))),
                "Sleutel": ", ".join(table.key),
            }
            for name, table in TABLES.items()
        ]
    )


def columns_table(name: str) -> pd.DataFrame:
    """One row per column of a table."""
    fields = [FIELDS[column] for column in TABLES[name].fields]
    return pd.DataFrame(
        {
            "Kolom": [field.name for field in fields],
            "Betekenis": [field.description for field in fields],
            "Soort": [KIND_WORDS[field.kind] for field in fields],
            "Eenheid": [field.unit for field in fields],
            "Mag leeg zijn": ["ja" if field.nullable else "nee" for field in fields],
            "Waarden": [", ".join(field.allowed) for field in fields],
        }
    )


def all_columns_table() -> pd.DataFrame:
    """Columns of all tables under each other."""
    return pd.concat([columns_table(name).assign(Tabel=name) for name in TABLES], ignore_index=True)[
        ["Tabel", "Kolom", "Betekenis", "Soort", "Eenheid", "Mag leeg zijn", "Waarden"]
    ]
