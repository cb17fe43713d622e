"""Sheets made to be misread without a word: each is read right, or asked about, or refused in words."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from model.own_table import sheets_of_file, understand
from tests.model.own_table.base import (
    BASE,
    COSTS,
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
from tests.model.own_table.test_kinds_files import changed
from tests.model.own_table.written import Page, ods


def with_raised_marks() -> bytes:
    """XLSX in which an amount, a year in a heading and a year in a cell have a footnote mark in superscript."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        lifted = book.add_format({"font_script": 1})
        for page in (measures(), costs()):
            sheet = book.add_worksheet(page.name)
            for row, cells in enumerate(page.rows):
                for column, value in enumerate(cells):
                    if value is not None:
                        sheet.write(row, column, value)
        first, second = book.worksheets()
        first.write_rich_string("D2", "0,6", lifted, "1")
        first.write_rich_string("F2", "1,2", lifted, "2)")
        first.write_rich_string("H1", "Effect 2029", lifted, "3", " hoog (mln €)")
        second.write_rich_string("A3", "2027", lifted, "(1)")
    return buffer.getvalue()


def test_a_mark_in_superscript_is_no_digit() -> None:
    read = understood(sheets_of_file("a.xlsx", with_raised_marks()))
    assert plan_of(read) == BASE
    assert "“0,6¹”" in notes(read)
    assert "“2027¹” is 2027" in notes(read)


def test_a_mark_in_superscript_of_opendocument_is_no_digit() -> None:
    style = (
        b'<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties '
        b'style:text-position="super 58%"/></style:style></office:automatic-styles><office:body>'
    )
    page = measures()
    page.rows[1][3] = "0,6!"
    data = changed(ods(page, costs()), lambda _, part: part.replace(b"<office:body>", style, 1).replace(
        b"0,6!", b'0,6<text:span text:style-name="T1">1</text:span>'))  # fmt: skip
    read = understood(sheets_of_file("a.ods", data))
    assert plan_of(read) == BASE
    assert "“0,6¹”" in notes(read)


@pytest.mark.parametrize("text", [
    "Jaar,Jaarkosten (mln €),Bijdrage van het rijk (mln €)\n2026,41,25\n2027,40,5\n2028,39,6\n2029,38,9\n",
    "Jaar,Lasten (x € 1.000),Rijksbijdrage (x € 1.000)\n2026,41,250\n2027,40,500\n2028,39,600\n2029,38,900\n",
])  # fmt: skip
def test_commas_that_may_belong_to_amounts_are_asked_about(text: str) -> None:
    books = csv_of(measures()), sheets_of_file("kosten.csv", text.encode())
    assert "komma:kosten.csv" in open_keys(understood(*books))
    assert "Bewaar het bestand met puntkomma's" in faults(understand(books, {"komma:kosten.csv": "een"}))


def test_whole_amounts_between_commas_are_what_they_are() -> None:
    text = b"Jaar,Jaarkosten (x 1.000),Rijksbijdrage (x 1.000)\n2026,41250,3200\n2027,40500,3100\n2028,39600,3000\n"
    read = understood(csv_of(measures()), sheets_of_file("kosten.csv", text))
    assert "komma:kosten.csv" not in proposals(read)
    text = b'Jaar,Jaarkosten (mln),Rijksbijdrage (mln)\n2026,"41,25",3\n2027,40,3\n2028,39,3\n2029,38,3\n'
    assert "komma:kosten.csv" not in proposals(understood(csv_of(measures()), sheets_of_file("kosten.csv", text)))


def with_format(code: str, write: Callable[[float], float] = float) -> Page:
    """Costs of which every amount has this number format."""
    page = costs([[row[0], *(None if it is None else write(it) for it in row[1:])] for row in COSTS])
    page.formats = {(row, column): code for row in range(1, 5) for column in (1, 2, 3)}
    return page


@pytest.mark.parametrize("code", ['0.00" mln"', '0.00,,"M"', "€ 0.00,, \\m\\l\\n", '#,##0," k€"'])
def test_the_unit_in_a_number_format_counts(code: str) -> None:
    page = with_format(code, lambda number: number * (1e6 if "," in code.replace("#,##0", "") else 1))
    page.rows[0] = ["Jaar", "Jaarkosten (x € 1.000)", "Rijksbijdrage (x € 1.000)", "Begroting (x € 1.000)"]
    assert plan_of(understood(xlsx_of(measures(), page))) == BASE


