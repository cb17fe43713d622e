"""Own tables refused: every fault with its place, and files that are no table."""

from __future__ import annotations

import io
import pickle
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from model.own_table import (
    MOST_BYTES,
    OwnTableError,
    TableFault,
    TableKind,
    read_own_table,
    tables_of_file,
)
from tests.model.own_table.example_files import (
    CSV_EXAMPLES,
    EXAMPLE,
    MEASURES,
    PLAN,
    YEARS,
    address_of,
    example_with,
    example_with_part,
    faults_of,
    heading_of,
    read_files,
    with_text,
)

WRONG_CELLS: list[tuple[TableKind, str, int, Any, str]] = [
    (MEASURES, "measure_code", 3, None, "een nummer van 1 tot en met 8"),
    (MEASURES, "measure_code", 3, "te lang nummer", "een nummer van 1 tot en met 8"),
    (MEASURES, "measure_code", 3, "1", "ook in rij 2"),
    (MEASURES, "name", 3, None, "1 tot en met 200 tekens"),
    (MEASURES, "name", 3, "x" * 201, "1 tot en met 200 tekens"),
    (MEASURES, "name", 3, "budgetverantwoordelijkheid JEUGDTEAMS", "ook in rij 2"),
    (MEASURES, "effect_2020_low_mln_eur", 3, "veel", "een getal met een komma"),
    (MEASURES, "effect_2020_low_mln_eur", 3, -1, "€ 0 mln tot en met € 1.000 mln"),
    (MEASURES, "effect_2020_low_mln_eur", 3, None, "€ 0 mln tot en met € 1.000 mln"),
    (MEASURES, "effect_2020_low_mln_eur", 3, 9, "ten hoogste de bovenkant, € 8 mln"),
    (MEASURES, "effect_2020_low_mln_eur", 3, "=1+1", "een ingevulde waarde"),
    (MEASURES, "effect_2020_low_mln_eur", 3, datetime(2020, 8, 1), "maakte hier een datum van"),
    (MEASURES, "effect_2020_high_mln_eur", 3, 115, "ten hoogste de jaarkosten aan het begin, € 114,7 mln"),
    (MEASURES, "effect_2020_high_mln_eur", 3, "1500000", "€ 0 mln tot en met € 1.000 mln"),
    (MEASURES, "investment_kind", 3, "misschien", "bedrag, geen, nog op te geven"),
    (MEASURES, "investment_mln_eur", 3, 2, "want de soort investering is “geen”"),
    (MEASURES, "investment_mln_eur", 4, None, "€ 0 mln tot en met € 1.000 mln"),
    (MEASURES, "preparation_months_low", 3, 121, "0 tot en met 120 maanden"),
    (MEASURES, "running", 3, "soms", "ja of nee"),
    (MEASURES, "risk", 3, "r" * 501, "0 tot en met 500 tekens"),
    (MEASURES, "involved", 3, "a" * 101, "0 tot en met 100 tekens"),
    (YEARS, "year", 3, "ooit", "een getal met een komma"),
    (YEARS, "year", 3, 2019.5, "opeenvolgende jaren"),
    (YEARS, "year", 3, None, "opeenvolgende jaren"),
    (YEARS, "year", 3, 2019, "2020, het jaar na 2019"),
    (YEARS, "yearly_cost_mln_eur", 2, None, "€ 0,001 mln tot en met € 10.000 mln"),
    (YEARS, "yearly_cost_mln_eur", 2, 0, "€ 0,001 mln tot en met € 10.000 mln"),
    (YEARS, "yearly_cost_mln_eur", 3, "=SUM(B2:B3)", "een ingevulde waarde"),
    (YEARS, "national_contribution_mln_eur", 3, -0.5, "€ 0 mln tot en met € 10.000 mln"),
    (YEARS, "budget_mln_eur", 3, "12 mld", "een getal met een komma"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "row", "value", "allowed"), WRONG_CELLS)
def test_a_wrong_cell_is_refused_with_its_place(kind: TableKind, name: str, row: int, value: Any, allowed: str) -> None:
    address = address_of(kind, name, row)
    faults = [fault for fault in faults_of(example_with(kind, address, value)) if fault.address == address]
    assert len(faults) == 1
    (fault,) = faults
    assert (fault.sheet, fault.row, fault.column) == (kind, row, heading_of(name))
    assert allowed in fault.allowed
    assert (
        fault.text
        == f"{kind}, rij {row} (cel {address}), kolom “{fault.column}”"
        + (f", {fault.about}" if fault.about else "")
        + f": {fault.value} kan niet; toegestaan is {fault.allowed}."
    )


