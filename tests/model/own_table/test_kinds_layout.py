"""Kinds of sheets that controllers have: where the tables stand, and what stands around and between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from model.own_table import TableKind, sheets_of_file, understand
from tests.model.own_table.base import (
    BASE,
    COST_HEADINGS,
    COSTS,
    MEASURE_HEADINGS,
    MEASURES,
    costs,
    csv_of,
    dutch,
    effects_as,
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
from tests.model.own_table.written import Page

FEW = [row[:8] for row in MEASURES]
FEW_PLAN = plan_of(understood(xlsx_of(Page("Maatregelen", [MEASURE_HEADINGS[:8], *FEW]), costs())))


def test_title_rows_above_the_headings() -> None:
    page = measures()
    for above in ([["Ombuigingen jeugd"], ["Concept"], []], [["Ombuigingen 2027"]], [[], [], []]):
        read = understood(xlsx_of(Page(page.name, [*above, *page.rows]), costs()))
        assert plan_of(read) == BASE
        assert read.needs_confirmation


@pytest.mark.parametrize("merged", [True, False])
def test_two_rows_of_headings(merged: bool) -> None:
    first = [
        "Nummer",
        "Maatregel",
        "Effect 2027 (mln €)",
        None,
        "Effect 2028 (mln €)",
        None,
        "Effect 2029 (mln €)",
        None,
    ]
    second = [None, None, "laag", "hoog", "laag", "hoog", "laag", "hoog"]
    page = Page("Maatregelen", [first, second, *FEW], [(0, at, 0, at + 1) for at in (2, 4, 6)] if merged else [])
    for read in (understood(xlsx_of(page, costs())), understood(ods_of(page, costs()))):
        assert plan_of(read) == FEW_PLAN


def test_scenarios_above_the_years() -> None:
    first = [None, None, "Behoudend", None, None, "Ambitieus", None, None]
    second = ["Nr.", "Ombuiging", *[2027.0, 2028.0, 2029.0] * 2]
    rows = [[*row[:2], row[2], row[4], row[6], row[3], row[5], row[7]] for row in FEW]
    page = Page("Blad1", [["Alle bedragen in mln €"], first, second, *rows], [(1, 2, 1, 4), (1, 5, 1, 7)])
    assert plan_of(understood(xlsx_of(page, costs()))) == FEW_PLAN


TOTALS = ["Totaal", "TOTAAL ombuigingen", "Subtotaal", "Totaal:", "Som", "Eindtotaal"]


def total_of(rows: list[list[Any]], label: str, code: str | None = None) -> list[Any]:
    return [code, label, *(round(sum(row[at] for row in rows), 6) for at in range(2, 8))]


@pytest.mark.parametrize("label", TOTALS)
def test_totals_do_not_count(label: str) -> None:
    read = understood(xlsx_of(Page("Maatregelen", [MEASURE_HEADINGS[:8], *FEW, total_of(FEW, label)]), costs()))
    assert plan_of(read) == FEW_PLAN
    assert "telt niet mee" in notes(read)


def test_a_total_without_its_name_is_known_by_its_sum() -> None:
    page = Page("Maatregelen", [MEASURE_HEADINGS[:8], *FEW, total_of(FEW, "Alles bij elkaar", "9")])
    read = understood(xlsx_of(page, costs()))
    (question,) = read.questions
    assert (question.proposal, question.certain) == ("niet", False)
    assert plan_of(read) == FEW_PLAN
    assert len(plan_of(understood(xlsx_of(page, costs()), **{question.key: "mee"})).measures) == 6


@pytest.mark.parametrize("above", [True, False])
def test_subtotals_of_groups(above: bool) -> None:
    groups = [FEW[:2], FEW[2:4], FEW[4:]]
    rows: list[list[Any]] = []
    for name, group in zip(("Toegang", "Uitstroom", "Inkoop"), groups, strict=True):
        if len(group) < 2:
            rows += group
        else:
            rows += [total_of(group, name), *group] if above else [*group, total_of(group, f"Subtotaal {name}")]
    read = understood(xlsx_of(Page("Maatregelen", [MEASURE_HEADINGS[:8], *rows]), costs()))
    assert plan_of(read) == FEW_PLAN


def test_headings_between_measures_can_be_their_category() -> None:
    rows = [[None, "TOEGANG"], *FEW[:2], [], [None, "INKOOP"], *FEW[2:]]
    book = xlsx_of(Page("Maatregelen", [MEASURE_HEADINGS[:8], *rows]), costs())
    read = understood(book)
    assert [it.category for it in plan_of(read).measures] == ["TOEGANG"] * 2 + ["INKOOP"] * 3
    assert plan_of(understood(book, tussenkop__maatregelen="niet")) == FEW_PLAN


@pytest.mark.parametrize(
    "below",
    [
        [[], [], ["* Bedragen in prijspeil 2026"], ["Bron: concept"]],
        [[], ["Toelichting: vastgesteld"]],
        [[None, "1) Exclusief frictiekosten. 2) Onder voorbehoud."]],
    ],
)
def test_footnotes_below_are_one_note(below: list[list[Any]]) -> None:
    for read in (
        understood(xlsx_of(Page("Maatregelen", [*measures().rows, *below]), costs())),
        understood(csv_of(Page("Maatregelen", [*measures().rows, *below])), csv_of(costs())),
    ):
        assert plan_of(read) == BASE
        assert len(read.notes) == 1


def test_a_name_without_anything_else_among_measures_with_numbers_is_asked_about() -> None:
    rows = [*FEW[:4], [None, "Diversen", *FEW[4][2:]]]
    book = xlsx_of(Page("Maatregelen", [MEASURE_HEADINGS[:8], *rows]), costs())
    assert open_keys(understood(book)) == ["kale-regel:maatregelen"]
    assert len(plan_of(understood(book, kale_regel__maatregelen="mee")).measures) == 5
    assert len(plan_of(understood(book, kale_regel__maatregelen="niet")).measures) == 4


def test_hidden_rows_are_asked_about() -> None:
    page = replace(measures(), hidden_rows=(2, 4))
    for book in (xlsx_of(page, costs()), ods_of(page, costs())):
        read = understood(book)
        assert proposals(read) == {"verborgen:maatregelen": "niet"}
        assert plan_of(read).codes == ("1", "3a", "4")
        assert plan_of(understood(book, verborgen__maatregelen="mee")) == BASE


def test_a_copy_of_the_sheet_is_not_taken_for_it() -> None:
    half = Page("Maatregelen (2)", [MEASURE_HEADINGS, *effects_as(lambda it: it / 2)])
    read = understood(xlsx_of(measures(), costs(), half))
    assert plan_of(read) == BASE
    assert "niet “Maatregelen (2)”" in notes(read)
    two = understood(xlsx_of(replace(measures(), name="Versie A"), replace(half, name="Versie B"), costs()))
    assert open_keys(two) == ["tabel:maatregelen"]
    options = two.open_questions[0].options
    assert (
        plan_of(
            understood(
                xlsx_of(replace(measures(), name="Versie A"), replace(half, name="Versie B"), costs()),
                tabel__maatregelen=options[0].value,
            )
        )
        == BASE
    )


@pytest.mark.parametrize("name", ["Maatregelen (concept)", "Blad1", "ombuigingen 2027"])
def test_the_name_of_a_sheet_does_not_matter(name: str) -> None:
    read = understood(xlsx_of(replace(measures(), name=name), replace(costs(), name="Blad2")))
    assert plan_of(read) == BASE
    assert read.needs_confirmation


def test_both_tables_on_one_sheet() -> None:
    below = [*measures().rows, [], *costs().rows]
    beside = [
        [*row, None, *([*COSTS[at - 1]] if 0 < at <= 4 else COST_HEADINGS if at == 0 else [])]
        for at, row in enumerate(measures().rows)
    ]
    lower = [
        [*row, None, *(COST_HEADINGS if at == 1 else COSTS[at - 2] if 2 <= at <= 5 else [])]
        for at, row in enumerate(measures().rows)
    ]
    for rows in (below, beside, lower, [*costs().rows, [], ["Maatregelen"], *measures().rows]):
        assert plan_of(understood(xlsx_of(Page("Blad1", rows)))) == BASE
        assert plan_of(understood(csv_of(Page("Blad1", rows)))) == BASE


@pytest.mark.parametrize("spacer", [1, 2])
def test_empty_columns_within_a_table(spacer: int) -> None:
    rows = [[*row[:2], *[None] * spacer, *row[2:5], *[None] * spacer, *row[5:]] for row in measures().rows]
    assert plan_of(understood(xlsx_of(Page("Maatregelen", rows), costs()))) == BASE


def test_years_across() -> None:
    rows = [
        ["Lasten jeugdhulp", *(row[1] for row in COSTS)],
        ["Rijksbijdrage", *(row[2] for row in COSTS)],
        ["Begroting", *(row[3] for row in COSTS)],
    ]
    for years in (
        ["Begroting 2026", "Begroting 2027", "Begroting 2028", "Begroting 2029"],
        [2026.0, 2027.0, 2028.0, 2029.0],
        ["2026", "2027 (raming)", "2028*", "2029"],
    ):
        page = Page("Meerjarenraming", [["Meerjarenraming (mln €)"], [], [None, *years], *rows])
        read = understood(xlsx_of(measures(), page), raming_of_doel__kosten="ja")
        assert plan_of(read) == BASE
        assert read.needs_confirmation


def test_years_that_are_no_plain_years_are_asked_about() -> None:
    years = [[word, *row[1:]] for word, row in zip(("2.026", "2027 (raming)", "2028*", "'29"), COSTS, strict=True)]
    for read in (understood(xlsx_of(measures(), costs(years))), understood(csv_of(measures()), csv_of(costs(years)))):
        assert plan_of(read) == BASE
        assert "“2.026” is 2026" in notes(read)


def test_years_as_dates(tmp_path: Any) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Maatregelen"
    for row in measures().rows:
        book.active.append(row)
    sheet = book.create_sheet("Kosten per jaar")
    sheet.append(COST_HEADINGS)
    for row in COSTS:
        sheet.append([date(int(row[0]), 1, 1), *row[1:]])
    for code in ("yyyy", "dd-mm-yyyy"):
        for at in range(2, 6):
            sheet.cell(at, 1).number_format = code
        book.save(tmp_path / "plan.xlsx")
        read = understood(sheets_of_file("plan.xlsx", (tmp_path / "plan.xlsx").read_bytes()))
        assert plan_of(read) == BASE
        assert ("jaren:kosten" in proposals(read)) == (code != "yyyy")


def test_merged_cells_hold_their_value_for_the_whole_range() -> None:
    page = measures()
    page.rows[2][8] = page.rows[5][8] = None
    page.merged = [(1, 8, 2, 8), (4, 8, 5, 8)]
    for read in (understood(xlsx_of(page, costs())), understood(ods_of(page, costs()))):
        assert plan_of(read) == BASE
        assert "samengevoegde cellen" in notes(read)
    amounts = measures()
    amounts.rows[2][3] = None
    amounts.merged = [(1, 3, 2, 3)]
    assert "verdeel het bedrag" in faults(understood(xlsx_of(amounts, costs())))


def with_formulas(path: Any, *, stored: bool) -> Any:
    with xlsxwriter.Workbook(path) as book:
        for page in (measures(), costs()):
            sheet = book.add_worksheet(page.name)
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    if page.name == "Kosten per jaar" and (row, column) in ((1, 1), (2, 0)):
                        sheet.write_formula(row, column, "=A2+1", None, value if stored else 0)
                    elif value is not None:
                        sheet.write(row, column, value)
    return sheets_of_file("plan.xlsx", path.read_bytes())


def test_formulas_count_with_their_stored_outcome_after_agreement(tmp_path: Any) -> None:
    book = with_formulas(tmp_path / "a.xlsx", stored=True)
    read = understood(book)
    assert proposals(read) == {"formules:kosten": "ja"}
    assert plan_of(read) == BASE
    assert "plak de cellen" in faults(understood(book, formules__kosten="nee"))
    lacking = understood(with_formulas(tmp_path / "b.xlsx", stored=False))
    assert "Open het bestand in Excel" in faults(lacking)
    assert len(lacking.faults) == 1


def test_a_column_of_no_use_is_named() -> None:
    page = measures([[*row, 1.3] for row in MEASURES], [*MEASURE_HEADINGS, "Controle"])
    read = understood(xlsx_of(page, costs()))
    assert plan_of(read) == BASE
    assert "“Controle”" in notes(read)


def test_order_of_columns_and_missing_numbers() -> None:
    rows = [row[::-1] for row in measures().rows]
    assert plan_of(understood(xlsx_of(Page("Maatregelen", rows), costs()))) == BASE
    without = Page("Maatregelen", [row[1:] for row in measures().rows])
    read = understood(xlsx_of(without, costs()))
    assert plan_of(read).codes == ("1", "2", "3", "4", "5")
    assert "Nummers zijn gemaakt" in notes(read)


def test_without_costs_the_visitor_types_them() -> None:
    read = understood(xlsx_of(measures()))
    assert read.missing == (TableKind.YEARS,)
    assert [row[0] for row in read.tables[TableKind.YEARS].rows] == [2026.0, 2027.0, 2028.0, 2029.0]
    assert "kosten per jaar" in faults(read)
    typed = {TableKind.YEARS: understood(xlsx_of(measures(), costs())).tables[TableKind.YEARS]}
    assert plan_of(understand([xlsx_of(measures())], {}, typed)) == BASE


def test_a_row_for_every_year_of_a_measure() -> None:
    headings = ["Maatregel", "Jaar", "Besparing laag (mln €)", "Besparing hoog (mln €)"]
    rows = [[row[1], 2027.0 + at, row[2 + 2 * at], row[3 + 2 * at]] for row in MEASURES for at in range(3)]
    read = understood(xlsx_of(Page("Data", [headings, *rows]), costs()))
    plan = plan_of(read)
    assert [it.effect_high_mln_eur for it in plan.measures] == [it.effect_high_mln_eur for it in BASE.measures]
    gap = understood(xlsx_of(Page("Data", [headings, *rows[:4], *rows[5:]]), costs()))
    assert open_keys(gap) == ["onbekend:maatregelen"]


def test_budgets_of_a_financial_system_are_not_taken_for_savings() -> None:
    headings = [
        "Boekjaar",
        "Programma",
        "Kostenplaats",
        "Omschrijving",
        *(f"Begroting {year}" for year in range(2026, 2030)),
    ]
    rows = [
        ["2026", "6 Sociaal domein", "6700", row[1], *(f"{value:.0f}.000,00-" for value in (100, 200, 300, 400))]
        for row in MEASURES
    ]
    page = Page("Overzicht", [["Overzicht budgetten per 1-10-2026"], headings, *rows, [None, None, "Totaal"]])
    read = understood(csv_of(page))
    assert len(read.open_questions) == 1
    assert read.open_questions[0].key.startswith("soort:")
    assert read.own is None


def test_the_form_is_of_the_headings_and_not_of_the_amounts() -> None:
    one, other = understood(xlsx_of(measures(), costs())), understood(xlsx_of(measures(MEASURES[:3]), costs(COSTS[:3])))
    assert one.form == other.form != ""
    assert understood(xlsx_of(measures(), costs(COSTS, [*COST_HEADINGS[:3], "Burap"]))).form != one.form


def test_what_is_shown_says_what_differs() -> None:
    rows = effects_as(lambda it: f"{dutch(it * 1000)}")
    headings = [it.replace("mln €", "x € 1.000") if it.startswith("Effect") else it for it in MEASURE_HEADINGS]
    shown = understood(xlsx_of(measures(rows, headings), costs())).shown[0]
    cells = dict(zip(shown.headings, shown.rows[0].cells, strict=True))
    assert (cells["Effect 2027 hoog (mln €)"].understood, cells["Effect 2027 hoog (mln €)"].shown) == ("0,6", "600")
    assert (cells["Effect 2027 hoog (mln €)"].address, cells["Effect 2027 hoog (mln €)"].same) == ("D2", False)
    assert cells["Maatregel"].same
    assert shown.shown_headings[3] == "Effect 2027 hoog (x € 1.000)"
