"""Rows that look like measures and are none, stand there twice, or run over two rows: never counted in silence."""

from __future__ import annotations

from typing import Any

import pytest

from model.own_table import Understanding
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
    open_keys,
    plan_of,
    proposals,
    understood,
    xlsx_of,
)
from tests.model.own_table.written import Page

FEW = [row[1:8] for row in MEASURES]
HEADINGS = MEASURE_HEADINGS[1:8]
NAMES = [str(row[0]) for row in FEW]


def listed(*rows: list[Any]) -> Page:
    """Measures with their names only, and these rows below."""
    return Page("Maatregelen", [HEADINGS, *FEW, *rows])


def summed(label: str, times: float = 1.0, plus: float = 0.0) -> list[Any]:
    return [label, *(round(sum(row[at] for row in FEW) * times + plus, 6) for at in range(1, 7))]


def names_in(read: Understanding) -> list[str]:
    return [it.name for it in plan_of(read).measures]


@pytest.mark.parametrize("label", [
    "Taakstelling", "Opgave 2029", "Nog in te vullen", "Resteert", "Restopgave", "In % van de begroting",
    "Af: overlap", "Correctie overlap",
])  # fmt: skip
@pytest.mark.parametrize("total", [True, False])
def test_a_target_or_a_rest_is_no_measure(label: str, total: bool) -> None:
    rows = [summed("Totaal")] * total + [summed(label, 0.4, 0.013)]
    book = xlsx_of(listed(*rows), costs())
    read = understood(book)
    assert proposals(read)["geen-maatregel:maatregelen"] == "niet"
    assert names_in(read) == NAMES
    assert "Regels die geen maatregel lijken, tellen niet mee" in notes(read)
    assert names_in(understood(book, geen_maatregel__maatregelen="mee")) == [*NAMES, label]


def test_a_measure_with_a_number_is_asked_about_whatever_its_name() -> None:
    rows = [list(row) for row in MEASURES]
    rows[4][1] = "Taakstelling voor aanbieders"
    book = xlsx_of(measures(rows), costs())
    assert open_keys(understood(book)) == ["geen-maatregel:maatregelen"]
    assert len(names_in(understood(book, geen_maatregel__maatregelen="mee"))) == 5


def test_a_measure_about_costs_is_a_measure() -> None:
    rows = [list(row) for row in FEW]
    for row, name in zip(
        rows, ("Kosten vervoer beperken", "Bij verlenging toetsen", "Investeren in de wijk"), strict=False
    ):
        row[0] = name
    read = understood(xlsx_of(Page("Maatregelen", [HEADINGS, *rows]), costs()))
    assert not open_keys(read)
    assert names_in(read) == [row[0] for row in rows]


def test_what_stands_below_the_total_is_asked_about() -> None:
    book = xlsx_of(listed(summed("Totaal"), summed("Pakket van vorig jaar", 0.3)), costs())
    assert open_keys(understood(book)) == ["onder-totaal:maatregelen"]
    assert names_in(understood(book, onder_totaal__maatregelen="niet")) == NAMES
    book = xlsx_of(listed(summed("Totaal"), summed("Netto opbrengst", 0.8)), costs())
    assert names_in(understood(book)) == NAMES


def test_a_last_row_that_is_almost_the_sum_is_asked_about() -> None:
    book = xlsx_of(listed(summed("Pakket", 1.03)), costs())
    (key,) = open_keys(understood(book))
    assert key.startswith("rij:maatregelen:pakket")
    assert names_in(understood(book, **{key: "niet"})) == NAMES


@pytest.mark.parametrize("word", ["(vervallen)", "- geschrapt", ": afgewezen"])
def test_a_dropped_measure_does_not_count(word: str) -> None:
    rows = [list(row) for row in FEW]
    rows[1][0] = f"{rows[1][0]} {word}"
    read = understood(xlsx_of(Page("Maatregelen", [HEADINGS, *rows]), costs()))
    assert proposals(read)["vervallen:maatregelen"] == "niet"
    assert names_in(read) == [NAMES[0], *NAMES[2:]]


def test_a_status_that_says_dropped_counts() -> None:
    rows = [[*row, "vervallen" if at == 1 else "akkoord"] for at, row in enumerate(FEW)]
    read = understood(xlsx_of(Page("Maatregelen", [[*HEADINGS, "Status"], *rows]), costs()))
    assert names_in(read) == [NAMES[0], *NAMES[2:]]
    assert "Vervallen maatregelen tellen niet mee" in notes(read)


