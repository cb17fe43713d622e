"""CSV files to typed tables, and typed tables to Parquet with descriptions and units in the schema."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from model.dataset.registry import FIELDS, SCHEMA_VERSION, SHIPPED_TABLES, Field

CSV_DIR = Path("data/csv")
LIST_SEPARATOR = ";"
_YES_NO = {"ja": True, "nee": False}
_ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "yes_no": pa.bool_(),
    "text_list": pa.list_(pa.string()),
    "geometry": pa.binary(),
}


def read_csv(name: str, folder: Path = CSV_DIR) -> pd.DataFrame:
    """Table `name` from its CSV, with each column as the registry types it; a column that the CSV lacks is left out.

    Raises ValueError naming file, column and value where a value does not fit its type or a column is unknown.
    """
    path = folder / f"{name}.csv"
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf8", skip_blank_lines=False)
    unknown = [column for column in raw.columns if column not in SHIPPED_TABLES[name].fields]
    if unknown:
        raise ValueError(f"{path}: unknown columns {unknown}")
    typed = {
        column: _typed(raw[column], FIELDS[column], path) for column in SHIPPED_TABLES[name].fields if column in raw
    }
    return pd.DataFrame(typed)


def write_parquet(table: pd.DataFrame, name: str, folder: Path) -> None:
    """Parquet file of table `name`: columns in registry order, each with its description and unit as metadata."""
    path = folder / f"{name}.parquet"
    frame = table[list(SHIPPED_TABLES[name].fields)]
    if isinstance(frame, gpd.GeoDataFrame):
        frame.to_parquet(path, index=False)
        arrow = pq.read_table(path)
    else:
        schema = pa.schema([pa.field(column, _ARROW_TYPES[FIELDS[column].kind]) for column in frame.columns])
        arrow = pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
    fields = [
        field.with_metadata({"description": FIELDS[field.name].description, "unit": FIELDS[field.name].unit})
        for field in arrow.schema
    ]
    kept = {key: value for key, value in (arrow.schema.metadata or {}).items() if key in (b"geo", b"pandas")}
    about = {b"schaalwijzer_schema": SCHEMA_VERSION.encode(), b"description": SHIPPED_TABLES[name].description.encode()}
    pq.write_table(arrow.cast(pa.schema(fields, metadata={**kept, **about})), path, compression="zstd")


def _typed(column: pd.Series, field: Field, path: Path) -> pd.Series:
    text = column.str.strip()
    empty = text == ""
    match field.kind:
        case "text":
            return text.mask(empty, None) if field.nullable else text
        case "text_list":
            return text.map(lambda value: [part.strip() for part in value.split(LIST_SEPARATOR) if part.strip()])
        case "yes_no":
            _refuse(path, field, text[~text.isin(list(_YES_NO))])
            return text.map(_YES_NO)
        case "integer" | "number":
            numbers = pd.to_numeric(text.mask(empty), errors="coerce")
            _refuse(path, field, text[~np.isfinite(numbers) & ~empty])
            if field.kind == "number":
                return numbers
            _refuse(path, field, text[numbers.notna() & (numbers % 1 != 0)])
            return numbers.astype("Int64")
        case _:
            raise ValueError(f"{path}: column {field.name} cannot stand in a CSV")


def _refuse(path: Path, field: Field, wrong: pd.Series) -> None:
    if len(wrong):
        row = int(wrong.index[0]) + 2
        raise ValueError(f"{path}, row {row}, column {field.name}: {wrong.iloc[0]!r} is not a valid {field.kind}")
