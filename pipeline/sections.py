"""List in docs/ of every section of every document, with its address in the app or the reason for leaving it out."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from model.site.site_map import DOCUMENT_KEYS, links_of


def write_sections(tables: dict[str, pd.DataFrame], path: Path) -> None:
    """Page with a table per document. Raises ValueError where an address does not exist or lines are missed."""
    sources = tables["sources"].set_index("source_file")
    regions = {str(row.name): str(row.region_code) for row in tables["regions"].itertuples()}
    text = [
        "# Documentonderdelen",
        "",
        "Gemaakt door `make data` uit `data/csv/document_sections.csv`: elk onderdeel van elk document, van de "
        "eerste tot de",
        "laatste regel, met de plaats in de app of de reden waarom het er niet in staat.",
    ]
    for file in DOCUMENT_KEYS:
        rows = tables["document_sections"].query("source_file == @file").sort_values("line_from")
        _check_cover(file, rows)
        text += [
            "",
            f"## {sources.loc[file, 'title']}",
            "",
            f"`{file}`, {sources.loc[file, 'producer']}, {sources.loc[file, 'date']}.",
            "",
            "| regels | onderdeel | in de app | waarom niet |",
            "|---|---|---|---|",
        ]
        for row in rows.itertuples():
            address, reason = _text(row.app_place), _text(row.left_out_reason)
            if bool(address) == bool(reason):
                raise ValueError(f"{file}, line {row.line_from}: needs either an address in the app or a reason")
            if address:
                links_of(address, regions)
            text.append(f"| {row.line_from}-{row.line_to} | {row.section} | {address} | {reason} |")
    path.write_text("\n".join(text) + "\n", encoding="utf8")


def _check_cover(file: str, rows: pd.DataFrame) -> None:
    """Refuses sections that leave lines out or overlap."""
    if rows.empty or int(rows["line_from"].iloc[0]) != 1:
        raise ValueError(f"{file}: sections do not begin at line 1")
    gaps = rows["line_from"].iloc[1:].to_numpy() - rows["line_to"].iloc[:-1].to_numpy()
    if (gaps != 1).any():
        raise ValueError(f"{file}: sections leave lines out or overlap")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
