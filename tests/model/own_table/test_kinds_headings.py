"""Years and units in headings, cells that can be several things, what is hidden, and no question beside a fault."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from model.own_table import TableKind, Understanding, sheets_of_file
from tests.model.own_table.base import (
    BASE,
    COST_HEADINGS,
    COSTS,
    MEASURE_HEADINGS,
    MEASURES,
    costs,
    faults,
    measures,
    notes,
    open_keys,
    plan_of,
    proposals,
    understood,
    xlsx_of,
)
from tests.model.own_table.test_kinds_files import changed
from tests.model.own_table.written import Page, ods

HIGHS = [[row[0], row[1], row[3], row[5], row[7]] for row in MEASURES]


def one_each(heading: str, rows: list[list[Any]] = HIGHS) -> Page:
    """Measures with one amount for each year."""
    return measures(rows, ["Nummer", "Maatregel", *(heading.format(year) for year in (2027, 2028, 2029))])


def high_of(read: Any) -> list[tuple[float, ...]]:
    return [it.effect_high_mln_eur for it in plan_of(read).measures]


HIGH = [it.effect_high_mln_eur for it in BASE.measures]


@pytest.mark.parametrize("heading", [
    "Effect in {} t.o.v. 2026", "Effect {} ten opzichte van 2026", "Besparing {} prijspeil 2026", "vanaf {}", "{} e.v.",
    "Besparing van {}", "Besparing vanaf het jaar {}",
])  # fmt: skip
def test_the_year_of_a_heading_is_that_of_the_amount(heading: str) -> None:
    assert high_of(understood(xlsx_of(one_each(heading), costs()), band__maatregelen="0")) == HIGH


@pytest.mark.parametrize("heading", ["Besparing t/m {}", "tot en met {}", "Besparing tot {}", "Cumulatief {}"])
def test_an_amount_up_to_a_year_is_asked_about(heading: str) -> None:
    book = xlsx_of(one_each(heading), costs())
    assert open_keys(understood(book)) == ["opbouw:maatregelen"]
    assert high_of(understood(book, opbouw__maatregelen="niveau", band__maatregelen="0")) == HIGH


def test_an_amount_of_the_year_goes_before_what_is_added_up() -> None:
    headings = ["Nummer", "Maatregel"]
    for year in (2027, 2028):
        headings += [f"Besparing {year}", f"Cumulatieve besparing {year}"]
    read = understood(xlsx_of(measures([[*row[:3], 9.0, row[3], 9.0] for row in HIGHS], headings), costs()))
    kept = [value for key, value in proposals(read).items() if key.startswith("kolom:maatregelen") and "besp" in key]
    assert kept == ["effect:2027:beide", "niet", "effect:2028:beide", "niet"]


@pytest.mark.parametrize("heading", ["Meerjarenraming (x € 1.000)", "Lasten en baten, x € 1.000"])
def test_the_unit_in_the_corner_is_of_all_amounts(heading: str) -> None:
    years = [row[0] for row in COSTS]
    rows = [
        [label, *(row[at] and row[at] * 1000 for row in COSTS)] for at, label in ((1, "Lasten"), (2, "Rijksbijdrage"))
    ]
    read = understood(
        xlsx_of(measures(), Page("Kosten per jaar", [[heading, *years], *rows])), raming_of_doel__kosten="ja"
    )
    assert plan_of(read).trajectory.yearly_cost_mln_eur == BASE.trajectory.yearly_cost_mln_eur
    assert next(it for it in read.questions if it.key == "eenheid:kosten").reason == f"er staat “{heading}”"


def test_the_unit_beside_the_word_for_measures_is_of_all_amounts() -> None:
    rows = [[*row[:2], *(it * 1000 for it in row[2:])] for row in HIGHS]
    page = one_each("{}", rows)
    page.rows[0][1] = "Maatregel (bedragen x € 1.000)"
    read = understood(xlsx_of(page, costs()), band__maatregelen="0")
    assert high_of(read) == HIGH
    assert "er staat" in next(it for it in read.questions if it.key == "eenheid:maatregelen").reason


def test_a_fraction_can_be_a_band_or_a_date() -> None:
    rows = [list(row) for row in HIGHS]
    rows[0][3] = "1/2"
    book = xlsx_of(one_each("{}", rows), costs())
    assert open_keys(understood(book)) == ["breuk:maatregelen"]
    half = understood(book, breuk__maatregelen="breuk", band__maatregelen="0")
    assert high_of(half)[0] == (0.6, 0.5, 1.5)
    band = next(iter(plan_of(understood(book, breuk__maatregelen="band", band__maatregelen="0")).measures))
    assert (band.effect_low_mln_eur[1], band.effect_high_mln_eur[1]) == (1.0, 2.0)
    assert "cel D2" in faults(understood(book, breuk__maatregelen="anders"))


def test_a_column_without_amounts_shows_what_stands_there() -> None:
    rows = [[*row[:3], f"zie bijlage {row[3]}", row[4]] for row in HIGHS]
    read = understood(xlsx_of(one_each("Besparing {}", rows), costs()))
    assert "maar bijvoorbeeld “zie bijlage 1.2”" in next(it for it in read.questions if ":D:" in it.key).reason


@pytest.mark.parametrize("column", [2, 3])
def test_a_cell_that_is_a_fault_is_no_question_as_well(column: int) -> None:
    rows = [list(row) for row in MEASURES]
    rows[1][column] = "zie bijlage"
    read = understood(xlsx_of(measures(rows), costs()))
    assert "“zie bijlage”" in faults(read)
    assert not open_keys(read)


def effects_shown(read: Understanding) -> list[tuple[str, str, str]]:
    """First row of the effects as shown: heading, what is understood, and what the sheet shows."""
    table = next(table for table in read.shown if table.kind is TableKind.MEASURES)
    cells = zip(table.headings, table.rows[0].cells, strict=True)
    return [(heading, cell.understood, cell.shown) for heading, cell in cells if heading.startswith("Effect 2027")]


def test_effects_stay_in_sight_while_a_choice_is_open() -> None:
    laag, hoog = "Effect 2027 laag (mln €)", "Effect 2027 hoog (mln €)"
    page = one_each("{}", [[*row[:2], *(it * 60 for it in row[2:])] for row in HIGHS])
    read = understood(xlsx_of(page))
    assert "eenheid:maatregelen" in open_keys(read)
    assert effects_shown(read) == [(laag, "nog te kiezen", "36"), (hoog, "nog te kiezen", "36")]
    rows = [list(row) for row in MEASURES]
    rows[0][3] = "6%"
    read = understood(xlsx_of(measures(rows), costs()))
    assert effects_shown(read) == [(laag, "0,2", "0,2"), (hoog, "nog te kiezen", "6%")]
    rows = [list(row) for row in MEASURES]
    rows[0][2] = "PM"
    read = understood(xlsx_of(measures(rows), costs()))
    assert effects_shown(read) == [(laag, "nog te kiezen", "PM"), (hoog, "0,6", "0,6")]


def turned() -> list[list[Any]]:
    """Costs with the years beside each other."""
    columns = [[heading, *(row[at] for row in COSTS)] for at, heading in enumerate(COST_HEADINGS)]
    return [["", *columns[0][1:]], *columns[1:]]


@pytest.mark.parametrize("is_across", [False, True])
def test_hidden_costs_are_told_about(is_across: bool) -> None:
    book = xlsx_of(measures(), Page("Kosten per jaar", turned() if is_across else [COST_HEADINGS, *COSTS]))
    hidden = frozenset({2})
    first, second = book.sheets
    second = replace(second, hidden_rows=hidden) if is_across else replace(second, hidden_columns=hidden)
    read = understood(replace(book, sheets=(first, second)))
    assert plan_of(read) == BASE
    assert "Wat het rekenblad verbergt, telt mee in de kosten per jaar" in notes(read)


@pytest.mark.parametrize("of_row", [False, True])
def test_the_style_of_a_column_or_row_of_opendocument_counts(of_row: bool) -> None:
    styles = (
        b"<office:automatic-styles><number:number-style xmlns:number='urn:oasis:names:tc:opendocument:xmlns:"
        b"datastyle:1.0' style:name='N1'><number:number number:display-factor='1000'/></number:number-style>"
        b"<style:style style:name='c' style:data-style-name='N1'/></office:automatic-styles><office:body>"
    )
    rows = [[row[0], *(it and it * 1e6 for it in row[1:])] for row in COSTS]
    page = costs(rows, [heading.replace("mln €", "x € 1.000") for heading in COST_HEADINGS])
    start, default = b'<table:table table:name="Kosten per jaar">', b" table:default-cell-style-name='c'"
    columns = b"<table:table-column/><table:table-column" + default + b" table:number-columns-repeated='3'/>"

    def styled(_: str, part: bytes) -> bytes:
        part = part.replace(b"<office:body>", styles, 1)
        if not of_row:
            return part.replace(start, start + columns)
        before, _, after = part.partition(start)
        return before + start + after.replace(b"<table:table-row>", b"<table:table-row" + default + b">")

    book = sheets_of_file("a.ods", changed(ods(measures(), page), styled))
    cell = next(sheet for sheet in book.sheets if sheet.name == "Kosten per jaar").cell(1, 1)
    assert cell.number_format == "0,"


def test_the_headings_of_the_template_may_have_other_capitals() -> None:
    headings = [heading.upper() for heading in COST_HEADINGS]
    read = understood(xlsx_of(measures(headings=MEASURE_HEADINGS), costs(headings=headings)))
    assert not read.questions
