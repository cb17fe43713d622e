"""The notes from the page to the paper: one press, a file that says what and when, and what is on the screen in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.what_if.session import source_plan
from model.what_if import Scenario, scenario_to_query, with_values
from tests.components.note.pdf_structure import TaggedPdf

pytestmark = pytest.mark.browser

CHANGED = with_values(Scenario.default(source_plan()), {"delay_months": 6.0, "overlap_share": 0.6})


def downloaded(page: Page, button: str, folder: Path) -> tuple[str, TaggedPdf]:
    """Name and content of the note behind a button."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.name, TaggedPdf(path.read_bytes())


def address_in(note: TaggedPdf) -> str:
    """The address to which the paper leads back."""
    (link,) = [item.get_object() for page in note.reader.pages for item in page.get("/Annots", [])]
    return str(link["/A"]["/URI"])


def test_the_note_on_a_region_leads_back_to_its_page(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/regio?regio=JZ18")
    name, note = downloaded(page, "Bestuurlijke notitie (PDF)", tmp_path)
    title = page.get_by_role("heading", level=1).inner_text()
    assert re.fullmatch(rf"schaalwijzer-regio-notitie-[a-z-]+-{date.today()}\.pdf", name)
    assert note.faults() == []
    assert f"{title} koos bij" in note.text
    page.goto(address_in(note))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_note_on_a_scenario_follows_the_sliders(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/doorrekening?{scenario_to_query(CHANGED)}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    page.locator("summary", has_text="Bestuurlijke notitie (PDF)").click()
    name, note = downloaded(page, "Download notitie (PDF)", tmp_path)
    assert name == f"schaalwijzer-doorrekening-notitie-eigen-stand-{date.today()}.pdf"
    assert address_in(note).endswith(f"/doorrekening?{scenario_to_query(CHANGED)}")
    assert "60% (veranderd)" in note.text
    page.locator('select[data-tool="preset"]').select_option("hoog")
    expect(page.get_by_text("De notitie gaat over deze stand: Zuid-Holland Zuid, scenario Alles hoog.")).to_be_visible()
    name, note = downloaded(page, "Download notitie (PDF)", tmp_path)
    assert name == f"schaalwijzer-doorrekening-notitie-alles-hoog-{date.today()}.pdf"
    assert "scenario “Alles hoog”" in note.text
