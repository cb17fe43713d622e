"""Lijsten on Achtergrond: every line of every list of a document, with its lines in the source."""

from __future__ import annotations

from typing import Any

import pytest

from tests.components.opening import address_of, component_data, opened
from tests.data.shipped import CSV, csv_rows

STATEMENTS = csv_rows(CSV / "statements.csv")
FILES = {
    "zhz": "004_8c4e7f4e4fb86d9c.txt",
    "rotterdam": "000_6e1cbb5f6f5d01bb.txt",
    "rijnland": "003_e02f042df02c65ea.txt",
}


def rows(document: str, **query: str) -> tuple[str, list[dict[str, Any]], Any]:
    app = opened("pages/achtergrond.py", document=document, deel="lijsten", **query)
    assert not app.exception
    (table,) = component_data(app, "table")
    names = [column["name"] for column in table["columns"]]
    return table["caption"], [dict(zip(names, row, strict=True)) for row in table["rows"]], app


@pytest.mark.parametrize("document", FILES)
def test_all_lists_of_a_document_stand_in_one_table(document: str) -> None:
    own = [row for row in STATEMENTS if row["source_file"] == FILES[document]]
    caption, shown, _ = rows(document)
    assert caption == f"{len({row['list_code'] for row in own})} lijsten, {len(own)} regels"
    assert [(row["Lijst"], row["Wat er staat"]) for row in shown] == [
        (row["list_name"], row["statement"]) for row in own
    ]
    assert [row["Nr."] for row in shown] == [row["mark"] or row["statement_order"] for row in own]
    for row, cells in zip(own, shown, strict=True):
        assert (cells["Regel van"], cells["Regel tot"]) == (int(row["line_from"]), int(row["line_to"]))
        assert cells["Vindplaats"]


def test_a_link_opens_one_list() -> None:
    caption, shown, app = rows("rotterdam", lijst="rotterdam-ambities")
    assert caption == "Ambities voor het nieuwe stelsel"
    assert [row["Nr."] for row in shown] == list("ABCDEFGHIJK")
    assert "Lijst" not in shown[0], "the caption says it"
    assert address_of(app)["lijst"] == "rotterdam-ambities"


def test_a_list_of_another_document_is_said_and_all_are_shown() -> None:
    caption, _, app = rows("zhz", lijst="rotterdam-ambities")
    assert "lijsten, " in caption
    assert any("lijst" in warning.value for warning in app.warning)
