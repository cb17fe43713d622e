"""A column with the year or date from which each measure saves: the saving is there from then on, and not before."""

from __future__ import annotations

from typing import Any

import pytest

from model.own_table import Understanding, Workbook, sheets_of_text
from model.own_table.workbook import Content, SheetCell
from model.own_table.years_written import begin_of
from tests.model.own_table.base import (
    MEASURES,
    costs,
    csv_of,
    faults,
    measures,
    notes,
    open_keys,
    plan_of,
    proposals,
    understood,
    xlsx_of,
)
from tests.model.own_table.written import Page

NAMES = [row[1] for row in MEASURES]
SAVINGS = [1.5, 0.9, 1.1, 0.3, 0.2]
YEARS = [2027.0, 2028.0, 2029.0, 2027.0, 2028.0]
LATER = (2027, 2028, 2029)
FROM = [tuple(saving if year >= begin else 0.0 for year in LATER) for saving, begin in zip(SAVINGS, YEARS, strict=True)]
WHOLE = {"band__maatregelen": "0"}


def page(heading: str, begins: list[Any], saving: str = "Besparing (mln €)") -> Page:
    rows = [[name, amount, begin] for name, amount, begin in zip(NAMES, SAVINGS, begins, strict=True)]
    return Page("Maatregelen", [["Maatregel", saving, heading], *rows])


def sheet(heading: str, begins: list[Any], saving: str = "Besparing (mln €)") -> Workbook:
    return xlsx_of(page(heading, begins, saving), costs())


def savings(read: Understanding) -> list[tuple[float, ...]]:
    return [it.effect_high_mln_eur for it in plan_of(read).measures]


def role_of(read: Understanding, letter: str = "C") -> str | None:
    return next(value for key, value in proposals(read).items() if key.startswith(f"kolom:maatregelen:{letter}:"))


@pytest.mark.parametrize(
    "heading",
    ["Ingangsjaar", "vanaf", "Vanaf wanneer", "start", "Startjaar", "Ingangsdatum", "Ingang", "start per", "Start per",
     "Begin", "Startjaar besparing", "Ingangsjaar effect", "Start maatregel", "Met ingang van"],
)  # fmt: skip
def test_a_saving_is_there_from_the_year_that_the_sheet_says(heading: str) -> None:
    read = understood(sheet(heading, YEARS), **WHOLE)
    assert role_of(read) == "begin"
    assert open_keys(read) == []
    assert savings(read) == FROM
    assert f"0 tot het jaar onder “{heading}” en geldt dan meteen helemaal" in notes(read)
    assert "Niet gelezen" not in notes(read)


@pytest.mark.parametrize("write", ["{}-01-01", "1-1-{}", "01/01/{}", "per 1-1-{}", "1 januari {}", "jan {}", "Q1 {}",
                                   "1e kwartaal {}", "vanaf {}", "{} e.v."])  # fmt: skip
def test_the_year_can_be_written_as_a_date(write: str) -> None:
    dates = [write.format(int(year)) for year in YEARS]
    assert savings(understood(sheet("Ingangsdatum", dates), **WHOLE)) == FROM
    assert savings(understood(csv_of(page("vanaf", dates)), csv_of(costs()), **WHOLE)) == FROM


def test_a_date_of_the_spreadsheet_is_a_beginning() -> None:
    serial = {2027.0: 46388.0, 2028.0: 46753.0, 2029.0: 47119.0}
    dated = page("Ingang", [serial[year] for year in YEARS])
    dated.formats |= {(row, 2): "d-m-yyyy" for row in range(1, 6)}
    assert savings(understood(xlsx_of(dated, costs()), **WHOLE)) == FROM


