"""The workbook with formulas: another engine computes from its inputs what the model says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from components.what_if.workbook.book import workbook_file
from model.what_if import (
    InvestmentCount,
    SavingsPlan,
    Scenario,
    contributions,
    contributions_by_category,
    contributions_by_lead,
    gap_by_year,
    investment_overview,
    preset_scenario,
    scenario_figures,
    waterfall,
    years_together,
)
from tests.components.what_if.workbook.any_region import any_plan, any_scenario
from tests.components.what_if.workbook.recalculation import RESULTS, Cell, Workbook

DAY = date(2026, 11, 29)
SHEETS = [
    "Uitleg", "Resultaat", "Invoer", "Maatregelen", "Pad", "Berekening", "Waterval", "Bijdragen", "Kans en band",
]  # fmt: skip
TABLES = {"the smallest": (1, 1, 6), "few measures, many years": (2, 10, 12), "some": (4, 3, 18)}
"""Measures, years, and how many scenarios of other tables than the source's."""
OF_SOURCE = 14
FUNCTIONS = {
    "COUNT", "EXACT", "IF", "INDEX", "INT", "ISNUMBER", "MATCH", "MAX", "MIN", "NA", "ROUND", "SUM", "SUMIF",
    "SUMPRODUCT",
}  # fmt: skip
"""All of them older than Excel 2010, and known to LibreOffice."""


def made(scenario: Scenario, whose: str = "Zuid-Holland Zuid") -> bytes:
    return workbook_file(scenario, whose, [("Bron", "plan")], DAY)