CODES: list[tuple[Any, ...]] = [(1.0, 1.1, 1.2), ("1", "1.1", "1.2"), ("1", "1a", "1b"), ("2.", "2.1.", "2.2.")]


@pytest.mark.parametrize("codes", CODES)
@pytest.mark.parametrize("is_sum", [True, False])
def test_a_chapter_with_amounts_is_no_measure_beside_its_parts(codes: tuple[Any, ...], is_sum: bool) -> None:
    parts = [[code, *row] for code, row in zip(codes[1:], FEW[:2], strict=True)]
    times = 1.0 if is_sum else 1.2
    chapter = [codes[0], "Toegang", *(round((FEW[0][at] + FEW[1][at]) * times, 6) for at in range(1, 7))]
    rest = [[code, *row] for code, row in zip((7.0, 8.0, 9.0), FEW[2:], strict=True)]
    book = xlsx_of(Page("Maatregelen", [["Nr.", *HEADINGS], chapter, *parts, *rest]), costs())
    read = understood(book)
    assert proposals(read)["hoofdregel:maatregelen"] == ("niet" if is_sum else None)
    assert names_in(understood(book, hoofdregel__maatregelen="niet")) == NAMES
    assert names_in(understood(book, hoofdregel__maatregelen="delen")) == ["Toegang", *NAMES[2:]]
    assert len(names_in(understood(book, hoofdregel__maatregelen="mee"))) == 6


def test_the_number_of_a_spreadsheet_is_the_number_of_the_measure() -> None:
    rows = [[code, *row[1:]] for code, row in zip((1.1, 1.2, 2.1, 2.2, 3.0), MEASURES, strict=True)]
    assert plan_of(understood(xlsx_of(measures(rows), costs()))).codes == ("1.1", "1.2", "2.1", "2.2", "3")


def test_a_measure_that_stands_there_twice_counts_once() -> None:
    again = [["9", *MEASURES[1][1:]]]
    book = xlsx_of(measures([*MEASURES, *again]), costs())
    read = understood(book)
    assert proposals(read)["dubbele:maatregelen"] == "een"
    assert plan_of(read) == BASE
    assert faults(understood(book, dubbele__maatregelen="mee"))
    again[0][1] = "Een toets op verlengingen"
    book = xlsx_of(measures([*MEASURES, *again]), costs())
    assert open_keys(understood(book)) == ["dubbele:maatregelen"]
    assert len(plan_of(understood(book, dubbele__maatregelen="mee")).measures) == 6


def test_parts_of_a_measure_for_each_municipality_are_no_doubles_by_themselves() -> None:
    rows = [[*row, place] for row in FEW for place in ("Leiden", "Gouda")]
    book = xlsx_of(Page("Maatregelen", [[*HEADINGS, "Gemeente"], *rows]), costs())
    assert open_keys(understood(book)) == ["dubbele:maatregelen"]


def test_variants_are_asked_about() -> None:
    rows = [list(row) for row in FEW]
    rows[2][0], rows[3][0] = "Variant A: contracten nalopen", "Variant B: contracten opzeggen"
    book = xlsx_of(Page("Maatregelen", [HEADINGS, *rows]), costs())
    assert open_keys(understood(book)) == ["varianten:maatregelen"]
    assert len(names_in(understood(book, varianten__maatregelen="mee"))) == 5
    assert names_in(understood(book, varianten__maatregelen="rij-4")) == [*NAMES[:2], rows[3][0], NAMES[4]]


def test_the_lines_of_a_list_below_a_measure_do_not_count_twice() -> None:
    lines = [
        ["- jeugdteam noord", *(it / 3 for it in FEW[0][1:])],
        ["• jeugdteam zuid", *(it / 4 for it in FEW[0][1:])],
    ]
    book = xlsx_of(Page("Maatregelen", [HEADINGS, FEW[0], *lines, *FEW[1:]]), costs())
    assert names_in(understood(book)) == NAMES
    assert len(names_in(understood(book, opsomming__maatregelen="mee"))) == 7