@pytest.mark.parametrize("code", ['0.00"%"', "0.00\\%"])
def test_a_percent_sign_that_only_the_format_shows_is_asked_about(code: str) -> None:
    page = measures()
    page.formats = {(row, 3): code for row in range(1, 6)}
    book = xlsx_of(page, costs())
    assert open_keys(understood(book)) == ["procent:maatregelen"]
    assert plan_of(understood(book, procent__maatregelen="getal")) == BASE
    first = next(iter(plan_of(understood(book, procent__maatregelen="begin")).measures))
    assert first.effect_high_mln_eur[0] == pytest.approx(0.006 * 41.25)


def test_an_amount_that_shows_as_a_time_is_no_amount() -> None:
    page = measures()
    page.formats = {(1, 2): "h:mm"}
    assert "“4:48”" in faults(understood(xlsx_of(page, costs())))


def test_nihil_is_zero() -> None:
    page = measures(effects_as(lambda number: number or "Nihil"))
    assert plan_of(understood(xlsx_of(page, costs()))) == BASE


def bare(title: str, write: Callable[[float], float] = float) -> Page:
    """Measures under headings without a unit, with a title above."""
    headings = [None, None, *(heading.replace(" (mln €)", "") for heading in MEASURE_HEADINGS[2:8]), "Categorie"]
    rows = [row[:9] for row in effects_as(write)]
    return Page("Blad", [[title], [], ["Nummer", "Maatregel", *headings[2:]], *rows])


@pytest.mark.parametrize("title", [
    "Ombuigingen voor circa 1.000 jeugdigen in de regio", "In totaal 1000 trajecten minder", "Besparing van 5% in 2029",
    "Taakstelling: € 3 mln in 2029", "Samen € 2.350 duizend minder",
])  # fmt: skip
def test_a_number_in_a_title_is_no_unit(title: str) -> None:
    read = understood(xlsx_of(bare(title), costs()))
    assert proposals(read)["eenheid:maatregelen"] == "mln"
    assert [measure.effect_high_mln_eur for measure in plan_of(read).measures] == [
        measure.effect_high_mln_eur for measure in BASE.measures
    ]


@pytest.mark.parametrize("title", ["Zie ook de bijlage in euro’s", "Bedragen x € 1.000"])
def test_a_unit_that_does_not_fit_the_amounts_is_left_to_the_visitor(title: str) -> None:
    read = understood(xlsx_of(bare(title), costs()))
    assert open_keys(read) == ["eenheid:maatregelen"]
    assert "past niet bij de grootte" in read.open_questions[0].reason


@pytest.mark.parametrize("title", ["Bedragen × € 100.000", "x € 10.000", "Bedragen in tonnen"])
def test_a_unit_of_another_kind_is_refused_by_its_name(title: str) -> None:
    assert "die eenheid kan hier niet" in faults(understood(xlsx_of(bare(title), costs())))


@pytest.mark.parametrize("title", ["- = voordeel, + = nadeel", "Effect op de lasten: + is hogere lasten"])
def test_amounts_without_a_minus_where_a_minus_saves_are_asked_about(title: str) -> None:
    book = xlsx_of(bare(title), costs())
    assert open_keys(understood(book)) == ["teken:maatregelen"]
    assert plan_of(understood(book, teken__maatregelen="plus")).measures.effect_years == (2027, 2028, 2029)
    assert open_keys(understood(book, teken__maatregelen="min")) == ["extra:maatregelen"]


def test_a_minus_that_is_a_disadvantage_is_no_saving() -> None:
    read = understood(xlsx_of(bare("Effect op het saldo (- is nadelig)", lambda number: -number), costs()))
    assert open_keys(read) == ["extra:maatregelen"]


def beside(one: str, other: str) -> Page:
    """Measures with two amounts for each year under these words, the first one ten times the other."""
    headings = [f"{word} {year}" for year in (2027, 2028, 2029) for word in (one, other)]
    rows = [[*row[:2], *(it for high in row[3:8:2] for it in (high * 10, high))] for row in MEASURES]
    return Page("Maatregelen", [["Nummer", "Maatregel", *headings], *rows])


