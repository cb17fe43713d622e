"""Every row that rests on a document can be looked up in it: document, year, section, heading and row."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
import pytest

from model.dataset.registry import TABLES
from model.site.citation import Citation, Citations
from tests.data.shipped import region_of_profile, shipped

INVENTORY = "001_5833ac47ade829ca.txt"
CITED = [name for name, table in TABLES.items() if {"source_file", "line_from", "line_to"} <= set(table.fields)]
OF_A_QUESTION = {
    "1a_visie": "onderdeel 2, vraag 1a",
    "1a_planning": "onderdeel 2, vraag 1a",
    "1a_financieel": "onderdeel 2, vraag 1a",
    "1a_personeel": "onderdeel 2, vraag 1a",
    "1b": "onderdeel 2, vraag 1b",
    "1c": "onderdeel 2, vraag 1c",
    "1d": "onderdeel 2, vraag 1d",
    "innovation": "onderdeel 1, vraag 2",
    "continuity": "onderdeel 1, vraag 3",
    "adjacent": "onderdeel 1, vraag 4",
    "expertise": "onderdeel 1, vraag 5",
    "social_partners": "onderdeel 2, vraag 2",
    "insurers": "onderdeel 2, vraag 3",
}
"""Where the inventory asks each question, read from its first profile."""


@cache
def citations() -> Citations:
    return Citations(shipped)


def cited(table: str) -> list[tuple[pd.Series, Citation]]:
    rows = shipped(table)
    return [(row, citations().of_row(table, row)) for _, row in rows.iterrows()]


@pytest.mark.parametrize("table", CITED)
def test_every_row_names_document_year_and_the_sections_that_hold_its_lines(table: str) -> None:
    sections, years = shipped("document_sections"), shipped("sources").set_index("source_file")["date"]
    for row, citation in cited(table):
        assert re.search(r" (\d{4})$", citation.document)[1] in years[row["source_file"]]  # type: ignore[index]
        own = sections[sections["source_file"] == row["source_file"]].sort_values("line_from")
        holding = own[(own["line_from"] <= row["line_to"]) & (own["line_to"] >= row["line_from"])]
        assert holding["line_from"].min() <= row["line_from"] <= row["line_to"] <= holding["line_to"].max()
        for name in (holding["section"].iloc[0], holding["section"].iloc[-1]):
            last_words = re.split(r"(?:: |\d\w?(?: [ivx]+)?\. )", name.partition(";")[0])[-1]
            assert last_words.casefold() in citation.section.casefold(), (name, citation)
        assert not re.search(r"\.txt|\d{3}_", citation.text)


@pytest.mark.parametrize("table", [name for name in CITED if "region_code" in TABLES[name].fields])
def test_a_row_of_a_region_names_the_profile_of_that_region_or_a_part_that_is_about_it(table: str) -> None:
    regions, sections = shipped("regions").set_index("region_code"), shipped("document_sections")
    for row, citation in cited(table):
        region = regions.loc[row["region_code"]]
        number = re.match(r"\d+", region["profile"])[0]  # type: ignore[index]
        own_profile = rf"profiel {number} {re.escape(region['name'])}(?!\w)"
        holding = sections[
            (sections["source_file"] == row["source_file"])
            & (sections["line_from"] <= row["line_from"])
            & (sections["line_to"] >= row["line_from"])
        ]
        (about,) = holding["app_place"]
        assert re.match(own_profile, citation.section) or region["name"] in about, citation.text


def test_a_choice_is_cited_by_profile_table_and_the_row_as_printed() -> None:
    choices = shipped("scale_choices")
    own = choices[choices["region_code"] == region_of_profile("32")]
    text = {row.task_code: citations().of_row("scale_choices", row).text for row in own.itertuples(index=False)}
    assert text["pleegzorg"] == "Inventarisatie 2013, profiel 32 Zuid-Holland Zuid, tabel schaalkeuzes, rij Pleegzorg"
    assert text["residentieel"].endswith("rij Residentieel (niet GGZ en LVB)")


def test_each_answer_is_cited_by_the_question_it_answers() -> None:
    elsewhere = []
    for row, citation in cited("governance"):
        expected = OF_A_QUESTION[row["question"]]
        if citation.heading != expected:
            elsewhere.append((row["region_code"], row["question"], citation.heading))
    # Some regions answer 1a under question 1, which comes right before it.
    assert {(question[:2], heading) for _, question, heading in elsewhere} <= {
        ("1a", "onderdeel 2, vraag 1"),
        ("1a", "onderdeel 2, vraag 1 tot en met vraag 1a"),
        ("1a", "onderdeel 2, vraag 1 tot en met vraag 1b"),
    }
    assert len(elsewhere) < len(shipped("governance")) / 50


@pytest.mark.parametrize(
    ("file", "line", "text", "mark"),
    [
        ("003_e02f042df02c65ea.txt", 92, "Beleidsplan Holland Rijnland 2013, paragraaf 1.2 Nieuwe", "paragraaf 1.2"),
        ("003_e02f042df02c65ea.txt", 2500, "Beleidsplan Holland Rijnland 2013, para", "paragraaf 7.1, figuur 7.1"),
        ("000_6e1cbb5f6f5d01bb.txt", 1000, "Programmaplan Rotterdam 2012, paragraaf 4.1.2 Lijst", "paragraaf 4.1.2"),
        ("004_8c4e7f4e4fb86d9c.txt", 450, "Plan van aanpak Zuid-Holland Zuid 2019, paragraaf 3d", "paragraaf 3d ii"),
        ("002_c88637e19d10946d.txt", 470, "Sturingskader Zuid-Holland Zuid 2013, dilemma 3, soli", "dilemma 3"),
    ],
)  # fmt: skip
def test_a_line_of_each_document(file: str, line: int, text: str, mark: str) -> None:
    citation = citations().of(file, line, line)
    assert citation.text.startswith(text)
    assert citation.mark == mark
    assert citation.edition == f"regel {line} van de teksteditie"


def test_lines_over_more_sections_are_named_from_the_first_to_the_last() -> None:
    citation = citations().of(INVENTORY, 1, 8415)
    assert citation.text == "Inventarisatie 2013, profiel 1 Groningen tot en met profiel 41 Zuid-Limburg"
    assert citation.mark == "profiel 1 tot en met profiel 41"
    assert citation.edition == "regels 1-8415 van de teksteditie"


def test_lines_in_a_text_of_the_data_become_places() -> None:
    rijnland = "003_e02f042df02c65ea.txt"
    texts = {
        "Alphen had die al gehad (regels 602-603).": "Alphen had die al gehad (paragraaf 1.6).",
        "Dat gebeurt ook op regels 644, 666 en 1719.": (
            "Dat gebeurt ook in paragraaf 2.1, paragraaf 2.2 en paragraaf 5.5.3."
        ),
        "regels 13-14 van de teksteditie": "regels 13-14 van de teksteditie",
    }
    for text, words in texts.items():
        assert citations().in_words(text, rijnland) == words
    origin = "algemeen bekend; voluit in 003, regel 4738"
    assert citations().in_words(origin) == "algemeen bekend; voluit in Beleidsplan Holland Rijnland 2013, bijlage 5"
    assert citations().in_words("eigen regels 3 en 4") == "eigen regels 3 en 4"


def test_headings_lie_within_one_section_and_do_not_overlap() -> None:
    sections = shipped("document_sections")
    for file, headings in shipped("document_headings").groupby("source_file"):
        ordered = headings.sort_values("line_from")
        assert (ordered["line_to"].iloc[:-1].to_numpy() < ordered["line_from"].iloc[1:].to_numpy()).all()
        own = sections[sections["source_file"] == file]
        for row in ordered.itertuples():
            assert ((own["line_from"] <= row.line_from) & (own["line_to"] >= row.line_to)).sum() == 1
