"""Columns that stand beside the savings per year, or say them otherwise: read or asked about."""

from __future__ import annotations

from typing import Any

import pytest

from model.own_table import Understanding, sheets_of_text
from tests.model.own_table.base import (
    BASE,
    COSTS,
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

HIGHS = [[row[0], row[1], row[3], row[5], row[7]] for row in MEASURES]
HIGH = [it.effect_high_mln_eur for it in BASE.measures]
WHOLE = {"band__maatregelen": "0"}


def under(*headings: Any, rows: list[list[Any]] = HIGHS, above: str = "Besparingen in mln €") -> Page:
    return Page("Maatregelen", [[above], [], ["Nummer", "Maatregel", *headings], *rows])


def highs(read: Understanding) -> list[tuple[float, ...]]:
    return [it.effect_high_mln_eur for it in plan_of(read).measures]


def roles(read: Understanding) -> list[str | None]:
    return [value for key, value in proposals(read).items() if key.startswith("kolom:maatregelen")]


def column_key(read: Understanding, letter: str) -> str:
    return next(it.key for it in read.questions if it.key.startswith(f"kolom:maatregelen:{letter}:"))


def test_an_end_that_differs_from_the_last_year_is_asked_about() -> None:
    book = xlsx_of(under("2027", "2028", "Structureel"), costs())
    read = understood(book)
    key = column_key(read, "E")
    assert open_keys(read) == [key]
    assert "anders dan die van 2028" in read.open_questions[0].reason
    together = understood(book, **{key: "eind:beide"}, **WHOLE)
    assert proposals(together)["eindjaar:maatregelen"] == "2029"
    assert highs(together) == HIGH
    assert highs(understood(book, **{key: "niet"}, **WHOLE)) == [it[:2] for it in HIGH]


def test_an_end_behind_the_last_year_of_the_costs_is_told() -> None:
    book = xlsx_of(under("2028", "2029", "Structureel"), costs())
    read = understood(book, **{column_key(understood(book), "E"): "eind:beide"}, **WHOLE)
    assert highs(read) == [it[:2] for it in HIGH]
    assert "de kosten gaan niet verder dan 2029" in notes(read)


def test_an_end_that_repeats_the_last_year_is_no_question() -> None:
    rows = [[*row, row[4]] for row in HIGHS]
    read = understood(xlsx_of(under("2027", "2028", "2029", "Structureel", rows=rows), costs()), **WHOLE)
    assert highs(read) == HIGH


def test_years_that_add_up_to_the_end_are_asked_about() -> None:
    rows = [[row[0], row[1], row[2], row[3] - row[2], row[4] - row[3], row[4]] for row in HIGHS]
    book = xlsx_of(under("2027", "2028", "2029", "Structureel", rows=rows), costs())
    key = column_key(understood(book), "F")
    assert open_keys(understood(book, **{key: "niet"})) == ["opbouw:maatregelen"]
    read = understood(book, **{key: "niet"}, opbouw__maatregelen="erbij", **WHOLE)
    assert highs(read) == [pytest.approx(it) for it in HIGH]


@pytest.mark.parametrize("above", [
    "Jaarlijkse toename van de besparing (mln €)", "In mln €, bedragen zijn nieuw per jaar",
    "Incrementele effecten in mln €",
])  # fmt: skip
def test_other_words_for_what_comes_on_top_are_asked_about(above: str) -> None:
    book = xlsx_of(under("2027", "2028", "2029", above=above), costs())
    assert open_keys(understood(book)) == ["opbouw:maatregelen"]


def test_an_oploop_is_asked_about() -> None:
    book = xlsx_of(under("Oploop 2027", "Oploop 2028", "Oploop 2029"), costs())
    assert open_keys(understood(book)) == ["opbouw:maatregelen"]


@pytest.mark.parametrize("word", ["Uren", "Indicaties", "Punten", "Formatie", "Kans"])
def test_what_is_counted_beside_money_is_no_saving(word: str) -> None:
    headings = [f"{word} {year}" for year in (2027, 2028, 2029)]
    assert len(open_keys(understood(xlsx_of(under(*headings), costs())))) == 3
    rows = [[*row[:2], *(it for amount in row[2:] for it in (7.0, amount))] for row in HIGHS]
    both = [text for year in (2027, 2028, 2029) for text in (f"{word} {year}", f"Besparing {year}")]
    assert highs(understood(xlsx_of(under(*both, rows=rows), costs()), **WHOLE)) == HIGH


@pytest.mark.parametrize("heading", ["Gereed", "Jaar gereed"])
def test_a_column_with_the_year_of_a_measure_is_asked_about(heading: str) -> None:
    rows = [[*row[:2], 2028.0 if row[0] == "2" else 2029.0, row[4]] for row in HIGHS]
    book = xlsx_of(under(heading, "Structurele besparing", rows=rows), costs())
    read = understood(book)
    key = column_key(read, "C")
    assert open_keys(read) == [key]
    assert open_keys(understood(book, **{key: "jaar"})) == ["onbekend:maatregelen"]
    read = understood(book, **{key: "jaar"}, onbekend__maatregelen="vorige", **WHOLE)
    assert highs(read) == [(row[4], row[4]) if row[0] == "2" else (0.0, row[4]) for row in HIGHS]


def test_every_year_in_a_heading_can_be_chosen() -> None:
    book = xlsx_of(under("Volume 2027", "Totaal effect 2027", "Totaal effect 2028", "Totaal effect 2029",
                         rows=[[*row[:2], 3.0, *row[2:]] for row in HIGHS]), costs())  # fmt: skip
    question = next(it for it in understood(book).questions if it.key.startswith("kolom:maatregelen:E"))
    assert "effect:2028:beide" in [option.value for option in question.options]


@pytest.mark.parametrize("merged", [True, False])
def test_the_column_in_which_every_row_has_a_name_holds_the_names(merged: bool) -> None:
    rows = [["Toegang" if at == 0 else "Inkoop" if at == 3 else None, *row[1:]] for at, row in enumerate(HIGHS)]
    headings = ["Maatregel", "Deelmaatregel", *(f"Besparing {year} (mln €)" for year in (2027, 2028, 2029))]
    page = Page("Plan", [headings, *rows], [(1, 0, 3, 0), (4, 0, 5, 0)] if merged else [])
    read = understood(xlsx_of(page, costs()), **WHOLE)
    assert [it.name for it in plan_of(read).measures] == [row[1] for row in MEASURES]
    assert highs(read) == HIGH
    if merged:
        assert [it.category for it in plan_of(read).measures] == ["Toegang"] * 3 + ["Inkoop"] * 2


def test_a_table_of_markdown_is_a_table() -> None:
    lines = ["Nummer | Maatregel | Besparing 2027 (mln €) | Besparing 2028 (mln €) | Besparing 2029 (mln €)",
             "---|---|---:|---:|---:"]  # fmt: skip
    lines += [" | ".join(str(it).replace(".", ",") for it in row) for row in HIGHS]
    text = "\n".join(f"| {line} |" for line in lines)
    assert highs(understood(sheets_of_text(text), csv_of(costs(COSTS)), **WHOLE)) == HIGH


@pytest.mark.parametrize("words", [("Kosten", "Opbrengst", "Saldo"), ("Lasten", "Baten"), ("Voordeel", "Nadeel")])
def test_what_a_measure_costs_beside_what_it_brings_is_asked_about(words: tuple[str, ...]) -> None:
    headings = [f"{word} {year}" for year in (2027, 2028, 2029) for word in words]
    amounts = [0.1] * (len(words) - 1)
    rows = [[*row[:2], *(it for amount in row[2:] for it in (*amounts, amount))] for row in HIGHS]
    read = understood(xlsx_of(measures(rows, ["Nummer", "Maatregel", *headings]), costs()))
    assert len(open_keys(read)) == 6


def test_an_earlier_estimate_is_not_taken_for_the_new_one() -> None:
    headings = [f"{year} ({word})" for year in (2027, 2028, 2029) for word in ("oud", "nieuw")]
    rows = [[*row[:2], *(it for amount in row[2:] for it in (amount * 2, amount))] for row in HIGHS]
    assert len(open_keys(understood(xlsx_of(under(*headings, rows=rows), costs())))) == 6
    headings = [f"Besparing {year} {word}" for year in (2027, 2028, 2029) for word in ("oorspronkelijk", "bijgesteld")]
    assert highs(understood(xlsx_of(under(*headings, rows=rows), costs()), **WHOLE)) == HIGH


@pytest.mark.parametrize("heading", ["Besparing per inwoner {}", "Begroting {}", "Inzet {}", "Subsidie {}"])
def test_amounts_of_something_else_are_asked_about(heading: str) -> None:
    headings = [heading.format(year) for year in (2027, 2028, 2029)]
    assert len(open_keys(understood(xlsx_of(under(*headings), costs())))) == 3


@pytest.mark.parametrize(("heading", "above", "times"), [
    ("Besparing per maand {}", "Bedragen in mln €", 12), ("{}", "Besparing per kwartaal in mln €", 4),
    ("Besparing {}", "Weekbedragen in mln €", 52),
])  # fmt: skip
def test_amounts_for_a_part_of_the_year_are_asked_about(heading: str, above: str, times: int) -> None:
    headings = [heading.format(year) for year in (2027, 2028, 2029)]
    rows = [[*row[:2], *(amount / times for amount in row[2:])] for row in HIGHS]
    book = xlsx_of(under(*headings, rows=rows, above=above), costs())
    answers = {"eenheid__maatregelen": "mln", **WHOLE}
    assert open_keys(understood(book, **answers)) == ["periode:maatregelen"]
    assert highs(understood(book, periode__maatregelen="keer", **answers)) == [pytest.approx(it) for it in HIGH]


@pytest.mark.parametrize("unit", ["x € 100.000", "tonnen", "in ton"])
def test_another_unit_in_the_heading_of_an_amount_is_refused(unit: str) -> None:
    headings = [f"Besparing {year} ({unit})" for year in (2027, 2028, 2029)]
    assert "die eenheid kan hier niet" in faults(understood(xlsx_of(under(*headings, above="Plan"), costs())))


@pytest.mark.parametrize("title", ["Intensiveringen jeugd", "Investeringen in de jeugdhulp", "Nieuw beleid"])
def test_measures_that_cost_money_are_no_savings(title: str) -> None:
    read = understood(xlsx_of(under("2027", "2028", "2029", above=f"{title} (mln €)"), costs()))
    assert [key.partition(":")[0] for key in open_keys(read)] == ["soort"]


def test_what_costs_money_below_the_savings_is_asked_about() -> None:
    heading = ["Nummer", "Maatregel", "2027", "2028", "2029"]
    below: list[list[Any]] = [
        ["Ombuigingen (mln €)"],
        heading,
        *HIGHS[:3],
        [],
        ["Intensiveringen (mln €)"],
        heading,
        *HIGHS[3:],
    ]
    read = understood(xlsx_of(Page("Kadernota", below), costs()))
    assert open_keys(read) == ["tabel:maatregelen"]
    between: list[list[Any]] = [
        ["Kadernota (mln €)"],
        heading,
        [None, "Ombuigingen"],
        *HIGHS[:3],
        [None, "Investeringen"],
        *HIGHS[3:],
    ]
    book = xlsx_of(Page("Kadernota", between), costs())
    assert open_keys(understood(book)) == ["uitgaven:maatregelen"]
    assert highs(understood(book, uitgaven__maatregelen="niet", **WHOLE)) == HIGH[:3]


def test_a_year_with_words_for_amounts_is_asked_about() -> None:
    rows = [[*row[:3], "idem", "idem"] for row in HIGHS]
    assert len(open_keys(understood(xlsx_of(under("2027", "2028", "2029", rows=rows), costs())))) == 2


@pytest.mark.parametrize("heading", ["Besparing {} (€)", "€ {}"])
def test_a_euro_sign_in_a_heading_says_nothing_against_thousands_above(heading: str) -> None:
    headings = [heading.format(year) for year in (2027, 2028, 2029)]
    rows = [[*row[:2], *(amount * 1000 for amount in row[2:])] for row in HIGHS]
    read = understood(xlsx_of(under(*headings, rows=rows, above="Besparingen, bedragen x 1.000"), costs()), **WHOLE)
    assert proposals(read)["eenheid:maatregelen"] == "dzd"
    assert highs(read) == HIGH
    read = understood(xlsx_of(under(*headings, rows=rows, above="Besparingen"), costs()), **WHOLE)
    assert open_keys(read) == ["eenheid:maatregelen"]


def test_a_second_part_in_another_unit_is_another_table() -> None:
    heading = ["Nummer", "Maatregel", "2027", "2028", "2029"]
    thousands = [[*row[:2], *(amount * 1000 for amount in row[2:])] for row in HIGHS[3:]]
    rows = [["Besparingen in mln €"], heading, *HIGHS[:3], [], ["Bedragen x € 1.000"], heading, *thousands]
    assert open_keys(understood(xlsx_of(Page("Plan", rows), costs()))) == ["tabel:maatregelen"]


def test_a_column_of_codes_under_a_word_for_names_holds_the_numbers() -> None:
    headings = ["Maatregel", "Omschrijving", *(f"Besparing {year} (mln €)" for year in (2027, 2028, 2029))]
    rows = [[f"M{at:02d}", *row[1:]] for at, row in enumerate(HIGHS)]
    plan = plan_of(understood(xlsx_of(Page("Plan", [headings, *rows]), costs()), **WHOLE))
    assert [(it.code, it.name) for it in plan.measures] == [(f"M{at:02d}", row[1]) for at, row in enumerate(HIGHS)]
