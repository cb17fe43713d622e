"""A sheet of the visitor's own form in the browser: read, chosen about, agreed with, known again and never lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from model.own_table import assumptions_in, sheets_of_file
from tests.browser.rules import PHONE, faults, sticks_out_px
from tests.browser.views import complete
from tests.browser.what_if.test_own_table import chooser, editors, file, open_section, opened, section, type_start_cost
from tests.components.what_if.own_table.sheets import COSTS, PASTED_COSTS, SAVINGS
from tests.components.what_if.own_table.tables import template_files
from tests.line import Line

pytestmark = pytest.mark.browser

FORMS = "schaalwijzer-jeugd.tabelvormen"
ASSUMED = "Om elk bedrag zonder bandbreedte ligt een bandbreedte van 25% naar beneden en naar boven."


def proposal(page: Page) -> Locator:
    return section(page).locator(".proposal")


def agree(page: Page) -> Locator:
    return proposal(page).get_by_role("button", name="Klopt, reken hiermee")


def choose(page: Page, question: str, choice: str) -> None:
    """Chooses among what can be read at a glance."""
    place = proposal(page).locator(".question", has_text=question)
    place.get_by_text(choice).click()
    expect(place).not_to_have_class(re.compile("open"))


def open_savings(page: Page) -> None:
    chooser(page).set_input_files(file("ombuigingen.csv", SAVINGS.encode()))
    expect(proposal(page)).to_contain_text("“Kosten per jaar” ontbreekt nog.")


def paste_costs(page: Page) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", PASTED_COSTS)
    section(page).get_by_label("Plak hier een bereik uit Excel").focus()
    page.keyboard.press("Control+V")
    expect(proposal(page)).to_contain_text("geplakt bereik")


def choose_all(page: Page) -> None:
    """How an amount is read, which tells of another one too, and that the forecast is the target."""
    choose(page, "Hoe leest u “41.250”", "als 41.250")
    choose(page, "Wil de regio daarop uitkomen?", "ja, dit is het doel")
    expect_all_chosen(page)


def expect_all_chosen(page: Page) -> None:
    asked = proposal(page).locator(".question", has_text="Hoe leest u “41.250”")
    expect(asked.get_by_role("radio", name="als 41.250")).to_be_checked()
    expect(asked.locator(".badge")).to_have_text("door u gekozen")
    expect(agree(page)).to_be_enabled()


@pytest.fixture
def waiting(page: Page, address: str) -> Page:
    """A page on which a file and pasted cells wait for two choices."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    open_section(page, address)
    open_savings(page)
    paste_costs(page)
    expect(proposal(page).locator(".state")).to_have_text("Nog open: 2 keuzes.")
    return page