def test_years_and_dates_can_stand_among_each_other_in_a_pasted_range() -> None:
    lines = ["Maatregel\tBesparing laag\tBesparing hoog\tvanaf", "Toegang\t0,1\t0,2\t1-1-2027",
             "Herindicaties\t0,1\t0,3\t1-7-2027", "Contracten\t0\t0,4\t2028"]  # fmt: skip
    years = ["Jaar\tJaarkosten (mln €)", *(f"{year}\t{cost}" for year, cost in ((2026, 40), (2027, 40), (2028, 39)))]
    text = "In mln €\n" + "\n".join(lines) + "\n\n" + "\n".join(years)
    read = understood(sheets_of_text(text))
    assert role_of(read, "D") == "begin"
    assert savings(read) == [(0.2, 0.2), (0.15, 0.3), (0.0, 0.4)]


@pytest.mark.parametrize("date", ["per 1-7-2027", "2027-07-01", "juli 2027", "Q3 2027", "1-7-27", "20-6-2027"])
def test_what_begins_in_a_year_counts_for_the_months_that_are_left_as_an_assumption(date: str) -> None:
    book = sheet("Ingang", [date, *YEARS[1:]])
    read = understood(book, **WHOLE)
    assert savings(read)[0] == (0.75, 1.5, 1.5)
    assert "telt mee voor de maanden die er dan nog zijn" in notes(read)
    assert any(note.is_assumption and "C2" in note.text for note in read.notes)


def test_a_part_of_a_year_can_count_as_a_whole_or_not_at_all() -> None:
    book = sheet("Ingang", ["1-7-2027", *YEARS[1:]])
    answers = {"begin-deel:maatregelen": "heel", "band:maatregelen": "0"}
    assert savings(understood(book, **answers))[0] == (1.5, 1.5, 1.5)
    answers["begin-deel:maatregelen"] = "later"
    assert savings(understood(book, **answers))[0] == (0.0, 1.5, 1.5)


def test_a_saving_can_grow_from_its_first_year_to_the_last() -> None:
    read = understood(sheet("Startjaar", YEARS), begin_ingroei__maatregelen="gelijk", **WHOLE)
    assert savings(read)[:3] == [(0.5, 1.0, 1.5), (0.0, 0.45, 0.9), (0.0, 0.0, 1.1)]
    assert "in gelijke stappen tot en met 2029" in notes(read)


@pytest.mark.parametrize("text", [None, "n.t.b.", "PM", "na 2027", "medio 2027", "2027-2028", "31-2-2027"])
def test_a_measure_without_a_year_that_can_be_read_is_asked_about(text: str | None) -> None:
    book = sheet("Startjaar", [*YEARS[:4], text])
    read = understood(book, **WHOLE)
    role = {} if text is None else {next(it.key for it in read.questions if ":C:" in it.key): "begin"}
    assert open_keys(read) == ["begin-onbekend:maatregelen"] if text is None else list(role)
    assert open_keys(understood(book, **role)) == ["begin-onbekend:maatregelen"]
    told = understood(book, begin_onbekend__maatregelen="2028", **role, **WHOLE)
    assert savings(told) == FROM
    assert "is dat in 2028: “Maatregelen”, cel C6" in notes(told)
    without = understood(book, begin_onbekend__maatregelen="weg", **role, **WHOLE)
    assert savings(without) == FROM[:4]
    assert f"1 maatregel met een onbekend eerste jaar telt niet mee: “{NAMES[4]}”" in notes(without)


def test_a_measure_from_before_the_plan_is_asked_about() -> None:
    book = sheet("Startjaar", [2024.0, *YEARS[1:]])
    assert open_keys(understood(book)) == ["begin-eerder:maatregelen"]
    assert savings(understood(book, begin_eerder__maatregelen="weg", **WHOLE)) == FROM[1:]
    counted = understood(book, begin_eerder__maatregelen="mee", **WHOLE)
    assert savings(counted) == [(1.5, 1.5, 1.5, 1.5), *((0.0, *it) for it in FROM[1:])]


def test_the_first_year_of_the_plan_counts_where_a_measure_begins_in_it() -> None:
    assert savings(understood(sheet("vanaf", [2026.0, *YEARS[1:]]), **WHOLE))[0] == (1.5, 1.5, 1.5, 1.5)


