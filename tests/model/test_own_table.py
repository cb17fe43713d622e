"""A region's own table: read back what was written, every fault with its place, and no bytes that lead to anything else."""

from __future__ import annotations

import io
import pickle
import random
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.own_table import (
    MOST_BYTES,
    Cell,
    CellTable,
    OwnTableError,
    TableFault,
    TableKind,
    blank_tables,
    canonical,
    cell_of_text,
    cell_text,
    csv_file,
    effect_years,
    field_of_heading,
    path_years,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    with_effect_years,
    xlsx_file,
)
from model.own_table.cells import NotUnderstood, column_letters, read_band, read_number, read_yes_no
from model.own_table.fields import YEAR_FIELDS, fields_of
from model.tables import read_table
from model.what_if import ZHZ_DECIDED_CODES, InvestmentKind, SavingsPlan, Scenario, fan, read_plan, scenario_figures

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
PLAN = read_plan(read_table("measures"), read_table("trajectory"))
TABLES = tables_of_plan(PLAN)
EXAMPLE = xlsx_file(TABLES)
CSV_EXAMPLES = {kind: csv_file(table) for kind, table in TABLES.items()}


def read_files(*files: bytes) -> SavingsPlan:
    tables: dict[TableKind, CellTable] = {}
    for data in files:
        tables |= tables_of_file(data)
    return read_own_table(tables).plan


def faults_of(*files: bytes) -> tuple[TableFault, ...]:
    with pytest.raises(OwnTableError) as refused:
        read_files(*files)
    return refused.value.faults


def with_text(kind: TableKind, text: str) -> tuple[TableFault, ...]:
    """Faults of one CSV table beside the example of the other."""
    other = YEARS if kind is MEASURES else MEASURES
    return faults_of(text.encode(), CSV_EXAMPLES[other])


