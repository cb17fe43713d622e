"""Tables behind Achtergrond and Bronnen, read a second time by someone who did not see the first reading.

`second_reading/` holds per table the key and the columns that both readers coded; what both worded for themselves is
not compared. Where the two differ, the source decided: `adjudicated.csv` lists each difference with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from model.dataset.document_tables import BACKGROUND_TABLES
from tests.data.shipped import CSV, SECOND_READING, csv_rows

SAME: dict[str, Callable[[str], object]] = {
    "chapter": lambda text: re.match(r"(bijlage )?[\d.]+", text.lower()).group().rstrip("."),  # type: ignore[union-attr]
    "escape": bool,
    "role_text": lambda text: re.sub(r"\s", "", text),
}
"""Columns in which the wording may differ: what has to be the same."""

READ_TWICE = sorted(path.stem for path in SECOND_READING.iterdir() if path.stem in BACKGROUND_TABLES)
ONE_READING = {"source_faults", "document_sections", "document_headings", "glossary", "statements"}
"""Texts from and about the sources, not figures from them: a second reader's finds were added instead of compared."""

Difference = tuple[str, str, str, str, str]


def differences(table: str) -> list[Difference]:
    """Table, key, column, shipped value and second reading, wherever the two differ."""
    key = BACKGROUND_TABLES[table].key
    shipped = {tuple(row[name] for name in key): row for row in csv_rows(CSV / f"{table}.csv")}
    found: list[Difference] = []
    for second in csv_rows(SECOND_READING / f"{table}.csv"):
        at = tuple(second[name] for name in key)
        first = _comparable(shipped[at], second)
        found += [
            (table, "/".join(at), column, first[column], value)
            for column, value in _comparable(second, second).items()
            if column not in key and SAME.get(column, str)(first[column]) != SAME.get(column, str)(value)
        ]
    return found


def _comparable(row: dict[str, str], columns: dict[str, str]) -> dict[str, str]:
    """The columns that the second reader coded; the lines as one value, an argument by whether it is there."""
    values = {name: row.get(name, "") for name in columns if not name.startswith("line_")}
    if columns.get("line_from"):
        values["lines"] = f"{row['line_from']}-{row['line_to']}"
    for side in ("up", "down"):
        if f"has_argument_{side}" in columns and f"argument_{side}" in row:
            values[f"has_argument_{side}"] = "ja" if row[f"argument_{side}"] else "nee"
    return values


def test_every_table_of_figures_was_read_twice() -> None:
    assert set(READ_TWICE) == set(BACKGROUND_TABLES) - ONE_READING


@pytest.mark.parametrize("table", READ_TWICE)
def test_the_second_reading_differs_only_where_the_source_was_asked(table: str) -> None:
    decided = [
        (row["table"], row["key"], row["column"], row["shipped"], row["second"])
        for row in csv_rows(SECOND_READING / "adjudicated.csv")
        if row["table"] == table
    ]
    assert sorted(differences(table)) == sorted(decided)


@pytest.mark.parametrize("table", READ_TWICE)
def test_most_rows_stand_in_both_readings(table: str) -> None:
    shipped, second = csv_rows(CSV / f"{table}.csv"), csv_rows(SECOND_READING / f"{table}.csv")
    assert len(second) >= 0.5 * len(shipped)


def test_every_decision_says_why() -> None:
    rows = csv_rows(SECOND_READING / "adjudicated.csv")
    assert rows
    assert [row for row in rows if not row["reason"].endswith(".")] == []
