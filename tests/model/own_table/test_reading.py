"""Own tables read back: what is written, cells as people type them, and what separates them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.reading import read_table
from model.own_table import (
    CellTable,
    TableKind,
    canonical,
    cell_text,
    csv_file,
    field_of_heading,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    xlsx_file,
)
from model.own_table.cells import Cell, CellError, read_band, read_number, read_yes_no
from model.own_table.headings import fields_of
from model.what_if import ZHZ_PROPOSED_CODES, InvestmentKind, read_plan
from tests.examples import examples
from tests.model.own_table.example_files import (
    CSV_EXAMPLES,
    EXAMPLE,
    MEASURES,
    PLAN,
    TABLES,
    YEARS,
    read_files,
    with_text,
)


def test_example_reads_back_as_the_source() -> None:
    read = read_own_table(tables_of_file(EXAMPLE))
    assert read.plan == PLAN
    assert (
        read.plan.fingerprint
        == read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES).fingerprint
    )
    assert read.remarks == ()


def test_two_csv_files_read_back_as_the_source() -> None:
    assert read_files(*CSV_EXAMPLES.values()) == PLAN


def test_csv_example_is_what_a_dutch_spreadsheet_opens() -> None:
    text = CSV_EXAMPLES[YEARS].decode("utf-8-sig")
    assert CSV_EXAMPLES[YEARS].startswith(b"\xef\xbb\xbf")
    assert text.splitlines()[:2] == [
        "Jaar;Jaarkosten (mln €);Bijdrage van het Rijk (mln €);Begroting (mln €);Bestuursrapportage (mln €);"
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


@examples(40)
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
        ("1,5", 1.5), ("1.234,5", 1234.5), ("1.234", 1234.0), ("12", 12.0), ("0", 0.0), ("€ 1,5", 1.5),
        ("€1.000", 1000.0),
        ("1,5 mln", 1.5), ("1,5 mln.", 1.5), ("1,5 miljoen euro", 1.5), ("EUR 2", 2.0), (" 3 ", 3.0), ("3\u00a0", 3.0),
        ("−2", -2.0),
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
    with pytest.raises(CellError):
        read_number(typed, "mln €")


def test_a_decimal_point_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(CellError, match="schrijf 1,5"):
        read_number("1.5", "mln €")


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("1-8", (1.0, 8.0)), ("1-8 mln.", (1.0, 8.0)), ("0,5 – 1,5", (0.5, 1.5)), ("€ 1 tot € 8", (1.0, 8.0)),
        ("1 t/m 8", (1.0, 8.0)),
        ("1.000-2.000", (1000.0, 2000.0)), ("0", (0.0, 0.0)), (3.0, (3.0, 3.0)), ("", (None, None)),
        ("-3", (-3.0, -3.0)),
    ],
)  # fmt: skip
def test_bands_in_one_cell(typed: Cell, ends: tuple[float | None, float | None]) -> None:
    assert read_band(typed, "mln €") == ends


@pytest.mark.parametrize("typed", ["1-2-3", "1-", "--", "een tot twee", "1.5-2", "1,2,3"])
def test_what_is_no_band_is_refused(typed: str) -> None:
    with pytest.raises(CellError):
        read_band(typed, "mln €")


def test_yes_and_no() -> None:
    assert [read_yes_no(cell) for cell in ("ja", "JA", "x", True, 1.0, "waar")] == [True] * 6
    assert [read_yes_no(cell) for cell in ("nee", "", None, False, 0.0, "onwaar")] == [False] * 6
    with pytest.raises(CellError, match="ja of nee"):
        read_yes_no("misschien")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Effect 2020 laag (mln €)", "effect_2020_low_mln_eur"), ("EFFECT  2020 Hoog", "effect_2020_high_mln_eur"),
        ("effect 2021 en later laag", "effect_2021_low_mln_eur"), ("naam", "name"), ("Maatregel", "name"),
        ("Nr.", "measure_code"),
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
    assert [(fault.row, fault.address, fault.value) for fault in faults] == [(5, "B5", "“veel”")] + [
        (None, "", "2021")
    ] * (len(faults) - 1)
