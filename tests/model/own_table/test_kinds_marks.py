"""Units and signs that stand on the row, investments in another unit or per year: read, asked about, or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.model.own_table.base import (
    BASE,
    COST_HEADINGS,
    COSTS,
    MEASURE_HEADINGS,
    MEASURES,
    costs,
    dutch,
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

PLAIN = [heading.replace(" (mln €)", "") for heading in MEASURE_HEADINGS]


def beside(heading: str, cells: list[Any], rows: list[list[Any]] = MEASURES) -> Page:
    """Measures whose headings name no unit, with a column behind the effects."""
    return measures(
        [[*row[:8], cell, *row[8:]] for row, cell in zip(rows, cells, strict=True)], [*PLAIN[:8], heading, *PLAIN[8:]]
    )


@pytest.mark.parametrize("heading", ["V/N", "Voordelig of nadelig", "Voordeel/nadeel", ""])
@pytest.mark.parametrize("bad", ["N", "n", "nadelig", "Nadeel"])
def test_a_column_with_v_and_n_gives_the_sign(heading: str, bad: str) -> None:
    book = xlsx_of(beside(heading, ["V", "V", bad, "V", "V"]), costs())
    read = understood(book)
    assert [value for key, value in proposals(read).items() if key.startswith("kolom:maatregelen:I")] == ["teken"]
    assert open_keys(read) == ["extra:maatregelen"]
    plan = plan_of(understood(book, extra__maatregelen="weg"))
    assert [it.name for it in plan.measures] == [row[1] for row in MEASURES if row[0] != "3a"]


HIGHS = ["Nummer", "Maatregel", "{} 2027 (mln €)", "{} 2028 (mln €)", "{} 2029 (mln €)"]


@pytest.mark.parametrize("word", ["Besparing", "Effect", "Lasten", "Saldo"])
@pytest.mark.parametrize(
    "write",
    [
        lambda text, sign: f"{text} {sign}",
        lambda text, sign: f"{text} ({sign})",
        lambda text, sign: f"{sign} {text}",
        lambda text, sign: f"€ {text} mln {sign}",
        lambda text, sign: f"{text} {'voordelig' if sign == 'V' else 'nadeel'}",
    ],
)
def test_v_and_n_in_the_cells_give_the_sign_under_any_heading(word: str, write: Callable[[str, str], str]) -> None:
    rows = [[*row[:2], *(write(dutch(it), "N" if row[0] == "4" else "V") for it in row[3:8:2])] for row in MEASURES]
    book = xlsx_of(measures(rows, [heading.format(word) for heading in HIGHS]), costs())
    assert open_keys(understood(book)) == ["extra:maatregelen"]
    read = plan_of(understood(book, extra__maatregelen="weg", band__maatregelen="0"))
    assert [it.effect_high_mln_eur for it in read.measures] == [
        it.effect_high_mln_eur for it in list(BASE.measures)[:4]
    ]


def test_cells_with_units_are_amounts_and_no_units() -> None:
    rows = [[*row[:2], *(f"{round(it * 1000)} k€" for it in row[3:8:2])] for row in MEASURES]
    read = understood(xlsx_of(measures(rows, ["Nummer", "Maatregel", "2027", "2028", "2029"]), costs()),
                      band__maatregelen="0")  # fmt: skip
    assert "eenheid" not in proposals(read).values()
    assert [it.effect_high_mln_eur for it in plan_of(read).measures] == [it.effect_high_mln_eur for it in BASE.measures]


def test_each_year_can_have_its_own_column_with_v_and_n() -> None:
    rows = [[row[0], row[1], row[3], "V", row[5], "N" if row[0] == "4" else "V", row[7], "V"] for row in MEASURES]
    headings = ["Nummer", "Maatregel", "Besparing 2027", "V/N", "Besparing 2028", "V/N", "Besparing 2029", "V/N"]
    read = understood(xlsx_of(measures(rows, headings), costs()), extra__maatregelen="nul", band__maatregelen="0")
    last = list(plan_of(read).measures)[-1]
    assert last.effect_high_mln_eur == (0.15, 0.0, 0.2)


def test_an_amount_without_v_or_n_is_refused() -> None:
    read = understood(xlsx_of(beside("V/N", ["V", "N", None, "V", "V"]), costs()))
    assert "staat geen V of N, en bij andere wel: “Maatregelen”, cel C4" in faults(read)


def in_units(units: list[str]) -> list[list[Any]]:
    """Measures with the effects of each row in the unit that it names."""
    times = {"x € 1.000": 1000, "mln €": 1, "€": 1_000_000}
    return [
        [round(it * times[unit], 6) if isinstance(it, float) else it for it in row]
        for row, unit in zip(MEASURES, units, strict=True)
    ]


@pytest.mark.parametrize(
    "units", [["x € 1.000"] * 5, ["€"] * 5, ["x € 1.000", "mln €", "€", "mln €", "mln €"]], ids=["dzd", "euro", "all"]
)
@pytest.mark.parametrize("heading", ["Eenheid", "Soort bedrag"])
def test_a_column_with_units_counts_for_its_row(units: list[str], heading: str) -> None:
    read = understood(xlsx_of(beside(heading, units, in_units(units)), costs()))
    assert [value for key, value in proposals(read).items() if key.startswith("kolom:maatregelen:I")] == ["eenheid"]
    assert plan_of(read) == BASE


def test_a_column_with_units_against_the_headings_is_asked_about() -> None:
    page = beside("Eenheid", ["x € 1.000"] * 5)
    page.rows[0][2] = "Effect 2027 laag (mln €)"
    assert "kolom:maatregelen:I:eenheid" in open_keys(understood(xlsx_of(page, costs())))


def test_a_unit_that_is_none_is_refused() -> None:
    read = understood(xlsx_of(beside("Eenheid", ["fte", "mln €", "mln €", "mln €", "mln €"]), costs()))
    assert "De eenheid “fte” van de besparingen" in faults(read)


def across(*rows: list[Any]) -> Page:
    return Page("Kosten per jaar", [list(row) for row in rows])


YEARS = [2026.0, 2027.0, 2028.0, 2029.0]
GIVEN = [3200.0, 3100.0, 3000.0, None]
BUDGET = [41_250_000.0, None, None, None]


@pytest.mark.parametrize("in_label", [True, False])
def test_the_unit_of_a_row_of_costs_counts(in_label: bool) -> None:
    cost = [row[1] for row in COSTS]
    if in_label:
        rows = (
            ["", *YEARS],
            ["Lasten (mln €)", *cost],
            ["Rijksbijdrage (x € 1.000)", *GIVEN],
            ["Begroting (€)", *BUDGET],
        )
        page = across(*rows)
    else:
        page = across(
            ["Omschrijving", "Eenheid", *YEARS],
            ["Lasten", "mln €", *cost],
            ["Rijksbijdrage", "x € 1.000", *GIVEN],
            ["Begroting", "€", *BUDGET],
        )
    assert plan_of(understood(xlsx_of(measures(), page))) == BASE


def test_the_unit_of_a_year_counts() -> None:
    rows = [[row[0], row[1] * 1000, *(it and it * 1000 for it in row[2:]), "x € 1.000"] for row in COSTS]
    headings = [heading.replace(" (mln €)", "") for heading in COST_HEADINGS]
    page = costs(rows, [*headings, "Eenheid"])
    assert plan_of(understood(xlsx_of(measures(), page))) == BASE


def test_an_investment_larger_than_the_costs_of_a_year_is_in_another_unit() -> None:
    rows = [[*row[:12], row[12] and row[12] * 1000, row[13]] for row in MEASURES]
    book = xlsx_of(measures(rows, [*MEASURE_HEADINGS[:12], "Investering", "Loopt al"]), costs())
    assert open_keys(understood(book)) == ["eenheid:investering"]
    assert plan_of(understood(book, eenheid__investering="dzd")) == BASE


def test_investments_of_several_years_are_added_up_if_the_visitor_says_so() -> None:
    headings = [*MEASURE_HEADINGS[:12], "Investering 2027 (mln €)", "Investering 2028 (mln €)", "Loopt al"]
    rows = [[*row[:12], row[12] and row[12] - 0.1, row[12] and 0.1, row[13]] for row in MEASURES]
    book = xlsx_of(measures(rows, headings), costs())
    assert open_keys(understood(book)) == ["investering-regels"]
    assert plan_of(understood(book, investering_regels="som")) == BASE


def test_the_whole_investment_goes_before_that_of_a_year() -> None:
    headings = [*MEASURE_HEADINGS, "Investering 2027 (mln €)"]
    read = understood(xlsx_of(measures([[*row, 0.1] for row in MEASURES], headings), costs()))
    assert plan_of(read) == BASE
    assert "“Investering 2027 (mln €)”" in notes(read)
