"""The bar atop every page: search by keyboard, menu, height; and the way from page to page and back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from model.site import site_map
from tests.browser.rules import ENLARGED, PHONE
from tests.browser.views import SLOW_MS, VIEWS, complete, show

pytestmark = pytest.mark.browser

FIELD = "Zoek een plaats, regio of onderwerp"
HIGHEST_PX, TOUCH_PX = 120, 44
FOCUSED = """() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return [node.tagName, node.textContent.trim()];
}"""


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name=FIELD)


def mine(page: Page) -> Locator:
    return page.locator(".st-key-finder .mine a")


def steps(page: Page) -> int:
    return int(page.evaluate("history.length"))


def menu(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=name, exact=True)


def follow(page: Page, name: str) -> None:
    menu(page, name).click()
    expect(page).to_have_title(re.compile(f"^{name} "), timeout=SLOW_MS)
    complete(page)


def test_a_place_is_chosen_by_keyboard_in_one_step_and_a_subject_leads_to_its_view(page: Page, address: str) -> None:
    show(page, address, VIEWS["start"])
    before = steps(page)
    field(page).press_sequentially("dord", delay=30)
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Dordrecht gemeente · Zuid-Holland Zuid")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    field(page).press("Enter")
    assert "regio=" not in page.url, "part of a name chooses nothing"
    field(page).press("ArrowDown")
    expect(field(page)).to_have_attribute("aria-activedescendant", "offer-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field(page).press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field(page).press("ArrowDown")
    field(page).press("Enter")
    expect(mine(page)).to_have_text("Zuid-Holland Zuid")
    expect(page).to_have_url(re.compile("regio=JZ31"))
    assert steps(page) == before + 1
    field(page).fill("burap")
    field(page).press("Enter")
    expect(page.locator("li.asked")).to_contain_text("burap", timeout=SLOW_MS)
    expect(page.locator("li.asked")).to_be_focused()
    assert steps(page) == before + 2
    page.get_by_role("button", name="Laat uw regio los").click()
    expect(page).not_to_have_url(re.compile("regio="))


def test_a_name_of_several_regions_asks_and_the_whole_name_of_one_is_taken(page: Page, address: str) -> None:
    show(page, address, VIEWS["start"])
    field(page).fill("Vijfheerenlanden")
    field(page).press("Enter")
    expect(page.locator(".st-key-finder .offers .note")).to_contain_text("hoort bij meer dan één regio")
    page.get_by_role("option", name="Lekstroom").click()
    expect(mine(page)).to_have_text("Lekstroom")
    field(page).fill("Boskoop")
    field(page).press("Enter")
    expect(mine(page)).to_have_text("Midden-Holland")


def test_task_and_region_stay_through_all_pages_and_each_page_is_one_step(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart?regio=JZ31")
    complete(page)
    page.locator('.kaart select[data-control="task"]').select_option("pleegzorg")
    expect(page).to_have_url(re.compile("taak=pleegzorg"))
    for name in ("Regio", "Vergelijking", "Bronnen", "Samenwerking", "Doorrekening"):
        before = steps(page)
        follow(page, name)
        page.wait_for_timeout(800)
        assert {"regio=JZ31", "taak=pleegzorg"} <= set(page.url.partition("?")[2].split("&")), name
        assert steps(page) == before + 1, name
        expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(page.locator('.partners select[data-control="task"]')).to_have_value("pleegzorg", timeout=SLOW_MS)


@pytest.mark.parametrize(
    "path", ["/kaart?taak=onzin", "/?regio=JZ31&taak=onzin", "/regio?regio=JZ31&kleur=status", "/samenwerking?beeld=x"]
)
def test_what_a_page_mends_in_its_address_is_no_step(page: Page, address: str, path: str) -> None:
    page.goto("about:blank")
    page.goto(address + path)
    complete(page)
    expect(page).not_to_have_url(re.compile("onzin|kleur|beeld"))
    expect(page.get_by_test_id("stAlert").first).to_contain_text("De link noemt")
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_a_region_in_the_list_leads_to_its_heading(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1024, "height": 700})
    page.goto(f"{address}/regio?regio=JZ18")
    complete(page)
    link = page.get_by_role("rowheader", name="Rijnmond").get_by_role("link").last
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rijnmond")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("document=rijnland&deel=besluiten&vind=De+organisatie+van+de+GGD+aanpassen+aan+de", "TR"),
        ("document=rotterdam&deel=geld&vind=Reservering+2013+voor+inzet+van+zorgprofessionals", "TR"),
    ],
)
def test_a_hit_in_a_document_lands_at_its_item(page: Page, address: str, path: str, item: str) -> None:
    page.goto(f"{address}/achtergrond?{path}")
    complete(page)
    page.wait_for_function(f"() => ({FOCUSED})()[0] === '{item}'", timeout=SLOW_MS)
    words = path.rpartition("vind=")[2].replace("+", " ")
    assert words in page.evaluate(FOCUSED)[1]
    expect(page.get_by_role("row", name=words).first).to_be_in_viewport()


PAGES = ["start", "kaart", "vergelijking", "regio", "samenwerking", "doorrekening", "bronnen, begrippen"]


def too_small(page: Page) -> list[Any]:
    return [
        (node.inner_text(), box)
        for node in page.locator(".st-key-finder .bar :is(a, button, input)").all()
        if (box := node.bounding_box()) and (box["height"] < TOUCH_PX or box["width"] < TOUCH_PX)
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_page_below_a_low_bar(phone: Page, address: str, name: str) -> None:
    path = VIEWS[name].path
    region = "regio=JZ10" if "regio=" not in path else ""
    phone.set_viewport_size(PHONE)
    phone.goto(f"{address}{path}{'&' if '?' in path else '?'}{region}")
    complete(phone)
    for size in (PHONE, ENLARGED):
        phone.set_viewport_size(size)
        complete(phone)
        box = phone.locator("h1").bounding_box()
        assert box
        assert box["y"] <= HIGHEST_PX, size
        assert too_small(phone) == []
    name_of_mine = phone.locator(".st-key-finder .of-region")
    assert name_of_mine.evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")


def test_the_menu_of_a_phone_folds_and_keeps_all_its_links(phone: Page, address: str) -> None:
    show(phone, address, VIEWS["start"])
    button = phone.get_by_role("button", name="Menu", exact=True)
    expect(menu(phone, "Kaart")).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")).to_have_count(len(site_map.PAGES))
    assert too_small(phone) == []
    phone.keyboard.press("Escape")
    expect(menu(phone, "Kaart")).to_be_hidden()
    expect(button).to_be_focused()
    button.tap()
    menu(phone, "Bronnen").tap()
    expect(phone).to_have_title(re.compile("^Bronnen"), timeout=SLOW_MS)
    expect(menu(phone, "Kaart")).to_be_hidden()


def test_at_a_desk_the_bar_takes_two_lines(page: Page, address: str) -> None:
    show(page, address, VIEWS["regio"])
    for width in (1440, 1366, 1024, 820):
        page.set_viewport_size({"width": width, "height": 800})
        # A little wider text, as without hinting.
        page.locator(".st-key-finder .bar").evaluate("(bar) => { bar.style.fontSize = '104%'; }")
        parts = page.locator(".st-key-finder .bar > :not(nav), .st-key-finder .bar nav a").all()
        boxes = [box for part in parts if (box := part.bounding_box())]
        middles = {round((box["y"] + box["height"] / 2) / 20) for box in boxes}
        assert len(middles) <= 2, (width, boxes)
        assert max(box["width"] for box in boxes) >= 290, "the hint in the field fits"
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