def test_what_a_spreadsheet_cannot_compute_is_refused() -> None:
    address = address_of(MEASURES, "effect_2020_high_mln_eur", 3)
    faults = faults_of(example_with(MEASURES, address, "#DIV/0!"))
    assert [(fault.address, fault.value) for fault in faults] == [(address, "“#DIV/0!”")]


def test_an_endless_number_in_a_spreadsheet_is_refused() -> None:
    for number in (b"1e400", b"9" * 400, b"-1e400"):
        data = example_with_part(
            "sheet2.xml", lambda xml, number=number: xml.replace(b"<v>114.7</v>", b"<v>" + number + b"</v>", 1)
        )
        assert "oneindig" in faults_of(data)[0].value


def test_all_faults_of_both_tables_are_named_at_once() -> None:
    faults = faults_of(
        b"Nummer;Maatregel;Effect 2019 laag;Effect 2019 hoog;Effect 2024 laag;Investering;Loopt al\n"
        b"1;Een;5;2;1;veel;\n1;=A1;-1;x;1;;misschien\n;Een;0;200;1;;\n",
        b"Jaar;Begroting;Jaar\n2019;veel;1\n2021;1;1\n",
    )
    found = {(str(fault.sheet), fault.row, fault.column, fault.value) for fault in faults}
    assert found == {
        ("Maatregelen", None, "Effect 2020 laag (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2020 hoog (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2021 laag (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2021 hoog (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2022 laag (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2022 hoog (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2023 laag (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2023 hoog (mln €)", "ontbreekt"),
        ("Maatregelen", None, "Effect 2024 hoog (mln €)", "ontbreekt"),
        ("Maatregelen", 2, "Effect 2019 laag", "5"),
        ("Maatregelen", 2, "Investering", "“veel”"),
        ("Maatregelen", 3, "Nummer", "“1”"),
        ("Maatregelen", 3, "Maatregel", "“=A1”"),
        ("Maatregelen", 3, "Effect 2019 laag", "−1"),
        ("Maatregelen", 3, "Effect 2019 hoog", "“x”"),
        ("Maatregelen", 3, "Loopt al", "“misschien”"),
        ("Maatregelen", 4, "Nummer", "leeg"),
        ("Maatregelen", 4, "Maatregel", "“Een”"),
        ("Kosten per jaar", None, "Jaarkosten (mln €)", "ontbreekt"),
        ("Kosten per jaar", None, "Jaar", "twee keer aanwezig"),
        ("Kosten per jaar", 2, "Begroting", "“veel”"),
        ("Kosten per jaar", 3, "Jaar", "“2021”"),
    }


def test_a_fault_is_told_once_per_cell() -> None:
    faults = with_text(MEASURES, "Nummer;Maatregel;Effect 2020\n1;Een;-3\n2;Twee;veel\n")
    assert [(fault.address, fault.value) for fault in faults] == [("C2", "−3"), ("C3", "“veel”")]


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 maatregelen"), (41, "41 maatregelen"), (500, "meer dan 80 maatregelen")]
)
def test_number_of_measures(count: int, said: str) -> None:
    rows = "".join(f"{place};Maatregel {place};1-2\n" for place in range(count))
    faults = with_text(MEASURES, f"Nummer;Maatregel;Effect 2020\n{rows}")
    assert [(fault.value, fault.allowed) for fault in faults] == [(said, "1 tot en met 40")]


def test_forty_measures_and_ten_years_are_allowed_and_eleven_years_are_not() -> None:
    def tables(years: int) -> tuple[bytes, bytes]:
        effects = ";".join(f"Effect {2020 + place}" for place in range(years))
        rows = "".join(f"{place};Maatregel {place}{';1-2' * years}\n" for place in range(40))
        path = "".join(f"{2020 + place};100\n" for place in range(years))
        return f"Nummer;Maatregel;{effects}\n{rows}".encode(), f"Jaar;Jaarkosten\n{path}".encode()

    plan = read_files(*tables(10))
    assert (len(plan.measures), len(plan.years)) == (40, 10)
    faults = {fault.value for fault in faults_of(*tables(11))}
    assert {"effecten van 2020 tot en met 2030", "11 jaren"} <= faults


def test_effect_years_outside_the_path_are_pointed_at() -> None:
    faults = with_text(YEARS, "Jaar;Jaarkosten\n2020;100\n2021;90\n")
    assert [(fault.column, fault.value) for fault in faults] == [("Effect 2019 laag (mln €)", "2019")]
    assert "2020 tot en met 2021" in faults[0].allowed


