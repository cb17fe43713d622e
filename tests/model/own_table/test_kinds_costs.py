"""Costs as annexes and exports have them: in kinds with a total, in pairs, in broken years, a euro sign apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from model.own_table import TableKind, Workbook, sheets_of_file, sheets_of_text, understand
from tests.model.own_table.base import faults, measures, notes, open_keys, plan_of, proposals, understood, xlsx_of
from tests.model.own_table.test_kinds_goal import FLAT, PATH, RISING, YEARS, path_in
from tests.model.own_table.written import Page

THOUSANDS = [41_250, 40_500, 39_600, 38_900]
GIVEN = [3200, 3100, 3000, 2900]
KINDS = ("Ambulante jeugdhulp", "Jeugdhulp met verblijf", "Jeugdbescherming")
PARTS = [[20_000, 19_500, 19_000, 18_800], [15_000, 14_800, 14_500, 14_200], [6_250, 6_200, 6_100, 5_900]]


def with_costs(rows: Sequence[Sequence[Any]], name: str = "Kosten per jaar") -> Workbook:
    return xlsx_of(measures(), Page(name, [list(row) for row in rows]))


def turned(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [list(row) for row in zip(*rows, strict=True)]


def given_in(book: Workbook) -> tuple[float | None, ...]:
    return plan_of(understood(book)).trajectory.national_contribution_mln_eur


IN_KINDS: list[list[Any]] = [["Jaar", *YEARS], *([kind, *parts] for kind, parts in zip(KINDS, PARTS, strict=True))]


@pytest.mark.parametrize("label", ["Totaal", "Totaal jeugdhulp", "Regio totaal"])
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("down", [True, False])
def test_the_total_of_kinds_of_care_is_the_costs(label: str, is_first: bool, down: bool) -> None:
    total = [label, *THOUSANDS]
    rows = [IN_KINDS[0], total, *IN_KINDS[1:]] if is_first else [*IN_KINDS, total]
    read = understood(with_costs(turned(rows) if down else rows))
    assert path_in(read) == PATH
    reasons = [question.reason for question in read.questions if "verblijf" in question.key]
    assert reasons == [f"dit is een deel van “{label}”"]


def test_a_total_that_is_none_of_what_stands_there_is_asked_about() -> None:
    read = understood(with_costs([*IN_KINDS, ["Totaal", 50_000, 50_000, 50_000, 50_000]]))
    assert open_keys(read) == ["regel:kosten:totaal"]


def test_subtotals_are_no_costs_beside_their_total() -> None:
    half = [one + other for one, other in zip(PARTS[0], PARTS[1], strict=True)]
    rows = [*IN_KINDS[:3], ["Subtotaal jeugdhulp", *half], IN_KINDS[3], ["Totaal", *THOUSANDS]]
    assert path_in(understood(with_costs(rows))) == PATH


@pytest.mark.parametrize("down", [True, False])
def test_kinds_of_care_without_a_total_add_up_if_the_visitor_says_so(down: bool) -> None:
    book = with_costs(turned(IN_KINDS) if down else IN_KINDS)
    assert open_keys(understood(book)) == ["som:kosten"]
    read = understood(book, som__kosten="som")
    assert path_in(read) == PATH
    shown = next(table for table in read.shown if table.kind is TableKind.YEARS)
    assert shown.rows[0].cells[1].shown == "20000 + 15000 + 6250"
    assert len(open_keys(understood(book, som__kosten="kies"))) == 3


def test_a_part_that_is_unknown_leaves_the_costs_unknown() -> None:
    rows = [list(row) for row in IN_KINDS]
    rows[2][2] = "PM"
    assert path_in(understood(with_costs(rows), som__kosten="som")) == (41.25, None, 39.6, 38.9)


def test_income_and_reserves_beside_costs_are_left_out() -> None:
    rows: list[list[Any]] = [
        ["x € 1.000", *YEARS],
        ["Lasten", *THOUSANDS],
        ["Baten", *GIVEN],
        ["Saldo voor bestemming", 1, 2, 3, 4],
        ["Toevoeging reserves", 100, 0, 0, 0],
        ["Resultaat", 1, 2, 3, 4],
    ]
    book = with_costs(rows, "Programma 6")
    assert path_in(understood(book)) == PATH
    assert given_in(book) == (None,) * 4


PAIRS: list[list[Any]] = [
    [f"{name} {year}", amount]
    for name, amounts in (("Lasten jeugdhulp", THOUSANDS), ("Bijdrage Rijk", GIVEN))
    for year, amount in zip(YEARS, amounts, strict=True)
]


@pytest.mark.parametrize("rows", [
    [["Bedragen x € 1.000"], *PAIRS],
    [["Omschrijving", "Bedrag (x € 1.000)"], *PAIRS],
    [["Financieel kader (x € 1.000)"], [], *(row for at in range(4) for row in (PAIRS[at], PAIRS[at + 4]))],
    [[f"{label} (x € 1.000)", amount] for label, amount in PAIRS],
    [["Bedragen x € 1.000"], *([f"{label}: {amount}"] for label, amount in PAIRS)],
    [[f"{label} = € {amount / 1000:g} mln".replace(".", ",")] for label, amount in PAIRS],
    [["Bedragen x € 1.000"], *([label, "€", amount] for label, amount in PAIRS)],
    [["Post", "Jaar", "Bedrag", "Eenheid"],
     *([label[:-5], int(label[-4:]), amount, "x € 1.000"] for label, amount in PAIRS)],
], ids=["titel", "koppen", "om en om", "per regel", "één cel", "met mln", "euroteken", "lange vorm"])  # fmt: skip
def test_costs_in_pairs_are_read_with_their_years(rows: list[list[Any]]) -> None:
    book = with_costs(rows)
    assert path_in(understood(book)) == PATH
    assert given_in(book) == (3.2, 3.1, 3.0, 2.9)


def test_pairs_can_be_pasted() -> None:
    text = "\n".join(f"Lasten {year}: € {amount}.000" for year, amount in zip(YEARS, THOUSANDS, strict=True))
    read = understood(xlsx_of(measures()), sheets_of_text(text))
    assert path_in(read) == PATH
    shown = next(table for table in read.shown if table.kind is TableKind.YEARS)
    assert [cell.shown for cell in shown.rows[0].cells] == ["Lasten 2026: € 41250.000", "€ 41250.000"]


def test_a_pair_that_stands_there_twice_is_refused() -> None:
    read = understood(with_costs([["Bedragen x € 1.000"], *PAIRS, ["Lasten jeugdhulp 2027", 40_000]]))
    assert "“Lasten jeugdhulp” staat er twee keer voor 2027" in faults(read)


def test_years_in_the_names_of_measures_are_no_costs() -> None:
    page = measures()
    for at, row in enumerate(page.rows[1:]):
        row[1] = f"Lasten omlaag {2026 + at}"
    assert understood(xlsx_of(page)).missing == (TableKind.YEARS,)


@pytest.mark.parametrize("write", [lambda year: f"{year}/{year + 1}", lambda year: f"{year} - {str(year + 1)[2:]}"])
@pytest.mark.parametrize("down", [True, False])
def test_a_year_of_two_calendar_years_is_asked_about(write: Any, down: bool) -> None:
    rows: list[list[Any]] = turned([["Jaar", *map(write, YEARS)], ["Lasten (x € 1.000)", *THOUSANDS]])
    book = with_costs(rows if down else turned(rows))
    assert open_keys(understood(book)) == ["jaren-gebroken:kosten"]
    answers = {"jaren-gebroken:kosten": "eerste"}
    assert plan_of(understand([book], answers)).trajectory.years == YEARS
    later = understand([book], {"jaren-gebroken:kosten": "tweede"}).shown[1]
    assert [row.cells[0].understood for row in later.rows] == ["2027", "2028", "2029", "2030"]


@pytest.mark.parametrize("down", [True, False])
def test_years_as_dates(down: bool) -> None:
    rows: list[list[Any]] = [["Datum", *(date(year, 12, 31) for year in YEARS)], ["Lasten (mln €)", *PATH]]
    book = openpyxl.Workbook()
    for page in (measures().rows, turned(rows) if down else rows):
        sheet = book.create_sheet("Maatregelen" if page[0][0] == "Nummer" else "Blad2")
        for row in page:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    assert path_in(understood(sheets_of_file("plan.xlsx", buffer.getvalue()))) == PATH


@pytest.mark.parametrize("across", [True, False])
def test_a_euro_sign_in_a_cell_of_its_own_belongs_to_the_amount_behind_it(across: bool) -> None:
    euros = [number * 1000 for number in THOUSANDS]
    rows: list[list[Any]]
    if across:
        rows = [[None, *(cell for year in YEARS for cell in (year, None))],
                ["Lasten jeugdhulp", *(cell for number in euros for cell in ("€", number))]]  # fmt: skip
    else:
        rows = [["Jaar", "Lasten", None], *([year, "€", number] for year, number in zip(YEARS, euros, strict=True))]
    assert path_in(understood(with_costs(rows))) == PATH


def test_two_tables_of_costs_on_one_sheet_are_asked_about_by_their_titles() -> None:
    head: list[list[Any]] = [["", *YEARS]]
    rows: list[list[Any]] = [
        ["Begroting (mln €)"],
        *head,
        ["Lasten", *PATH],
        [],
        ["Raming (mln €)"],
        *head,
        ["Lasten", *RISING],
    ]
    book = with_costs(rows)
    [question] = understood(book).open_questions
    assert question.key == "tabel:kosten"
    assert "Begroting (mln €)" in question.options[0].label
    assert "Raming (mln €)" in question.options[1].label
    chosen = understood(book, tabel__kosten=question.options[0].value, raming_of_doel__kosten="ja")
    assert path_in(chosen) == PATH


def test_numbers_of_children_are_not_proposed_for_costs() -> None:
    counts = Page("Volumes jeugdhulp", [["", *YEARS], ["Ambulant", 900, 900, 900, 900], ["Verblijf", 90, 90, 90, 90]])
    lasten = Page("Kosten", [["mln €", *YEARS], ["Lasten", *PATH]])
    read = understood(xlsx_of(measures(), counts, lasten))
    assert path_in(read) == PATH
    assert "niet “Volumes jeugdhulp”" in notes(read)


def test_a_table_that_may_be_costs_can_be_taken_for_them() -> None:
    rows: list[list[Any]] = [["Omschrijving", *YEARS], *IN_KINDS[1:], ["Totaal lasten", *THOUSANDS]]
    book = with_costs(rows, "Blad2")
    [question] = understood(book).open_questions
    assert question.key.startswith("soort:")
    assert path_in(understand([book], {question.key: "kosten"})) == PATH


def test_years_before_the_first_costs_are_left_out() -> None:
    rows: list[list[Any]] = [["Jaar", "Realisatie (mln)", "Raming lasten (mln)"], [2025, 42.0, None],
            *([year, None, number] for year, number in zip(YEARS, FLAT, strict=True))]  # fmt: skip
    read = understood(with_costs(rows), raming_of_doel__kosten="ja")
    assert plan_of(read).trajectory.years == YEARS
    assert "2025, want zonder kosten" in notes(read)
    assert "kolom:kosten:B:realisatie-mln" in proposals(read)


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("label", ["Totaal", "Totaal lasten sociaal domein", "Totale kosten"])
def test_the_total_of_several_tasks_is_not_taken_for_youth_care(label: str, down: bool) -> None:
    rows: list[list[Any]] = [["Jaar", *YEARS], ["Jeugd", *THOUSANDS], ["Wmo", *[30_000] * 4], ["Participatie", *GIVEN]]
    rows.append([label, *(sum(column) for column in zip(*(row[1:] for row in rows[1:]), strict=True))])
    assert path_in(understood(with_costs(turned(rows) if down else rows))) == PATH
    rows[1][0], rows[3][0] = "Jeugd lokaal", "Jeugd regionaal"
    assert len(open_keys(understood(with_costs(turned(rows) if down else rows)))) >= 2
