"""Zuid-Holland Zuid on Achtergrond in the browser: links, slider by keyboard, phone, files."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from model.background.zhz.positions import Positions, positions_to_link
from tests.browser.rules import sticks_out_px
from tests.browser.views import complete
from tests.data.shipped import CSV, csv_rows
from tests.downloads import rows_of_csv

pytestmark = pytest.mark.browser

ACTIVITIES = csv_rows(CSV / "activities.csv")
CELLS = csv_rows(CSV / "framework_scales.csv")
FILLED = Positions((100, 30, 50, None, 65, 0, None, 60))


def open_part(page: Page, address: str, deel: str, query: str = "") -> None:
    page.goto(f"{address}/achtergrond?document=zhz&deel={deel}{query}")
    expect(page.get_by_role("heading", level=2).first).to_be_visible()


def test_shared_positions_open_by_their_link(page: Page, address: str) -> None:
    open_part(page, address, "dilemmas", f"&regio=JZ31&d=6&s={positions_to_link(FILLED)}")
    expect(page.get_by_role("heading", name="6. Nieuwe of bestaande aanbieders")).to_be_visible()
    expect(page.get_by_role("slider", name="Uw standpunt")).to_have_value("0")
    expect(page.get_by_text("Uw standpunt is tegenover de keuze")).to_be_visible()
    expect(page.locator(".bar .mine a")).to_have_text("Zuid-Holland Zuid")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_slider_moves_by_keyboard_and_the_address_carries_it(page: Page, address: str) -> None:
    open_part(page, address, "dilemmas")
    slider = page.get_by_role("slider", name="Uw standpunt")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(f"s={positions_to_link(Positions().with_position(0, 55))}"))
    expect(page.get_by_text("Uw standpunt is een stap naast de keuze")).to_be_visible()
    page.get_by_role("button", name="Volgende").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2. Positie van de cliënt")).to_be_visible()
    page.get_by_role("button", name="Precies in het midden").click()
    both = positions_to_link(Positions().with_position(0, 55).with_position(1, 50))
    expect(page).to_have_url(re.compile(f"s={both}"))
    expect(page.locator("code")).to_contain_text(f"s={both}")
    expect(page.locator("[data-testid='stVegaLiteChart'] canvas, [data-testid='stVegaLiteChart'] svg")).to_be_visible()


def test_damaged_link_is_said_and_the_slider_still_works(page: Page, address: str) -> None:
    open_part(page, address, "dilemmas", "&s=<b>x</b>&d=99")
    expect(page.get_by_text("De link met standpunten is niet compleet")).to_be_visible()
    expect(page.get_by_text("De link noemt een dilemma dat niet bestaat")).to_be_visible()
    page.get_by_role("slider", name="Uw standpunt").press("ArrowLeft")
    expect(page.get_by_text("De link met standpunten is niet compleet")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"s={positions_to_link(Positions().with_position(0, 45))}"))


def test_planning_narrows_and_downloads_what_is_shown(page: Page, address: str) -> None:
    open_part(page, address, "planning")
    page.get_by_role("radio", name="Jeugdteams").click()
    expect(page).to_have_url(re.compile("partij=jeugdteams"))
    complete(page)
    page.get_by_text("Dezelfde planning als tabel").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Download CSV").click()
    rows = rows_of_csv(file.value.path())
    wanted = [row for row in ACTIVITIES if row["party"] == "Jeugdteams"]
    assert [row["Activiteit"] for row in rows] == [row["activity"] for row in wanted]
    assert [sum(cell == "×" for cell in row.values()) for row in rows] == [
        len(list(filter(None, row["quarters"].split(";")))) for row in wanted
    ]


def test_phone_shows_every_cell_of_the_scale_table_with_its_label(phone: Page, address: str) -> None:
    open_part(phone, address, "schaaltabel")
    expect(phone.locator(".scales .cell[data-basis]:visible")).to_have_count(len(CELLS) + 3)
    expect(phone.locator(".scales .label").first).to_be_visible()


def test_phone_shows_a_filled_dilemma_whole(phone: Page, address: str) -> None:
    open_part(phone, address, "dilemmas", f"&s={positions_to_link(FILLED)}")
    complete(phone)
    assert sticks_out_px(phone) <= 0


def test_scenarios_lead_to_the_what_if_with_the_region(page: Page, address: str) -> None:
    open_part(page, address, "scenarios", "&regio=JZ31")
    page.get_by_text("Reken zelf door wat de maatregelen").click()
    expect(page.get_by_role("heading", name="Wat doen de maatregelen met de kosten?")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/doorrekening\?(.*&)?regio=JZ31"))


@pytest.mark.parametrize("width", [820, 1024])
def test_words_of_the_scale_table_stay_within_their_cell(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_part(page, address, "schaaltabel")
    cells = page.locator(".scales .cell[data-basis]:visible")
    expect(cells).to_have_count(len(CELLS) + 3)
    too_wide = (
        "cells => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)"
    )
    assert cells.evaluate_all(too_wide) == []
