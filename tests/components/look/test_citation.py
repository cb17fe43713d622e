"""What a visitor reads about a place in a document: words to look it up by, never the name of a file."""

import re

import pytest

from components.look.citation import cited_briefly, cited_together, edition_help, place_columns
from model.site.citation import Citation
from model.site.site_map import BACKGROUND, SOURCE_PARTS
from tests.components.opening import ALL_PAGES, opened, said, said_on_demand

FILE_NAME = re.compile(r"\b00\d_[0-9a-f]{8}")
BARE_LINES = re.compile(r"\b[Rr]egels? \d+(?:-\d+)?(?![-\d])(?!(?:(?:, | en )\d+(?:-\d+)?)* van de teksteditie)")
OWN_PARTS = [("achtergrond", {"document": each.key, "deel": part.key}) for each in BACKGROUND for part in each.parts]
SOURCES = [("bronnen", {"deel": part.key}) for part in SOURCE_PARTS]
SEARCHES = [("bronnen", {"zoek": text}) for text in ("solidariteit", "pleegzorg")]
WHOLE_PAGES = [(page.removeprefix("pages/").removesuffix(".py"), {"regio": "JZ31"}) for page in ALL_PAGES]
ONE_ROW = [
    ("achtergrond", {"document": "zhz", "deel": "schaaltabel", "rij": "residentieel"}),
    ("achtergrond", {"document": "rotterdam", "deel": "schaalafweging", "weeg": "1~A1_2g~B6_3~C3_3"}),
    ("vergelijking", {"taak": "jggz", "bekijk": "JZ04", "naast": "JZ01,JZ31"}),
    ("samenwerking", {"bekijk": "JZ31"}),
    ("bronnen", {"deel": "datawoordenboek", "tabel": "measures"}),
]

A = Citation("Plan 2019", "paragraaf 2a Geld", "", "", "paragraaf 2a", 1, 2)
B = Citation("Plan 2019", "paragraaf 2b Tijd", "", "rij 2020", "paragraaf 2b", 3, 3)
C = Citation("Nota 2013", "dilemma 1, geld", "", "", "dilemma 1", 9, 9)


@pytest.mark.parametrize(("page", "query"), [*WHOLE_PAGES, *OWN_PARTS, *SOURCES, *SEARCHES, *ONE_ROW])
def test_no_file_name_and_no_line_without_its_edition_is_shown(page: str, query: dict[str, str]) -> None:
    app = opened(f"pages/{page}.py" if page != "app" else "app.py", **query)
    assert not app.exception
    text = said(app) + said_on_demand(app)
    lists_documents = page == "bronnen" and query.get("deel", "documenten") == "documenten"
    assert bool(FILE_NAME.search(text)) == lists_documents, FILE_NAME.findall(text)
    assert BARE_LINES.findall(text) == []


def test_places_stand_together_with_each_document_once() -> None:
    assert cited_together(
        [A, C, B, A]
    ) == "Plan 2019, paragraaf 2a Geld en paragraaf 2b Tijd, rij 2020; Nota 2013, " + ("dilemma 1, geld")
    assert cited_briefly([B, B, C]) == "Plan 2019, paragraaf 2b; Nota 2013, dilemma 1"


def test_the_tooltip_gives_the_lines_and_where_the_edition_is_explained() -> None:
    assert edition_help([B]).startswith("Regel 3 van de teksteditie. De teksteditie is ")
    assert edition_help([A, C, A]).startswith("Regels van de teksteditie: 1-2; 9. ")
    assert "Bronnen, Documenten en werkwijze" in edition_help([A])
    assert "de **teksteditie**" in said(opened("pages/bronnen.py"))


def test_columns_of_a_table_give_place_and_lines() -> None:
    assert place_columns([A, B]) == {
        "Vindplaats": ["Plan 2019, paragraaf 2a Geld", "Plan 2019, paragraaf 2b Tijd, rij 2020"],
        "Regel van": [1, 3],
        "Regel tot": [2, 3],
    }
