"""Words for the kinds of columns, and cells of a table as a spreadsheet can hold them."""

from __future__ import annotations

import pandas as pd

from model.dataset.kinds import Kind
from model.dataset.registry import FIELDS, TABLES

KIND_WORDS: dict[Kind, str] = {
    "text": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "yes_no": "ja/nee",
    "text_list": "lijst van teksten",
    "geometry": "vlak",
}
"""Kind of a column in Dutch."""

LIST_SEPARATOR = "; "


def flat_columns(name: str) -> list[str]:
    """Columns of a table without the geometry, which no spreadsheet can hold."""
    return [column for column in TABLES[name].fields if FIELDS[column].kind != "geometry"]


def as_spreadsheet(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Table `name` with lists in one cell and yes or no in Dutch; the geometry stays out."""
    flat = table[flat_columns(name)].copy()
    for column in flat.columns:
        match FIELDS[column].kind:
            case "text_list":
                flat[column] = flat[column].map(LIST_SEPARATOR.join)
            case "yes_no":
                flat[column] = flat[column].map({True: "ja", False: "nee"})
    return flat