@pytest.mark.parametrize("word", ["Kosten", "Budget", "Aantal jeugdigen", "Fte", "Taakstelling"])
def test_what_stands_beside_savings_is_not_taken_for_them(word: str) -> None:
    read = understood(xlsx_of(beside(word, "Besparing (mln €)"), costs()), band__maatregelen="0")
    assert [measure.effect_high_mln_eur for measure in plan_of(read).measures] == [
        measure.effect_high_mln_eur for measure in BASE.measures
    ]
    assert not any(question.certain for question in read.questions if "2027" in question.text)


@pytest.mark.parametrize(("one", "other"), [("Bruto besparing", "Netto besparing"), ("Duinrand", "Duinzicht")])
def test_columns_that_fit_as_well_are_left_to_the_visitor(one: str, other: str) -> None:
    read = understood(xlsx_of(beside(one, other), costs()))
    assert sum(key.startswith("kolom:maatregelen") for key in open_keys(read)) == 6
    assert not faults(read)


@pytest.mark.parametrize("word", ["Kosten", "Aantal cliënten", "Restopgave"])
def test_years_of_something_else_are_no_savings_by_themselves(word: str) -> None:
    headings = ["Nummer", "Maatregel", *(f"{word} {year}" for year in (2027, 2028, 2029))]
    page = Page("Maatregelen", [headings, *([*row[:2], *row[3:8:2]] for row in MEASURES)])
    assert sum(key.startswith("kolom:maatregelen") for key in open_keys(understood(xlsx_of(page, costs())))) == 3


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize(("names", "chosen"), [
    (("Lasten ambulant", "Lasten verblijf", "Totale lasten"), 2),
    (("Apparaatskosten", "Lasten jeugdhulp"), 1),
    (("Kosten zonder maatregelen", "Kosten met maatregelen"), 1),
    (("Lasten ambulant", "Lasten verblijf"), None),
    (("Lasten per jeugdige",), None),
])  # fmt: skip
def test_of_several_costs_the_whole_is_proposed_or_none(
    names: tuple[str, ...], chosen: int | None, across: bool
) -> None:
    rows: list[list[Any]] = [["Jaar", *names, "Rijksbijdrage"]]
    rows += [[row[0], *(row[1] if at == chosen else row[1] / 2 for at in range(len(names))), row[2]] for row in COSTS]
    page = Page("Kosten per jaar", [list(row) for row in zip(*rows, strict=True)] if across else rows)
    read = understood(xlsx_of(measures(), page))
    assert not faults(read)
    if chosen is None:
        assert any(key.startswith(("kolom:kosten", "regel:kosten")) for key in open_keys(read))
    else:
        assert plan_of(read).trajectory.yearly_cost_mln_eur == BASE.trajectory.yearly_cost_mln_eur


@pytest.mark.parametrize("label", ["waarvan ambulant", "- w.v. ambulant", "Waarvan: ambulant"])
def test_parts_of_the_row_above_do_not_count_twice(label: str) -> None:
    part = ["1a", label, *(number / 2 for number in MEASURES[0][2:8]), *MEASURES[0][8:]]
    book = xlsx_of(measures([MEASURES[0], part, *MEASURES[1:]]), costs())
    read = understood(book)
    assert proposals(read)["waarvan:maatregelen"] == "niet"
    assert plan_of(read) == BASE
    assert plan_of(understood(book, waarvan__maatregelen="mee")).codes[1] == "1a"


@pytest.mark.parametrize(("row", "column", "number"), [(2, 2, 320.0), (4, 1, 0.0), (3, 1, 3.9)])
def test_costs_out_of_proportion_are_asked_about(row: int, column: int, number: float) -> None:
    page = costs()
    page.rows[row][column] = number
    book = xlsx_of(measures(), page)
    assert "verhouding:kosten" in open_keys(understood(book))
    assert "verbeter in het bestand" in faults(understood(book, verhouding__kosten="nee"))


def test_a_plan_begins_after_the_years_that_are_over() -> None:
    page = costs([["Realisatie 2025", 44.0, 3.2, None], *COSTS])
    read = understood(xlsx_of(measures(), page))
    assert proposals(read)["beginjaar:kosten"] == "2026"
    assert plan_of(read).trajectory == BASE.trajectory


