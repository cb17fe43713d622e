"""Measures on several sheets: read together if the visitor says so, and none left out in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from model.own_table import Workbook, sheets_of_file
from tests.model.own_table.base import (
    BASE,
    MEASURE_HEADINGS,
    MEASURES,
    costs,
    csv_of,
    effects_as,
    faults,
    measures,
    notes,
    ods_of,
    open_keys,
    plan_of,
    understood,
    xlsx_of,
)
from tests.model.own_table.written import Page, xlsx

FEW = [row[:8] for row in MEASURES]
HEADINGS = MEASURE_HEADINGS[:8]
TOGETHER = {"tabel__maatregelen": "samen"}


def themes(*, headings: list[Any] = HEADINGS, order: list[int] | None = None) -> list[Page]:
    """A sheet for each theme; the columns of the second one in another order."""
    turned = [[row[at] for at in order] if order else row for row in [headings, *FEW[2:]]]
    first = [list(row) for row in FEW[:2]]
    return [Page("Toegang", [["Toegang"], [], headings, *first]), Page("Inkoop", [list(row) for row in turned])]


def test_a_sheet_for_each_theme_is_read_together_if_the_visitor_says_so() -> None:
    for book in (xlsx_of(*themes(), costs()), ods_of(*themes(order=[1, 0, 7, 6, 5, 4, 3, 2]), costs())):
        read = understood(book)
        assert open_keys(read) == ["tabel:maatregelen"]
        assert read.open_questions[0].options[0].label == "“Toegang” en “Inkoop” samen"
        read = understood(book, **TOGETHER)
        plan = plan_of(read)
        assert [(it.name, it.effect_high_mln_eur) for it in plan.measures] == [
            (it.name, it.effect_high_mln_eur) for it in BASE.measures
        ]
        assert [it.category for it in plan.measures] == ["Toegang"] * 2 + ["Inkoop"] * 3
        assert [row.place.sheet for row in read.shown[0].rows if row.place] == ["Toegang"] * 2 + ["Inkoop"] * 3
        assert [row.place.row for row in read.shown[0].rows if row.place] == [3, 4, 1, 2, 3]
        assert not faults(read)


def test_one_of_the_sheets_can_be_chosen_and_the_other_is_named() -> None:
    book = xlsx_of(*themes(), costs())
    value = next(it.value for it in understood(book).open_questions[0].options if "Inkoop” vanaf" in it.label)
    read = understood(book, tabel__maatregelen=value)
    assert len(plan_of(read).measures) == 3
    assert "niet “Toegang”" in notes(read)


def test_the_place_of_a_cell_is_the_one_in_its_own_sheet() -> None:
    first, second = themes()
    first.rows[3][2] = second.rows[1][2] = "zie bijlage"
    read = understood(xlsx_of(first, second, costs()), **TOGETHER)
    assert "“Toegang”, cel C4; “Inkoop”, cel C2" in faults(read)


def test_an_overview_is_not_counted_beside_what_it_sums_up() -> None:
    total = Page("Totaaloverzicht", [HEADINGS, ["A", "Toegang", *[1.0] * 6], ["B", "Inkoop", *[1.0] * 6]])
    book = xlsx_of(*themes(), total, costs())
    assert understood(book).open_questions[0].options[0].label == "“Toegang” en “Inkoop” samen"
    read = understood(book, **TOGETHER)
    assert len(plan_of(read).measures) == 5
    assert "niet “Totaaloverzicht”" in notes(read)


def test_a_copy_of_a_sheet_is_never_read_together_with_it() -> None:
    half = Page("Versie B", [MEASURE_HEADINGS, *effects_as(lambda it: it / 2)])
    read = understood(xlsx_of(replace(measures(), name="Versie A"), half, costs()))
    assert "samen" not in [option.value for option in read.open_questions[0].options]


def test_sheets_in_other_units_are_not_read_together() -> None:
    headings = [heading.replace("mln €", "x € 1.000") for heading in HEADINGS]
    first, _ = themes()
    second = Page("Inkoop", [headings, *([*row[:2], *(it * 1000 for it in row[2:])] for row in FEW[2:])])
    read = understood(xlsx_of(first, second, costs()))
    assert "samen" not in [option.value for option in read.open_questions[0].options]
    titled = [heading.replace(" (mln €)", "") for heading in HEADINGS]
    third = Page("Toegang", [["Bedragen in mln €"], titled, *FEW[:2]])
    fourth = Page("Inkoop", [["Bedragen x € 1.000"], titled, *second.rows[1:]])
    read = understood(xlsx_of(third, fourth, costs()))
    assert "samen" not in [option.value for option in read.open_questions[0].options]


YEARS = (2027, 2028, 2029)


def of_year(place: int, title: bool) -> Page:
    rows = [[*row[:2], row[2 + 2 * place], row[3 + 2 * place]] for row in MEASURES]
    headings = ["Nummer", "Maatregel", "Besparing laag (mln €)", "Besparing hoog (mln €)"]
    above = [[f"Ombuigingen {YEARS[place]}"]] if title else []
    return Page(f"Blad {'abc'[place]}" if title else str(YEARS[place]), [*above, headings, *rows])


@pytest.mark.parametrize("title", [True, False])
def test_a_sheet_for_each_year_is_read_together_if_the_visitor_says_so(title: bool) -> None:
    book = xlsx_of(*(of_year(place, title) for place in range(3)), costs())
    read = understood(book)
    assert open_keys(read) == ["tabel:maatregelen"]
    assert "elk blad een jaar" in read.open_questions[0].options[0].label
    plan = plan_of(understood(book, **TOGETHER))
    assert plan.measures.effect_years == YEARS
    assert [(it.code, it.name, it.effect_low_mln_eur, it.effect_high_mln_eur) for it in plan.measures] == [
        (it.code, it.name, it.effect_low_mln_eur, it.effect_high_mln_eur) for it in BASE.measures
    ]


def test_a_measure_that_lacks_a_year_is_asked_about() -> None:
    pages = [of_year(place, title=False) for place in range(3)]
    del pages[1].rows[2]
    assert open_keys(understood(xlsx_of(*pages, costs()), **TOGETHER)) == ["onbekend:maatregelen"]


def test_text_files_for_each_theme_are_read_together_too() -> None:
    first, second = themes()
    books: list[Workbook] = [csv_of(first), csv_of(second), csv_of(costs())]
    assert open_keys(understood(*books)) == ["tabel:maatregelen"]
    assert [it.name for it in plan_of(understood(*books, **TOGETHER)).measures] == [it.name for it in BASE.measures]


def test_two_tables_with_other_headings_on_one_sheet_are_read_together() -> None:
    headings = ["Nr.", "Voorstel", "Trekker", *HEADINGS[2:]]
    more = [[row[0], row[1], "Bureau", *row[2:]] for row in FEW[3:]]
    page = Page("Plan", [HEADINGS, *FEW[:3], [], ["Aanvullend pakket"], headings, *more])
    book = sheets_of_file("plan.xlsx", xlsx(page, costs()))
    assert open_keys(understood(book)) == ["tabel:maatregelen"]
    assert [it.name for it in plan_of(understood(book, **TOGETHER)).measures] == [it.name for it in BASE.measures]


def test_rows_that_are_hidden_stay_hidden_and_categories_stay_merged() -> None:
    first, second = themes(headings=[*HEADINGS, "Thema"])
    for page in (first, second):
        page.rows = [[*row, "Wijk"] if len(row) == 8 else row for row in page.rows]
    second.hidden_rows = (2,)
    first.rows[4][8] = None
    first.merged = [(3, 8, 4, 8)]
    read = understood(xlsx_of(first, second, costs()), **TOGETHER)
    assert [it.name for it in plan_of(read).measures] == [row[1] for row in FEW if row[0] != "3b"]
    assert {it.category for it in plan_of(read).measures} == {"Wijk"}
    assert "Verborgen regels tellen niet mee: “Inkoop”, rij 3" in notes(read)


def of_theme(name: str, rows: list[list[Any]]) -> Page:
    """A sheet with savings at the end only, as municipalities list them by theme."""
    total = [f"Totaal {name}", *(sum(row[at] for row in rows) for at in (1, 2))]
    return Page(name, [[f"Maatregelen {name} (mln €)"], ["Maatregel", "Laag", "Hoog"], *rows, total])


def test_savings_at_the_end_on_a_sheet_for_each_theme_are_read_together_if_the_visitor_says_so() -> None:
    rows = [[row[1], row[6], row[7]] for row in MEASURES]
    book = xlsx_of(of_theme("Toegang", rows[:2]), of_theme("Inkoop", rows[2:]), costs())
    assert understood(book).open_questions[0].options[0].label == "“Toegang” en “Inkoop” samen"
    plan = plan_of(understood(book, **TOGETHER))
    assert [it.name for it in plan.measures] == [row[1] for row in MEASURES]
    assert [it.effect_high_mln_eur[-1] for it in plan.measures] == [row[7] for row in MEASURES]


def test_a_sheet_of_measures_that_is_left_out_is_named_with_the_table_wherever_it_goes() -> None:
    book = xlsx_of(*themes(), costs())
    value = next(it.value for it in understood(book).open_questions[0].options if "Inkoop” vanaf" in it.label)
    kept = [note.text for note in understood(book, tabel__maatregelen=value).notes if note.is_assumption]
    assert any("niet “Toegang”" in text for text in kept)
    assert not any("“Toegang”" in note.text for note in understood(book, **TOGETHER).notes if note.is_assumption)
