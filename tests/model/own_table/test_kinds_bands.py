"""Bands in words and signs, bounds, and dates that a spreadsheet made of a band: read, or asked about."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from model.own_table import Understanding, Workbook, sheets_of_file
from tests.model.own_table.base import (
    COST_HEADINGS,
    COSTS,
    MEASURES,
    costs,
    csv_of,
    dutch,
    faults,
    measures,
    notes,
    open_keys,
    plan_of,
    understood,
    xlsx_of,
)
from tests.model.own_table.written import Page

BANDS = [[(row[at], row[at + 1]) for at in (2, 4, 6)] for row in MEASURES]
HEADINGS = ["Nummer", "Maatregel", "Besparing 2027 (mln €)", "Besparing 2028 (mln €)", "Besparing 2029 (mln €)"]


def in_one_cell(write: Callable[[str, str], str]) -> Page:
    rows = [
        [*row[:2], *(write(dutch(low), dutch(high)) for low, high in bands)]
        for row, bands in zip(MEASURES, BANDS, strict=True)
    ]
    return measures(rows, HEADINGS)


def bands_of(read: Understanding) -> list[list[tuple[float, float]]]:
    return [list(zip(it.effect_low_mln_eur, it.effect_high_mln_eur, strict=True)) for it in plan_of(read).measures]


@pytest.mark.parametrize(
    "write",
    [
        lambda low, high: f"tussen {low} en {high}",
        lambda low, high: f"Tussen de {low} en de {high} mln",
        lambda low, high: f"{low} à {high}",
        lambda low, high: f"{low} tot {high} mln",
        lambda low, high: f"van {low} tot {high}",
        lambda low, high: f"min. {low}, max. {high}",
        lambda low, high: f"ca. {low} - {high}",
        lambda low, high: f"{low} -\n{high}",
        lambda low, high: f"{low} … {high}",
    ],
)
def test_a_band_may_be_said_in_words(write: Callable[[str, str], str]) -> None:
    assert bands_of(understood(xlsx_of(in_one_cell(write), costs()))) == BANDS


@pytest.mark.parametrize(
    "text", ["0,4 (0,2 - 0,6)", "0,4 ± 0,2", "€ 0,4 +/- 0,2 mln", "200k - 600k", "200.000 tot 0,6 mln"]
)
def test_a_band_may_stand_beside_its_middle_or_have_two_units(text: str) -> None:
    page = in_one_cell(lambda low, high: f"{low} - {high}")
    page.rows[1][2] = text
    unit = {"200.000": " (€)"}.get(text[:7], " (mln €)")
    page.rows[0][2] = f"Besparing 2027{unit}"
    if unit == " (€)":
        for row in page.rows[2:]:
            row[2] = f"{row[2]} mln"
    assert bands_of(understood(xlsx_of(page, costs()))) == BANDS


@pytest.mark.parametrize("word", ["ca.", "circa", "±", "ongeveer", "≈", "~", "naar schatting"])
def test_about_an_amount_is_that_amount_and_is_told(word: str) -> None:
    page = in_one_cell(lambda _, high: f"{word} {high}")
    read = understood(xlsx_of(page, costs()), band__maatregelen="0")
    assert [[high for _, high in row] for row in bands_of(read)] == [[high for _, high in row] for row in BANDS]
    assert f"“{word} 0,6”" in notes(read)


@pytest.mark.parametrize("word", ["max.", "maximaal", "tot", "≤", "<", "hooguit"])
def test_at_most_so_much_is_asked_about(word: str) -> None:
    book = xlsx_of(in_one_cell(lambda _, high: f"{word} {high}"), costs())
    assert open_keys(understood(book)) == ["hoogstens:maatregelen"]
    from_zero = understood(book, hoogstens__maatregelen="nul")
    assert bands_of(from_zero) == [[(0.0, high) for _, high in row] for row in BANDS]
    amounts = understood(book, hoogstens__maatregelen="bedrag", band__maatregelen="0")
    assert bands_of(amounts) == [[(high, high) for _, high in row] for row in BANDS]


@pytest.mark.parametrize("write", ["≥ {}", "> {}", "minimaal {}", "min. {}", "vanaf {}", "{} of meer", "{}+"])
def test_at_least_so_much_is_asked_about(write: str) -> None:
    page = in_one_cell(lambda low, high: f"{low} - {high}")
    page.rows[1][2] = write.format("0,6")
    book = xlsx_of(page, costs())
    assert open_keys(understood(book)) == ["minstens:maatregelen"]
    assert open_keys(understood(book, minstens__maatregelen="onbekend")) == ["onbekend:maatregelen"]
    read = understood(book, minstens__maatregelen="bedrag", band__maatregelen="0")
    assert bands_of(read)[0][0] == (0.6, 0.6)


@pytest.mark.parametrize(("column", "text"), [(2, "max. 0,6"), (3, "≥ 0,6")])
def test_a_bound_that_says_nothing_about_its_end_is_refused(column: int, text: str) -> None:
    rows = [list(row) for row in MEASURES]
    rows[0][column] = text
    assert f"“{text}”" in faults(understood(xlsx_of(measures(rows), costs())))


def with_dates(code: str) -> Workbook:
    """Measures whose band of 1 to 2 became a date, as Excel makes it."""
    book = openpyxl.Workbook()
    book.active.title = "Maatregelen"
    for row in in_one_cell(lambda low, high: f"{low} - {high}").rows:
        book.active.append(row)
    book.active.cell(2, 4).value = datetime(2026, 2, 1)
    book.active.cell(2, 4).number_format = code
    sheet = book.create_sheet("Kosten per jaar")
    for cells in (COST_HEADINGS, *COSTS):
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return sheets_of_file("plan.xlsx", buffer.getvalue())


def in_text(text: str) -> list[Workbook]:
    page = in_one_cell(lambda low, high: f"{low} - {high}")
    page.rows[1][3] = text
    return [csv_of(page), csv_of(costs())]


@pytest.mark.parametrize("books", [
    [with_dates("d-mmm")], [with_dates("dd-mm-yyyy")], in_text("1-feb"), in_text("01-02-2026"), in_text("1 feb."),
])  # fmt: skip
def test_a_date_that_was_a_band_is_asked_about(books: list[Workbook]) -> None:
    assert open_keys(understood(*books)) == ["datum:maatregelen"]
    assert bands_of(understood(*books, datum__maatregelen="band"))[0][1] == (1.0, 2.0)
    read = understood(*books, datum__maatregelen="komma", band__maatregelen="0")
    assert bands_of(read)[0][1] == (1.2, 1.2)
    assert "is gelezen als 1,2" in notes(read)
    assert faults(understood(*books, datum__maatregelen="anders"))


def test_a_date_in_a_column_for_one_end_was_no_band() -> None:
    rows: list[list[Any]] = [list(row) for row in MEASURES]
    rows[0][5] = "1-feb"
    book = csv_of(measures(rows)), csv_of(costs())
    question = understood(*book).open_questions[0]
    assert [option.value for option in question.options] == ["komma", "anders"]
    assert bands_of(understood(*book, datum__maatregelen="komma"))[0][1] == (0.4, 1.2)


def test_measures_that_are_left_out_are_named_with_the_table_wherever_it_goes() -> None:
    rows = [list(row) for row in MEASURES]
    rows[2][2:8] = ["PM"] * 6
    read = understood(xlsx_of(measures(rows), costs()), onbekend__maatregelen="weg")
    kept = [note.text for note in read.notes if note.is_assumption]
    assert any("1 maatregel met een onbekende besparing telt niet mee: “Cliënten sneller naar de wijk”" in it
               for it in kept)  # fmt: skip


def test_one_saving_in_percents_is_told_as_one_and_stays_with_the_table() -> None:
    rows = [list(row) for row in MEASURES]
    rows[2][7] = "3%"
    book = xlsx_of(measures(rows), costs())
    asked = next(it for it in understood(book).questions if it.key == "procent:maatregelen")
    assert asked.text.startswith("Eén van de besparingen staat in procenten")
    read = understood(book, procent__maatregelen="begin")
    assert any("Percentages" in note.text for note in read.notes if note.is_assumption)