@pytest.mark.parametrize("is_above", [True, False])
def test_a_name_over_two_rows_is_one_name(is_above: bool) -> None:
    first: list[Any] = list(MEASURES[0])
    second: list[Any] = [None] * len(first)
    first[1], second[1] = "Coördinatie door", "jeugdteams"
    if is_above:
        first[2:], second[2:] = second[2:], first[2:]
    for book in ([xlsx_of(measures([first, second, *MEASURES[1:]]), costs())],
                 [csv_of(measures([first, second, *MEASURES[1:]])), csv_of(costs())]):  # fmt: skip
        read = understood(*book)
        assert proposals(read)["vervolg:maatregelen"] == "vervolg"
        assert plan_of(read) == BASE
        assert "Namen over meer rijen zijn samengevoegd" in notes(read)
        assert not any(it.key.startswith("tussenkop") for it in read.questions)


@pytest.mark.parametrize("numbers", [range(1, 15), [f"({at})" for at in range(1, 15)]])
def test_a_row_that_numbers_the_columns_is_not_read(numbers: Any) -> None:
    read = understood(xlsx_of(measures([list(map(_cell, numbers)), *MEASURES]), costs()))
    assert plan_of(read) == BASE
    assert "nummert de kolommen" in notes(read)


def _cell(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


@pytest.mark.parametrize("again", [
    [None, None, *MEASURE_HEADINGS[2:8]], [MEASURE_HEADINGS[0], "Maatregel (vervolg)", *MEASURE_HEADINGS[2:8]],
    MEASURE_HEADINGS[:8],
])  # fmt: skip
def test_headings_repeated_halfway_lose_no_measure(again: list[Any]) -> None:
    few = [row[:8] for row in MEASURES]
    carried = [None, "Transport", *(sum(row[at] for row in few[:3]) for at in range(2, 8))]
    page = Page("Maatregelen", [MEASURE_HEADINGS[:8], *few[:3], carried, again, carried, *few[3:]])
    assert names_in(understood(xlsx_of(page, costs()))) == NAMES


def test_years_repeated_halfway_lose_no_measure() -> None:
    rows = [[row[0], row[1], row[3], row[5], row[7]] for row in effects_as(lambda number: number)]
    years = [2027.0, 2028.0, 2029.0]
    page = Page(
        "Plan", [["Besparingen in mln €"], ["Nr.", "Maatregel", *years], *rows[:3], [None, None, *years], *rows[3:]]
    )
    assert names_in(understood(xlsx_of(page, costs()))) == NAMES


@pytest.mark.parametrize("name", ["Co\ufffdrdinatie door jeugdteams", "Co?rdinatie door jeugdteams"])
def test_letters_that_are_lost_are_named_with_the_way_out(name: str) -> None:
    book = xlsx_of(measures([["1", name, *MEASURES[0][2:]], *MEASURES[1:]]), costs())
    read = understood(book)
    assert proposals(read)["letters-weg"] == "zo"
    assert names_in(read) == [name, *NAMES[1:]]
    assert "letters verloren gegaan: “Maatregelen”, cel B2" in notes(read)
    assert "Bewaar het rekenblad als XLSX" in faults(understood(book, letters_weg="bestand"))


def test_numbers_in_front_of_names_and_letters_below_a_number_divide_too() -> None:
    rows = [
        ["1 Toegang", *(it * 3 for it in FEW[0][1:])],
        *([f"1.{at + 1} {row[0]}", *row[1:]] for at, row in enumerate(FEW)),
    ]
    book = xlsx_of(Page("Maatregelen", [HEADINGS, *rows]), costs())
    assert open_keys(understood(book)) == ["hoofdregel:maatregelen"]
    assert len(names_in(understood(book, hoofdregel__maatregelen="niet"))) == 5
    lettered = [["1", *FEW[0]], *([letter, *row] for letter, row in zip("ab", FEW[1:3], strict=True)), ["2", *FEW[3]]]
    book = xlsx_of(Page("Maatregelen", [["Nr.", *HEADINGS], *lettered]), costs())
    assert open_keys(understood(book)) == ["hoofdregel:maatregelen"]
    assert names_in(understood(book, hoofdregel__maatregelen="delen")) == [NAMES[0], NAMES[3]]


def test_a_row_that_is_almost_the_sum_of_the_next_ones_is_asked_about() -> None:
    group = ["Toegang", *(round((one + two) * 1.03, 6) for one, two in zip(FEW[0][1:], FEW[1][1:], strict=True))]
    book = xlsx_of(Page("Maatregelen", [HEADINGS, group, *FEW]), costs())
    assert open_keys(understood(book)) == ["rij:maatregelen:toegang:0"]
