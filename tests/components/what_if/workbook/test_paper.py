"""The workbook as a controller prints it, and what its charts draw."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from random import Random

import openpyxl
import pytest

from components.what_if.workbook.book import workbook_file
from model.what_if import SavingsPlan, Scenario, TargetKind
from tests.components.what_if.workbook.any_region import any_plan


def made(scenario: Scenario) -> bytes:
    return workbook_file(scenario, "Zuid-Holland Zuid", [], date(2026, 11, 29))


def test_every_sheet_prints_across_one_page_with_its_number(source: SavingsPlan) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(made(Scenario.default(source)))):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "Pagina &P van &N"


def test_headings_stand_again_on_every_page_that_follows() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Scenario.default(any_plan(Random(2), 40, 10)))))
    firsts = {"Invoer": "Maatregel", "Maatregelen": "Nummer", "Berekening": "Nummer", "Bijdragen": "Nummer"}
    for name, first in firsts.items():
        row = re.fullmatch(r"\$(\d+):\$\1", book[name].print_title_rows)
        assert row, book[name].print_title_rows
        assert book[name].cell(int(row[1]), 1).value == first
    years = book["Berekening"][book["Berekening"].print_title_rows.split(":")[0].strip("$")][2:12]
    assert [cell.value for cell in years] == list(any_plan(Random(2), 40, 10).years)


def test_labels_of_the_result_are_not_cut_off(source: SavingsPlan) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(Scenario.default(source))))["Resultaat"]
    labels = [str(row[0].value) for row in sheet.iter_rows(min_row=4) if row[1].value is not None]
    assert max(map(len, labels)) <= sheet.column_dimensions["A"].width


@pytest.mark.parametrize("target", TargetKind)
def test_a_chart_draws_nothing_where_the_target_is_unknown(source: SavingsPlan, target: TargetKind) -> None:
    scenario = replace(Scenario.default(source), target=target)
    content = made(scenario)
    known = [cost for cost in scenario.target_path_mln_eur.tolist() if cost == cost]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    series = re.search(r"<c:val>.*?<c:f>Berekening!([$A-Z0-9:]+)</c:f>(.*?)</c:val>", chart)
    assert series
    assert [float(value) for value in re.findall(r"<c:v>(.*?)</c:v>", series[2])] == known
    computed = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Berekening"][series[1]][0]
    values = [cell.value for cell in computed]
    assert [value for value in values if value != "#N/A"] == known
    assert len(values) == len(source.years)
