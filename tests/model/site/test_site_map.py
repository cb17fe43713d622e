"""Every link leads to a view of the site map, written paths too; and the sections cover each document."""

from __future__ import annotations

import pytest

from model.background.rijnland import steering
from model.background.zhz import scales
from model.dataset.reading import read_table
from model.site.search_entries import search_entries
from model.site.site_map import (
    BACKGROUND,
    DOCUMENT,
    DOCUMENT_KEYS,
    FIND,
    PAGES,
    PART,
    REGION,
    SOURCE_DOCUMENTS,
    SOURCE_PARTS,
    TASK,
    AppLink,
    background_document,
    background_link,
    background_opened,
    background_part,
    links_of,
    page_at,
    source_link,
    source_part,
)
from tests.data.shipped import shipped

REGIONS = dict(zip(shipped("regions")["name"], shipped("regions")["region_code"], strict=True))
LAST_LINES = {"000": 5071, "001": 8420, "002": 973, "003": 4798, "004": 727}


def test_every_written_path_has_a_link() -> None:
    for path in shipped("document_sections")["app_place"].dropna().unique():
        assert links_of(path, REGIONS), path


@pytest.mark.parametrize(
    ("path", "links"),
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
def test_links_of_a_path(path: str, links: tuple[AppLink, ...]) -> None:
    assert links_of(path, REGIONS) == links


def test_several_regions_have_a_link_each() -> None:
    found = links_of("Regio › Eemland, Lekstroom en Food Valley", REGIONS)
    assert [link.region_code for link in found] == [REGIONS[name] for name in ("Eemland", "Lekstroom", "Food Valley")]


def test_several_places_have_a_link_each() -> None:
    found = links_of("Achtergrond › Rotterdam › Geld; Bronnen › Begrippen", REGIONS)
    assert found == (background_link("rotterdam", "geld"), source_link("begrippen"))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "Elders",
        "Doorrekening; Elders",
        "Regio › Atlantis",
        "Regio",
        "Achtergrond › Rotterdam",
        "Achtergrond › Rotterdam › Planning",
    ],
)
def test_an_unknown_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="heeft geen plaats"):
        links_of(path, REGIONS)


@pytest.mark.parametrize("file", DOCUMENT_KEYS)
def test_sections_cover_the_document(file: str) -> None:
    rows = shipped("document_sections").query("source_file == @file").sort_values("line_from")
    covered = [line for row in rows.itertuples() for line in range(row.line_from, row.line_to + 1)]
    assert covered == list(range(1, LAST_LINES[file[:3]] + 1))


def test_each_section_has_a_path_or_a_reason() -> None:
    sections = shipped("document_sections")
    assert (sections["app_place"].isna() != sections["left_out_reason"].isna()).all()


def test_every_document_is_listed_once() -> None:
    documents = set(shipped("sources")["source_file"]) - {"jeugdregio_2017.json"}
    assert documents == set(DOCUMENT_KEYS) == set(shipped("document_sections")["source_file"])
    assert len({document.key for document in SOURCE_DOCUMENTS}) == len(SOURCE_DOCUMENTS)
    assert {document.background for document in SOURCE_DOCUMENTS} == {None, *(document.key for document in BACKGROUND)}


def test_keys_and_names_differ_within_a_page() -> None:
    for parts in (SOURCE_PARTS, *(document.parts for document in BACKGROUND)):
        assert len({part.key for part in parts}) == len({part.name for part in parts}) == len(parts)
    assert len({page.address for page in PAGES}) == len({page.name for page in PAGES}) == len(PAGES)


def test_no_view_reads_a_key_in_two_ways() -> None:
    shared = {REGION, DOCUMENT, PART}
    views = [*PAGES, *SOURCE_PARTS, *(part for document in BACKGROUND for part in document.parts)]
    for view in views:
        own = [key for key in view.parameters if key not in shared]
        assert len(set(own)) == len(own), view
    for part in SOURCE_PARTS:
        assert not set(part.parameters) & set(page_at("bronnen").parameters), part.key
    for part in (part for document in BACKGROUND for part in document.parts):
        assert not set(part.parameters) & set(page_at("achtergrond").parameters), part.key


def test_search_leads_to_views_that_exist_with_keys_of_their_own() -> None:
    for entry in search_entries(read_table):
        for link in entry.links:
            query = dict(link.query)
            own = {FIND, *page_at(link.page).parameters}
            if link.page == "achtergrond":
                own |= set(background_part(query[DOCUMENT], query[PART]).parameters)
            if link.page == "bronnen":
                own |= set(source_part(query[PART]).parameters)
            assert set(query) <= own, (entry.title, link)


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ({}, "zhz"),
        ({"regio": "JZ31"}, "zhz"),
        ({"regio": "JZ29"}, "rotterdam"),
        ({"regio": "JZ18", "taak": "pleegzorg"}, "rijnland"),
        ({"regio": "JZ04"}, "zhz"),
        ({"regio": "mars"}, "zhz"),
        ({"regio": "JZ29", "document": "zhz"}, "zhz"),
        ({"regio": "JZ31", "document": "rijnland"}, "rijnland"),
        ({"regio": "JZ29", "document": "mars"}, "rotterdam"),
        ({"regio": "JZ29", "deel": "planning"}, "zhz"),
        ({"regio": "JZ29", "rij": "residentieel"}, "zhz"),
        ({"regio": "JZ18", "thema": "visie"}, "rotterdam"),
        ({"tabel": "1.2"}, "rijnland"),
    ],
)
def test_achtergrond_opens_on_the_document_of_mijn_regio_unless_the_address_tells_another(
    query: dict[str, str], document: str
) -> None:
    assert background_opened(query).key == document


def test_each_document_is_about_one_region_and_known_by_the_keys_of_its_first_part() -> None:
    names = shipped("regions").set_index("region_code")["name"]
    assert [names[document.region_code] for document in BACKGROUND] == [
        "Zuid-Holland Zuid",
        "Rijnmond",
        "Holland Rijnland",
    ]
    assert {background_document("zhz").region_code, background_document("rijnland").region_code} == {
        scales.REGION_CODE,
        steering.REGION_CODE,
    }
    first_keys = [key for document in BACKGROUND for key in document.parts[0].parameters]
    assert len(set(first_keys)) == len(first_keys)
    assert not {REGION, TASK} & set(first_keys), "they go along from page to page"


@pytest.mark.parametrize(
    ("document", "part", "keys"),
    [
        ("zhz", "geld", {}),
        ("mars", "feiten", {}),
        ("rotterdam", "geld", {"soort": "x"}),
        ("zhz", "dilemmas", {"stuk": "x"}),
    ],
)
def test_a_link_to_a_part_or_key_that_does_not_exist_is_refused(document: str, part: str, keys: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        background_link(document, part, **keys)


@pytest.mark.parametrize(("part", "keys"), [("geld", {}), ("begrippen", {"tabel": "x"})])
def test_a_link_to_a_part_of_bronnen_that_does_not_exist_is_refused(part: str, keys: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        source_link(part, **keys)
