"""The map of partners in the browser: with and without WebGL, clicks, camera, links, keyboard, phone, requests."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from shapely.geometry import Point

from tests.data.shipped import CSV, csv_rows, shipped
from tests.serving import CHROMIUM_ARGUMENTS, chromium_path, served_app

pytestmark = pytest.mark.browser

NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
CELLS = csv_rows(CSV / "scale_choices.csv")
PAIRS = {
    frozenset((row["region_code"], row["partner_region_code"]))
    for row in csv_rows(CSV / "partners.csv")
    if row["partner_region_code"]
}
CENTRE = Point(5.22, 52.0)
"""Where the camera looks: at any tilt the middle of the map."""

SOFTWARE_WEBGL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
MAP = ".st-key-partner_map"


def started(browser: Browser, *arguments: str) -> Browser:
    """A second Chromium of the same kind with other arguments."""
    kept = [argument for argument in CHROMIUM_ARGUMENTS if argument != "--disable-gpu"]
    return browser.browser_type.launch(executable_path=chromium_path(), args=[*kept, *arguments])


@pytest.fixture(scope="module")
def webgl(browser: Browser) -> Iterator[Browser]:
    """Chromium that draws WebGL in software."""
    chromium = started(browser, *SOFTWARE_WEBGL)
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def no_webgl(browser: Browser) -> Iterator[Browser]:
    """Chromium in which WebGL is blocked."""
    chromium = started(browser, "--disable-gpu", "--disable-3d-apis")
    yield chromium
    chromium.close()


@contextmanager
def visitor(chromium: Browser, **options: object) -> Iterator[Page]:
    """A visitor at a desk; any error thrown in the page fails the test."""
    context: BrowserContext = chromium.new_context(
        **{"viewport": {"width": 1024, "height": 800}, "locale": "nl-NL", **options}  # type: ignore[arg-type]
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors


@pytest.fixture
def tilting(webgl: Browser) -> Iterator[Page]:
    """A visitor whose browser draws the tilting map."""
    with visitor(webgl) as page:
        yield page


@pytest.fixture
def flat(no_webgl: Browser) -> Iterator[Page]:
    """A visitor whose browser has no WebGL."""
    with visitor(no_webgl) as page:
        yield page


def open_tilting(page: Page, address: str, query: str = "") -> Locator:
    """The canvas once the regions are on it."""
    with page.expect_response(re.compile("regions.geo.json"), timeout=60_000):
        page.goto(f"{address}/samenwerking{query}")
    canvas = page.locator(f"{MAP} canvas")
    expect(canvas).to_be_visible(timeout=30_000)
    wait_until(page, "picture => picture.coloured > 0.1")
    return canvas


def open_flat(page: Page, address: str, query: str = "") -> Locator:
    """The drawing once the regions are on it."""
    page.goto(f"{address}/samenwerking{query}")
    drawing = page.locator(f"{MAP} svg.marks")
    expect(regions(page)).to_have_count(42, timeout=30_000)
    return drawing


def control(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def regions(page: Page) -> Locator:
    return page.locator(f"{MAP} .mark-shape path[aria-label*=': ']")


def region(page: Page, code: str) -> Locator:
    return page.locator(f"{MAP} .mark-shape path[aria-label^='{NAMES[code]}: ']")


PICTURE = f"""() => {{
    const canvas = document.querySelector('{MAP} canvas');
    if (!canvas) return null;
    const small = Object.assign(document.createElement('canvas'), {{ width: 80, height: 60 }});
    const pen = small.getContext('2d', {{ willReadFrequently: true }});
    pen.drawImage(canvas, 0, 0, 80, 60);
    const data = pen.getImageData(0, 0, 80, 60).data, columns = [], rows = [];
    for (let i = 0; i < 4800; i += 1) if (data[4 * i + 3] > 40) {{ columns.push(i % 80); rows.push(Math.floor(i / 80)); }}
    const extent = (numbers) => Math.max(...numbers) - Math.min(...numbers);
    return {{ coloured: columns.length / 4800, width: extent(columns), height: extent(rows) }};
}}"""
"""Share of the map that is drawn on, and how wide and high the drawing is, on a grid of 80 by 60."""


def picture(page: Page) -> dict[str, float]:
    return page.evaluate(PICTURE)


def wait_until(page: Page, condition: str) -> None:
    """Waits for a picture for which the condition, a JavaScript function of it, holds."""
    page.wait_for_function(
        f"() => {{ const p = ({PICTURE})(); return p && ({condition})(p); }}", timeout=60_000, polling=400
    )


_minutes = itertools.count()


def click_middle(page: Page, canvas: Locator) -> None:
    """A click in the middle of the map. The clock stands still: software drawing is slower than deck.gl lets a click last."""
    page.clock.set_fixed_time(datetime.datetime(2030, 1, 1) + datetime.timedelta(minutes=next(_minutes)))
    canvas.click()


def in_address(page: Page, key: str, value: str | None) -> None:
    wanted = re.compile(rf"[?&]{key}={value}(&|$)") if value else re.compile(rf"^(?!.*[?&]{key}=)")
    expect(page).to_have_url(wanted, timeout=20_000)


def region_in_the_middle() -> str:
    polygons = shipped("regions").set_index("region_code")["geometry"]
    (code,) = [code for code, polygon in polygons.items() if polygon.contains(CENTRE)]
    return str(code)


def panel(page: Page, code: str) -> Locator:
    return page.get_by_role("heading", level=3, name=NAMES[code], exact=True)


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
