"""Files for a spreadsheet: no text of a visitor is computed, becomes a link, or makes another cell."""

from __future__ import annotations

import csv
import io
import math
import re

import openpyxl
import pandas as pd
import pytest
import streamlit as st

from components.look.about_file import describe_view, of_this_view
from components.look.table import csv_bytes, xlsx_bytes
from model.notation import as_cell_text, of_cell_text
from model.own_table import CellTable, TableKind, blank_tables, csv_file, tables_of_file, xlsx_file
from model.own_table.assumptions import ASSUMPTIONS_SHEET
from tests.serving import ROOT

COMPUTED = [
    "=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\"=1+1", "'=1+1", "＝1+1",
    "- nog te doen", "--1", "=HYPERLINK(\"https://evil.example\")", "\ttekst", "' \"-1+1", "-1-1",
]  # fmt: skip
NUMBERS = ["-1", "-2,5", "-1.234,50", "+3", "-", "12%", "-4 %"]
TEXTS = ["Rotterdam", "a=b", "’s-Gravenhage", "'s-Hertogenbosch", "3-1", "", "https://evil.example", "a;b", 'a"b']


@pytest.mark.parametrize("text", COMPUTED)
def test_what_a_spreadsheet_would_compute_becomes_a_text(text: str) -> None:
    whole = text.replace("\r", " ")
    assert as_cell_text(text) == f"'{whole}"
    assert of_cell_text(as_cell_text(text)) == whole


@pytest.mark.parametrize("text", [*NUMBERS, *TEXTS])
def test_a_number_and_any_other_text_stay_as_they_are(text: str) -> None:
    assert as_cell_text(text) == of_cell_text(text) == text


def test_csv_of_every_table_has_no_cell_and_no_heading_that_is_computed() -> None:
    texts = [*COMPUTED, *NUMBERS, *TEXTS]
    table = pd.DataFrame({"=Naam": texts, "Bedrag": [-1.5] * len(texts)})
    heading, *rows = csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""), delimiter=";")
    assert heading == ["'=Naam", "Bedrag"]
    assert [row[0] for row in rows] == [as_cell_text(text) for text in texts]
    assert {row[1] for row in rows} == {"-1,5"}, "a negative number stays a number"


def test_xlsx_of_every_table_has_texts_only_where_there_are_texts() -> None:
    texts = [text for text in [*COMPUTED, *TEXTS] if text]
    table = pd.DataFrame({"=Naam": texts, "Bedrag": [-1.5] * len(texts)})
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table, "=Bron")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert [cell.value for cell in book["Gegevens"]["B"][1:]] == [-1.5] * len(texts)


def test_csv_says_what_it_is_below_the_table_after_an_empty_line() -> None:
    table = pd.DataFrame({"Jaar": [2019, 2020], "Jaarkosten": [112.0, 112.7]})
    content = csv_bytes(table, "Bron: plan van 2019", [("Eenheid", "mln €"), ("Scenario", "=1+1")])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[:4] == [["Jaar", "Jaarkosten"], ["2019", "112,0"], ["2020", "112,7"], []]
    assert rows[4:7] == [["Bron", "Plan van 2019"], ["Eenheid", "mln €"], ["Scenario", "'=1+1"]]
    assert [row[0] for row in rows[7:]] == ["Gemaakt op", "Gemaakt met"]
    assert csv_bytes(table).decode("utf-8-sig").splitlines()[3:] == [], "a file for a program holds the table alone"


def test_a_file_names_its_view_as_it_is_then_unless_it_has_a_link_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    assert of_this_view([("Eenheid", "mln €")]) == (("Eenheid", "mln €"),)
    view = [("Weergave", "Kaart"), ("Link", "https://x.nl/kaart")]
    describe_view(lambda: view)
    view.append(("Taak", "Pleegzorg"))
    assert of_this_view([("Link", "geen")]) == (("Weergave", "Kaart"), ("Taak", "Pleegzorg"), ("Link", "geen"))


