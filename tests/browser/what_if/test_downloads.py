"""Files of the what-if: the workbook with formulas follows the sliders, and every file says which scenario it holds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from playwright.sync_api import Page, expect

from components.what_if.session import source_plan
from model.what_if import Scenario, scenario_figures, scenario_to_query, with_values

pytestmark = pytest.mark.browser

PLAN = source_plan()
LATER = with_values(Scenario.default(PLAN), {"delay_months": 6.0, "overlap_share": 0.6})


@pytest.fixture
def panel(page: Page, address: str) -> Page:
    page.goto(f"{address}/doorrekening?{scenario_to_query(LATER)}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    return page


def downloaded(page: Page, button: str, folder: Path, at: int = 0) -> tuple[str, Workbook]:
    """Name and content of the file behind one of the buttons of this name."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).nth(at).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.name, openpyxl.load_workbook(path, data_only=True)


def test_the_workbook_holds_the_scenario_of_the_sliders_also_after_a_step(panel: Page, tmp_path: Path) -> None:
    panel.get_by_text("Rekenblad met formules (Excel)").click()
    name, book = downloaded(panel, "Download rekenblad (XLSX)", tmp_path)
    assert name == f"schaalwijzer-doorrekening-rekenblad-eigen-stand-{date.today()}.xlsx"
    at = PLAN.trajectory.target_index
    assert book["Resultaat"]["B4"].value == pytest.approx(scenario_figures(LATER).yearly_cost_mln_eur[at])
    said = {row[0].value: str(row[1].value) for row in book["Uitleg"].iter_rows() if row[0].value}
    assert said["Link"] == f"{panel.url.split('?')[0]}?{scenario_to_query(LATER)}"
    assert said["Regio of tabel"] == "Zuid-Holland Zuid"
    panel.locator('select[data-tool="preset"]').select_option("hoog")
    expect(panel.get_by_text("Zuid-Holland Zuid, scenario Alles hoog.")).to_be_visible()
    name, book = downloaded(panel, "Download rekenblad (XLSX)", tmp_path)
    assert name == f"schaalwijzer-doorrekening-rekenblad-alles-hoog-{date.today()}.xlsx"
    assert {row[2].value for row in book["Invoer"].iter_rows(min_row=28, max_row=29)} == {10.0}


def test_a_table_says_which_scenario_it_is_of(panel: Page, tmp_path: Path) -> None:
    panel.get_by_text("grafiek, tabellen en downloads over de jaren").click()
    expect(panel.locator(".tabel", has_text="Kosten per jaar")).to_be_visible()
    name, book = downloaded(panel, "Download XLSX", tmp_path, at=1)
    assert name == f"schaalwijzer-doorrekening-kosten-per-jaar-eigen-stand-{date.today()}.xlsx"
    head, first, *_ = book["Gegevens"].iter_rows()
    assert [cell.value for cell in head][:2] == ["Jaar", "Doel"]
    assert [first[0].value, first[0].number_format] == [2019, "0"]
    assert {cell.number_format for cell in first[1:] if isinstance(cell.value, float)} == {"#,##0.0"}
    said = {row[0].value: row[1].value for row in book["Over dit bestand"].iter_rows()}
    assert said["Eenheid"] == "mln €, niet geïndexeerd"
    assert said["Invoer: Overlap"] == "60%"
    assert str(said["Gemaakt met"]).startswith("Schaalwijzer Jeugd ")
