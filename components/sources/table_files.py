"""Files to download: a table in three formats, the map, everything in one zip; each made when someone asks for it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from components.frame import loading
from components.look.about_file import VERSION
from components.look.citation import PLACE
from components.look.file_names import file_stem, page_here
from components.look.table import XLSX_MIME, csv_bytes, xlsx_bytes
from model.dataset.datapackage import zip_bytes
from model.dataset.kinds import SOURCE_LINES
from model.dataset.reading import PARQUET_DIR
from model.dataset.registry import TABLES
from model.dataset.spreadsheet import as_spreadsheet

GEOJSON = Path(__file__).parent.parent.parent / "static" / "regions.geo.json"
SOURCE = "Bron: Schaalwijzer Jeugd, gegevens CC BY 4.0; per rij staat de vindplaats, met de regels van de teksteditie."


def show_files_of_table(name: str) -> None:
    """Buttons for one table as CSV, XLSX and Parquet."""
    buttons = {
        "CSV": (lambda: csv_bytes(spreadsheet(name)), f"{file_stem(page_here(), name)}.csv", "text/csv"),
        "XLSX": (lambda: xlsx_bytes(spreadsheet(name), SOURCE), f"{file_stem(page_here(), name)}.xlsx", XLSX_MIME),
        "Parquet": (
            lambda: parquet_path(name).read_bytes(),
            f"{file_stem(page_here(), name)}.parquet",
            "application/vnd.apache.parquet",
        ),
    }
    with st.container(horizontal=True):
        for label, (make, file, mime) in buttons.items():
            st.download_button(
                f"Download {label}", make, file, mime, on_click="ignore", key=f"table_file_{name}_{label}"
            )


def show_files_of_all() -> None:
    """Buttons for the zip with everything and for the map."""
    with st.container(horizontal=True):
        st.download_button(
            "Download alles (zip)",
            everything,
            f"schaalwijzer-jeugd-{VERSION}.zip",
            "application/zip",
            type="primary",
            on_click="ignore",
            key="everything_zip",
        )
        st.download_button(
            "Download regio's (GeoJSON)",
            GEOJSON.read_bytes,
            f"{file_stem(page_here(), 'jeugdregios-2017')}.geojson",
            "application/geo+json",
            on_click="ignore",
            key="regions_geojson",
        )


def spreadsheet(name: str) -> pd.DataFrame:
    """Table `name` as a spreadsheet holds it, with the place of each row in its document as last column."""
    rows = loading.table(name)
    flat = as_spreadsheet(rows, name)
    if not set(SOURCE_LINES) <= set(flat.columns):
        return flat
    return flat.assign(**{PLACE.lower(): [place.text for place in loading.citations().of_rows(name, rows)]})


def parquet_path(name: str) -> Path:
    """File of table `name` as the app itself reads it."""
    return PARQUET_DIR / f"{name}.parquet"


@st.cache_resource(show_spinner=False)
def everything() -> bytes:
    """Zip with all tables, the map and datapackage.json; made once."""
    return zip_bytes({name: loading.table(name) for name in TABLES}, VERSION, parquet_path, GEOJSON)
