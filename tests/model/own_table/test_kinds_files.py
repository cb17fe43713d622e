"""Kinds of files: encodings, separators, XLSX and ODS of every maker, and files that no one should open."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from model.own_table import MOST_BYTES, OwnTableError, Workbook, sheets_of_file, sheets_of_text
from tests.model.own_table.base import (
    BASE,
    MEASURES,
    costs,
    csv_of,
    dutch,
    faults,
    measures,
    notes,
    ods_of,
    open_keys,
    plan_of,
    proposals,
    understood,
    xlsx_of,
)
from tests.model.own_table.written import Page, ods, text, xlsx


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_encodings_separators_and_line_ends(coding: str, separator: str, line_end: str) -> None:
    read = understood(*(csv_of(page, coding, separator, line_end) for page in (measures(), costs())))
    assert plan_of(read) == BASE
    assert not read.needs_confirmation


@pytest.mark.parametrize("coding", ["mac_roman", "cp858"])
def test_other_encodings_are_read_right_with_a_remark(coding: str) -> None:
    read = understood(*(csv_of(page, coding, line_end="\r") for page in (measures(), costs())))
    assert plan_of(read) == BASE
    assert "kijk of namen" in notes(read)


def test_an_encoding_that_cannot_be_told_is_asked_about() -> None:
    rows = [["1", "Cliëntenraad", *MEASURES[0][2:]], ["2", "Toets", *MEASURES[1][2:]]]
    page = measures(rows, [heading.replace(" (mln €)", " (mln)") for heading in measures().rows[0]])
    book = csv_of(page, "cp858")
    if len(book.codings) == 1:
        assert "Cliëntenraad" in str(understood(book, csv_of(costs())).shown)
        return
    read = understood(book, csv_of(costs()))
    (key,) = (key for key in open_keys(read) if key.startswith("codering:"))
    labels = {option.value: option.label for option in read.open_questions[0].options}
    assert "Cliëntenraad" in labels["cp858"]
    assert key == f"codering:{book.name}"


def test_a_byte_that_means_nothing_in_an_encoding_rules_it_out() -> None:
    read = understood(sheets_of_file("a.csv", b"Maatregel;2027\n\x94\x9d\xb7;0,6\n"))
    assert all(option.value != "cp1252" for question in read.questions for option in question.options)


GARBLED: list[Callable[[str], str]] = [
    lambda it: it.encode().decode("cp1252"),
    lambda it: it.encode("mac_roman").decode("cp1252"),
]


@pytest.mark.parametrize("garble", GARBLED)
def test_names_that_were_garbled_before_are_mended_if_the_visitor_agrees(garble: Callable[[str], str]) -> None:
    page = measures([[row[0], garble(row[1]), *row[2:]] for row in MEASURES])
    for read in (understood(xlsx_of(page, costs())), understood(csv_of(page), csv_of(costs()))):
        assert proposals(read) == {"letters": "ja"}
        assert plan_of(read) == BASE
    kept = plan_of(understood(xlsx_of(page, costs()), letters="nee"))
    assert kept.measures.measures[1].name == garble("Eén toets op verlengingen")


def test_a_pasted_range() -> None:
    pages = [Page(page.name, [[dutch(value) for value in row] for row in page.rows]) for page in (measures(), costs())]
    read = understood(*(sheets_of_text(text(page, "\t", "\n")) for page in pages))
    assert plan_of(read) == BASE
    together = "\n".join(text(page, "\t", "\n") for page in pages)
    assert plan_of(understood(sheets_of_text(together))) == BASE


def test_line_breaks_in_headings() -> None:
    page = measures(headings=[heading.replace(" (", "\n(") for heading in measures().rows[0]])
    assert plan_of(understood(csv_of(page), csv_of(costs()))) == BASE


@pytest.mark.parametrize("name", ['"Grip" op contracten', 'Grip "stevig" op contracten', '"Grip" en "houvast"'])
def test_stray_quotation_marks_are_read_as_excel_does_with_a_remark(name: str) -> None:
    page = Page("Maatregelen", [[dutch(value) for value in row] for row in measures().rows])
    data = text(page, ";").replace("Contracten nalopen", name).encode()
    read = understood(sheets_of_file("a.csv", data), csv_of(costs()))
    read_name = plan_of(read).measures.measures[3].name
    assert read_name.replace('"', "") == name.replace('"', "")
    assert read_name == name or "aanhalingstekens" in notes(read)


def test_a_quotation_mark_that_never_closes_swallows_no_rows() -> None:
    page = Page("Maatregelen", [[dutch(value) for value in row] for row in measures().rows])
    data = text(page, ";").replace("Contracten nalopen", '"Contracten nalopen').encode()
    read = understood(sheets_of_file("a.csv", data), csv_of(costs()))
    assert read.own is None or len(read.own.plan.measures) == 5
    assert read.needs_confirmation


def test_commas_in_amounts_that_also_separate_columns_are_a_fault() -> None:
    read = understood(csv_of(measures()), sheets_of_file("b.csv", b"Jaar,Jaarkosten (mln)\n2026,41,25\n2027,40,5\n"))
    assert read.own is None
    assert "scheidt de komma de kolommen" in faults(read)


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, change(part, before.read(part)))
    return buffer.getvalue()


def strict(_: str, content: bytes) -> bytes:
    return content.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ).replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


def test_strict_open_xml_is_read() -> None:
    data = changed(xlsx(measures(), costs()), strict)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml")
    assert plan_of(understood(sheets_of_file("a.xlsx", data))) == BASE


def test_opendocument_is_read_whatever_it_is_called() -> None:
    for name in ("a.ods", "a.xlsx"):
        assert plan_of(understood(sheets_of_file(name, ods(measures(), costs())))) == BASE


def test_true_and_false_of_libreoffice_are_values() -> None:
    page = measures([[*row[:13], row[13] == "ja"] for row in MEASURES])

    def as_formula(part: str, content: bytes) -> bytes:
        if not part.endswith("sheet1.xml"):
            return content
        return content.replace(b' t="b"><v>0</v>', b' t="b"><f>FALSE()</f><v>0</v>').replace(
            b' t="b"><v>1</v>', b' t="b"><f>TRUE()</f><v>1</v>'
        )

    data = changed(xlsx(page, costs()), as_formula)
    assert b"<f>TRUE()</f>" in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert plan_of(understood(sheets_of_file("a.xlsx", data))) == BASE
    assert plan_of(understood(ods_of(page, costs()))) == BASE


def with_look(row: int, look: dict[str, Any], *, rich: bool = False) -> Workbook:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        struck = book.add_format(look)
        for page in (measures(), costs()):
            sheet = book.add_worksheet(page.name)
            for at, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    mine = page.name == "Maatregelen" and at == row
                    if mine and rich and column == 3:
                        sheet.write_rich_string(at, column, struck, "0,9 ", "0,6")
                    elif value is not None:
                        sheet.write(at, column, value, struck if mine and not rich else None)
    return sheets_of_file("a.xlsx", buffer.getvalue())


def test_rows_that_are_struck_through_are_asked_about() -> None:
    book = with_look(5, {"font_strikeout": True})
    read = understood(book)
    assert proposals(read) == {"doorgehaald:maatregelen": "niet"}
    assert plan_of(read).codes == ("1", "2", "3a", "3b")
    assert plan_of(understood(book, doorgehaald__maatregelen="mee")) == BASE


def test_what_is_struck_through_within_a_cell_does_not_count_and_is_named() -> None:
    read = understood(with_look(1, {"font_strikeout": True}, rich=True))
    assert plan_of(read) == BASE
    assert "doorgehaald" in notes(read)


def test_hidden_sheets_are_never_taken_before_visible_ones() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        pages = (
            measures(),
            costs(),
            Page("Oud", measures([[*row[:2], *[9.0] * 6, *row[8:]] for row in MEASURES]).rows),
        )
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for at, cells in enumerate(page.rows):
                sheet.write_row(at, 0, cells)
            if page.name == "Oud":
                sheet.hide()
    read = understood(sheets_of_file("a.xlsx", buffer.getvalue()))
    assert plan_of(read) == BASE
    assert "Oud" in notes(read)


EMPTY_ZIP = b"PK\x05\x06" + bytes(18)
REFUSED = [
    (b"", "een leeg bestand"),
    (b"x" * (MOST_BYTES + 1), "1 MB"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "oude Excel"),
    (b"PK\x03\x04 nothing", "beschadigd"),
    (EMPTY_ZIP, "beschadigd"),
    (b"\x00\x01\x02\x00\x03\x00\x01", "geen tekst"),
    (xlsx(measures())[:400], "beschadigd"),
]


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return buffer.getvalue()


REFUSED += [
    (zipped("[Content_Types].xml", "xl/workbook.bin"), ".xlsb"),
    (zipped("word/document.xml"), "Word"),
    (zipped("Index/Document.iwa"), "Numbers"),
    (b"%PDF-1.7 x", "pdf"),
    (b"\n<HTML><table><tr><td>1</td></tr></table>", "webpagina"),
    (b'<?xml version="1.0"?><Workbook/>', "XML-bestand"),
    (zipped("readme.txt"), "beschadigd"),
]


@pytest.mark.parametrize(("data", "said"), REFUSED)
def test_what_cannot_be_opened_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(OwnTableError) as refused:
        sheets_of_file("a.xlsx", data)
    assert said in str(refused.value)
    assert len(refused.value.faults) == 1
    assert pickle.loads(pickle.dumps(refused.value)).faults == refused.value.faults


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"]
)
def test_entities_are_never_expanded(part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def arm(name: str, content: bytes) -> bytes:
        return content.replace(b"?>", b"?>" + bomb, 1) if name == part else content

    with pytest.raises(OwnTableError, match="beschadigd"):
        sheets_of_file("a.xlsx", changed(xlsx(measures(), costs()), arm))


def test_a_small_file_that_unpacks_to_too_much_is_refused() -> None:
    def swell(name: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", b" " * 20_000_000 + b"</sheetData>") if "sheet1" in name else content

    data = changed(xlsx(measures(), costs()), swell)
    assert len(data) < MOST_BYTES
    with pytest.raises(OwnTableError, match="uitgepakt veel te groot"):
        sheets_of_file("a.xlsx", data)


def test_a_sheet_without_an_end_is_cut_and_says_so() -> None:
    page = Page("Maatregelen", [*measures().rows, *[[] for _ in range(6_000)], ["9", "Ver weg", *[0.1] * 6]])
    read = understood(xlsx_of(page, costs()))
    assert plan_of(read) == BASE
    assert "niet alle rijen" in notes(read)