def test_xlsx_shows_a_decimal_for_amounts_none_for_years_and_says_what_it_is() -> None:
    table = pd.DataFrame(
        {
            "Jaar": [2019, 2020], "Jaarkosten": [112.0, 112.7], "Fijn": [0.25, 1.0], "Aantal": [1900, 2000],
            "Regel van": [1500, 2], "Jaar of niet": [2019, "onbekend"], "Leeg": [None, 1.5], "Naam": ["a", "b"],
        }
    )  # fmt: skip
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_bytes(table, "Bron: plan", [("Eenheid", "mln €"), ("Scenario", "=1")]))
    )
    row = [cell.number_format for cell in book["Gegevens"][2]]
    assert row == ["0", "#,##0.0", "#,##0.00", "#,##0", "0", "0", "General", "General"]
    assert book["Gegevens"]["G3"].number_format == "#,##0.0"
    assert [type(cell.value) for cell in book["Gegevens"]["A"][1:]] == [int, int]
    about = [[cell.value for cell in row] for row in book["Over dit bestand"].iter_rows()]
    assert about[:3] == [["Bron", "Plan"], ["Eenheid", "mln €"], ["Scenario", "=1"]]
    assert {cell.data_type for row in book["Over dit bestand"] for cell in row} == {"s"}


@pytest.mark.parametrize("text", COMPUTED)
def test_an_own_table_says_the_same_in_its_files(text: str) -> None:
    table = CellTable(TableKind.YEARS, ("Jaar", "Jaarkosten (mln €)"), ((text, -1.5),), (2,), 1)
    (row,) = list(csv.reader(io.StringIO(csv_file(table).decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    assert row == [as_cell_text(text), "-1,5"]
    measures = CellTable(TableKind.MEASURES, ("Nummer", "Maatregel"), (("1", text),), (2,), 1)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file({TableKind.MEASURES: measures, TableKind.YEARS: table})))
    assert book[TableKind.MEASURES]["B2"].data_type == "s"
    assert book[TableKind.YEARS]["B2"].value == -1.5


def test_a_dash_in_front_comes_back_as_it_was() -> None:
    table = CellTable(TableKind.MEASURES, ("Nummer", "Maatregel"), (("1", "- nog te doen"),), (2,), 1)
    assert tables_of_file(csv_file(table))[TableKind.MEASURES].rows == (("1", "- nog te doen"),)


def test_files_are_written_in_no_other_place() -> None:
    """What is written elsewhere holds nothing of a visitor: the matrix of the source, and the package of the data.

    The workbook with formulas has its own test of the texts of a visitor.
    """
    books = r"(?:xlsxwriter|openpyxl)(?:\.| import )Workbook\b"
    writes = re.compile(rf"\bto_csv\(|\bcsv\.writer\(|\bto_excel\(|{books}\(?|\bExcelWriter\(")
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("components", "model", "pages", "server")
        for path in (ROOT / folder).rglob("*.py")
        if writes.search(path.read_text(encoding="utf8"))
    }
    assert found == {
        "components/look/table.py",
        "components/matrix/export.py",
        "components/what_if/workbook/book.py",
        "model/dataset/datapackage.py",
        "model/own_table/writing.py",
    }


def test_files_print_across_one_page_with_the_headings_on_every_page() -> None:
    answer = xlsx_bytes(pd.DataFrame({"Jaar": [2019], "Jaarkosten": [112.0]}), "Bron: plan")
    own = xlsx_file(blank_tables([2026, 2027, 2028]), ["Om elk bedrag ligt een bandbreedte van 25%. " * 12])
    for content, tables in ((answer, ["Gegevens"]), (own, list(TableKind))):
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet in book:
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), sheet.title
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.fitToHeight == 0
        assert {book[name].print_title_rows for name in tables} == {"$1:$1"}


def test_what_wraps_in_the_file_of_an_own_table_has_room() -> None:
    assumption = "Om elk bedrag ligt een bandbreedte van 25%. " * 12
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(blank_tables([2026, 2027, 2028]), [assumption])))
    for name, columns in (("Uitleg", "BCD"), (ASSUMPTIONS_SHEET, "A")):
        sheet, long = book[name], 0
        # The rules above the table run on over the empty cells beside them.
        for row in sheet.iter_rows(min_row=10 if name == "Uitleg" else 1):
            widths = [sheet.column_dimensions[column].width for column in columns]
            cells = [cell for cell in row if cell.column_letter in columns]
            lines = max(math.ceil(len(cell.value) / width) for cell, width in zip(cells, widths, strict=True))
            long += lines > 1
            assert (sheet.row_dimensions[row[0].row].height or 15) >= 15 * lines
        assert long