@pytest.mark.parametrize("title", ["Besparingen, cumulatief", "Mutatie t.o.v. vorig jaar", "Toename per jaar"])
def test_amounts_that_add_up_over_the_years_are_asked_about(title: str) -> None:
    book = xlsx_of(bare(title), costs())
    assert open_keys(understood(book)) == ["opbouw:maatregelen"]
    first = {
        how: next(iter(plan_of(understood(book, opbouw__maatregelen=how)).measures)).effect_high_mln_eur
        for how in ("niveau", "erbij", "opgeteld")
    }
    assert first["niveau"] == pytest.approx((0.6, 1.2, 1.5))
    assert first["erbij"] == pytest.approx((0.6, 1.8, 3.3))
    assert first["opgeteld"] == pytest.approx((0.6, 0.6, 0.3))


@pytest.mark.parametrize("words", ["Extra besparing", "Cum. besparing", "Nieuw in"])
def test_headings_that_say_so_are_asked_about_too(words: str) -> None:
    headings = ["Nummer", "Maatregel", *(f"{words} {year}" for year in (2027, 2028, 2029))]
    page = Page("Maatregelen", [headings, *([*row[:2], *row[3:8:2]] for row in MEASURES)])
    assert open_keys(understood(xlsx_of(page, costs()))) == ["opbouw:maatregelen"]


def test_an_investment_as_a_percentage_is_refused() -> None:
    page = measures()
    page.formats = {(1, 12): "0%"}
    assert "In de investeringen staat een percentage" in faults(understood(xlsx_of(page, costs())))


def test_an_open_choice_between_sheets_is_no_missing_table() -> None:
    read = understood(xlsx_of(Page("Concept", measures().rows), Page("Definitief", measures().rows), costs()))
    assert open_keys(read) == ["tabel:maatregelen"]
    assert not faults(read)


def test_costs_that_rise_are_a_forecast_or_a_path_to_reach() -> None:
    page = costs()
    page.rows[-1][1] = 48.5
    book = xlsx_of(measures(), page)
    assert "pad:kosten" in open_keys(understood(book))
    assert plan_of(understood(book, pad__kosten="ja")).trajectory.target_cost_mln_eur == 48.5
    assert "wat de regio per jaar wil uitgeven" in faults(understood(book, pad__kosten="nee"))


@pytest.mark.parametrize("name", [
    "Meerjarenraming", "Begroting 2026-2029", "Prognose jeugdhulp", "Verwachte lasten", "Meerjarenbegroting (mln €)",
    "Geraamde lasten", "Jaarraming",
])  # fmt: skip
@pytest.mark.parametrize("where", ["title", "sheet", "label"])
def test_costs_that_are_called_a_forecast_are_a_target_only_if_the_visitor_says_so(name: str, where: str) -> None:
    years = [int(row[0]) for row in COSTS]
    page = costs([["Lasten jeugdhulp (mln €)", *(row[1] for row in COSTS)]], [None, *years])
    if where == "title":
        page.rows[:0] = [[name], []]
    elif where == "sheet":
        page = Page(name, page.rows)
    else:
        page.rows[1][0] = f"{name}, lasten jeugdhulp (mln €)"
    book = xlsx_of(measures(), page)
    read = understood(book)
    assert "raming-of-doel:kosten" in open_keys(read)
    (asked,) = (question for question in read.open_questions if question.key == "raming-of-doel:kosten")
    assert name[:8] in asked.reason
    path = plan_of(understood(book, raming_of_doel__kosten="ja")).trajectory.yearly_cost_mln_eur
    assert path == tuple(row[1] for row in COSTS)
    assert "kolom of regel “Doel”" in faults(understood(book, raming_of_doel__kosten="nee"))
    page.rows.append(["Doel (mln €)", *(row[1] - 0.5 for row in COSTS)])
    beside = understood(xlsx_of(measures(), page))
    assert "raming-of-doel:kosten" not in open_keys(beside)
    assert plan_of(beside).trajectory.target_cost_mln_eur == COSTS[-1][1] - 0.5


def test_of_other_costs_without_a_target_is_said_that_they_are_the_target() -> None:
    page = costs(headings=["Jaar", "Lasten (mln €)", "Rijksbijdrage (mln €)", "Begroting (mln €)"])
    book = xlsx_of(measures(), page)
    assert proposals(understood(book))["raming-of-doel:kosten"] == "ja"
    assert "kolom of regel “Doel”" in faults(understood(book, raming_of_doel__kosten="nee"))
    # The example says itself that its column is the path.
    assert "raming-of-doel:kosten" not in proposals(understood(xlsx_of(measures(), costs())))