@pytest.fixture(scope="module")
def source_book(source: SavingsPlan, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return Workbook(made(Scenario.default(source)), tmp_path_factory.mktemp("source"))


def differences(book: Workbook, scenario: Scenario, folder: Path) -> list[str]:
    """Cells with results in which the formulas say another thing than the model, for the inputs of a scenario."""
    found, wanted = book.recomputed(book.inputs_of(scenario)), Workbook(made(scenario), folder).shown
    return [
        f"{cell}: {value!r}, not {wanted[cell[0]][cell[1]].value!r}"
        for cell, value in found.items()
        if not is_same(value, wanted[cell[0]][cell[1]].value)
    ]


def is_same(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, int | float) and isinstance(value, int | float):
        return abs(value - wanted) < 1e-6
    return (value or "") == (wanted or "")


@pytest.mark.long
def test_formulas_say_what_the_model_says_for_the_table_of_the_source(
    source_book: Workbook, source: SavingsPlan, tmp_path: Path
) -> None:
    random = Random(12)
    for _ in range(OF_SOURCE):
        assert differences(source_book, any_scenario(random, source), tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("name", TABLES)
def test_formulas_say_what_the_model_says_for_any_table(name: str, tmp_path: Path) -> None:
    measures, years, count = TABLES[name]
    random = Random(name)
    plan = any_plan(random, measures, years)
    book = Workbook(made(any_scenario(random, plan)), tmp_path)
    for _ in range(count):
        assert differences(book, any_scenario(random, plan), tmp_path) == []


@pytest.mark.deep
def test_formulas_say_what_the_model_says_for_the_largest_table(tmp_path: Path) -> None:
    plan = any_plan(Random(40), 40, 10)
    book = Workbook(made(Scenario.default(plan)), tmp_path)
    assert differences(book, any_scenario(Random(41), plan), tmp_path) == []


def test_there_are_fifty_scenarios() -> None:
    assert OF_SOURCE + sum(count for _, _, count in TABLES.values()) == 50


@pytest.mark.long
def test_figures_stand_where_their_labels_say(source_book: Workbook, source: SavingsPlan) -> None:
    """Against the model itself, so that a value in a wrong cell is no help to itself."""
    scenario = any_scenario(Random(5), source)
    found = source_book.recomputed(source_book.inputs_of(scenario))
    at, figures = source.trajectory.target_index, scenario_figures(scenario)
    headline = labelled(source_book, "Resultaat", found)
    assert headline["Jaarkosten 2022"] == pytest.approx(figures.yearly_cost_mln_eur[at])
    assert headline["Doel 2022"] == pytest.approx(scenario.target_cost_mln_eur)
    assert headline["Verschil met het doel"] == pytest.approx(gap_by_year(scenario)[at])
    known = scenario.national_contribution_mln_eur[at]
    regional = headline["Kosten voor de regio 2022, vóór rijksbijdrage waar die onbekend is"]
    assert regional == pytest.approx(figures.yearly_cost_mln_eur[at] - (known or 0.0))
    together, invested = years_together(scenario), investment_overview(scenario)
    assert headline["Jaarkosten 2019-2022 samen"] == pytest.approx(together.yearly_cost_mln_eur)
    assert headline["Effect 2019-2022 samen"] == pytest.approx(together.net_effect_mln_eur)
    assert headline["Verschil met het doel samen"] == pytest.approx(together.gap_mln_eur)
    assert headline["Bekende investeringen"] == pytest.approx(invested.known_mln_eur)
    unknown = headline["Onbekende investeringen: nummers, niet als 0 geteld"]
    assert unknown == (", ".join(invested.unknown_codes) or "geen")
    steps = list(labelled(source_book, "Waterval", found).values())
    assert steps == pytest.approx([step.amount_mln_eur for step in waterfall(scenario)])


@pytest.mark.long
def test_contributions_stand_with_their_measure_party_and_category(source_book: Workbook, source: SavingsPlan) -> None:
    scenario = any_scenario(Random(6), source)
    found = source_book.recomputed(source_book.inputs_of(scenario))
    rows = {
        str(row[1].value): [found.get(("Bijdragen", cell.coordinate)) for cell in row[4:9]]
        for row in source_book.book["Bijdragen"].iter_rows(min_row=6)
    }
    each = contributions(scenario).contribution_mln_eur
    for measure, amounts in zip(source.measures, each, strict=True):
        assert rows[measure.name] == pytest.approx([*amounts, amounts.sum()])
    for group in (*contributions_by_lead(scenario), *contributions_by_category(scenario)):
        assert rows[group.name] == pytest.approx([*group.contribution_mln_eur, group.total_mln_eur])


def labelled(book: Workbook, sheet: str, found: dict[Cell, Any]) -> dict[str, Any]:
    """Recomputed values of column B by the text beside them."""
    rows = book.book[sheet].iter_rows()
    return {str(row[0].value): found[sheet, row[1].coordinate] for row in rows if (sheet, row[1].coordinate) in found}


@pytest.mark.long
def test_a_changed_input_changes_the_result_and_not_what_the_file_shows(
    source_book: Workbook, source: SavingsPlan
) -> None:
    overlap = next(cell for cell, key in source_book.inputs.items() if key == "overlap_share")
    assert source_book.shown["Resultaat"]["B4"].value == pytest.approx(99.9)
    assert source_book.recomputed({})["Resultaat", "B4"] == pytest.approx(99.9)
    assert source_book.recomputed({overlap: 0.0})["Resultaat", "B4"] == pytest.approx(114.7 - 36.5)


@pytest.mark.long
def test_every_formula_has_the_value_that_a_viewer_without_an_engine_shows(source_book: Workbook) -> None:
    solution = source_book.model.calculate()
    wrong = []
    for sheet, address in source_book.formula_cells():
        value = solution[f"'[doorrekening.xlsx]{sheet.upper()}'!{address}"].value[0, 0]
        if not is_same(value, source_book.shown[sheet][address].value):
            wrong.append((sheet, address, value))
    assert wrong == []


def cells_of(book: Any) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_functions_are_known_to_old_and_free_programs(source_book: Workbook) -> None:
    texts = [str(cell.value) for cell in cells_of(source_book.book) if cell.data_type == "f"]
    bare = [re.sub(r'"[^"]*"', "", text) for text in texts]
    assert {name for text in bare for name in re.findall(r"([A-Z.]+)\(", text)} <= FUNCTIONS


def test_results_are_formulas_and_numbers_have_a_format(source_book: Workbook) -> None:
    assert source_book.book.sheetnames == SHEETS
    for cell in cells_of(source_book.book):
        if cell.data_type == "n":
            assert cell.number_format != "General", cell
            is_year = cell.number_format == "0"
            assert cell.parent.title not in RESULTS or is_year or cell.number_format == "0%", cell


def test_years_are_whole_numbers_and_nothing_is_protected_or_a_macro(source_book: Workbook) -> None:
    years = [cell.value for cell in source_book.book["Pad"]["A"][5:9]]
    assert years == [2019, 2020, 2021, 2022]
    assert not any(sheet.protection.sheet for sheet in source_book.book)
    with zipfile.ZipFile(io.BytesIO(made(Scenario.default(any_plan(Random(1), 1, 1))))) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower()]


def test_every_input_says_what_it_can_be(source_book: Workbook) -> None:
    ruled = {
        str(area) for rule in source_book.book["Invoer"].data_validations.dataValidation for area in rule.sqref.ranges
    }
    assert {address for _, address in source_book.inputs} <= ruled


@pytest.mark.long
def test_unknown_stands_there_as_unknown(source: SavingsPlan, source_book: Workbook) -> None:
    shown = source_book.shown["Resultaat"]
    assert shown["I17"].value == "Kosten voor de regio, vóór rijksbijdrage waar die onbekend is"
    assert (shown["H21"].value, shown["I21"].value) == ("onbekend", pytest.approx(99.9))
    first = next(cell for cell, key in source_book.inputs.items() if key == "national_contribution_mln_eur:2019")
    without, none, some = (source_book.recomputed({first: given}) for given in ("onbekend", 0.0, 2.0))
    assert (without["Resultaat", "H18"], without["Resultaat", "I18"]) == ("onbekend", pytest.approx(112.65))
    assert (none["Resultaat", "H18"], none["Resultaat", "I18"]) == (0.0, pytest.approx(112.65))
    assert some["Resultaat", "I18"] == pytest.approx(110.65)
    counted = replace(Scenario.default(source), investments_counted=InvestmentCount.YEARLY)
    book = openpyxl.load_workbook(io.BytesIO(made(counted)), data_only=True)["Berekening"]
    rows = [[cell.value for cell in row] for row in book.iter_rows()]
    begin = next(at for at, row in enumerate(rows) if str(row[0]).startswith("4."))
    of_first = next(row for row in rows[begin:] if row[0] == "1")
    assert of_first[2:6] == [0, "onbekend", "onbekend", "onbekend"], "from the year in which its effect begins"


def test_texts_of_a_visitor_stay_texts(tmp_path: Path) -> None:
    plan = any_plan(Random(3), 5, 2)
    content = workbook_file(Scenario.default(plan), '=HYPERLINK("https://evil.example")', [("=1+1", "+1")], DAY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    texts = [cell.value for cell in cells_of(book) if cell.data_type == "s"]
    assert {"=1+1", "+1", "@Toegang"} <= set(texts)
    evil = [cell for cell in cells_of(book) if "evil" in str(cell.value)]
    assert {cell.data_type for cell in evil} == {"s"}
    assert all(cell.hyperlink is None for cell in cells_of(book))


def test_nothing_on_is_no_division_by_zero(source: SavingsPlan, source_book: Workbook, tmp_path: Path) -> None:
    assert differences(source_book, preset_scenario(source, "niets"), tmp_path) == []


def test_of_another_table_nothing_is_said_that_holds_for_the_source_alone() -> None:
    content = workbook_file(Scenario.default(any_plan(Random(8), 3, 4)), "eigen tabel Ons plan", [], DAY)
    texts = [str(cell.value) for cell in cells_of(openpyxl.load_workbook(io.BytesIO(content)))]
    borrowed = "De 70% waarmee u begint, is die van Zuid-Holland Zuid."
    assert any(borrowed in text for text in texts), "where the overlap at the start comes from is said of another table"
    texts = [text.replace(borrowed, "") for text in texts]
    assert [text for text in texts if re.search(r"\bbron\b|gekalibreerd|Zuid-Holland", text, re.IGNORECASE)] == []
