"""The app under a path of another site, as a visitor uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import visit
from tests.browser.views import SLOW_MS, complete
from tests.serving import served_app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def below() -> Iterator[str]:
    """Address of the app below a path."""
    with served_app(SCHAALWIJZER_BASE_PATH="/samen/jeugd") as address:
        yield address


@pytest.fixture
def page(desk: BrowserContext, below: str, _artifacts_recorder: Any, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Visitor of that app."""
    with visit(desk, below, _artifacts_recorder, request):
        yield desk.new_page()


def test_menu_map_files_and_downloads_work_below_a_path(page: Page, below: str) -> None:
    page.goto(f"{below}/kaart?regio=JZ22&taak=vb")
    complete(page)
    expect(page.locator("svg.country")).to_have_attribute("data-painted", "vb niveau JZ22", timeout=SLOW_MS)
    menu = page.locator(".st-key-frame")
    menu.get_by_role("link", name="Samenwerking").click()
    expect(page).to_have_url(f"{below}/samenwerking?regio=JZ22&taak=vb")
    expect(page.locator(".st-key-partner_map svg.marks path").first).to_be_visible(timeout=SLOW_MS)
    menu.get_by_role("link", name="Start", exact=True).click()
    expect(page).to_have_url(f"{below}/?regio=JZ22&taak=vb")
    complete(page)
    page.reload()
    complete(page)
    expect(page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp")).to_be_visible()
    page.goto(f"{below}/bronnen?deel=downloads")
    complete(page)
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
