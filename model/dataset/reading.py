"""Tables read from Parquet: checked against the registry when loaded, refused with a fault that says what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from model.dataset.registry import FIELDS, SCHEMA_VERSION, SHIPPED_TABLES

PARQUET_DIR = Path(__file__).parent.parent.parent / "data" / "parquet"
CHECKSUMS = "SHA256SUMS"
"""File beside the tables with the checksum of each, as `sha256sum` writes it; `make data` makes it."""


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

    Raises DataError where the file is missing, damaged, of another schema version, lacks columns or rows, or is not the
    one that `make data` made: all that follows trusts the values that were checked there.
    """
    table = SHIPPED_TABLES[name]
    path = folder / f"{name}.parquet"
    columns = [field for field in table.fields if field != "geometry"]
    try:
        content = path.read_bytes()
        schema = pq.read_schema(pa.BufferReader(content))
        version = (schema.metadata or {}).get(b"schaalwijzer_schema", b"").decode()
        if version != SCHEMA_VERSION:
            raise DataError(
                path, f"heeft versie {version or 'onbekend'} van het schema; de app verwacht {SCHEMA_VERSION}"
            )
        missing = [column for column in columns if column not in schema.names]
        if missing:
            raise DataError(path, f"mist de kolommen {', '.join(missing)}")
        frame = pq.read_table(pa.BufferReader(content), columns=columns).to_pandas()
    except FileNotFoundError:
        raise DataError(path, "ontbreekt") from None
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError):
        raise DataError(path, "is beschadigd en kan niet worden gelezen") from None
    if table.rows is not None and len(frame) != table.rows:
        raise DataError(path, f"heeft {len(frame)} rijen; dat moeten er {table.rows} zijn")
    if checksums(folder).get(path.name) != hashlib.sha256(content).hexdigest():
        raise DataError(path, "bevat andere gegevens dan bij deze versie van de app horen")
    for column in columns:
        if FIELDS[column].kind == "text" and FIELDS[column].nullable:
            frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame


def checksums(folder: Path) -> dict[str, str]:
    """Checksum of each table in a folder, by the name of its file. Raises DataError where the list is missing."""
    path = folder / CHECKSUMS
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except (OSError, ValueError):
        raise DataError(path, "ontbreekt of is niet te lezen") from None
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def write_checksums(folder: Path) -> None:
    """The list of checksums, for the tables as they are now."""
    files = sorted(folder.glob("*.parquet"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf8")
