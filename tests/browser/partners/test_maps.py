"""The map of partners in the browser: with and without WebGL, clicks, camera, links, keyboard, phone, requests."""

from __future__ import annotations

import re
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.partners.opening import (
    MAP,
    NAMES,
    click_middle,
    control,
    in_address,
    open_flat,
    open_tilting,
    panel,
    picture,
    region,
    region_in_the_middle,
    regions,
    visitor,
    wait_until,
)
from tests.data.shipped import CSV, csv_rows, shipped
from tests.serving import served_app

pytestmark = pytest.mark.browser

TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
CELLS = csv_rows(CSV / "scale_choices.csv")
PAIRS = {
    frozenset((row["region_code"], row["partner_region_code"]))
    for row in csv_rows(CSV / "partners.csv")
    if row["partner_region_code"]
}

# With WebGL


def test_click_on_a_region_selects_and_a_second_click_lets_go(tilting: Page, address: str) -> None:
    canvas = open_tilting(tilting, address)
    code = region_in_the_middle()
    click_middle(tilting, canvas)
    in_address(tilting, "bekijk", code)
    expect(panel(tilting, code)).to_be_visible()
    expect(control(tilting, "Regio")).to_have_value(code)
    assert "regio=" not in tilting.url, "looking at a region must not change 'mijn regio'"
    click_middle(tilting, canvas)
    in_address(tilting, "bekijk", None)
    expect(tilting.get_by_role("region", name="Wie noemt wie?")).to_be_visible()


def test_region_chosen_in_the_list_can_be_clicked_as_well(tilting: Page, address: str) -> None:
    """Streamlit keeps its own selection; it must not swallow a click on the region it selected before."""
    canvas = open_tilting(tilting, address)
    code = region_in_the_middle()
    click_middle(tilting, canvas)
    in_address(tilting, "bekijk", code)
    control(tilting, "Regio").select_option("JZ01")
    expect(panel(tilting, "JZ01")).to_be_visible()
    click_middle(tilting, canvas)
    expect(panel(tilting, code)).to_be_visible()


def test_buttons_zoom_and_tilt_and_bring_the_country_back(tilting: Page, address: str) -> None:
    open_tilting(tilting, address)
    start = picture(tilting)
    tilting.get_by_role("button", name="Verder weg").click()
    wait_until(tilting, f"picture => picture.width < {start['width']} - 15")
    tilting.get_by_role("button", name="Heel Nederland").click()
    wait_until(tilting, f"picture => Math.abs(picture.width - {start['width']}) < 3")
    for _ in range(3):
        tilting.get_by_role("button", name="Kantel minder").click()
    wait_until(tilting, f"picture => picture.height > {start['height']}")
    tilting.get_by_role("button", name="Dichterbij").click()
    wait_until(tilting, f"picture => picture.coloured > {start['coloured']} + 0.1")


def test_wheel_scrolls_the_page_until_the_map_is_clicked(tilting: Page, address: str) -> None:
    canvas = open_tilting(tilting, address)
    start = picture(tilting)
    main = tilting.get_by_test_id("stMain")
    canvas.hover()
    tilting.mouse.wheel(0, 120)
    tilting.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 50")
    assert picture(tilting)["width"] == pytest.approx(start["width"], abs=2)
    main.evaluate("(node) => { node.scrollTop = 0; }")
    click_middle(tilting, canvas)
    in_address(tilting, "bekijk", region_in_the_middle())
    tilting.mouse.wheel(0, 300)
    wait_until(tilting, f"picture => picture.width < {start['width']} - 10")


def test_flat_map_by_choice_and_back(tilting: Page, address: str) -> None:
    open_tilting(tilting, address, "?regio=JZ31")
    control(tilting, "Kaart").select_option(label="Plat")
    expect(regions(tilting)).to_have_count(42, timeout=20_000)
    in_address(tilting, "kaart", "plat")
    expect(tilting.get_by_role("button", name="Kantel meer")).to_be_hidden()
    expect(tilting.locator(".notice")).to_be_hidden()
    control(tilting, "Kaart").select_option(label="Kantelbaar")
    wait_until(tilting, "picture => picture.coloured > 0.1")
    expect(tilting.get_by_role("button", name="Kantel meer")).to_be_visible()


