"""Tables read from Parquet: checked against the registry when loaded, refused with a fault that says what to do."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from model.dataset.registry import FIELDS, SCHEMA_VERSION, TABLES

PARQUET_DIR = Path(__file__).parent.parent.parent / "data" / "parquet"


class DataError(Exception):
    """A data file that cannot be used. The message is Dutch and meant for the visitor."""

    def __init__(self, file: Path, what: str) -> None:
        super().__init__(
            f"Het gegevensbestand {file.name} {what}. "
            "Vraag de beheerder om de gegevens opnieuw te maken met `make data` en daarna deze pagina te verversen."
        )
        self.file = file


def read_table(name: str, folder: Path = PARQUET_DIR) -> pd.DataFrame:
    """Table `name` with its columns in registry order; the geometry of regions stays out; an empty text is None.

    Raises DataError where the file is missing, damaged, of another schema version, or lacks columns or rows.
    """
    table = TABLES[name]
    path = folder / f"{name}.parquet"
    columns = [field for field in table.fields if field != "geometry"]
    try:
        schema = pq.read_schema(path)
        version = (schema.metadata or {}).get(b"schaalwijzer_schema", b"").decode()
        if version != SCHEMA_VERSION:
            raise DataError(
                path, f"heeft versie {version or 'onbekend'} van het schema; de app verwacht {SCHEMA_VERSION}"
            )
        missing = [column for column in columns if column not in schema.names]
        if missing:
            raise DataError(path, f"mist de kolommen {', '.join(missing)}")
        frame = pq.read_table(path, columns=columns).to_pandas()
    except FileNotFoundError:
        raise DataError(path, "ontbreekt") from None
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError):
        raise DataError(path, "is beschadigd en kan niet worden gelezen") from None
    if table.rows is not None and len(frame) != table.rows:
        raise DataError(path, f"heeft {len(frame)} rijen; dat moeten er {table.rows} zijn")
    for column in columns:
        if FIELDS[column].kind == "text" and FIELDS[column].nullable:
            frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame
