"""The matrix and the comparison in the browser: orders, pinning, cells, keyboard, regions side by side."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.matrix.opening import (
    CELLS,
    CODES,
    FIND,
    REGIONS,
    TASK_CODES,
    TASKS,
    cell,
    in_address,
    name,
    open_matrix,
    rows_shown,
    tasks_shown,
    words,
)

pytestmark = pytest.mark.browser


# Orders


def test_order_switch_repaints_at_once_and_then_reaches_the_address(page: Page, address: str) -> None:
    open_matrix(page, address)
    assert rows_shown(page)[0] == "Groningen"
    painted = page.evaluate(
        f"""() => {{ const find = {FIND}; const select = find('[data-control="rows"]');
            select.value = 'alfabet'; select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return [find('.matrix').dataset.painted, find('.matrix tbody a').textContent]; }}"""
    )
    assert painted[0].startswith("alfabet"), "the matrix must be painted before the server has answered"
    assert painted[1] == "Achterhoek"
    in_address(page, "rijen", "alfabet")


def test_every_order_of_rows_keeps_my_region_on_top(page: Page, address: str) -> None:
    root = open_matrix(page, address, "?regio=JZ31")
    select = page.get_by_label("Volgorde van de regio's")
    seen = set()
    for order in ("provincie", "alfabet", "afspraken", "gelijkenis", "groepen", "noord-zuid"):
        select.select_option(order)
        expect(root).to_have_attribute("data-painted", re.compile(f"^{order} "))
        shown = rows_shown(page)
        assert shown[0] == "Zuid-Holland Zuid"
        assert sorted(shown) == sorted(row["name"] for row in REGIONS.values())
        seen.add(tuple(shown))
        assert page.locator("tr.mine").count() == 1
    assert len(seen) == 6
    in_address(page, "rijen", None)


def test_rows_show_the_choices_of_their_region_in_every_order(page: Page, address: str) -> None:
    root = open_matrix(page, address, "?regio=JZ31&rijen=groepen&kolommen=zwaarte")
    for order in ("groepen", "alfabet"):
        page.get_by_label("Volgorde van de regio's").select_option(order)
        expect(root).to_have_attribute("data-painted", re.compile(f"^{order} zwaarte "))
        labels = page.locator(".matrix td[data-region]").evaluate_all(
            "(cells) => cells.map((cell) => cell.getAttribute('aria-label'))"
        )
        by_weight = sorted(TASKS, key=lambda code: int(TASKS[code]["care_weight_order"]))
        codes = {row["name"]: code for code, row in REGIONS.items()}
        places = [(codes[shown], task) for shown in rows_shown(page) for task in by_weight]
        assert len(labels) == len(places) == 462
        for (code, task), label in zip(places, labels, strict=True):
            level = words(code, task)
            assert label.lower().startswith(f"{name(code)}, {TASKS[task]['name']}. {level}. status: ".lower())


def test_columns_change_order(page: Page, address: str) -> None:
    open_matrix(page, address)
    assert tasks_shown(page) == TASK_CODES
    page.get_by_label("Volgorde van de taken").select_option("zwaarte")
    in_address(page, "kolommen", "zwaarte")
    assert tasks_shown(page) == sorted(TASKS, key=lambda code: int(TASKS[code]["care_weight_order"]))
    page.get_by_label("Volgorde van de taken").select_option("eens")
    in_address(page, "kolommen", "eens")
    assert tasks_shown(page)[:2] == ["eerste_lijn", "jeugdzorgplus"]


def test_groups_have_headings_and_likeness_has_figures(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31&rijen=groepen")
    expect(page.locator("tr.band").first).to_contain_text("Groep 1: 22 regio's, vooral regionaal")
    expect(page.locator("tr.band")).to_have_count(3)
    page.get_by_label("Volgorde van de regio's").select_option("gelijkenis")
    expect(page.locator("tr.band")).to_have_count(0)
    reasons = [text for text in page.locator(".matrix .value").all_text_contents() if text]
    counts = [[int(number) for number in re.findall(r"\d+", text)] for text in reasons]
    assert len(counts) == 41
    for share, equal, compared, *partly in counts:
        assert share == round(100 * (equal + sum(partly) / 2) / compared), "the number follows from its reason"
    assert [share for share, *_ in counts] == sorted((share for share, *_ in counts), reverse=True)
    expect(page.locator("p.note")).to_contain_text("een deels gelijke als een halve")


def test_likeness_without_a_region_says_what_to_do_and_follows_the_search(page: Page, address: str) -> None:
    open_matrix(page, address, "?rijen=gelijkenis")
    expect(page.locator("p.note")).to_contain_text("Kies boven aan de pagina uw gemeente of regio")
    assert rows_shown(page)[0] == "Groningen"
    field = page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp")
    field.fill("Dordrecht")
    field.press("Enter")
    expect(page.locator("tr.mine a")).to_have_text("Zuid-Holland Zuid")
    expect(page.locator("p.note")).to_contain_text("Gelijkenis: ")
    in_address(page, "rijen", "gelijkenis")


def test_legend_highlights_one_class(page: Page, address: str) -> None:
    open_matrix(page, address)
    page.locator(".legend button", has_text="geen niveau genoemd").click()
    expect(page.locator(".matrix td[data-region]:not(.dim)")).to_have_count(2)
    page.locator(".legend button", has_text="geen niveau genoemd").click()
    expect(page.locator("td.dim")).to_have_count(0)


def test_matrix_fits_at_desk_and_tablet(page: Page, address: str) -> None:
    for width in (1440, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        open_matrix(page, address, "?regio=JZ31")
        main = page.get_by_test_id("stMain")
        assert main.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 1
        table = page.locator("table.wide")
        assert table.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 1
        headings = page.locator(".heads a").evaluate_all(
            "(links) => links.map((link) => link.scrollWidth - link.parentElement.clientWidth)"
        )
        assert max(headings) <= 1


def test_projector_shows_ten_regions_and_each_percentage_names_its_level(page: Page, address: str) -> None:
    for width, height, at_least in ((1280, 720, 10), (853, 480, 2)):
        page.set_viewport_size({"width": width, "height": height})
        open_matrix(page, address)
        feet = page.locator(".matrix tbody tr").evaluate_all(
            "(rows) => rows.map((row) => row.getBoundingClientRect().bottom)"
        )
        assert sum(foot <= height for foot in feet) >= at_least, (width, height)
        figures = page.locator(".matrix .figures").first.locator("td").all_text_contents()[:11]
        assert all(re.fullmatch(r"[LSRB](\+[LSRB])? \d+%", text.strip()) for text in figures), figures
    sizes = page.locator(".matrix tbody td").first.evaluate("(cell) => parseFloat(getComputedStyle(cell).fontSize)")
    assert sizes >= 12


# Cells, rows, columns


def test_cell_click_opens_its_detail_and_reaches_the_address(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31")
    cell(page, "JZ28", "pleegzorg").click()
    sheet = page.get_by_role("region", name="Over deze keuze")
    expect(sheet.get_by_role("heading")).to_have_text("Arnhem, pleegzorg")
    found = CELLS["JZ28", "pleegzorg"]
    expect(sheet).to_contain_text("Lokaal · status: intentie")
    place = sheet.get_by_text("Bron: Inventarisatie 2013, profiel 10 Arnhem, tabel schaalkeuzes, rij Pleegzorg")
    expect(sheet.get_by_text("van de teksteditie")).to_be_hidden()
    place.click()
    expect(sheet).to_contain_text(f"Regel {found['line_from']} van de teksteditie")
    same = sum(words(code, "pleegzorg") == "lokaal" for code in CODES)
    expect(sheet).to_contain_text(f"{same} van de 42 regio's kiezen dit")
    in_address(page, "bekijk", "JZ28")
    in_address(page, "taak", "pleegzorg")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    in_address(page, "bekijk", None)


def test_hover_tells_choice_status_and_remark(page: Page, address: str) -> None:
    open_matrix(page, address)
    found = CELLS["JZ24", "meldpunten"]
    cell(page, "JZ24", "meldpunten").hover()
    tip = page.locator(".matrix .tip")
    for text in ("Haaglanden", TASKS["meldpunten"]["name"], "Status: nog geen opvatting", found["remark"]):
        expect(tip).to_contain_text(text)
    page.locator(".figures td").first.hover()
    expect(tip).to_contain_text("37 van de 42 regio's kiezen lokaal (88%)")


def test_row_leads_to_the_region_and_column_to_the_task_on_the_map(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31")
    page.locator(".matrix tbody a", has_text="Drenthe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drenthe")
    expect(page.locator(".bar .mine a")).to_have_text("Zuid-Holland Zuid")
    open_matrix(page, address, "?regio=JZ31")
    page.locator('.heads a[data-code="jeugdzorgplus"]').click()
    expect(page.locator("svg.country")).to_have_attribute("data-painted", re.compile("^jeugdzorgplus"))
    assert parse_qs(urlparse(page.url).query)["regio"] == ["JZ31"]


def test_links_of_the_matrix_also_open_by_their_address(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31")
    href = page.locator(".matrix tbody a", has_text="Drenthe").get_attribute("href")
    page.goto(f"{address}/{href}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Drenthe")


def test_keyboard_walks_through_the_grid_and_opens_a_cell(page: Page, address: str) -> None:
    open_matrix(page, address)
    page.locator(".legend button").last.focus()
    page.keyboard.press("Tab")
    focused = page.locator("td:focus, a:focus")
    expect(focused).to_have_attribute("aria-label", re.compile("^Groningen, Organisatie eerste lijn"))
    expect(page.locator(".matrix .tip")).to_contain_text("Groningen")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(focused).to_have_attribute("aria-label", re.compile("^Friesland, Pleegzorg"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Over deze keuze")).to_contain_text("Friesland, pleegzorg")
    page.keyboard.press("Home")
    expect(page.locator("a:focus")).to_have_text("Friesland")
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.locator(".matrix [tabindex='0']")).to_have_count(1)


def test_focus_is_not_hidden_under_the_sheet(page: Page, address: str) -> None:
    open_matrix(page, address, "?bekijk=JZ01&taak=vb")
    cell(page, "JZ01", "vb").focus()
    for _ in range(30):
        page.keyboard.press("ArrowDown")
    focused, sheet = page.locator("td:focus").bounding_box(), page.locator(".sheet").bounding_box()
    assert focused is not None
    assert sheet is not None
    assert focused["y"] + focused["height"] <= sheet["y"]


# Side by side


def test_four_regions_side_by_side(page: Page, address: str) -> None:
    open_matrix(page, address)
    wanted = ["JZ31", "JZ24", "JZ27", "JZ01"]
    for place, code in enumerate(wanted, start=1):
        page.get_by_label(f"Regio {place}").select_option(code)
    in_address(page, "naast", "%2C".join(wanted))
    comparison = page.locator(".comparison")
    expect(comparison).to_have_attribute("data-painted", ",".join(wanted))
    expect(comparison.locator("thead th")).to_have_text(["Taak", *(name(code) for code in wanted), "In één zin"])
    for task, row in zip(TASK_CODES, comparison.locator("tbody tr").all(), strict=True):
        texts = row.locator("td").all_text_contents()
        for code, text in zip(wanted, texts[:4], strict=True):
            assert words(code, task) in text.lower()
        same = len({words(code, task) for code in wanted}) == 1
        assert texts[4].startswith("Gelijk. Alle vier kiezen") == same
        assert texts[4].endswith(".")
    expect(comparison.locator("tbody tr").last).to_contain_text("Midden-Holland noemt geen niveau")


def test_cell_can_be_put_in_the_comparison(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31&naast=JZ31,JZ24")
    cell(page, "JZ04", "pleegzorg").click()
    page.get_by_role("button", name="Zet in de vergelijking").click()
    in_address(page, "naast", "JZ31%2CJZ24%2CJZ04")
    expect(page.get_by_label("Regio 3")).to_have_value("JZ04")
    expect(page.get_by_role("heading", name="Regio's naast elkaar")).to_be_in_viewport()


def test_comparison_can_be_made_smaller(page: Page, address: str) -> None:
    open_matrix(page, address, "?naast=JZ31,JZ24,JZ27")
    page.get_by_label("Regio 2").select_option("")
    in_address(page, "naast", "JZ31%2CJZ27")
    expect(page.locator(".comparison thead th")).to_have_count(4)
    page.get_by_label("Regio 2").select_option("")
    expect(page.locator(".comparison .summary")).to_have_text("Kies minstens twee regio's.")


def test_words_of_four_regions_stay_in_their_own_columns(page: Page, address: str) -> None:
    open_matrix(page, address, "?naast=JZ31,JZ39,JZ27,JZ17")
    choices = page.locator(".comparison .choice")
    expect(choices).to_have_count(44)
    for width in (820, 1024, 1280, 1366, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        sticking_out = choices.evaluate_all(
            "(all) => all.filter((choice) => { const words = document.createRange(); words.selectNodeContents(choice);"
            " return words.getBoundingClientRect().right > choice.parentElement.getBoundingClientRect().right + 1; })"
            ".map((choice) => choice.textContent)"
        )
        assert sticking_out == [], width
        broken = choices.locator("> :last-child").evaluate_all(
            "(all) => all.filter((words) => words.scrollWidth > words.clientWidth).map((words) => words.textContent)"
        )
        assert broken == [], width
