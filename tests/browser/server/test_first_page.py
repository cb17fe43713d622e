"""What a visitor sees before the scripts have come, or where they do not come at all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import complete

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]


def test_before_the_scripts_the_page_says_what_is_coming(page: Page, address: str) -> None:
    page.route("**/static/*/js/**", lambda route: route.abort())
    page.goto(f"{address}/kaart")
    expect(page.get_by_text("Kaart", exact=True)).to_be_visible()
    expect(page.get_by_text("Welke regio koos welk niveau voor welke taak, op de kaart.")).to_be_visible()
    expect(page.locator(".loading")).to_have_text("De pagina wordt geladen …")
    expect(page.locator("#connection")).to_contain_text("Een deel van deze pagina is niet geladen.")
    expect(page).to_have_title("Kaart | Schaalwijzer Jeugd")


def test_once_they_are_there_nothing_of_it_is_left(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart")
    complete(page)
    expect(page.locator(".first")).to_have_count(0)
    expect(page).to_have_title("Kaart | Schaalwijzer Jeugd")


def test_the_browser_keeps_what_the_page_says_that_it_keeps(page: Page, address: str) -> None:
    for path in ("", "kaart", "bronnen?deel=verantwoording"):
        page.goto(f"{address}/{path}")
        complete(page)
    expect(page.get_by_text("per pagina één instelling: licht, donker of zoals uw apparaat")).to_be_visible()
    assert page.context.cookies() == []
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key for key in kept if not key.startswith("stActiveTheme-")] == []


def test_a_page_that_the_browser_still_has_works_as_the_first_time(page: Page, address: str) -> None:
    for _ in range(2):
        page.goto(f"{address}/bronnen")
        complete(page)
    with page.expect_response(f"{address}/bronnen") as answer:
        page.reload()
    assert answer.value.status in (200, 304)
    complete(page)


def test_without_javascript_the_page_says_so(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/doorrekening")
        # Within noscript the elements are no elements to a script, and so not to a locator.
        assert "Deze pagina werkt alleen met JavaScript." in page.locator("noscript").inner_text()
        expect(page.get_by_role("status")).to_be_hidden()


def test_from_the_page_for_what_is_not_there_one_finds_the_way(page: Page, address: str) -> None:
    page.goto(f"{address}/regio/rotterdam")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pagina niet gevonden")
    page.get_by_role("link", name="Regio", exact=True).click()
    complete(page)
    expect(page).to_have_url(f"{address}/regio")
