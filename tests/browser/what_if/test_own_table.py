"""The own table in the browser: choosing and dropping files, the editor, what is refused, and the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, Position, WebSocket, expect

from components.what_if.own_table.names import proposed_name
from model.dataset.reading import read_table
from model.own_table import (
    MOST_BYTES,
    CellTable,
    TableKind,
    csv_file,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    xlsx_file,
)
from model.what_if import read_plan
from tests.browser.paper import printed
from tests.browser.rules import faults, sticks_out_px

pytestmark = pytest.mark.browser

SOURCE = tables_of_plan(read_plan(read_table("measures"), read_table("trajectory")))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def open_section(page: Page, address: str, query: str = "") -> Locator:
    page.goto(f"{address}/doorrekening{query}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    return opened(page)


def opened(page: Page) -> Locator:
    page.get_by_text("Een eigen tabel: reken met uw eigen regio").click()
    expect(editors(page)).to_have_count(2)
    return section(page)


def section(page: Page) -> Locator:
    return page.locator(".st-key-own_table_box")


def editors(page: Page) -> Locator:
    return section(page).get_by_test_id("stDataFrame")


def chooser(page: Page) -> Locator:
    return section(page).locator('input[type="file"]')


def years_shown(page: Page) -> Locator:
    return page.locator('[data-text="cost-name"]')


def file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": data}


def own_file(measures: int, years: int, high: str = "5") -> bytes:
    """XLSX file of a table of this size, from 2025 on."""
    effects = ";".join(f"Effect {2025 + place}" for place in range(years))
    rows = "\n".join(f"{place};Maatregel {place}{f';1-{high}' * years}" for place in range(1, measures + 1))
    path = "\n".join(f"{2025 + place};{500 - place}" for place in range(years))
    tables: dict[TableKind, CellTable] = {
        **tables_of_file(f"Nummer;Maatregel;{effects}\n{rows}".encode()),
        **tables_of_file(f"Jaar;Jaarkosten\n{path}".encode()),
    }
    return xlsx_file(tables_of_plan(read_own_table(tables).plan))


def type_start_cost(page: Page, text: str) -> None:
    """Types in the first cell under "Jaarkosten" of the upper editor, which is a canvas."""
    grid, place = editors(page).first.locator(".dvn-scroller"), Position(x=220, y=52)
    # The grid follows the mouse itself: it must have seen it in this cell before a click counts as one.
    grid.hover(position=place)
    grid.dblclick(position=place)
    cell = page.locator("#portal textarea")
    cell.fill(text)
    cell.press("Enter")


def test_a_chosen_file_fills_the_panel_and_the_way_back_leads_to_the_same_sliders(page: Page, address: str) -> None:
    open_section(page, address)
    slider = page.locator('[data-typed="saving_mln_eur:1"]')
    slider.fill("8")
    slider.press("Enter")
    expect(page).to_have_url(re.compile("b=1_8"))
    chooser(page).set_input_files(file("mijn regio.xlsx", own_file(3, 2)))
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(3)
    expect(page).not_to_have_url(re.compile(r"[?&][vtb]="))
    expect(page.get_by_text("Een eigen tabel past niet in een link")).to_be_visible()
    expect(section(page).get_by_text("“mijn regio” is in gebruik: 3 maatregelen")).to_be_visible()
    page.get_by_role("button", name="Terug naar de tabel van Zuid-Holland Zuid").click()
    expect(years_shown(page)).to_have_text("Jaarkosten 2022")
    expect(slider).to_have_value("8,0")
    expect(page).to_have_url(re.compile("b=1_8"))


def test_the_examples_can_be_opened_again(page: Page, address: str, tmp_path: Path) -> None:
    place = open_section(page, address)
    names = ["Voorbeeld (XLSX)", "Voorbeeld Maatregelen (CSV)", "Voorbeeld Kosten per jaar (CSV)"]
    files = []
    for name in names:
        with page.expect_download() as download:
            place.get_by_role("button", name=name).click()
        files.append(tmp_path / download.value.suggested_filename)
        download.value.save_as(files[-1])
    for chosen in ([files[0]], files[1:]):
        chooser(page).set_input_files(chosen)
        expect(place.get_by_text(f"“{proposed_name([name.name for name in chosen])}” is in gebruik")).to_be_visible()
        expect(page.locator('[data-out="cost"]')).to_have_text("€ 99,9 mln")


def test_what_cannot_be_opened_is_explained_and_changes_nothing(page: Page, address: str) -> None:
    place = open_section(page, address)
    before = page.locator(".headline").inner_text()
    chooser(page).set_input_files([file("stuk.xlsx", b"PK\x03\x04"), file("leeg.csv", b"")])
    expect(place.get_by_role("alert")).to_contain_text("“stuk.xlsx en leeg.csv” is niet gebruikt: 2 fouten")
    rows = place.locator(".tabel", has_text="Wat er niet klopt").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("beschadigd")
    expect(page.locator(".headline")).to_have_text(before, use_inner_text=True)
    page.set_viewport_size({"width": 390, "height": 800})
    assert sticks_out_px(page) <= 0
    page.set_viewport_size({"width": 1024, "height": 800})
    assert sticks_out_px(page) <= 0


@pytest.mark.own_tab
def test_a_file_that_is_too_large_never_leaves_the_browser(page: Page, address: str) -> None:
    sent: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(len(frame)))

    page.on("websocket", listen)
    open_section(page, address)
    chooser(page).set_input_files(file("groot.csv", b"x" * (MOST_BYTES + 20_000)))
    expect(section(page).locator(".upload")).to_contain_text(
        "“groot.csv”: 1.068.576 bytes is te groot; toegestaan is hooguit 1.048.576 bytes (1 MB)"
    )
    chooser(page).set_input_files([file(f"{place}.csv", b"x") for place in range(3)])
    expect(section(page).locator(".upload")).to_contain_text("3 bestanden tegelijk kan niet")
    assert max(sent) < 20_000


def test_a_file_can_be_dropped(page: Page, address: str) -> None:
    place = open_section(page, address)
    place.locator(".upload").evaluate(
        """(zone, text) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], 'pad.csv'));
          zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }""",
        csv_file(SOURCE[TableKind.YEARS]).decode("utf-8-sig"),
    )
    expect(place.locator(".proposal")).to_contain_text("“Maatregelen” ontbreekt nog.")


@pytest.mark.own_tab
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_file_can_be_chosen_with_the_keyboard(page: Page, address: str, key: str) -> None:
    page.on("filechooser", lambda dialog: dialog.set_files(file("pad.csv", csv_file(SOURCE[TableKind.YEARS]))))
    place = open_section(page, address)
    place.locator("summary").focus()
    page.keyboard.press("Tab")
    expect(chooser(page)).to_be_focused()
    outline = chooser(page).evaluate(
        "input => getComputedStyle(input.nextElementSibling.querySelector('b')).outlineStyle"
    )
    assert outline == "solid"
    page.keyboard.press(key)
    expect(place.locator(".proposal")).to_contain_text("“Maatregelen” ontbreekt nog.")


def test_what_is_typed_in_the_editor_is_used_and_outlives_closing_and_other_pages(page: Page, address: str) -> None:
    place = open_section(page, address)
    type_start_cost(page, "120,5")
    expect(place.get_by_text("Wat hier staat, is nog niet in gebruik")).to_be_visible()
    place.get_by_text("Een eigen tabel: reken met uw eigen regio").click()
    expect(editors(page)).to_have_count(0)
    page.get_by_role("link", name="Kaart").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("maatregelen")
    page.get_by_role("link", name="Doorrekening").click()
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    opened(page)
    place.get_by_role("button", name="Gebruik deze tabel").click()
    expect(page.locator('[data-out="cost-words"]')).to_contain_text("zonder maatregelen € 120,5")
    expect(place.get_by_text("Jaarkosten 2019: er staat 120,5")).to_be_visible()


def test_paper_shows_what_stands_in_the_editor(page: Page, address: str) -> None:
    place = open_section(page, address)
    type_start_cost(page, "120,5")
    expect(place.get_by_text("Wat hier staat, is nog niet in gebruik")).to_be_visible()
    expect(place.locator(".on-paper").first).to_be_hidden()
    lines = [line for sheet in printed(page) for line in sheet.lines]
    assert any(line.startswith("2019 120,5") for line in lines)
    assert sum(line.startswith("3a Extra toetsing") for line in lines) >= 3, "each part of the table names its rows"
    assert not any("Bestand openen" in line for line in lines)


def test_a_refused_cell_of_the_editor_can_be_corrected(page: Page, address: str) -> None:
    place = open_section(page, address)
    type_start_cost(page, "veel")
    expect(place.get_by_text("Wat hier staat, is nog niet in gebruik")).to_be_visible()
    place.get_by_role("button", name="Gebruik deze tabel").click()
    expect(place.locator(".tabel tbody tr")).to_contain_text("rij 1, kolom “Jaarkosten (mln €)”, jaar 2019")
    type_start_cost(page, "€ 110,7 mln")
    place.get_by_role("button", name="Gebruik deze tabel").click()
    expect(page.locator('[data-out="cost-words"]')).to_contain_text("zonder maatregelen € 110,7")


def test_the_largest_table_can_be_dragged_and_its_scale_read(page: Page, address: str) -> None:
    open_section(page, address)
    chooser(page).set_input_files(file("groot.xlsx", own_file(40, 10, "20")))
    expect(years_shown(page)).to_have_text("Jaarkosten 2034", timeout=60_000)
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(40)
    slider = page.locator('.paneel input[type="range"][data-control="saving_mln_eur:7"]')
    settled = str(page.locator(".paneel").get_attribute("data-settled"))
    before = page.locator('[data-out="cost"]').inner_text()
    slider.focus()
    slider.press("End")
    expect(page.locator(".paneel")).not_to_have_attribute("data-settled", settled, timeout=60_000)
    expect(page.locator('[data-out="cost"]')).not_to_have_text(before)
    grid = page.locator(".chart .grid")
    assert 3 <= grid.count() <= 10


def test_the_section_speaks_dutch_and_has_no_faults_for_assistive_technology(page: Page, address: str) -> None:
    place = open_section(page, address)
    editors(page).first.hover()
    expect(page.get_by_test_id("stElementToolbar").filter(visible=True)).to_have_count(0)
    english = re.compile(
        r"\b(browse|drag and drop|limit|upload|file|download as|search|fullscreen|add row|delete)\b", re.IGNORECASE
    )
    assert not english.findall(place.inner_text().replace("Delete", ""))
    assert faults(page, ".st-key-own_table_box") == []