@pytest.mark.parametrize("kind", ["tilting", "flat"])
def test_nothing_is_asked_of_other_servers(kind: str, address: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(kind)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    opened = open_tilting if kind == "tilting" else open_flat
    opened(page, address, "?regio=JZ11")
    control(page, "Taak").select_option(label="Pleegzorg")
    in_address(page, "taak", "pleegzorg")
    own = urlparse(address).netloc
    outside = {url for url in asked if urlparse(url).scheme not in ("data", "blob") and urlparse(url).netloc != own}
    assert any("regions.geo.json" in url for url in asked)
    assert outside == set()


@pytest.mark.parametrize("kind", ["tilting", "flat"])
def test_map_downloads_as_a_picture(kind: str, address: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(kind)
    (open_tilting if kind == "tilting" else open_flat)(page, address, "?taak=pleegzorg")
    with page.expect_download() as download:
        page.get_by_role("button", name="Kaart als PNG").click()
    content = download.value.path().read_bytes()
    assert download.value.suggested_filename == "samenwerking-pleegzorg.png"
    assert content.startswith(b"\x89PNG")
    assert len(content) > 60_000, "a picture without the map would be smaller"


# Without WebGL


def test_without_webgl_the_page_says_so_and_shows_table_and_flat_map(flat: Page, address: str) -> None:
    drawing = open_flat(flat, address)
    expect(flat.get_by_role("status").filter(has_text="WebGL ontbreekt of staat uit")).to_be_visible()
    expect(control(flat, "Kaart")).to_be_disabled()
    expect(flat.locator(f"{MAP} canvas")).to_have_count(0)
    expect(drawing.locator(".mark-rule").last.locator("line, path")).to_have_count(len(PAIRS))
    expect(flat.get_by_role("region", name="Wie noemt wie?").locator("tbody tr")).to_have_count(len(PAIRS))


def test_link_to_the_tilting_map_opens_the_flat_one_without_webgl(flat: Page, address: str) -> None:
    open_flat(flat, address, "?kaart=kantelbaar")
    expect(flat.locator(".notice")).to_be_visible()
    in_address(flat, "kaart", "kantelbaar")


def test_click_on_the_flat_map_selects_and_lets_go(flat: Page, address: str) -> None:
    open_flat(flat, address, "?taak=ambulant")
    region(flat, "JZ01").click()
    expect(panel(flat, "JZ01")).to_be_visible()
    in_address(flat, "bekijk", "JZ01")
    expect(regions(flat)).to_have_count(42)
    region(flat, "JZ38").click()
    expect(panel(flat, "JZ38")).to_be_visible()
    expect(regions(flat)).to_have_count(42)
    region(flat, "JZ38").click()
    in_address(flat, "bekijk", None)


def test_flat_map_is_coloured_by_the_choices_of_every_task(flat: Page, address: str) -> None:
    open_flat(flat, address)
    for task, task_name in TASKS.items():
        control(flat, "Taak").select_option(task)
        in_address(flat, "taak", task)
        cells = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == task}
        only = [code for code, levels in cells.items() if levels == ["bovenregionaal"]]
        expect(flat.locator(f"{MAP} .mark-shape path[fill='#2a2f75']")).to_have_count(len(only), timeout=20_000)
        expect(flat.get_by_role("heading", level=3, name=task_name, exact=True)).to_be_visible()
        for code in (*only[:3], "JZ31"):
            words = " en ".join(cells[code]) or "geen niveau genoemd"
            expect(region(flat, code)).to_have_attribute("aria-label", re.compile(f": {re.escape(words)} \\("))


# Links, keyboard, phone


def test_deep_link_as_the_first_visit_after_a_start(no_webgl: Browser) -> None:
    with served_app() as cold, visitor(no_webgl) as page:
        open_flat(page, cold, "?regio=JZ31&taak=meldpunten&bekijk=JZ11&kaart=plat")
        expect(control(page, "Taak")).to_have_value("meldpunten")
        expect(control(page, "Regio")).to_have_value("JZ11")
        expect(panel(page, "JZ11")).to_be_visible()
        expect(page.get_by_role("heading", name="Wat betekent dat voor mijn regio, Zuid-Holland Zuid?")).to_be_visible()
        expect(page.get_by_label("Mijn gemeente of regio")).to_have_value("Zuid-Holland Zuid")
        expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_back_button_returns_to_the_view_that_was_left(flat: Page, address: str) -> None:
    open_flat(flat, address)
    control(flat, "Taak").select_option(label="Pleegzorg")
    control(flat, "Regio").select_option("JZ11")
    in_address(flat, "bekijk", "JZ11")
    flat.get_by_role("link", name="Alles over Zuid-Kennemerland").click()
    expect(flat.get_by_role("heading", level=1)).to_contain_text("Zuid-Kennemerland")
    flat.go_back()
    expect(panel(flat, "JZ11")).to_be_visible()
    expect(control(flat, "Taak")).to_have_value("pleegzorg")
    expect(control(flat, "Regio")).to_have_value("JZ11")


def test_lists_and_buttons_are_reached_by_tab(tilting: Page, address: str) -> None:
    open_tilting(tilting, address)
    control(tilting, "Taak").focus()
    for label in ("Regio", "Kaart"):
        tilting.keyboard.press("Tab")
        expect(control(tilting, label)).to_be_focused()
    for label in ("Dichterbij", "Verder weg", "Kantel meer", "Kantel minder", "Heel Nederland", "Kaart als PNG"):
        tilting.keyboard.press("Tab")
        expect(tilting.get_by_role("button", name=label)).to_be_focused()
    tilting.keyboard.press("Tab")
    expect(tilting.locator(".deck-events-root")).to_be_focused()
    start = picture(tilting)
    tilting.keyboard.press("Minus")
    wait_until(tilting, f"picture => picture.width < {start['width']} - 15")


@pytest.mark.parametrize("kind", ["webgl", "no_webgl"])
def test_phone_shows_everything_without_sideways_scrolling(
    kind: str, address: str, request: pytest.FixtureRequest
) -> None:
    chromium: Browser = request.getfixturevalue(kind)
    with visitor(chromium, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        (open_tilting if kind == "webgl" else open_flat)(page, address, "?regio=JZ11")
        expect(panel(page, "JZ11")).to_be_attached()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.get_by_test_id("stMain").evaluate("(node) => node.scrollWidth - node.clientWidth") <= 1
        for box in (control.bounding_box() for control in page.locator(".partners select, .partners button").all()):
            assert box is None or box["height"] >= 44
        if kind == "no_webgl":
            region(page, "JZ01").tap()
            expect(panel(page, "JZ01")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["webgl", "no_webgl"])
def test_no_serious_accessibility_faults(kind: str, scheme: str, address: str, request: pytest.FixtureRequest) -> None:
    chromium: Browser = request.getfixturevalue(kind)
    with visitor(chromium, color_scheme=scheme) as page:
        (open_tilting if kind == "webgl" else open_flat)(page, address, "?regio=JZ11&taak=pleegzorg")
        page.get_by_text("Alle vermeldingen met vindplaats").click()
        expect(page.get_by_role("region", name="Wie noemt wie, waarvoor, en waar staat dat?")).to_be_visible()
        found = Axe().run(page).response["violations"]
        assert [
            (fault["id"], [node["html"][:120] for node in fault["nodes"]])
            for fault in found
            if fault["impact"] in ("serious", "critical")
        ] == []


def test_print_keeps_map_and_tables_and_drops_the_controls(tilting: Page, address: str) -> None:
    open_tilting(tilting, address, "?regio=JZ11")
    tilting.emulate_media(media="print")
    expect(control(tilting, "Taak")).to_be_hidden()
    expect(tilting.get_by_role("button", name="Dichterbij")).to_be_hidden()
    expect(tilting.locator(f"{MAP} canvas")).to_be_visible()
    expect(tilting.locator(".legend").first).to_be_visible()
    expect(tilting.get_by_role("region", name="Partners van Zuid-Kennemerland")).to_be_visible()


# Groups of neighbours


def components_by_hand(task: str) -> list[set[str]]:
    """Groups of regions that choose bovenregionaal and are joined by borders: every border merges two groups."""
    members = {
        row["region_code"]
        for row in CELLS
        if row["task_code"] == task and "bovenregionaal" in row["leading_levels"].split(";")
    }
    groups = [{code} for code in members]
    borders = shipped("neighbours")
    for one, other in zip(borders["region_code"], borders["neighbour_region_code"], strict=True):
        if {one, other} <= members:
            joined = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    return groups


def test_table_of_all_tasks_equals_a_recount(flat: Page, address: str) -> None:
    open_flat(flat, address)
    rows = flat.get_by_role("region", name="Regio's die bovenregionaal kiezen, per taak").locator("tbody tr")
    expect(rows).to_have_count(len(TASKS))
    for row, (task, task_name) in zip(rows.all(), TASKS.items(), strict=True):
        groups = components_by_hand(task)
        joined, alone = [group for group in groups if len(group) > 1], [group for group in groups if len(group) == 1]
        cells = [text.strip() for text in row.locator("th, td").all_text_contents()]
        assert cells[0] == task_name
        assert int(cells[1]) == sum(map(len, groups))
        assert int(cells[3]) == len(joined)
        assert int(cells[4]) == max(map(len, joined), default=0)
        assert int(cells[5]) == len(alone)
        assert set(filter(None, re.split(", | en ", cells[6]))) == {NAMES[code] for group in alone for code in group}


def test_groups_of_a_task_are_listed_and_numbered_as_on_the_map(flat: Page, address: str) -> None:
    drawing = open_flat(flat, address, "?taak=meldpunten")
    joined = [group for group in components_by_hand("meldpunten") if len(group) > 1]
    items = flat.locator("li").filter(has_text=re.compile(r"^Groep \d+, "))
    expect(items).to_have_count(len(joined))
    texts = items.all_text_contents()
    for group in joined:
        (text,) = [text for text in texts if all(NAMES[code] in text for code in group)]
        assert f"{len(group)} regio's" in text
    numbers = drawing.locator(".mark-text text").all_text_contents()
    assert sorted(map(int, numbers)) == sorted(
        number for number, text in enumerate(texts, 1) for _ in range(int(re.findall(r", (\d+) regio", text)[0]))
    )


def test_my_region_reads_where_it_stands_alone(flat: Page, address: str) -> None:
    open_flat(flat, address, "?regio=JZ24")
    assert {"JZ24"} in components_by_hand("jeugdzorgplus")
    expect(flat.get_by_text("Haaglanden kiest bovenregionaal en staat daarin alleen")).to_be_visible()
