"""The whole dataset as one Data Package (Frictionless Data Package v1): descriptor, CSV files, and the zip."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from model.dataset.registry import FIELDS, TABLES, Field
from model.dataset.spreadsheet import flat_columns

DESCRIPTOR = "datapackage.json"
CSV_FOLDER, PARQUET_FOLDER, GEOJSON = "csv", "parquet", "geojson/regions.geo.json"
README = "LEESMIJ.txt"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Naamsvermelding 4.0 Internationaal",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

REFERENCES: dict[str, tuple[str, str]] = {
    "region_code": ("regions", "region_code"),
    "partner_region_code": ("regions", "region_code"),
    "neighbour_region_code": ("regions", "region_code"),
    "polygon_region_code": ("regions", "region_code"),
    "through_municipality": ("municipalities", "municipality"),
    "task_code": ("tasks", "task_code"),
    "dilemma_code": ("dilemmas", "dilemma_code"),
    "source_file": ("sources", "source_file"),
    "shared_with": ("national_budget", "budget_code"),
}
"""Columns that name a row of another table: its table and key."""

MUNICIPALITY_TABLES = ("municipality_names", "boundary_changes", "places")
"""Tables whose column `municipality` names a municipality of 2013."""

_TYPES = {"text": "string", "integer": "integer", "number": "number", "yes_no": "boolean", "text_list": "array"}
# The moment in every entry of a zip; fixed, so that the same data gives the same file.
_MOMENT = (2013, 6, 20, 0, 0, 0)


def descriptor(tables: Mapping[str, pd.DataFrame], version: str) -> dict[str, Any]:
    """Contents of datapackage.json for all tables, the map and the version of the app."""
    return {
        "profile": "data-package",
        "name": "schaalwijzer-jeugd",
        "title": "Schaalwijzer Jeugd: schaalkeuzes en maatregelen in de jeugdhulp",
        "description": "Wat vijf openbare documenten van 2012 tot 2019 zeggen over de schaal en de kosten van de "
        "jeugdhulp. Elke rij noemt haar regels in de teksteditie. De tabellen document_sections en document_headings "
        "zeggen waar die regels in het document staan.",
        "version": version,
        "licenses": [LICENCE],
        "sources": [_source(row) for row in tables["sources"].to_dict("records")],
        "resources": [*(_table_resource(name, tables[name]) for name in TABLES), _map_resource()],
    }


def csv_text(table: pd.DataFrame, name: str) -> str:
    """Table as the CSV that the descriptor describes: comma, decimal point, lists as JSON, empty for unknown."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    columns = flat_columns(name)
    writer.writerow(columns)
    kinds = [FIELDS[column].kind for column in columns]
    for row in table[columns].itertuples(index=False, name=None):
        writer.writerow([_cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
    return buffer.getvalue()


def zip_bytes(
    tables: Mapping[str, pd.DataFrame], version: str, parquet_of: Callable[[str], Path], geojson: Path
) -> bytes:
    """Zip with the descriptor, every table as CSV and Parquet, and the regions as GeoJSON."""
    files: dict[str, bytes] = {
        README: _readme(version).encode(),
        DESCRIPTOR: json.dumps(descriptor(tables, version), ensure_ascii=False, indent=2).encode(),
        GEOJSON: geojson.read_bytes(),
    }
    for name in TABLES:
        files[f"{CSV_FOLDER}/{name}.csv"] = csv_text(tables[name], name).encode()
        files[f"{PARQUET_FOLDER}/{name}.parquet"] = parquet_of(name).read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _source(row: Mapping[str, Any]) -> dict[str, str]:
    title = f"{row['title']} ({row['producer']}, {row['date']})"
    return {"title": title, "description": f"Bestand {row['source_file']}. {row['used_for']}. {row['licence']}."}


def _table_resource(name: str, table: pd.DataFrame) -> dict[str, Any]:
    columns = flat_columns(name)
    schema: dict[str, Any] = {
        "fields": [_field(FIELDS[column], table[column]) for column in columns],
        "missingValues": [""],
    }
    # A key with a column that may be empty is no key in this format; the rows are unique all the same.
    if not any(FIELDS[column].nullable for column in TABLES[name].key):
        schema["primaryKey"] = list(TABLES[name].key)
    references = [_reference(name, column) for column in columns if _refers(name, column, table)]
    if references:
        schema["foreignKeys"] = references
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": TABLES[name].description.rstrip("."),
        "description": f"{TABLES[name].description} {len(table)} rijen.",
        "path": f"{CSV_FOLDER}/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "doubleQuote": True, "header": True, "lineTerminator": "\n"},
        "licenses": [LICENCE],
        "schema": schema,
    }


def _field(field: Field, column: pd.Series) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not field.nullable and not column.isna().any():
        constraints["required"] = True
    if field.allowed and field.kind == "text":
        constraints["enum"] = list(field.allowed)
    described: dict[str, Any] = {"name": field.name, "type": _TYPES[field.kind], "description": field.description}
    if field.unit:
        described["unit"] = field.unit
    if field.kind == "text_list" and field.allowed:
        described["values"] = list(field.allowed)
    return described | ({"constraints": constraints} if constraints else {})


def _refers(name: str, column: str, table: pd.DataFrame) -> bool:
    if column == "municipality":
        return name in MUNICIPALITY_TABLES
    # The map is a source without lines; every other file stands in the table of sources.
    return column in REFERENCES and REFERENCES[column] != (name, column)


def _reference(name: str, column: str) -> dict[str, Any]:
    other, key = ("municipalities", "municipality") if column == "municipality" else REFERENCES[column]
    return {"fields": column, "reference": {"resource": "" if other == name else other, "fields": key}}


def _map_resource() -> dict[str, Any]:
    return {
        "name": "regions-geojson",
        "title": "Grenzen van de jeugdregio's 2017",
        "description": "De 42 jeugdregio's als vlakken, vereenvoudigd, in lengte- en breedtegraden; met per taak de "
        "keuze. "
        "© CBS/Kadaster, CC BY 4.0, bewerkt.",
        "path": GEOJSON,
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        "licenses": [LICENCE],
    }


def _cell(value: Any, kind: str) -> str:
    if kind == "text_list":
        return json.dumps(list(value), ensure_ascii=False)
    if value is None or pd.isna(value):
        return ""
    if kind == "yes_no":
        return "true" if value else "false"
    if kind == "number":
        return repr(float(value))
    return str(value)


def _readme(version: str) -> str:
    return (
        f"Schaalwijzer Jeugd {version}: alle gegevens\n\n"
        f"{DESCRIPTOR}: beschrijving van elke tabel en kolom (Frictionless Data Package, versie 1)\n"
        f"{CSV_FOLDER}/: elke tabel met komma's, decimale punt en UTF-8; een lijst staat als JSON in één cel\n"
        f"{PARQUET_FOLDER}/: dezelfde tabellen voor Python en R; de tabel regions met de grenzen\n"
        f"{GEOJSON}: de jeugdregio's voor een kaartprogramma\n\n"
        "Leeg betekent: onbekend of niet genoemd. Regelnummers tellen vanaf 1 in de tekst van het brondocument.\n"
        "Gegevens: CC BY 4.0. Grenzen: © CBS/Kadaster, CC BY 4.0, bewerkt. Plaatsen: GeoNames, CC BY 4.0.\n"
        "Wie CSV in Excel wil openen, neemt beter de CSV of XLSX per tabel van de pagina Bronnen.\n"
    )
