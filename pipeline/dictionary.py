"""Data dictionary in Dutch, generated from the registry."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from model.dataset.registry import FIELDS, SCHEMA_VERSION, TABLES
from model.dataset.spreadsheet import KIND_WORDS


def write_dictionary(tables: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Markdown page with per table its meaning, key, row count and columns."""
    lines = [
        "# Datawoordenboek",
        "",
        f"Gemaakt door `make data` uit `model/dataset/registry.py`; versie van het schema: {SCHEMA_VERSION}.",
        "Regelnummers tellen vanaf 1 in de teksteditie: de tekst van het document met genummerde regels. De app zoekt",
        "er document, profiel of hoofdstuk, tabel of vraag bij. Leeg betekent: onbekend of niet genoemd.",
    ]
    for table in TABLES.values():
        lines += [
            "",
            f"## {table.name}",
            "",
            f"{table.description} {len(tables[table.name])} rijen; sleutel: {', '.join(table.key)}.",
            "",
            "| kolom | soort | eenheid | betekenis | waarden |",
            "|---|---|---|---|---|",
        ]
        for name in table.fields:
            field = FIELDS[name]
            empty = " (mag leeg zijn)" if field.nullable else ""
            lines.append(
                f"| `{name}` | {KIND_WORDS[field.kind]}{empty} | {field.unit} | {field.description} "
                f"| {', '.join(field.allowed)} |"
            )
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
