"""The covering table: what rests on lines of a section can be found where the table says that the section is."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from model.site.search_entries import search_entries
from model.site.site_map import BACKGROUND_OF_FILE
from tests.data.shipped import shipped
from tests.data.test_errata import cited

PLACES = {
    "zhz": {
        "framework_scales": "Schaaltabel", "dilemmas": "Dilemma's", "dilemma_arguments": "Dilemma's",
        "activities": "Planning", "events": "Feiten", "governance_bodies": "Wie doet wat", "ceilings": "Scenario's",
        "statements": "Lijsten", "facts": "Feiten",
    },
    "rotterdam": {
        "assignments": "Opgaven", "scale_criteria": "Schaalafweging", "national_budget": "Geld",
        "programme_budget": "Geld", "pilots": "Proeftuinen", "events": "Tijdlijn", "statements": "Lijsten",
        "facts": "Feiten",
    },
    "rijnland": {
        "care_volumes": "Aantallen", "steering_scales": "Sturing en uitvoering", "cost_sharing": "Solidariteit",
        "intentions": "Besluiten en termijnen", "events": "Besluiten en termijnen", "statements": "Lijsten",
        "facts": "Feiten",
    },
}  # fmt: skip
TITLES = {
    "framework_scales": "name", "dilemmas": "name", "activities": "activity", "events": "event",
    "governance_bodies": "body", "ceilings": "name", "statements": "statement", "facts": "fact", "assignments": "name",
    "scale_criteria": "name", "national_budget": "domain", "programme_budget": "item", "pilots": "theme",
    "care_volumes": "care_type", "steering_scales": "name", "cost_sharing": "name", "intentions": "intention",
}  # fmt: skip
"""What the search calls a row."""
SHORT = {"zhz": "Zuid-Holland Zuid", "rotterdam": "Rotterdam", "rijnland": "Holland Rijnland"}


def rows_with_places() -> Iterator[tuple[str, pd.Series, str]]:
    for document, places in PLACES.items():
        for table, part in places.items():
            for _, row in shipped(table).iterrows():
                if BACKGROUND_OF_FILE.get(row["source_file"]) == document:
                    yield table, row, f"Achtergrond › {SHORT[document]} › {part}"


def test_each_section_names_the_place_of_every_row_that_rests_on_it() -> None:
    sections = shipped("document_sections")
    missing = []
    for table, row, place in rows_with_places():
        first, *others = cited(row)
        for lines in (range(first.start, first.start + 1), *others):
            found = sections[
                (sections["source_file"] == row["source_file"])
                & (sections["line_from"] < lines.stop)
                & (sections["line_to"] >= lines.start)
            ]
            missing += [
                (table, row.iloc[0], section.line_from)
                for section in found.itertuples()
                if place not in [each.strip() for each in str(section.app_place).split(";")]
            ]
    assert missing == []


def test_the_search_leads_each_row_to_that_same_place() -> None:
    labels: dict[str, set[str]] = {}
    for entry in search_entries(shipped):
        labels.setdefault(entry.title, set()).update(link.label for link in entry.links)
    wrong = [
        (table, row.iloc[0], place)
        for table, row, place in rows_with_places()
        if table in TITLES and place not in labels[row[TITLES[table]]]
    ]
    assert wrong == []


def test_a_section_stands_somewhere_or_says_why_not() -> None:
    for row in shipped("document_sections").itertuples():
        assert isinstance(row.app_place, str) != isinstance(row.left_out_reason, str), (row.source_file, row.line_from)


def test_what_a_document_lists_is_a_row_with_lines() -> None:
    counts = shipped("statements")["list_code"].value_counts()
    expected = {
        "zhz-omdenknotitie": 13, "zhz-knoppen": 6, "zhz-toegang": 7, "zhz-risicos": 5, "zhz-inkoop": 5,
        "rotterdam-ambities": 11, "rotterdam-spelregels": 11, "rotterdam-regels-proeftuinen": 5,
        "rotterdam-rijk-vng": 5, "rijnland-1gezin1plan": 6, "rijnland-wet": 5, "rijnland-kwaliteitseisen": 7,
        "rijnland-wensen": 10,
        "rijnland-opvoeden": 4, "rijnland-meten": 4, "rijnland-mbo": 6, "rijnland-pijlers": 6,
    }  # fmt: skip
    assert {code: counts[code] for code in expected} == expected
    statements = shipped("statements")
    for line, document in ((573, "004"), (1588, "003"), (230, "004"), (231, "004")):
        held = (statements["line_from"] <= line) & (statements["line_to"] >= line)
        assert statements[held & statements["source_file"].str.startswith(document)].shape[0], (document, line)


def test_a_statement_is_short_and_each_list_runs_through_one_document() -> None:
    statements = shipped("statements")
    assert statements["statement"].str.split().map(len).max() <= 25
    lists = statements.groupby("list_code")
    assert (lists["source_file"].nunique() == 1).all()
    assert (lists["list_name"].nunique() == 1).all()
    assert statements["list_name"].nunique() == statements["list_code"].nunique()
    for code, rows in lists:
        assert rows["statement_order"].tolist() == list(range(1, len(rows) + 1)), code
        assert rows["line_from"].is_monotonic_increasing, code