def example_with(kind: TableKind, cell: str, value: Any) -> bytes:
    """The XLSX example with another value in one cell."""
    book = openpyxl.load_workbook(io.BytesIO(EXAMPLE))
    book[kind][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def example_with_part(name: str, change: Any) -> bytes:
    """The XLSX example with another text in one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EXAMPLE)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            content = before.read(part)
            after.writestr(part, change(content) if part.endswith(name) else content)
    return buffer.getvalue()


def heading_of(name: str) -> str:
    return next(
        field.heading
        for field in (*fields_of(MEASURES, PLAN.measures.effect_years), *YEAR_FIELDS)
        if field.name == name
    )


def address_of(kind: TableKind, name: str, row: int) -> str:
    return f"{column_letters(TABLES[kind].headings.index(heading_of(name)))}{row}"


# What is written can be read back.


def test_example_reads_back_as_the_source() -> None:
    read = read_own_table(tables_of_file(EXAMPLE))
    assert read.plan == PLAN
    assert (
        read.plan.fingerprint
        == read_plan(read_table("measures"), read_table("trajectory"), ZHZ_DECIDED_CODES).fingerprint
    )
    assert read.remarks == ()


def test_two_csv_files_read_back_as_the_source() -> None:
    assert read_files(*CSV_EXAMPLES.values()) == PLAN


def test_csv_example_is_what_a_dutch_spreadsheet_opens() -> None:
    text = CSV_EXAMPLES[YEARS].decode("utf-8-sig")
    assert CSV_EXAMPLES[YEARS].startswith(b"\xef\xbb\xbf")
    assert text.splitlines()[:2] == [
        "Jaar;Jaarkosten (mln €);Bijdrage van het rijk (mln €);Begroting (mln €);Bestuursrapportage (mln €);"
        "Taakstelling (mln €);Kosten voor de regio (mln €)",
        "2019;114,7;12;104,5;10,2;;102,7",
    ]


def test_xlsx_example_has_both_sheets_and_explains_every_column() -> None:
    book = openpyxl.load_workbook(io.BytesIO(EXAMPLE))
    assert book.sheetnames == ["Maatregelen", "Kosten per jaar", "Uitleg"]
    explained = {row[1].value for row in book["Uitleg"].iter_rows()}
    years = set(map(str, PLAN.measures.effect_years))
    wanted = {heading for kind in TableKind for heading in TABLES[kind].headings}
    assert {re.sub("20[0-9]{2}", "", heading) for heading in wanted} == {
        re.sub("20[0-9]{2}", "", heading) for heading in explained if heading and heading != "Kolom"
    }
    assert years <= {word for heading in wanted for word in heading.split()}


def test_editor_layout_reads_back_as_the_source() -> None:
    assert read_own_table({kind: canonical(table) for kind, table in TABLES.items()}).plan == PLAN


def test_order_of_columns_and_sheets_does_not_matter() -> None:
    turned = {
        kind: replace(table, headings=table.headings[::-1], rows=tuple(row[::-1] for row in table.rows))
        for kind, table in TABLES.items()
    }
    assert read_files(xlsx_file(turned)) == PLAN


amounts = st.integers(0, 9_999).map(lambda thousandths: thousandths / 1000)
words = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="=+@"), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)


@st.composite
def plans(draw: st.DrawFn) -> dict[TableKind, CellTable]:
    first, count = draw(st.integers(2000, 2090)), draw(st.integers(1, 10))
    effects = range(first, first + draw(st.integers(1, count)))
    measure_count = draw(st.integers(1, 6))
    rows: list[tuple[Cell, ...]] = []
    for place in range(measure_count):
        lows = [draw(amounts) for _ in effects]
        highs = [round(low + draw(amounts) + (0.001 if place == 0 else 0), 3) for low in lows]
        ends: list[Cell] = [end for pair in zip(lows, highs, strict=True) for end in pair]
        text = draw(st.none() | words.filter(bool))
        has_amount = draw(st.booleans())
        kind = (
            "bedrag" if has_amount else draw(st.sampled_from([None, "geen", "nog op te geven", "transformatiefonds"]))
        )
        rows.append((
            str(place + 1), f"Maatregel {place + 1}", *ends, text, None, None, kind,
            draw(amounts) if has_amount else None, None, None, draw(st.booleans()), None, text,
        ))  # fmt: skip
    cost = st.none() | amounts
    years: list[tuple[Cell, ...]] = [(float(first), 114.7, *(draw(cost) for _ in range(5)))]
    years += [(float(first + place), *(draw(cost) for _ in range(6))) for place in range(1, count)]
    headings = tuple(field.heading for field in fields_of(MEASURES, effects))
    return {
        MEASURES: CellTable(MEASURES, headings, tuple(rows), tuple(range(2, len(rows) + 2)), len(rows)),
        YEARS: CellTable(YEARS, TABLES[YEARS].headings, tuple(years), tuple(range(2, count + 2)), count),
    }


@settings(max_examples=40)
@given(tables=plans())
def test_any_table_survives_files_and_editor(tables: dict[TableKind, CellTable]) -> None:
    plan = read_own_table(tables).plan
    assert read_files(xlsx_file(tables)) == plan
    assert read_files(*(csv_file(table) for table in tables.values())) == plan
    assert read_own_table(tables_of_plan(plan)).plan == plan
    assert read_own_table({kind: canonical(table) for kind, table in tables.items()}).plan == plan


# Cells as people type them.


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,5", 1.5), ("1.234,5", 1234.5), ("1.234", 1234.0), ("12", 12.0), ("0", 0.0), ("€ 1,5", 1.5), ("€1.000", 1000.0),
        ("1,5 mln", 1.5), ("1,5 mln.", 1.5), ("1,5 miljoen euro", 1.5), ("EUR 2", 2.0), (" 3 ", 3.0), ("3\u00a0", 3.0), ("−2", -2.0),
        ("", None), ("-", None), ("??", None), ("Onbekend", None), ("n.v.t.", None), (4.25, 4.25), (None, None),
    ],
)  # fmt: skip
def test_amounts_as_people_type_them(typed: Cell, number: float | None) -> None:
    assert read_number(typed, "mln €") == number


@pytest.mark.parametrize(
    "typed",
    [
        "1.5",
        "0.500",
        "1,234.5",
        "1.23,4",
        "1 234",
        "veel",
        "nan",
        "inf",
        "1e3",
        "+5",
        "5%",
        "٣",
        "6 maanden",
        "1-8",
        True,
    ],
)
def test_what_is_no_amount_is_refused(typed: Cell) -> None:
    with pytest.raises(NotUnderstood):
        read_number(typed, "mln €")


def test_a_decimal_point_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(NotUnderstood, match="schrijf 1,5"):
        read_number("1.5", "mln €")


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("1-8", (1.0, 8.0)), ("1-8 mln.", (1.0, 8.0)), ("0,5 – 1,5", (0.5, 1.5)), ("€ 1 tot € 8", (1.0, 8.0)), ("1 t/m 8", (1.0, 8.0)),
        ("1.000-2.000", (1000.0, 2000.0)), ("0", (0.0, 0.0)), (3.0, (3.0, 3.0)), ("", (None, None)), ("-3", (-3.0, -3.0)),
    ],
)  # fmt: skip
def test_bands_in_one_cell(typed: Cell, ends: tuple[float | None, float | None]) -> None:
    assert read_band(typed, "mln €") == ends


@pytest.mark.parametrize("typed", ["1-2-3", "1-", "--", "een tot twee", "1.5-2", "1,2,3"])
def test_what_is_no_band_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_band(typed, "mln €")


def test_yes_and_no() -> None:
    assert [read_yes_no(cell) for cell in ("ja", "JA", "x", True, 1.0, "waar")] == [True] * 6
    assert [read_yes_no(cell) for cell in ("nee", "", None, False, 0.0, "onwaar")] == [False] * 6
    with pytest.raises(NotUnderstood, match="ja of nee"):
        read_yes_no("misschien")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Effect 2020 laag (mln €)", "effect_2020_low_mln_eur"), ("EFFECT  2020 Hoog", "effect_2020_high_mln_eur"),
        ("effect 2021 en later laag", "effect_2021_low_mln_eur"), ("naam", "name"), ("Maatregel", "name"), ("Nr.", "measure_code"),
        ("burap", "interim_report_mln_eur"), ("Rijksbijdrage", "national_contribution_mln_eur"), ("Opmerking", None),
        ("Effect 1850 laag", None), ("", None), ("Effect ٢٠٢٠ laag", None),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_words(heading: str, name: str | None) -> None:
    found = field_of_heading(MEASURES, heading) or field_of_heading(YEARS, heading)
    assert (found.name if found else None) == name


def test_one_column_for_a_band_is_two_ends() -> None:
    text = "Nummer;Maatregel;Effect 2020;Voorbereiding (maanden)\n1;Een;1-8 mln;3-6\n2;Twee;2;\n"
    plan = read_files(text.encode(), CSV_EXAMPLES[YEARS])
    one, two = plan.measures
    assert (one.effect_low_mln_eur, one.effect_high_mln_eur) == ((1.0,), (8.0,))
    assert (one.preparation_months_low, one.preparation_months_high) == (3.0, 6.0)
    assert (two.effect_low_mln_eur, two.effect_high_mln_eur) == ((2.0,), (2.0,))
    assert two.preparation_months_low is None


def test_an_amount_alone_says_what_kind_of_investment_it_is() -> None:
    text = "Nummer;Maatregel;Effect 2020;Investering\n1;Een;1-8;0,5\n2;Twee;2;\n"
    plan = read_files(text.encode(), CSV_EXAMPLES[YEARS])
    assert [measure.investment_kind for measure in plan.measures] == [InvestmentKind.AMOUNT, InvestmentKind.BLANK]


SMALL = "Jaar;Jaarkosten (mln €)\n2023;1.000,5\n2024;990\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_and_separators(encoding: str, separator: str, line_end: str) -> None:
    data = SMALL.replace(";", separator).replace("\n", line_end).encode(encoding)
    table = tables_of_file(data)[YEARS]
    assert table.headings == ("Jaar", "Jaarkosten (mln €)")
    assert [[cell_text(cell) for cell in row] for row in table.rows] == [["2023", "1.000,5"], ["2024", "990"]]


def test_commas_separate_where_amounts_are_quoted() -> None:
    data = 'sep=,\nJaar,Jaarkosten\n2023,"1.000,5"\n'
    assert tables_of_file(data.encode())[YEARS].rows == (("2023", "1.000,5"),)


def test_an_unquoted_comma_in_an_amount_is_pointed_at() -> None:
    faults = with_text(YEARS, "Jaar,Jaarkosten\n2019,114,7\n")
    assert (faults[0].row, faults[0].address) == (2, "C2")
    assert "tussen aanhalingstekens" in faults[0].allowed


def test_empty_rows_do_not_count_and_rows_keep_their_number() -> None:
    faults = with_text(YEARS, "Jaar;Jaarkosten\n\n2019;114,7\n;\n2020;veel\n")
    assert [(fault.row, fault.address, fault.value) for fault in faults] == [(5, "B5", "'veel'")] + [
        (None, "", "2021")
    ] * (len(faults) - 1)


# Every fault has its place.

WRONG_CELLS: list[tuple[TableKind, str, int, Any, str]] = [
    (MEASURES, "measure_code", 3, None, "een nummer van 1 tot en met 8"),
    (MEASURES, "measure_code", 3, "te lang nummer", "een nummer van 1 tot en met 8"),
    (MEASURES, "measure_code", 3, "1", "ook in rij 2"),
    (MEASURES, "name", 3, None, "1 tot en met 200 tekens"),
    (MEASURES, "name", 3, "x" * 201, "1 tot en met 200 tekens"),
    (MEASURES, "name", 3, "budgetverantwoordelijkheid JEUGDTEAMS", "ook in rij 2"),
    (MEASURES, "effect_2020_low_mln_eur", 3, "veel", "een getal met een komma"),
    (MEASURES, "effect_2020_low_mln_eur", 3, -1, "0 tot en met 1.000 mln euro"),
    (MEASURES, "effect_2020_low_mln_eur", 3, None, "0 tot en met 1.000 mln euro"),
    (MEASURES, "effect_2020_low_mln_eur", 3, 9, "ten hoogste de bovenkant, 8 mln euro"),
    (MEASURES, "effect_2020_low_mln_eur", 3, "=1+1", "een ingevulde waarde"),
    (MEASURES, "effect_2020_low_mln_eur", 3, datetime(2020, 8, 1), "maakte hier een datum van"),
    (MEASURES, "effect_2020_high_mln_eur", 3, 115, "ten hoogste de jaarkosten aan het begin, 114,7 mln euro"),
    (MEASURES, "effect_2020_high_mln_eur", 3, "1500000", "0 tot en met 1.000 mln euro"),
    (MEASURES, "name", 3, "@SUM(A1)", "een ingevulde waarde"),
    (MEASURES, "lead", 3, "+1+1", "een ingevulde waarde"),
    (MEASURES, "investment_kind", 3, "misschien", "bedrag, geen, nog op te geven"),
    (MEASURES, "investment_mln_eur", 3, 2, "want de soort investering is “geen”"),
    (MEASURES, "investment_mln_eur", 4, None, "0 tot en met 1.000 mln euro"),
    (MEASURES, "preparation_months_low", 3, 121, "0 tot en met 120 maanden"),
    (MEASURES, "running", 3, "soms", "ja of nee"),
    (MEASURES, "risk", 3, "r" * 501, "0 tot en met 500 tekens"),
    (MEASURES, "involved", 3, "a" * 101, "0 tot en met 100 tekens"),
    (YEARS, "year", 3, "ooit", "een getal met een komma"),
    (YEARS, "year", 3, 2019.5, "opeenvolgende jaren"),
    (YEARS, "year", 3, None, "opeenvolgende jaren"),
    (YEARS, "year", 3, 2019, "2020, het jaar na 2019"),
    (YEARS, "yearly_cost_mln_eur", 2, None, "0,001 tot en met 10.000 mln euro"),
    (YEARS, "yearly_cost_mln_eur", 2, 0, "0,001 tot en met 10.000 mln euro"),
    (YEARS, "yearly_cost_mln_eur", 3, "=SUM(B2:B3)", "een ingevulde waarde"),
    (YEARS, "national_contribution_mln_eur", 3, -0.5, "0 tot en met 10.000 mln euro"),
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
    assert [(fault.address, fault.value) for fault in faults] == [(address, "'#DIV/0!'")]


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
        ("Maatregelen", 2, "Investering", "'veel'"),
        ("Maatregelen", 3, "Nummer", "'1'"),
        ("Maatregelen", 3, "Maatregel", "'=A1'"),
        ("Maatregelen", 3, "Effect 2019 laag", "-1"),
        ("Maatregelen", 3, "Effect 2019 hoog", "'x'"),
        ("Maatregelen", 3, "Loopt al", "'misschien'"),
        ("Maatregelen", 4, "Nummer", "leeg"),
        ("Maatregelen", 4, "Maatregel", "'Een'"),
        ("Kosten per jaar", None, "Jaarkosten (mln €)", "ontbreekt"),
        ("Kosten per jaar", None, "Jaar", "twee keer aanwezig"),
        ("Kosten per jaar", 2, "Begroting", "'veel'"),
        ("Kosten per jaar", 3, "Jaar", "'2021'"),
    }


def test_a_fault_is_told_once_per_cell() -> None:
    faults = with_text(MEASURES, "Nummer;Maatregel;Effect 2020\n1;Een;-3\n2;Twee;veel\n")
    assert [(fault.address, fault.value) for fault in faults] == [("C2", "-3"), ("C3", "'veel'")]


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
    for words_of in ("“Notitie”", "effect 0, dus deze schuif verandert niets: maatregel 2", "kan niet bewegen: maatregel 3",
                     "daalt in een later jaar", "Jaarkosten 2020: er staat 100, uit de andere kolommen volgt 90"):  # fmt: skip
        assert words_of in said


def test_faults_can_be_pickled() -> None:
    error = OwnTableError([TableFault("Maatregelen", "5", "4", 2, "Nummer", "A2", "maatregel 1")])
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


# Files that are no table.


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg bestand"),
        (b"x" * (MOST_BYTES + 1), "hooguit 1 MB"),
        (b"\x00\x01\x02", "geen tekst"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen tekst"),
        (b"Beste collega,\n\nhierbij", "begint met “Beste collega,”"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100, "oude Excel"),
        (b"PK\x03\x04 en verder niets", "beschadigd"),
        (EXAMPLE[: len(EXAMPLE) // 2], "beschadigd"),
        (b'Nummer;Maatregel\n1;"open\n2;b\n', "aanhalingsteken"),
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


def test_one_csv_file_lacks_the_other_table() -> None:
    assert "zonder “Maatregelen”" in faults_of(CSV_EXAMPLES[YEARS])[0].text


def test_a_small_file_that_unpacks_to_a_large_one_is_refused() -> None:
    bomb = example_with_part("sharedStrings.xml", lambda xml: xml + b" " * (6 * MOST_BYTES))
    assert len(bomb) < MOST_BYTES
    (fault,) = faults_of(bomb)
    assert "uitgepakt veel te groot" in fault.value


def test_a_part_that_hides_its_size_is_refused() -> None:
    bomb = bytearray(example_with_part("sharedStrings.xml", lambda xml: xml + b" " * (6 * MOST_BYTES)))
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


# Whatever the bytes: a plan or faults.


def plan_or_faults(tables: dict[TableKind, CellTable]) -> tuple[SavingsPlan | None, tuple[TableFault, ...]]:
    try:
        return read_own_table(tables).plan, ()
    except OwnTableError as error:
        return None, error.faults


def read_anything(data: bytes) -> None:
    """Bytes to a plan that can be computed, or to faults with a text; anything else fails the test."""
    try:
        tables = tables_of_file(data)
    except OwnTableError as error:
        tables, faults, plan = {}, error.faults, None
    else:
        assert all(canonical(table).kind is kind for kind, table in tables.items())
        plan, faults = plan_or_faults({**TABLES, **tables})
    assert bool(faults) == (plan is None)
    assert all(fault.text.encode() for fault in faults)
    if plan is not None:
        scenario = Scenario.default(plan)
        assert len(scenario_figures(scenario).yearly_cost_mln_eur) == len(plan.years)
        assert 0 <= fan(scenario).chance_pct <= 100
        assert read_files(xlsx_file(tables_of_plan(plan))).fingerprint == plan.fingerprint


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_plan_or_faults(data: bytes) -> None:
    read_anything(data)
    read_anything(b"PK\x03\x04" + data)


@settings(max_examples=80)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 30))
def test_a_damaged_workbook_gives_a_plan_or_faults(seed: int, count: int) -> None:
    damaged, chance = bytearray(EXAMPLE), random.Random(seed)
    for _ in range(count):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    read_anything(bytes(damaged))


PARTS = [name for name in zipfile.ZipFile(io.BytesIO(EXAMPLE)).namelist() if name.startswith(("xl/", "[C"))]


@settings(max_examples=120)
@given(part=st.sampled_from(PARTS), seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_a_workbook_with_a_damaged_part_gives_a_plan_or_faults(part: str, seed: int, count: int) -> None:
    def damage(xml: bytes) -> bytes:
        changed, chance = bytearray(xml), random.Random(seed)
        for _ in range(count):
            changed[chance.randrange(len(changed))] = chance.choice(b"<>/\"'&;=0123456789 abcAX\xff")
        return bytes(changed)

    read_anything(example_with_part(part, damage))


headings = st.sampled_from(
    [*TABLES[MEASURES].headings, *TABLES[YEARS].headings, "Effect 2020", "Opmerking", "", "jaar", "Effect 2021"]
)
cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "1",
            "2",
            "3a",
            "1-8",
            "0",
            "1,5",
            "=1+1",
            "ja",
            "bedrag",
            "2019",
            "2020",
            "-1",
            "",
            "1e9",
            "onbekend",
            "\ud800",
        ]
    ),
    st.integers(-5, 3000).map(str),
)


@settings(max_examples=250)
@given(first=st.lists(headings, min_size=1, max_size=8), rows=st.lists(st.lists(cells, max_size=10), max_size=8))
def test_any_csv_gives_a_plan_or_faults(first: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in [first, *rows])
    read_anything(text.encode("utf-8", "replace"))


@settings(max_examples=250)
@given(
    kind=st.sampled_from(TableKind),
    changes=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), cells), max_size=4),
    renamed=st.none() | st.tuples(st.integers(0, 99), headings),
)
def test_any_change_in_the_editor_gives_a_plan_or_faults(
    kind: TableKind, changes: list[tuple[int, int, str]], renamed: tuple[int, str] | None
) -> None:
    whole = canonical(TABLES[kind])
    names, rows = list(whole.headings), [list(row) for row in whole.rows]
    for row, column, text in changes:
        rows[row % len(rows)][column % len(names)] = cell_of_text(text)
    if renamed:
        names[renamed[0] % len(names)] = renamed[1]
    table = replace(whole, headings=tuple(names), rows=tuple(map(tuple, rows)), has_addresses=False)
    plan, faults = plan_or_faults({**TABLES, kind: table})
    assert bool(faults) == (plan is None)
    assert all(fault.text and not fault.address for fault in faults if fault.sheet == kind)
    assert plan is None or 0 <= fan(Scenario.default(plan)).chance_pct <= 100


# The editor.


def test_blank_tables_have_the_years_and_nothing_else() -> None:
    tables = blank_tables(range(2026, 2030))
    assert effect_years(tables[MEASURES]) == (2026, 2027, 2028, 2029)
    assert [cell_text(row[0]) for row in tables[YEARS].rows] == ["2026", "2027", "2028", "2029"]
    filled = [
        cell
        for kind, table in tables.items()
        for row in table.rows
        for cell in row[kind is YEARS :]
        if cell is not None
    ]
    assert filled == []


def test_other_effect_years_keep_the_columns_that_stay() -> None:
    wider = with_effect_years(TABLES[MEASURES], range(2020, 2023))
    assert effect_years(wider) == (2020, 2021, 2022)
    read = {field.name: place for place, field in enumerate(fields_of(MEASURES, (2020, 2021, 2022)))}
    assert [cell_text(row[read["effect_2020_high_mln_eur"]]) for row in wider.rows[:3]] == ["8", "8", "4"]
    assert {row[read["effect_2022_high_mln_eur"]] for row in wider.rows} == {None}


def test_years_of_the_path_are_those_that_can_be_read() -> None:
    table = tables_of_file(b"Jaar;Jaarkosten\n2024;1\nooit;1\n2022;1\n1066;1\n2023,5;1\n=2;1\n")[YEARS]
    assert path_years(table) == (2022, 2024)
    assert path_years(tables_of_file(b"Jaarkosten;Begroting\n1;1\n")[YEARS]) == ()


def test_the_editor_shows_what_could_not_be_read() -> None:
    data = "Nummer;Maatregel;Effect 2020;Notitie\n1;=1+1;veel;weg\n2;Twee;1-8;weg\n"
    table = canonical(tables_of_file(data.encode())[MEASURES])
    assert table.headings[:4] == ("Nummer", "Maatregel", "Effect 2020 laag (mln €)", "Effect 2020 hoog (mln €)")
    assert [[cell_text(cell) for cell in row[:4]] for row in table.rows] == [
        ["1", "=1+1", "veel", ""],
        ["2", "Twee", "1", "8"],
    ]
