"""Written places lead to a view of the app; and the sections cover each document from first to last line."""

from __future__ import annotations

import pytest

from model.site.site_map import (
    BACKGROUND_OF_FILE,
    BACKGROUND_PARTS,
    DOCUMENT_KEYS,
    DOCUMENT_NAMES,
    AppLink,
    background_link,
    links_of,
)
from tests.data.shipped import shipped

REGIONS = dict(zip(shipped("regions")["name"], shipped("regions")["region_code"], strict=True))
LAST_LINES = {"000": 5071, "001": 8420, "002": 973, "003": 4798, "004": 727}


def test_every_written_place_has_a_link() -> None:
    for place in shipped("document_sections")["app_place"].dropna().unique():
        assert links_of(place, REGIONS), place


@pytest.mark.parametrize(
    ("place", "links"),
    [
        ("Doorrekening", (AppLink("Doorrekening", "doorrekening"),)),
        ("Bronnen › Begrippen", (AppLink("Bronnen › Begrippen", "bronnen", (("deel", "begrippen"),)),)),
        ("Achtergrond › Rotterdam › Geld", (background_link("rotterdam", "geld"),)),
        (
            "Kaart, Vergelijking en Regio › Drenthe",
            (AppLink("Regio › Drenthe", "regio", region_code=REGIONS["Drenthe"]),),
        ),
    ],
)
def test_links_of_a_place(place: str, links: tuple[AppLink, ...]) -> None:
    assert links_of(place, REGIONS) == links


def test_several_regions_have_a_link_each() -> None:
    found = links_of("Regio › Eemland, Lekstroom en Food Valley", REGIONS)
    assert [link.region_code for link in found] == [REGIONS[name] for name in ("Eemland", "Lekstroom", "Food Valley")]


@pytest.mark.parametrize(
    "place",
    ["", "Elders", "Regio › Atlantis", "Regio", "Achtergrond › Rotterdam", "Achtergrond › Rotterdam › Planning"],
)
def test_an_unknown_place_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match="heeft geen plaats"):
        links_of(place, REGIONS)


@pytest.mark.parametrize("file", DOCUMENT_KEYS)
def test_sections_cover_the_document(file: str) -> None:
    rows = shipped("document_sections").query("source_file == @file").sort_values("line_from")
    covered = [line for row in rows.itertuples() for line in range(row.line_from, row.line_to + 1)]
    assert covered == list(range(1, LAST_LINES[file[:3]] + 1))


def test_each_section_has_a_place_or_a_reason() -> None:
    sections = shipped("document_sections")
    assert (sections["app_place"].isna() != sections["left_out_reason"].isna()).all()


def test_every_document_has_a_key_and_a_name() -> None:
    documents = set(shipped("sources")["source_file"]) - {"jeugdregio_2017.json"}
    assert documents == set(DOCUMENT_KEYS) == set(shipped("document_sections")["source_file"])
    assert set(DOCUMENT_KEYS.values()) == set(DOCUMENT_NAMES)
    assert set(BACKGROUND_OF_FILE.values()) == set(BACKGROUND_PARTS)
