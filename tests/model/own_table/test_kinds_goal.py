"""A target beside the costs: read as the path, the costs as where it begins, and asked about where either could fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from model.own_table import TableKind, Understanding, Workbook, growth_in
from model.own_table.assumptions import growth_said
from model.what_if import Scenario
from tests.model.own_table.base import faults, measures, notes, open_keys, plan_of, proposals, understood, xlsx_of
from tests.model.own_table.written import Page

YEARS = (2026, 2027, 2028, 2029)
PATH = (41.25, 40.5, 39.6, 38.9)
RISING = (41.25, 42.3, 43.4, 44.6)
FLAT = (41.25,) * 4
SAVED = (0.0, 0.75, 1.65, 2.35)


def with_costs(columns: dict[str, tuple[float | None, ...]], *, across: bool = False) -> Workbook:
    """A plan whose costs per year stand in these columns, or in rows."""
    rows: list[list[Any]] = [["Jaar", *columns]]
    rows += [[float(year), *(values[at] for values in columns.values())] for at, year in enumerate(YEARS)]
    page = Page("Kosten per jaar", [list(row) for row in zip(*rows, strict=True)] if across else rows)
    return xlsx_of(measures(), page)


def path_in(read: Understanding) -> tuple[float | None, ...]:
    return plan_of(read).trajectory.yearly_cost_mln_eur


def roles_in(read: Understanding) -> list[str | None]:
    return [value for key, value in proposals(read).items() if key.startswith(("kolom:kosten", "regel:kosten"))]


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize("word", [
    "Doel", "Doelstelling", "Target", "Streefbedrag", "Norm", "Te bereiken lasten", "Budgetplafond", "Taakstelling",
    "Taakstellend budget",
])  # fmt: skip
def test_a_target_as_large_as_the_costs_is_the_path(word: str, across: bool) -> None:
    read = understood(with_costs({"Lasten (mln €)": RISING, f"{word} (mln €)": PATH}, across=across))
    assert path_in(read) == PATH
    assert {"kosten", "doel"} <= set(roles_in(read))
    assert not faults(read)


def test_costs_without_measures_beside_a_target_are_told_with_their_growth() -> None:
    read = understood(with_costs({"Lasten (mln €)": RISING, "Doel (mln €)": PATH}))
    told = next(note for note in read.notes if note.key == "raming:kosten")
    assert told.is_assumption
    assert "€ 44,6 mln in 2029, ongeveer 2,6% per jaar" in told.text
    shown = next(table for table in read.shown if table.kind is TableKind.YEARS)
    assert shown.shown_headings == ("Jaar", "Lasten (mln €) (2026), Doel (mln €)")
    assert [row.cells[1].address for row in shown.rows] == ["B2", "C3", "C4", "C5"]


def test_a_target_in_another_unit_than_the_costs_is_the_path() -> None:
    thousands = tuple(round(number * 1000, 6) for number in PATH)
    assert path_in(understood(with_costs({"Lasten (mln €)": RISING, "Doel (x € 1.000)": thousands}))) == PATH


def test_a_target_for_the_last_year_only_leaves_the_years_before_it_unknown() -> None:
    read = understood(with_costs({"Lasten (mln €)": RISING, "Doel (mln €)": (None, None, None, 38.9)}))
    assert path_in(read) == (41.25, None, None, 38.9)


def test_where_the_plan_begins_is_asked_about_if_the_target_of_the_first_year_differs() -> None:
    book = with_costs({"Lasten (mln €)": (42.0, 42.5, 43.0, 43.5), "Doel (mln €)": PATH})
    assert path_in(understood(book)) == (42.0, *PATH[1:])
    assert path_in(understood(book, begin__kosten="doel")) == PATH


@pytest.mark.parametrize("word", ["Doel", "Target", "Taakstelling", "Opgave"])
def test_a_target_much_smaller_than_the_costs_is_what_must_be_saved(word: str) -> None:
    book = with_costs({"Lasten (mln €)": FLAT, f"{word} (mln €)": SAVED})
    read = understood(book)
    assert open_keys(read) == ["taakstelling:kosten"]
    assert path_in(understood(book, taakstelling__kosten="af")) == FLAT
    assert path_in(understood(book, taakstelling__kosten="niveau")) == pytest.approx(PATH)
    assert path_in(understood(book, taakstelling__kosten="opgeteld")) == pytest.approx((41.25, 40.5, 38.85, 36.5))
    shown = understood(book, taakstelling__kosten="niveau").shown[1]
    assert shown.rows[2].cells[1].shown == "41,25 − 1,65"


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize(("how", "left"), [("niveau", PATH), ("opgeteld", (41.25, 40.5, 38.85, 36.5))])
def test_costs_after_a_task_say_how_the_task_is_meant(how: str, left: tuple[float, ...], across: bool) -> None:
    figures = {"Lasten (mln €)": FLAT, "Taakstelling (mln €)": SAVED, "Lasten na taakstelling (mln €)": left}
    read = understood(with_costs(figures, across=across))
    assert proposals(read)["taakstelling:kosten"] == how
    question = next(it for it in read.questions if it.key == "taakstelling:kosten")
    assert question.reason == "“Lasten na taakstelling (mln €)” is precies dat"
    assert path_in(read) == pytest.approx(left)
    other = {**figures, "Lasten na taakstelling (mln €)": (*left[:3], left[3] + 0.1)}
    assert open_keys(understood(with_costs(other, across=across))) == ["taakstelling:kosten"]


def test_a_task_that_the_costs_follow_from_is_no_question() -> None:
    read = understood(with_costs({
        "Begroting (mln €)": FLAT, "Taakstelling (mln €)": SAVED, "Lasten (mln €)": PATH}))  # fmt: skip
    assert "taakstelling:kosten" not in proposals(read)
    assert path_in(read) == PATH


@pytest.mark.parametrize("across", [True, False])
def test_costs_with_measures_are_the_path_of_costs_without_them(across: bool) -> None:
    read = understood(with_costs(
        {"Lasten zonder maatregelen (mln €)": RISING, "Lasten met maatregelen (mln €)": PATH}, across=across
    ))  # fmt: skip
    assert path_in(read) == PATH
    assert "ongeveer 2,6% per jaar" in notes(read)


@pytest.mark.parametrize("word", ["Budget", "Begroting", "Beschikbaar budget"])
def test_a_budget_beside_costs_may_be_the_target(word: str) -> None:
    costs = (42.0, 41.8, 41.6, 41.4)
    book = with_costs({f"{word} (mln €)": PATH, "Verwachte kosten (mln €)": costs})
    [key] = open_keys(understood(book))
    assert key.startswith("kolom:kosten:B:")
    assert path_in(understood(book, **{key: "doel"})) == (42.0, *PATH[1:])
    assert path_in(understood(book, **{key: "begroting"}, raming_of_doel__kosten="ja")) == costs


def test_two_targets_are_left_to_the_visitor() -> None:
    book = with_costs({"Lasten (mln €)": RISING, "Doel laag (mln €)": PATH, "Doel hoog (mln €)": RISING})
    assert [key[:15] for key in open_keys(understood(book))] == ["kolom:kosten:C:", "kolom:kosten:D:"]


def test_costs_less_contributions_are_no_costs_by_themselves() -> None:
    book = with_costs({"Netto lasten (mln €)": PATH})
    [key] = open_keys(understood(book))
    assert path_in(understood(book, **{key: "kosten"})) == PATH


def test_rows_of_the_same_name_are_asked_about_each() -> None:
    rows: list[list[Any]] = [["", *map(float, YEARS)], ["Lasten (mln €)", *PATH], ["Lasten (mln €)", *RISING]]
    book = xlsx_of(measures(), Page("Kosten per jaar", rows))
    first, second = open_keys(understood(book))
    assert path_in(understood(book, **{first: "kosten", second: "niet"})) == PATH
    assert "Twee regels hebben dezelfde betekenis" in faults(understood(book, **{first: "kosten", second: "kosten"}))


def test_costs_are_shown_while_their_unit_is_open() -> None:
    # As euros or as thousands alike.
    read = understood(with_costs({"Lasten": tuple(number * 20_000 for number in PATH)}))
    assert open_keys(read) == ["eenheid:kosten"]
    table = next(table for table in read.shown if table.kind is TableKind.YEARS)
    assert [cell.understood for cell in table.rows[0].cells] == ["2026", "nog te kiezen"]
    assert table.rows[0].cells[1].shown == "825000"


def test_v_and_n_of_costs_change_no_amount_and_are_told() -> None:
    rows: list[list[Any]] = [
        ["Jaar", "Lasten (mln €)", "V/N"],
        *([float(year), PATH[at], "N"] for at, year in enumerate(YEARS)),
    ]
    read = understood(xlsx_of(measures(), Page("Kosten per jaar", rows)))
    assert path_in(read) == PATH
    assert "teken" in roles_in(read)
    rows = [["Jaar", "Lasten (mln €)"], *([float(year), f"{PATH[at]} n".replace(".", ",")] for at, year in
                                           enumerate(YEARS))]  # fmt: skip
    read = understood(xlsx_of(measures(), Page("Kosten per jaar", rows)))
    assert path_in(read) == PATH
    assert "V en N achter bedragen in de kosten per jaar veranderen de bedragen niet" in notes(read)
    rows[2][1] = "40,5 v"
    assert open_keys(understood(xlsx_of(measures(), Page("Kosten per jaar", rows)))) == ["voordeel:kosten"]


@pytest.mark.parametrize(("shown", "told"), [
    ("1.200,5", ""), ("-1.200", "staat de punt voor duizendtallen: “-1.200” is −1200 en niet −1,2"),
])  # fmt: skip
def test_a_note_on_points_says_what_was_done_with_the_cell(shown: str, told: str) -> None:
    page = measures()
    headings = [text.replace("mln €", "x € 1.000") if "Effect" in text else text for text in page.rows[0]]
    rows = [[it * 1000 if at in range(2, 8) else it for at, it in enumerate(row)] for row in page.rows[1:]]
    rows[0][3] = shown
    read = understood(xlsx_of(measures(rows, headings), Page("Kosten per jaar", [
        ["Jaar", "Lasten (mln €)"], *([year, number] for year, number in zip(YEARS, PATH, strict=True))])))  # fmt: skip
    assert (told in notes(read)) if told else ("duizendtallen:" not in notes(read))


def test_a_note_on_decimals_says_what_was_done_with_the_cell() -> None:
    page = measures()
    page.rows[1][3] = "0.600"
    rows = [["Jaar", "Lasten (mln €)"], *([year, number] for year, number in zip(YEARS, PATH, strict=True))]
    read = understood(xlsx_of(page, Page("Kosten per jaar", rows)))
    assert "staat de punt voor decimalen: “0.600” is 0,6." in notes(read)


@pytest.mark.parametrize("rate", [1.02, 0.99, 1.0437])
def test_the_growth_of_costs_beside_a_target_is_what_the_page_begins_with(rate: float) -> None:
    costs = tuple(round(41.25 * rate**at, 4) for at in range(4))
    read = understood(with_costs({"Begrote lasten (mln €)": costs, "Doel (mln €)": PATH}))
    growth = growth_in(note.text for note in read.notes if note.is_assumption)
    plan = replace(plan_of(read), start_growth_pct=growth)
    start = Scenario.default(plan)
    assert growth == pytest.approx((rate - 1) * 100, abs=0.05)
    without = plan.trajectory.start_cost_mln_eur * (1 + start.growth_pct / 100) ** 3
    assert without == pytest.approx(costs[-1], abs=3 * 0.0005 * 41.25 * rate**3)


@pytest.mark.parametrize("tenths_pct", range(-20, 101))
def test_the_growth_that_is_said_is_the_growth_that_is_read(tenths_pct: int) -> None:
    assert growth_in([f"Aanname: {growth_said(tenths_pct / 10.0)}."]) == tenths_pct / 10.0


def test_a_growth_out_of_range_is_not_said() -> None:
    assert (growth_said(-2.1), growth_said(10.1)) == ("", "")


def test_a_table_that_says_nothing_of_growth_begins_without() -> None:
    assert growth_in(["Er is 3% groei.", "de autonome groei begint daarom op 99% per jaar"]) == 0.0
