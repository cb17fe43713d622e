"""Kinds of sheets that controllers have: how amounts are written. None is read otherwise than meant without a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from model.own_table import Workbook
from tests.model.own_table.base import (
    BASE,
    COST_HEADINGS,
    COSTS,
    EFFECTS,
    INVESTMENT,
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


def with_unit(headings: list[str], unit: str) -> list[str]:
    return [heading.replace("mln €", unit) for heading in headings]


def english(value: Any) -> Any:
    return f"{value:.3f}" if isinstance(value, float) else value


def test_the_template_is_read_without_a_question() -> None:
    for books in ([xlsx_of(measures(), costs())], [csv_of(measures()), csv_of(costs())]):
        read = understood(*books)
        assert plan_of(read) == BASE
        assert (read.questions, read.notes, read.needs_confirmation) == ((), (), False)


def test_english_decimals_are_asked_about_and_never_thousands_in_silence() -> None:
    years = [[str(int(row[0])), *map(english, row[1:])] for row in COSTS]
    rows = effects_as(english, places=[*EFFECTS, INVESTMENT])
    read = understood(csv_of(measures(rows), separator=","), csv_of(costs(years), separator=","))
    assert proposals(read) == {"decimaal:kosten": "punt", "decimaal:maatregelen": "punt"}
    assert plan_of(read) == BASE
    assert "“41.250” is 41,25" in notes(read)


@pytest.mark.parametrize(("others", "proposal"), [("0.750", "punt"), (None, "punt"), ("0,75", "komma")])
def test_three_decimals_behind_a_point_are_asked_about(others: str | None, proposal: str) -> None:
    years = [["2026", "9.800", others], ["2027", "9.600", None]]
    read = understood(csv_of(measures(effects_as(lambda it: it / 10))), csv_of(costs(years, COST_HEADINGS[:3])))
    assert proposals(read).get("decimaal:kosten") == proposal
    assert read.needs_confirmation
    if proposal == "punt":
        answered = understood(
            csv_of(measures(effects_as(lambda it: it / 10))), csv_of(costs(years, COST_HEADINGS[:3])),
            decimaal__kosten="punt", jaren_buiten="weg",
        )  # fmt: skip
        assert plan_of(answered).trajectory.yearly_cost_mln_eur == (9.8, 9.6)


WAYS = ["€ 0,2", "0,2 EUR", "€0,2", "0,2 mln", "0,2mln", "€ 0,2 mln", "0,2 miljoen", "EUR 0,2", "0,2 M€", "0,2 mio",
        "€0,2mln", "0,2 mln.", "0,2 mln per jaar", "€\u00a00,2", "0,2 miljoen euro"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_euro_and_million_may_stand_beside_a_number(way: str) -> None:
    rows = [[*MEASURES[0][:2], way, *MEASURES[0][3:]], *MEASURES[1:]]
    assert plan_of(understood(csv_of(measures(rows)), csv_of(costs()))) == BASE


@pytest.mark.parametrize(("way", "number"), [("200 dzd", 0.2), ("200k", 0.2), ("k€ 200", 0.2), ("200 duizend", 0.2)])
def test_another_unit_in_a_cell_counts_for_that_cell(way: str, number: float) -> None:
    rows = [[*MEASURES[0][:2], way, *MEASURES[0][3:]], *MEASURES[1:]]
    assert plan_of(understood(csv_of(measures(rows)), csv_of(costs()))) == BASE


def test_the_dash_of_an_accounting_format_is_zero_and_a_bare_dash_is_asked_about() -> None:
    def written(dash: str) -> list[list[Any]]:
        return [
            ["2026", " €  41,25 ", " €  3,2 "],
            ["2027", " €  40,5 ", dash],
            ["2028", "39,6", ""],
            ["2029", "38,9", ""],
        ]

    read = understood(csv_of(measures()), csv_of(costs(written(" €  -    "), COST_HEADINGS[:3])))
    assert plan_of(read).trajectory.national_contribution_mln_eur == (3.2, 0.0, None, None)
    assert "is 0" in notes(read)
    for answer, number in (("nul", 0.0), ("onbekend", None)):
        books = csv_of(measures()), csv_of(costs(written("-"), COST_HEADINGS[:3]))
        assert open_keys(understood(*books)) == ["streepje:kosten"]
        plan = plan_of(understood(*books, streepje__kosten=answer))
        assert plan.trajectory.national_contribution_mln_eur[1] == number


SIGNS: list[Callable[[str], str]] = [
    lambda it: f"({it})", lambda it: f"{it}-", lambda it: f"-{it}", lambda it: f"−{it}", lambda it: f"€ -{it}",
    lambda it: f"-/- {it}", lambda it: f"{it} -/-", lambda it: f"€ ({it})", lambda it: f"-€ {it}",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_savings_with_a_minus_are_asked_about_once(sign: Callable[[str], str]) -> None:
    rows = effects_as(lambda it: sign(dutch(it)) if it else "0")
    books = csv_of(measures(rows)), csv_of(costs())
    read = understood(*books)
    assert proposals(read) == {"teken:maatregelen": "min"}
    assert plan_of(read) == BASE
    assert open_keys(understood(*books, teken__maatregelen="plus")) == ["extra:maatregelen"]


def test_a_minus_and_no_minus_together_are_left_to_the_visitor() -> None:
    rows = effects_as(lambda it: -it, MEASURES[:2]) + MEASURES[2:]
    assert open_keys(understood(xlsx_of(measures(rows), costs()))) == ["teken:maatregelen"]


def test_voordeel_and_nadeel_behind_an_amount() -> None:
    rows = effects_as(lambda it: f"{dutch(it)} V")
    assert plan_of(understood(csv_of(measures(rows)), csv_of(costs()))) == BASE


@pytest.mark.parametrize(
    "unit", ["x € 1.000", "x €1.000", "x 1.000 euro", "in duizenden euro's", "€ x 1000", "k€", "* € 1.000", "dzd €"]
)
def test_thousands_in_the_headings_are_converted(unit: str) -> None:
    rows = effects_as(lambda it: f"{it * 1000:.0f}", places=[*EFFECTS, INVESTMENT])
    years = [[str(int(row[0])), *(None if it is None else f"{it * 1000:,.0f}".replace(",", ".") for it in row[1:])]
             for row in COSTS]  # fmt: skip
    read = understood(
        csv_of(measures(rows, with_unit(MEASURE_HEADINGS, unit))), csv_of(costs(years, with_unit(COST_HEADINGS, unit)))
    )
    assert plan_of(read) == BASE
    assert proposals(read)["eenheid:maatregelen"] == proposals(read)["eenheid:kosten"] == "dzd"
    assert "omgerekend naar mln €" in notes(read)


@pytest.mark.parametrize(("unit", "answer"), [("€", "euro"), ("in hele euro's", "euro"), ("x € 1 mln", "mln")])
def test_other_units_in_the_headings(unit: str, answer: str) -> None:
    by = 1_000_000 if answer == "euro" else 1
    rows = effects_as(lambda it: it * by if isinstance(it, float) else it, places=[*EFFECTS, INVESTMENT])
    years = [[row[0], *(None if it is None else it * by for it in row[1:])] for row in COSTS]
    read = understood(
        xlsx_of(measures(rows, with_unit(MEASURE_HEADINGS, unit)), costs(years, with_unit(COST_HEADINGS, unit)))
    )
    assert plan_of(read) == BASE
    assert proposals(read)["eenheid:maatregelen"] == answer


def test_units_that_differ_are_asked_about_for_each_column() -> None:
    headings = [it.replace("2029 hoog (mln €)", "2029 hoog (x € 1.000)") for it in MEASURE_HEADINGS]
    rows = [[*row[:7], row[7] * 1000, *row[8:]] for row in MEASURES]
    read = understood(xlsx_of(measures(rows, headings), costs()))
    assert proposals(read)["eenheid:maatregelen:H"] == "dzd"
    assert plan_of(read) == BASE


def test_percentages_in_the_headings_are_asked_about() -> None:
    headings = [it.replace("(mln €)", "(%)") if it.startswith("Effect") else it for it in MEASURE_HEADINGS]
    book = xlsx_of(measures(effects_as(lambda it: it * 10), headings), costs())
    read = understood(book)
    assert open_keys(read) == ["procent:maatregelen"]
    assert read.own is None
    plan = plan_of(understood(book, procent__maatregelen="begin"))
    assert plan.measures.measures[0].effect_high_mln_eur == pytest.approx((2.475, 4.95, 6.1875))
    plan = plan_of(understood(book, procent__maatregelen="zelfde"))
    assert plan.measures.measures[0].effect_high_mln_eur == pytest.approx((0.06 * 40.5, 0.12 * 39.6, 0.15 * 38.9))


def test_cells_that_show_a_percentage_are_asked_about() -> None:
    page = measures()
    page.formats = {(1, column): "0%" for column in EFFECTS}
    assert open_keys(understood(xlsx_of(page, costs()))) == ["procent:maatregelen"]
    assert plan_of(understood(xlsx_of(page, costs()), procent__maatregelen="getal")) == BASE
    text_page = measures([[*MEASURES[0][:2], "20%", *MEASURES[0][3:]], *MEASURES[1:]])
    assert open_keys(understood(csv_of(text_page), csv_of(costs()))) == ["procent:maatregelen"]


def test_formats_that_show_thousands_are_asked_about() -> None:
    years = [[row[0], row[1] * 1000, *row[2:]] for row in COSTS]
    page = costs(years)
    page.formats = {(row, 1): "#,##0.00," for row in range(1, 5)}
    read = understood(xlsx_of(measures(), page))
    assert proposals(read)["opmaak:kosten"] == "getoond"
    assert plan_of(read) == BASE
    assert "41,25" in next(question.text for question in read.questions if question.key == "opmaak:kosten")


def test_decimals_that_are_not_shown_are_named() -> None:
    page = costs()
    page.formats = {(row, 1): "0" for row in range(1, 5)}
    read = understood(xlsx_of(measures(), page))
    assert "rondt het rekenblad af" in notes(read)
    assert plan_of(read) == BASE


@pytest.mark.parametrize("word", ["PM", "p.m.", "n.t.b.", "?", "onbekend", "pro memorie", "nnb"])
def test_unknown_is_never_zero(word: str) -> None:
    rows = [list(row) for row in MEASURES]
    rows[2][INVESTMENT] = rows[3][INVESTMENT] = word
    years = [list(map(dutch, row)) for row in COSTS]
    years[3][3] = years[3][2] = word
    read = understood(csv_of(measures(rows)), csv_of(costs(years)))
    assert plan_of(read) == BASE
    assert "onbekend" in notes(read)
    rows[2][6] = rows[2][7] = word
    books = csv_of(measures(rows)), csv_of(costs())
    assert open_keys(understood(*books)) == ["onbekend:maatregelen"]
    assert plan_of(understood(*books, onbekend__maatregelen="weg")).codes == ("1", "2", "3b", "4")
    assert plan_of(understood(*books, onbekend__maatregelen="nul")).measures.measures[2].effect_high_mln_eur[2] == 0.0


def test_one_end_without_the_other_is_asked_about() -> None:
    rows = [list(row) for row in MEASURES]
    rows[2][7] = "PM"
    books = csv_of(measures(rows)), csv_of(costs())
    assert open_keys(understood(*books)) == ["half:maatregelen"]
    plan = plan_of(understood(*books, half__maatregelen="gelijk"))
    assert plan.measures.measures[2].effect_high_mln_eur == (0.4, 0.8, 0.3)
    assert plan_of(understood(*books, half__maatregelen="weg")).codes == ("1", "2", "3b", "4")


def test_empty_first_years_are_no_saving_yet_if_the_visitor_agrees() -> None:
    rows = [list(row) for row in MEASURES]
    rows[0][2] = rows[0][3] = None
    read = understood(xlsx_of(measures(rows), costs()))
    assert proposals(read) == {"leeg-begin:maatregelen": "nul"}
    assert plan_of(read).measures.measures[0].effect_high_mln_eur == (0.0, 1.2, 1.5)
    assert "Aanname" in notes(read)


@pytest.mark.parametrize("mark", ["0,6*", "0,6 1)", "0,6¹", "0,6 (1)", "0,6†", "ca. 0,6", "0,6²"])
def test_footnote_marks_are_left_out_and_named(mark: str) -> None:
    rows = [[*MEASURES[0][:3], mark, *MEASURES[0][4:]], *MEASURES[1:]]
    headings = [it.replace("2028 hoog", "2028 hoog¹") for it in MEASURE_HEADINGS]
    read = understood(csv_of(measures(rows, headings)), csv_of(costs()))
    assert plan_of(read) == BASE
    assert mark in notes(read)


@pytest.mark.parametrize("wrong", ["veel", "0,6 of 0,7", ">0,1", "1,23,4", "12 mld", "0,6;"])
def test_what_is_no_amount_is_one_fault_with_its_place(wrong: str) -> None:
    rows = [list(row) for row in MEASURES]
    rows[0][3] = rows[1][3] = wrong
    read = understood(csv_of(measures(rows)), csv_of(costs()))
    assert len(read.faults) == 1
    assert "rij 2, rij 3" in faults(read)


def test_amounts_too_large_to_be_true_are_asked_about() -> None:
    years = [[row[0], row[1] * 100] for row in COSTS]
    book = xlsx_of(measures(), costs(years, COST_HEADINGS[:2]))
    assert open_keys(understood(book)) == ["te-groot:kosten"]
    assert plan_of(understood(book, te_groot__kosten="ja")).trajectory.start_cost_mln_eur == 4125.0
    assert "andere eenheid" in faults(understood(book, te_groot__kosten="nee"))


def test_one_amount_for_each_year_gets_a_band_as_a_marked_assumption() -> None:
    headings = ["Maatregel", "Besparing 2027 (mln €)", "Besparing 2028 (mln €)", "Besparing 2029 (mln €)"]
    rows = [[row[1], row[3], row[5], row[7]] for row in MEASURES]
    book = xlsx_of(Page("Plan", [headings, *rows]), costs())
    read = understood(book)
    assert proposals(read)["band:maatregelen"] == "25"
    assert plan_of(read).measures.measures[0].effect_low_mln_eur == pytest.approx((0.45, 0.9, 1.125))
    assert plan_of(read).measures.measures[0].effect_high_mln_eur == pytest.approx((0.75, 1.5, 1.875))
    assert any(note.is_assumption for note in read.notes)
    assert plan_of(understood(book, band__maatregelen="0")).measures.measures[0].effect_low_mln_eur == (0.6, 1.2, 1.5)


def test_only_an_end_figure_grows_in_equal_steps_from_the_start() -> None:
    rows = [[row[1], row[6], row[7]] for row in MEASURES]
    page = Page("Plan", [["Ombuiging", "Structureel laag (mln €)", "Structureel hoog (mln €)"], *rows])
    read = understood(xlsx_of(page, costs()))
    assert plan_of(read).measures.effect_years == (2027, 2028, 2029)
    assert plan_of(read).measures.measures[0].effect_high_mln_eur == pytest.approx((0.5, 1.0, 1.5))
    assert "gelijke stappen vanaf 2026" in notes(read)
    plan = plan_of(understood(xlsx_of(page, costs()), eindjaar__maatregelen="2028", ingroei__maatregelen="direct"))
    assert plan.measures.effect_years == (2027, 2028)
    assert plan.measures.measures[0].effect_high_mln_eur == (1.5, 1.5)


@pytest.mark.parametrize("made", [xlsx_of, ods_of])
def test_two_numbers_below_each_other_in_a_cell_are_no_larger_number(made: Callable[..., Workbook]) -> None:
    page = Page("Maatregelen", [["Besparingen in euro's"], ["Maatregel", "2027"], ["A", "12\n500"], ["B", 40_000.0]])
    read = understood(made(page, costs()))
    assert "tussenkop:maatregelen" in open_keys(read)
    (asked,) = (question for question in read.open_questions if question.key == "tussenkop:maatregelen")
    assert "12 | 500" in asked.reason


def test_an_end_in_percents_of_its_own_year_is_of_the_costs_of_the_last_year() -> None:
    page = Page("Maatregelen", [["Maatregel", "Structurele besparing"], ["A", "2%"], ["B", "4%"]])
    book = xlsx_of(page, costs())
    for answer, base in (("begin", 41.25), ("zelfde", 38.9)):
        first = plan_of(understood(book, procent__maatregelen=answer)).measures.measures[0]
        middle = (first.saving_low_mln_eur + first.saving_high_mln_eur) / 2
        assert middle == pytest.approx(0.02 * base, abs=1e-3), answer