def test_a_measure_that_begins_after_the_last_year_saves_nothing_and_that_is_told() -> None:
    read = understood(sheet("Startjaar", [2031.0, *YEARS[1:]]), **WHOLE)
    assert savings(read)[0] == (0.0, 0.0, 0.0)
    assert "beginnen na 2029" in notes(read)


def test_beside_savings_per_year_the_first_year_is_not_used_and_the_reason_is_true() -> None:
    headings = ["Nummer", "Maatregel", "Startjaar", "Besparing 2027", "Besparing 2028", "Besparing 2029"]
    rows = [[*row[:2], 2027.0, row[3], row[5], row[7]] for row in MEASURES]
    book = xlsx_of(measures(rows, headings), costs())
    read = understood(book)
    question = next(it for it in read.questions if it.key.startswith("kolom:maatregelen:C:"))
    assert question.proposal == "niet"
    assert "staan er al per jaar" in question.reason
    assert "kolom C (“Startjaar”)" in notes(read)
    assert "past daar niet bij" in faults(understood(book, **{question.key: "begin", "eenheid:maatregelen": "mln"}))


def test_a_first_year_beside_the_saving_of_one_year_is_asked_about() -> None:
    book = sheet("Startjaar", YEARS, "Besparing 2029 (mln €)")
    read = understood(book, **WHOLE)
    question = read.open_questions[0]
    assert ":C:" in question.key
    assert "alleen een besparing voor 2029" in question.reason
    saving = next(it.key for it in read.questions if it.key.startswith("kolom:maatregelen:B:"))
    assert savings(understood(book, **{question.key: "begin", saving: "eind:beide"}, **WHOLE)) == FROM
    assert "past daar niet bij" in faults(understood(book, **{question.key: "begin"}, **WHOLE))


@pytest.mark.parametrize("heading", ["tot", "T/m", "tot en met"])
def test_a_year_in_which_a_saving_stops_is_no_saving_and_is_asked_about(heading: str) -> None:
    rows = [[name, amount, begin, 2030.0] for name, amount, begin in zip(NAMES, SAVINGS, YEARS, strict=True)]
    book = xlsx_of(Page("Plan", [["Maatregel", "Besparing (mln €)", "vanaf", heading], *rows]), costs())
    question = understood(book).open_questions[0]
    assert question.key.startswith("kolom:maatregelen:D:")
    assert "die ophoudt, kent de pagina niet" in question.reason
    assert savings(understood(book, **{question.key: "niet"}, **WHOLE)) == FROM


@pytest.mark.parametrize("heading", ["vanaf", "Besparing vanaf", "Startbudget", "Start"])
def test_amounts_under_a_word_for_a_beginning_are_not_taken_for_years(heading: str) -> None:
    assert role_of(understood(sheet(heading, [0.1, 0.2, 0.3, 0.1, 0.1], "Besparing tot"))) != "begin"


def test_savings_in_thousands_that_look_like_years_are_not_taken_for_years() -> None:
    assert role_of(understood(sheet("Besparing vanaf", [2000.0, 2050.0, 2100.0, 2000.0, 2010.0]))) != "begin"


@pytest.mark.parametrize(
    ("text", "begin"),
    [("2027", (2027, 12)), ("1-12-2027", (2027, 1)), ("31-12-2027", (2027, 0)), ("16-1-2027", (2027, 11)),
     ("m.i.v. 1 maart 2028", (2028, 10)), ("2028-Q4", (2028, 3)), ("0,5", None), ("2027/2028", None),
     ("eind 2027", None), ("uiterlijk 2027", None), ("t/m 2027", None), ("13-13-2027", None)],
)  # fmt: skip
def test_a_beginning_is_a_year_and_the_months_that_are_left_of_it(text: str, begin: tuple[int, int] | None) -> None:
    assert begin_of(SheetCell(text, text, Content.TEXT)) == begin