def test_a_sheet_is_read_chosen_about_and_used_and_what_was_assumed_goes_with_it(waiting: Page, tmp_path: Path) -> None:
    page = waiting
    before = page.locator(".headline").inner_text()
    expect(agree(page)).to_be_disabled()
    proposal(page).get_by_role("button", name="Naar de eerste open keuze").click()
    expect(proposal(page).locator(".question.open input").first).to_be_focused()
    choose_all(page)
    expect(proposal(page).locator("tbody tr")).to_have_count(5)
    saving = proposal(page).get_by_role("row").nth(1).get_by_role("cell").nth(2)
    expect(saving).to_have_text(re.compile(r"0,15\s*blad: -200"))
    expect(page.locator(".headline")).to_have_text(before, use_inner_text=True)
    agree(page).click()
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(2)
    expect(page.locator('[data-out="cost-words"]')).to_contain_text("zonder maatregelen € 41,3")
    expect(proposal(page)).to_be_hidden()
    expect(page.get_by_text(ASSUMED).first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar deze tabel (XLSX)").click()
    kept = tmp_path / "eigen-tabel.xlsx"
    download.value.save_as(kept)
    assert assumptions_in([sheets_of_file(kept.name, kept.read_bytes())]) == (ASSUMED,)
    page.get_by_role("button", name="Terug naar de tabel van Zuid-Holland Zuid").click()
    expect(page.get_by_text(ASSUMED).filter(visible=True)).to_have_count(0)
    chooser(page).set_input_files(kept)
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(2)
    expect(page.get_by_text(ASSUMED).first).to_be_visible()


def test_a_form_that_was_agreed_with_is_known_again_until_it_is_removed(waiting: Page, address: str) -> None:
    page = waiting
    choose_all(page)
    band = proposal(page).get_by_label("Welke bandbreedte legt u eromheen?")
    band.select_option("± 10%")
    expect(proposal(page)).to_contain_text("Ons voorstel was: ± 25%.")
    agree(page).click()
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(2)
    later = SAVINGS.replace("-400", "-500").replace("-550", "-650")
    chooser(page).set_input_files(file("ombuigingen december.csv", later.encode()))
    expect(proposal(page)).to_contain_text("ontbreekt nog.")
    chooser(page).set_input_files(file("raming.csv", COSTS.encode()))
    expect(proposal(page).locator(".recalled")).to_contain_text(re.compile(r"Zo las u deze vorm op \d+ \w+ \d{4} ook"))
    expect(agree(page)).to_be_enabled()
    expect(band).to_have_value("10")
    proposal(page).get_by_role("button", name="Begin zonder die keuzes").click()
    expect(band).to_have_value("25")
    expect(proposal(page).locator(".recalled")).to_be_hidden()
    assert page.evaluate(f"localStorage.getItem('{FORMS}')")
    page.get_by_role("button", name="Verwijder uit browser en server").click()
    expect(page.get_by_text("U rekent met een eigen tabel")).to_have_count(0)
    left = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert not [key for key in left if key.startswith("schaalwijzer")]


def test_cells_can_be_typed_and_what_is_no_table_says_what_to_do(page: Page, address: str) -> None:
    open_section(page, address)
    cells = section(page).get_by_label("Plak hier een bereik uit Excel")
    cells.fill("zomaar een zin")
    section(page).get_by_role("button", name="Lees deze cellen").click()
    expect(proposal(page).locator(".faults")).to_contain_text("Eerst dit")
    expect(proposal(page).locator(".faults .first")).to_contain_text("Geen tabel gevonden")
    expect(cells).to_have_value("")
    cells.fill(PASTED_COSTS)
    cells.press("Tab")
    page.keyboard.press("Enter")
    expect(proposal(page)).to_contain_text("“Maatregelen” ontbreekt nog.")


def test_what_waits_outlives_a_run_a_visit_to_another_page_and_another_file(waiting: Page) -> None:
    page = waiting
    choose_all(page)
    section(page).get_by_role("button", name="Lege tabel").click()
    expect(section(page).get_by_role("button", name="Zet terug wat er eerst stond")).to_be_visible()
    expect_all_chosen(page)
    page.get_by_role("link", name="Kaart").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("maatregelen")
    page.get_by_role("link", name="Doorrekening").click()
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    opened(page)
    expect_all_chosen(page)
    chooser(page).set_input_files(file("vergissing.csv", b"Nummer;Maatregel;Effect 2027\n1;Iets;2\n"))
    expect(proposal(page).locator(".sources")).to_contain_text("vergissing.csv")
    section(page).get_by_role("button", name="Zet terug: het voorstel voor “ombuigingen").click()
    expect(proposal(page).locator(".sources")).to_contain_text("ombuigingen.csv")
    expect_all_chosen(page)


def test_what_was_typed_or_opened_is_back_after_a_reload(page_on_line: Page, line: Line) -> None:
    page = page_on_line
    open_section(page, line.address)
    type_start_cost(page, "120,5")
    expect(section(page).get_by_text("Wat hier staat, is nog niet in gebruik")).to_be_visible()
    open_savings(page)
    chooser(page).set_input_files(file("raming.csv", COSTS.encode()))
    choose_all(page)
    complete(page)
    page.reload()
    expect_all_chosen(page)
    expect(proposal(page).locator(".sources")).to_contain_text("raming.csv")
    expect(editors(page)).to_have_count(2)
    section(page).get_by_role("button", name="Gebruik deze tabel").click()
    expect(page.locator('[data-out="cost-words"]')).to_contain_text("zonder maatregelen € 120,5")


def test_the_half_that_lacks_can_be_typed(page: Page, address: str) -> None:
    open_section(page, address)
    chooser(page).set_input_files(file("maatregelen.csv", template_files()[0]))
    proposal(page).get_by_role("button", name="Vul “Kosten per jaar” hieronder in").click()
    expect(proposal(page)).to_contain_text("komt uit de invultabel hieronder")
    type_start_cost(page, "120,5")
    expect(section(page).get_by_text("Wat hier staat, is nog niet in gebruik")).to_be_visible()
    expect(proposal(page).locator(".sources")).to_contain_text("maatregelen.csv")


def test_steps_can_be_undone_after_a_reload(page_on_line: Page, line: Line) -> None:
    page = page_on_line
    open_section(page, line.address)
    measures, years = template_files(3)
    chooser(page).set_input_files([file("a.csv", measures), file("b.csv", years)])
    slider = page.locator('[data-typed="saving_mln_eur:2"]')
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(3)
    start = slider.input_value()
    for text in ("4", "5"):
        slider.fill(text)
        slider.press("Enter")
        expect(page.locator(".kept")).to_be_visible()
        expect(slider).to_have_value(f"{text},0")
        expect(page.locator('[data-out="changed"]')).to_contain_text("maatregel 2")
    complete(page)
    page.reload()
    complete(page)
    expect(slider).to_have_value("5,0")
    for text in ("4,0", start):
        page.get_by_role("button", name=re.compile("Ongedaan maken|Stap terug")).first.click()
        expect(slider).to_have_value(text)


def test_the_proposal_keeps_to_a_phone_and_to_assistive_technology(waiting: Page) -> None:
    page = waiting
    assert faults(page, ".st-key-own_table_proposal, [class*=own_table_proposal]") == []
    page.set_viewport_size(PHONE)
    assert sticks_out_px(page) <= 0
    expect(proposal(page).get_by_role("cell").first).to_be_visible()
    assert faults(page, ".st-key-own_table_proposal, [class*=own_table_proposal]") == []


def test_the_proposal_is_agreed_with_by_keyboard_alone(waiting: Page) -> None:
    page = waiting
    proposal(page).get_by_role("button", name="Naar de eerste open keuze").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(proposal(page).locator(".badge").first).to_have_text("door u gekozen")
    page.keyboard.press("ArrowUp")
    expect(proposal(page).get_by_role("radio", name="als 41.250")).to_be_focused()
    expect(proposal(page).locator(".question.open")).to_contain_text("Wil de regio daarop uitkomen?")
    proposal(page).get_by_role("button", name="Naar de eerste open keuze").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect_all_chosen(page)
    expect(proposal(page).get_by_role("radio", name="ja, dit is het doel")).to_be_focused()
    agree(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(2)


def in_use(page: Page) -> Locator:
    return page.locator("[class*=st-key-own_table_in_use]")


def test_a_step_leads_to_where_it_can_be_seen_and_a_name_can_be_given(waiting: Page, tmp_path: Path) -> None:
    page = waiting
    expect(proposal(page).locator("#gelezen")).to_be_focused()
    expect(proposal(page).locator("#gelezen")).to_be_in_viewport()
    choose_all(page)
    name = proposal(page).get_by_label("Naam van deze tabel")
    expect(name).to_have_value("ombuigingen")
    name.fill("Duinrand & <b>omstreken</b>")
    agree(page).click()
    expect(in_use(page)).to_be_focused()
    expect(in_use(page)).to_be_in_viewport()
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text("Eigen tabel “Duinrand & b omstreken b”")
    expect(page.locator(".assumed")).to_contain_text("Aanname, niet uit uw blad: Om elk bedrag zonder bandbreedte")
    name = in_use(page).get_by_label("Naam van deze tabel")
    name.fill("Duinrand")
    name.press("Enter")
    expect(title).to_contain_text("Eigen tabel “Duinrand”")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar deze tabel (XLSX)").click()
    assert re.fullmatch(
        r"schaalwijzer-doorrekening-eigen-tabel-duinrand-\d{4}-\d\d-\d\d\.xlsx", download.value.suggested_filename
    )
    page.get_by_role("button", name="Terug naar het voorstel").click()
    expect(proposal(page).locator("#gelezen")).to_be_focused()
    expect(proposal(page).get_by_label("Welke bandbreedte legt u eromheen?")).to_be_visible()