def test_a_table_without_any_effect_is_refused_with_the_reason() -> None:
    faults = with_text(MEASURES, "Nummer;Maatregel;Effect 2020\n1;Een;0\n2;Twee;0\n")
    assert len(faults) == 1
    assert "anders valt er niets door te rekenen" in faults[0].text


def test_remarks_name_what_is_allowed_but_odd() -> None:
    measures = "Nummer;Maatregel;Effect 2020;Effect 2021;Notitie\n1;Een;1-2;0-1;zie mail\n2;Twee;0;0;\n3;Drie;1-2;2;\n"
    years = "Jaar;Jaarkosten;Begroting\n2020;100;90\n2021;95;100\n"
    remarks = read_own_table({**tables_of_file(measures.encode()), **tables_of_file(years.encode())}).remarks
    said = "\n".join(remarks)
    for words_of in ("“Notitie”", "effect 0, dus deze schuif verandert niets: maatregel 2",
                     "kan niet bewegen: maatregel 3",
                     "daalt in een later jaar",
                     "Jaarkosten 2020: er staat 100, uit de andere kolommen volgt 90"):  # fmt: skip
        assert words_of in said


def test_faults_can_be_pickled() -> None:
    error = OwnTableError([TableFault("Maatregelen", "5", "4", 2, "Nummer", "A2", "maatregel 1")])
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


# Files that are no table.


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg bestand"),
        (b"x" * (MOST_BYTES + 1), "1.048.577 bytes kan niet; toegestaan is hooguit 1.048.576 bytes (1 MB)"),
        (b"\x00\x01\x02", "geen tekst"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen tekst"),
        (b"Beste collega,\n\nhierbij", "begint met “Beste collega”"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100, "oude Excel"),
        (b"PK\x03\x04 en verder niets", "beschadigd"),
        (EXAMPLE[: len(EXAMPLE) // 2], "beschadigd"),
        (b"\xff\xfeN", "geen tekst"),
    ],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, said: str) -> None:
    assert said in faults_of(data)[0].text


def test_a_workbook_with_other_sheets_is_refused_with_the_names() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Blad1"
    buffer = io.BytesIO()
    book.save(buffer)
    (fault,) = faults_of(buffer.getvalue())
    assert "“Blad1”" in fault.value
    assert "“Maatregelen” en “Kosten per jaar”" in fault.allowed


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1+1", "+(1)"])
def test_what_a_spreadsheet_would_compute_is_refused_in_a_text_file(text: str) -> None:
    faults = with_text(MEASURES, f"Nummer;Maatregel;Effect 2020\n1;{text};1-8\n")
    assert "een ingevulde waarde" in faults[0].allowed


def test_one_csv_file_lacks_the_other_table() -> None:
    assert "zonder “Maatregelen”" in faults_of(CSV_EXAMPLES[YEARS])[0].text


def test_a_small_file_that_unpacks_to_a_large_one_is_refused() -> None:
    bomb = example_with_part("sharedStrings.xml", lambda xml: xml + b" " * (10 * MOST_BYTES))
    assert len(bomb) < MOST_BYTES
    (fault,) = faults_of(bomb)
    assert "uitgepakt veel te groot" in fault.value


def test_a_part_that_hides_its_size_is_refused() -> None:
    bomb = bytearray(example_with_part("sharedStrings.xml", lambda xml: xml + b" " * (10 * MOST_BYTES)))
    place = bomb.rfind(b"xl/sharedStrings.xml") - 46
    assert bomb[place : place + 4] == b"PK\x01\x02"
    bomb[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    assert "beschadigd" in faults_of(bytes(bomb))[0].value


def test_entities_that_multiply_are_refused() -> None:
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 20) for level in range(8))
    start = b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "' + b"a" * 60 + b'">' + entities + b"]>"
    cell = b'<sheetData><row r="1"><c r="A1" t="str"><v>&i;</v></c></row>'
    data = example_with_part("sheet1.xml", lambda xml: start + xml.split(b"?>", 1)[1].replace(b"<sheetData>", cell))
    assert "beschadigd" in faults_of(data)[0].value


def test_a_row_far_below_costs_nothing() -> None:
    far = b'<row r="999999999999"><c r="A9"><v>1</v></c></row></sheetData>'
    data = example_with_part("sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far))
    assert read_files(data) == PLAN
