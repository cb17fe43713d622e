"""There and back: whoever leaves a page and returns, by the menu or by the browser's back button, sees what the address
says.

What a page shows is compared as a whole: every choice field, slider, pressed button, heading, and the order of every
table. By the back button it must be what was left; by the menu it must be what somebody else gets who opens the same
address.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import SLOW_MS, complete

pytestmark = [pytest.mark.browser, pytest.mark.long]

SHOWN = """() => {
    const shown = [];
    const name = (node) => (node.ariaLabel ?? node.innerText ?? '').trim();
    const note = (kind, node, state) => shown.push(`${kind} ${name(node)}: ${state}`);
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (!node.checkVisibility()) continue;
            if (node.matches('select, textarea, input:not([type=radio], [type=checkbox])')
                && !node.matches('[type=file]')) {
                const field = node.dataset.control ?? node.dataset.typed ?? node.ariaLabel ?? node.name;
                shown.push(`field ${field}: ${node.value}`);
            }
            if (node.matches('[type=radio], [type=checkbox]')) {
                shown.push(`${node.name} ${node.value}: ${node.checked}`);
            }
            if (node.matches('[data-testid=stSelectbox]')) note('list', node, 'chosen');
            if (node.matches('h1, h2, h3, h4, output, li.asked, .assignments details[open] summary')) {
                note('reads', node, '');
            }
            for (const state of ['aria-pressed', 'aria-checked', 'aria-valuenow']) {
                if (node.hasAttribute(state)) note(state, node, node.getAttribute(state));
            }
            if (node.dataset.painted) shown.push(`painted ${node.dataset.painted}`);
            if (node.matches('tbody')) {
                shown.push(`rows ${[...node.rows].map((row) => row.cells[0]?.innerText).join(', ')}`);
            }
        }
    };
    look(document);
    return shown;
}"""
"""All that the visitor can read off the page of his choices, in the order of the page."""

HOLDS = "(keys) => keys.every((key) => new URLSearchParams(location.search).has(key))"
"""Whether the address holds these keys."""

AT_REST = f"""() => {{
    const now = JSON.stringify([location.search, ({SHOWN})()]), time = performance.now();
    const running = document.querySelector('.stApp').dataset.testScriptState !== 'notRunning';
    if (running || now !== window.seenLast) {{ window.seenLast = now; window.seenSince = time; return false; }}
    return time - window.seenSince > 450;
}}"""
"""Whether page and address have been the same for a while, and Python has nothing more to say."""


@dataclass(frozen=True)
class Step:
    """What a visitor changes on a page, the keys that must then be in its address, and the page looked at next."""

    change: Callable[[Page], None]
    keys: tuple[str, ...]
    elsewhere: str = "Regio"


@dataclass(frozen=True)
class Trip:
    """A page with its name in the menu, and what is changed there; after each step there and back."""

    path: str
    name: str
    steps: tuple[Step, ...]


def choose(page: Page, within: str, control: str, value: str) -> None:
    page.locator(f'{within} select[data-control="{control}"]').select_option(value)


def change_map(page: Page) -> None:
    choose(page, ".kaart", "task", "pleegzorg")
    choose(page, ".kaart", "layer", "status")
    choose(page, ".kaart", "region", "JZ04")


def show_all_tasks(page: Page) -> None:
    page.get_by_role("button", name="Alle 11 taken").click()


def order_by_agreements(page: Page) -> None:
    choose(page, ".matrix", "rows", "afspraken")


def order_by_likeness(page: Page) -> None:
    """Once the address said this order, and list and matrix on return another."""
    choose(page, ".matrix", "rows", "gelijkenis")


def change_matrix(page: Page) -> None:
    choose(page, ".matrix", "rows", "alfabet")
    choose(page, ".matrix", "columns", "eens")
    page.get_by_label("Regio 3").select_option("JZ24")
    at_rest(page)
    page.locator(".matrix td[data-region]").first.click()


def show_one_region(page: Page) -> None:
    page.get_by_label("Toon").select_option("regio")
    page.get_by_role("combobox", name="Regio", exact=True).select_option("JZ01")


def change_partners(page: Page) -> None:
    choose(page, ".partners", "task", "pleegzorg")
    choose(page, ".partners", "region", "JZ11")


def look_at_another_region(page: Page) -> None:
    page.get_by_role("rowheader", name="Rijnmond").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rijnmond")


def change_scenario(page: Page) -> None:
    page.locator("[data-tool=preset]").select_option("hoog")
    at_rest(page)
    field = page.locator('[data-typed="saving_mln_eur:2"]')
    field.fill("7")
    field.press("Enter")


def press(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("radio", name=re.compile(f"^{name}")).first.click()
        at_rest(page)


def filter_assignments(page: Page) -> None:
    press(page, "Stadsregio Rotterdam", "Opgaven")
    page.get_by_role("button", name="Versterken CJG, gemeenschappelijk: 2").click()
    at_rest(page)
    page.locator(".assignments summary").first.click()


def weigh(page: Page) -> None:
    press(page, "Stadsregio Rotterdam", "Schaalafweging")
    page.locator(".st-key-weighing_weight_B6").get_by_role("radio", name="zwaar", exact=True).click(force=True)


def take_position(page: Page) -> None:
    press(page, "Dilemma")
    page.get_by_role("slider", name="Uw standpunt").press("ArrowRight")
    at_rest(page)
    page.get_by_role("button", name="Volgende").click()


def filter_planning(page: Page) -> None:
    press(page, "Planning", "Jeugdteams")


def filter_decisions(page: Page) -> None:
    press(page, "Holland Rijnland", "Besluiten")
    page.get_by_text("Zonder datum", exact=True).click()


def type_inhabitants(page: Page) -> None:
    press(page, "Holland Rijnland", "Teamnorm")
    field = page.get_by_label(re.compile("^Inwoners van"))
    field.fill("41.000")
    field.press("Enter")


def filter_faults(page: Page) -> None:
    press(page, "Fouten", "Verloren")


def search_everything(page: Page) -> None:
    field = page.get_by_label("Zoek in alles")
    field.fill("burap")
    field.press("Enter")


def choose_term(page: Page) -> None:
    press(page, "Begrippen")
    page.get_by_role("link", name="burap", exact=True).click()


# Pages with a task of their own, and pages without, lie between: neither may add a step to the history.
TRIPS = {
    "kaart": Trip(
        "kaart",
        "Kaart",
        (Step(show_all_tasks, ("alle",)), Step(change_map, ("taak", "kleur", "bekijk"), "Samenwerking")),
    ),
    "vergelijking, volgorde": Trip(
        "vergelijking",
        "Vergelijking",
        (Step(order_by_agreements, ("rijen",), "Kaart"), Step(order_by_likeness, ("rijen",), "Samenwerking")),
    ),
    "vergelijking, alles": Trip(
        "vergelijking", "Vergelijking", (Step(change_matrix, ("rijen", "kolommen", "taak", "bekijk", "naast")),)
    ),
    "samenwerking": Trip("samenwerking", "Samenwerking", (Step(change_partners, ("taak", "bekijk"), "Kaart"),)),
    "regio": Trip("regio", "Regio", (Step(look_at_another_region, ("bekijk",), "Samenwerking"),)),
    "doorrekening": Trip("doorrekening", "Doorrekening", (Step(change_scenario, ("v", "b"), "Kaart"),)),
    "achtergrond": Trip(
        "achtergrond",
        "Achtergrond",
        (
            Step(take_position, ("deel", "s", "d")),
            Step(filter_planning, ("deel", "partij")),
            Step(weigh, ("document", "deel", "weeg")),
            Step(filter_decisions, ("document", "deel", "termijn")),
            Step(type_inhabitants, ("document", "deel", "inwoners")),
            Step(filter_assignments, ("document", "thema", "agenda", "opgave")),
        ),
    ),
    "bronnen": Trip(
        "bronnen",
        "Bronnen",
        (
            Step(filter_faults, ("deel", "soort")),
            Step(choose_term, ("deel", "begrip")),
            Step(search_everything, ("zoek",)),
        ),
    ),
}


@pytest.mark.parametrize("name", TRIPS)
def test_page_and_address_agree_after_the_way_back(page: Page, address: str, name: str) -> None:
    there_and_back(page, address, TRIPS[name])


def test_phone_keeps_one_region_at_a_time(phone: Page, address: str) -> None:
    there_and_back(phone, address, Trip("vergelijking", "Vergelijking", (Step(show_one_region, ("toon", "bekijk")),)))


def test_flat_map_by_choice_stays_flat(tilting: Page, address: str) -> None:
    def choose_flat(page: Page) -> None:
        page.get_by_role("combobox", name="Kaart", exact=True).select_option(label="Plat")

    there_and_back(tilting, address, Trip("samenwerking", "Samenwerking", (Step(choose_flat, ("kaart",)),)))


def there_and_back(page: Page, address: str, trip: Trip) -> None:
    """Changes a page until the address holds it, leaves it by the menu and returns by the back button, step by step;
    then leaves it once more and returns by the menu.
    """
    page.goto(f"{address}/{trip.path}?regio=JZ31")
    at_rest(page)
    for step in trip.steps:
        step.change(page)
        page.wait_for_function(HOLDS, arg=step.keys, timeout=SLOW_MS)
        at_rest(page)
        left, left_at = shown(page), state(page)
        follow_menu(page, step.elsewhere)
        page.go_back()
        arrived(page, trip.name)
        assert state(page) == left_at, f"by the back button: {left_at}"
        assert shown(page) == left, f"by the back button: {left_at}"

    follow_menu(page, "Vergelijking" if trip.name == "Regio" else "Regio")
    follow_menu(page, trip.name)
    by_menu, by_menu_at = shown(page), state(page)
    page.reload()
    at_rest(page)
    assert state(page) == by_menu_at, "by the menu"
    assert shown(page) == by_menu, "by the menu"


def follow_menu(page: Page, name: str) -> None:
    folded = page.get_by_role("button", name="Menu", exact=True, expanded=False)
    if folded.is_visible():
        folded.click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=name, exact=True).click()
    arrived(page, name)


def arrived(page: Page, name: str) -> None:
    """Waits for the page of this name in the menu; its address changes before Python has heard of it."""
    expect(page).to_have_title(re.compile(f"^{name} "), timeout=SLOW_MS)
    expect(page).to_have_url(re.compile(rf"/{name.lower()}(\?|$)"))
    at_rest(page)


def at_rest(page: Page) -> None:
    """Waits until the page is complete, and neither it nor its address changes any more."""
    complete(page)
    page.wait_for_function(AT_REST, timeout=SLOW_MS, polling=150)


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SHOWN)
    return found


def state(page: Page) -> dict[str, list[str]]:
    """Parts of the address behind the question mark, in any order."""
    return parse_qs(urlparse(page.url).query, keep_blank_values=True)
