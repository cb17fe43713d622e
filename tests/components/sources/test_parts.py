"""Bronnen: each part opened by its link, the search, downloads, and links that do not fit."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from components.frame import glossary_help, loading
from components.frame.loading import citations
from components.look.table import csv_bytes, xlsx_bytes
from components.sources import (
    accountability,
    data_dictionary,
    document_sections,
    faults,
    parts,
    search,
    table_files,
    terms,
)
from model.dataset.registry import TABLES
from model.site.search_entries import slug
from tests.components.opening import address_of, component_data, opened, said
from tests.data.shipped import CSV, csv_rows, shipped

BRONNEN = "pages/bronnen.py"
HOSTILE = "<script>alert(1)</script> [klik](http://x.example) `a` **b** $c$ :red[d]"
KEYS = {
    "000": "programmaplan",
    "001": "inventarisatie",
    "002": "sturingskader",
    "003": "beleidsplan",
    "004": "plan-van-aanpak",
}


def groups(app: AppTest) -> list[dict[str, Any]]:
    """Groups of the one list on the page."""
    (data,) = component_data(app, "entries")
    return data["groups"]


def entries(app: AppTest) -> list[dict[str, Any]]:
    """Entries of that list."""
    return [entry for group in groups(app) for entry in group["entries"]]


def document_of(row: dict[str, str]) -> str:
    return KEYS[row["source_file"][:3]]


@pytest.mark.parametrize("part", parts.PARTS)
def test_every_part_opens_by_its_link(part: str) -> None:
    app = opened(BRONNEN, deel=part, regio="JZ31")
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert address_of(app)["deel"] == part


def test_the_first_part_is_the_documents() -> None:
    text = said(opened(BRONNEN))
    for row in csv_rows(CSV / "sources.csv"):
        assert row["title"] in text.replace("\\", "")
    assert "25 juni 2019" in text
    assert "8.420 regels" in text


@pytest.mark.parametrize("key", ["deel", "bron", "soort", "sinds", "vraag", "begrip", "tabel"])
@pytest.mark.parametrize("value", [HOSTILE, "", "x" * 3000])
def test_rubbish_in_the_link_is_said(key: str, value: str) -> None:
    part = {
        "bron": "fouten",
        "soort": "fouten",
        "sinds": "verschoven",
        "vraag": "codeboek",
        "begrip": "begrippen",
        "tabel": "downloads",
    }
    app = opened(BRONNEN, **({"deel": part[key]} if key in part else {}) | {key: value})
    assert not app.exception
    assert not app.error
    (warning,) = [item.value for item in app.warning]
    assert "de rest van de pagina werkt" in warning
    assert warning.count("`") == 2
    assert len(warning) < 200


def test_choosing_a_part_ends_a_search_and_lets_go_of_other_keys() -> None:
    app = opened(BRONNEN, deel="fouten", bron="beleidsplan", soort="verloren", zoek="burap", regio="JZ31")
    app.button_group[0].set_value("begrippen").run()
    assert not app.exception
    assert address_of(app) == {"deel": "begrippen", "regio": "JZ31"}


# Faults


@pytest.mark.parametrize(
    ("query", "document", "kind"),
    [
        ({}, None, None),
        ({"bron": "beleidsplan"}, "beleidsplan", None),
        ({"soort": "verloren"}, None, "verloren"),
        ({"bron": "programmaplan", "soort": "drukfout"}, "programmaplan", "drukfout"),
    ],
)
def test_faults_of_a_document_and_kind(query: dict[str, str], document: str | None, kind: str | None) -> None:
    expected = [
        tuple(citations().in_words(row[column], row["source_file"]) for column in ("what", "treatment"))
        for row in csv_rows(CSV / "source_faults.csv")
        if document in (None, document_of(row)) and kind in (None, row["fault_kind"])
    ]
    shown = entries(opened(BRONNEN, deel="fouten", **query))
    assert sorted((entry["title"], entry["small"][0]) for entry in shown) == sorted(expected)


def test_every_fault_names_its_document_and_lines() -> None:
    for entry in entries(opened(BRONNEN, deel="fouten")):
        assert re.search(r"^Bron: [A-Z].+ 20\d\d, [a-z].+ · F[A-Z]\d+$", entry["small"][1]), entry
        assert re.fullmatch(r"\d+(-\d+)?", entry["lines"]), entry


def test_counts_of_faults_on_the_buttons() -> None:
    app = opened(BRONNEN, deel="fouten", bron="sturingskader")
    rows = csv_rows(CSV / "source_faults.csv")
    per_document = Counter(document_of(row) for row in rows)
    per_kind = Counter(row["fault_kind"] for row in rows if document_of(row) == "sturingskader")
    documents, kinds = ({option.content for option in group.proto.options} for group in app.button_group[1:3])
    assert {int(re.findall(r"\((\d+)\)", text)[0]) for text in documents - {"Alle"}} == set(per_document.values())
    assert f"Verloren ({per_kind['verloren']})" in kinds
    assert set(faults.KINDS) == {row["fault_kind"] for row in rows}


# What moved


def test_moved_municipalities() -> None:
    app = opened(BRONNEN, deel="verschoven")
    titles = [entry["title"] for entry in entries(app)]
    assert len(titles) == len({row["municipality"] for row in csv_rows(CSV / "boundary_changes.csv")})
    assert "Boskoop: van Midden-Holland naar Holland Rijnland" in titles
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize(("query", "after"), [({}, 2013), ({"sinds": "2019"}, 2019)])
def test_mergers_since(query: dict[str, str], after: int) -> None:
    (table,) = component_data(opened(BRONNEN, deel="verschoven", **query), "table")
    expected = {
        row["search_name"]
        for row in csv_rows(CSV / "municipality_names.csv")
        if row["since_year"] and int(row["since_year"]) > after
    }
    assert {row[0].removesuffix(" (bestaat zo niet meer)") for row in table["rows"]} == expected


# Glossary


def test_every_term_stands_there_with_a_link_of_its_own() -> None:
    shown = {entry["title"]: entry for entry in entries(opened(BRONNEN, deel="begrippen"))}
    rows = csv_rows(CSV / "glossary.csv")
    assert set(shown) == {row["term"] for row in rows}
    for row in rows:
        entry = shown[row["term"]]
        assert entry["said"] == row["explanation"]
        assert entry["small"][-1] == f"Herkomst: {citations().in_words(row['origin'])}"
        assert not re.search(r"\b00\d\b|\bregels? \d", entry["small"][-1])
        assert entry["links"][0]["href"] == f"bronnen?deel=begrippen&begrip={entry['id']}"
    assert len({entry["id"] for entry in shown.values()}) == len(rows)


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("burap", "burap"),
        ("p10", "band van P10 tot P90"),
        ("bestuursrapportage", "burap"),
        ("u-i-b-en-vb", "U, I, B en VB"),
    ],
)
def test_a_term_or_another_name_of_it_is_marked(asked: str, term: str) -> None:
    (data,) = component_data(opened(BRONNEN, deel="begrippen", begrip=asked), "entries")
    assert data["asked"] == slug(term)


def test_terms_stand_in_alphabetical_order() -> None:
    terms_shown = terms.terms_table()["Begrip"].str.casefold().tolist()
    assert terms_shown == sorted(terms_shown)


# Data dictionary and downloads


def test_dictionary_of_one_table() -> None:
    (table,) = component_data(opened(BRONNEN, deel="datawoordenboek", tabel="measures"), "table")
    assert [row[0] for row in table["rows"]] == list(TABLES["measures"].fields)
    assert len(data_dictionary.all_columns_table()) == sum(len(table.fields) for table in TABLES.values())


@pytest.mark.parametrize("part", ["datawoordenboek", "downloads"])
def test_buttons_for_a_table(part: str) -> None:
    app = opened(BRONNEN, deel=part, tabel="scale_choices")
    labels = [button.proto.label for button in app.get("download_button")]
    assert [label for label in labels if label.split()[1] in ("CSV", "XLSX", "Parquet")] == [
        "Download CSV",
        "Download XLSX",
        "Download Parquet",
    ]
    assert ("Download alles (zip)" in labels) == (part == "downloads")


@pytest.mark.parametrize("name", TABLES)
def test_spreadsheets_hold_every_row_and_no_formula(name: str) -> None:
    table = table_files.spreadsheet(name)
    assert len(table) == len(shipped(name))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table, "bron")))["Gegevens"]
    assert sheet.max_row == len(table) + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    head = csv_bytes(table).decode("utf-8-sig").splitlines()[0]
    columns = [field for field in TABLES[name].fields if field != "geometry"]
    place = ["vindplaats"] if "line_from" in columns else []
    assert head.split(";") == [*columns, *place]


def test_the_zip_is_made_once() -> None:
    assert table_files.everything() is table_files.everything()
    assert table_files.everything()[:2] == b"PK"


# Where things stand


@pytest.mark.parametrize("document", [None, *KEYS.values()])
def test_sections_of_a_document(document: str | None) -> None:
    expected = [row for row in csv_rows(CSV / "document_sections.csv") if document in (None, document_of(row))]
    shown = entries(opened(BRONNEN, deel="waar", **({"bron": document} if document else {})))
    assert sorted(entry["title"] for entry in shown) == sorted(row["section"] for row in expected)
    assert sum("links" in entry for entry in shown) == sum(bool(row["app_place"]) for row in expected)
    reasons = {row["left_out_reason"] for row in expected if row["left_out_reason"]}
    told = {entry["small"][0] for entry in shown if "links" not in entry}
    assert told == {f"Niet in de app: {reason}" for reason in reasons}


def test_a_path_that_the_app_does_not_know_still_reads(own_data: Path) -> None:
    assert document_sections._links("Achtergrond › Mars › Feiten", {}) == ()


# Account


def test_account_names_version_licence_and_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = said(opened(BRONNEN, deel="verantwoording"))
    for expected in ("EUPL-1.2", "CC BY 4.0", "geen cookies", "uit andere trekkingen"):
        assert expected in text
    shown: list[str] = []
    monkeypatch.setattr(accountability.st, "markdown", shown.append)
    file = tmp_path / "CHANGELOG.md"
    accountability._show_changes(file)
    for changes in ("", "* 0.2.0: *kosten* hoger\n"):
        file.write_text(f"## Changed results\n\n{changes}", encoding="utf8")
        accountability._show_changes(file)
    assert shown == [
        "Onbekend: de lijst van veranderingen ontbreekt bij deze installatie.",
        "Geen. Wie een rapport van een eerdere versie heeft, vindt daarin dezelfde uitkomsten als nu.",
        "- 0.2.0\\: \\*kosten\\* hoger",
    ]


# Search


def test_a_search_by_link_shows_groups_with_links() -> None:
    app = opened(BRONNEN, zoek="pleegzorg", regio="JZ31")
    first = groups(app)[0]
    assert (first["heading"], first["entries"][0]["title"]) == ("Taak", "Pleegzorg")
    assert first["entries"][0]["links"][0]["href"] == "kaart?regio=JZ31&taak=pleegzorg"
    assert "resultaten** voor `pleegzorg`, in " in said(app)
    assert component_data(app, "search")[0] == {"text": "pleegzorg", "focus": False}


def test_a_region_found_is_looked_at_beside_my_region() -> None:
    hrefs = {
        mine: entries(opened(BRONNEN, zoek="Haaglanden", **({"regio": mine} if mine else {})))[0]["links"][0]["href"]
        for mine in (None, "JZ24", "JZ31")
    }
    assert hrefs == {None: "regio?regio=JZ24", "JZ24": "regio?regio=JZ24", "JZ31": "regio?regio=JZ31&bekijk=JZ24"}


def test_an_empty_search_gives_help_and_the_field() -> None:
    app = opened(BRONNEN, zoek="")
    assert component_data(app, "search")[0] == {"text": "", "focus": True}
    assert "het begin van een woord is genoeg" in said(app)


def test_nothing_found_offers_other_words() -> None:
    app = opened(BRONNEN, zoek="jeugdzrog")
    assert "**Niets gevonden voor `jeugdzrog`.** `jeugdzrog` komt in de app niet voor." in said(app)
    next(button for button in app.button if button.label == "jeugdzorg").click().run()
    assert not app.exception
    assert address_of(app)["zoek"] == "jeugdzorg"
    assert entries(app)


@pytest.mark.parametrize("text", [HOSTILE, "x" * 5000, "\x00", "🙂"])
def test_what_is_searched_for_cannot_act(text: str) -> None:
    app = opened(BRONNEN, zoek=text)
    assert not app.exception
    shown = "\n".join(item.value for item in app.markdown)
    assert "**Niets gevonden voor `" in shown
    for acting in ("**b**", "[klik]"):
        assert acting not in re.sub(r"`[^`]*`", "", shown)


def test_a_very_common_word_is_cut_and_says_so() -> None:
    for group in groups(opened(BRONNEN, zoek="a")):
        assert len(group["entries"]) <= search.SENT_AT_MOST


def background_views() -> list[dict[str, str]]:
    """First and last view of each part of the page Achtergrond to which a search leads."""
    per_part: dict[tuple[str, str], dict[tuple[tuple[str, str], ...], None]] = {}
    for item in loading.search_index().entries:
        for link in item.entry.links:
            if link.page == "achtergrond":
                per_part.setdefault((link.query[0][1], link.query[1][1]), {})[link.query] = None
    return [dict(query) for views in per_part.values() for query in {next(iter(views)): 0, list(views)[-1]: 0}]


@pytest.mark.parametrize("query", background_views(), ids=lambda query: "-".join(query.values())[:60])
def test_a_hit_in_a_document_opens_its_view(query: dict[str, str]) -> None:
    app = opened("pages/achtergrond.py", **query)
    assert not app.exception
    assert not app.error
    assert not [item.value for item in app.warning if item.value.startswith("De link noemt")]
    assert {key: value for key, value in address_of(app).items() if key in ("document", "deel")} == {
        key: query[key] for key in ("document", "deel")
    }


# Meaning of terms on other pages


def test_every_term_used_as_help_is_in_the_glossary() -> None:
    used = {
        term
        for file in [*Path("components").rglob("*.py"), *Path("pages").glob("*.py")]
        for call in re.findall(r"meaning\(([^()]*)\)", file.read_text(encoding="utf8"))
        for term in re.findall(r'"([^"]+)"', call)
    }
    assert len(used) > 20
    for term in used:
        assert glossary_help.meaning(term), term


def test_meaning_of_terms() -> None:
    (row,) = [row for row in csv_rows(CSV / "glossary.csv") if row["term"] == "burap"]
    assert glossary_help.meaning("burap") == f"**Burap**: {row['explanation']}"
    assert glossary_help.meaning("Bestuursrapportage") == f"**Bestuursrapportage**: {row['explanation']}"
    assert glossary_help.meaning("bestaat niet") is None
    assert (glossary_help.meaning("status", "bestaat niet", "schaal") or "").count("\n\n") == 1


@pytest.mark.parametrize(
    "page", ["app.py", "pages/kaart.py", "pages/regio.py", "pages/vergelijking.py", "pages/doorrekening.py"]
)
def test_a_missing_glossary_breaks_no_page(page: str, own_data: Path) -> None:
    (own_data / "glossary.parquet").unlink()
    app = opened(page, regio="JZ31")
    assert not app.exception
    assert not app.error


def test_bronnen_without_its_tables_says_so_in_dutch(own_data: Path) -> None:
    (own_data / "glossary.parquet").unlink()
    app = opened(BRONNEN, deel="begrippen", zoek="burap")
    assert not app.exception
    assert {error.value.split(".")[0] for error in app.error} == {"Het gegevensbestand glossary"}
