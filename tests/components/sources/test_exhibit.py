"""What the parts of Bronnen say for hall, slide and note: counted from the tables that the parts show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.look.exhibit import BarsDrawing, TableDrawing
from components.sources.exhibit import exhibit_of
from model.dataset.reading import read_table
from model.dataset.registry import TABLES
from model.site.search_entries import slug
from model.site.site_map import SOURCE_PARTS, own_keys

KEYS = sorted(own_keys("bronnen") - {"deel"})


@pytest.mark.parametrize("part", [part.key for part in SOURCE_PARTS])
def test_every_part_has_a_finding_and_a_source(part: str) -> None:
    exhibit = exhibit_of({"deel": part})
    assert exhibit.title
    assert not exhibit.title.endswith(".")
    assert exhibit.sentence.endswith(".")
    assert exhibit.source.startswith("Bron: ")
    assert exhibit.alt
    assert exhibit.drawing is not None


VALUES = st.text(max_size=30) | st.sampled_from(["2019", "verloren", "regions", "1b"])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([part.key for part in SOURCE_PARTS]),
    st.dictionaries(
        st.sampled_from(KEYS), st.text(max_size=30) | st.sampled_from(["2019", "verloren", "regions", "1b"])
    ),
)
def test_no_address_is_too_odd(part: str, query: dict[str, str]) -> None:
    assert exhibit_of({"deel": part, **query}).title


def test_unknown_part_stands_for_the_first() -> None:
    assert exhibit_of({"deel": "bestaat-niet"}) == exhibit_of({}) == exhibit_of({"deel": "documenten"})


def test_faults_are_counted_by_kind_or_listed() -> None:
    faults = read_table("source_faults")
    whole = exhibit_of({"deel": "fouten"})
    assert isinstance(whole.drawing, BarsDrawing)
    assert sum(bar.value for bar in whole.drawing.bars) == len(faults)
    lost = exhibit_of({"deel": "fouten", "soort": "verloren"})
    assert isinstance(lost.drawing, TableDrawing)
    assert len(lost.drawing.rows) == (faults["fault_kind"] == "verloren").sum()


def test_sections_are_counted_by_document_or_listed() -> None:
    sections = read_table("document_sections")
    whole = exhibit_of({"deel": "waar"})
    assert isinstance(whole.drawing, BarsDrawing)
    assert sum(bar.value for bar in whole.drawing.bars) == len(sections)
    plan = exhibit_of({"deel": "waar", "bron": "programmaplan"})
    assert isinstance(plan.drawing, TableDrawing)
    assert len(plan.drawing.rows) == (sections["source_file"] == "000_6e1cbb5f6f5d01bb.txt").sum()


def test_term_of_the_address_is_explained() -> None:
    row = read_table("glossary").iloc[0]
    exhibit = exhibit_of({"deel": "begrippen", "begrip": slug(row["term"])})
    assert exhibit.title.lower() == row["term"].lower()
    assert exhibit.sentence == row["explanation"]


def test_table_of_the_address_has_its_columns() -> None:
    exhibit = exhibit_of({"deel": "datawoordenboek", "tabel": "regions"})
    assert isinstance(exhibit.drawing, TableDrawing)
    assert [row[0] for row in exhibit.drawing.rows] == list(TABLES["regions"].fields)
