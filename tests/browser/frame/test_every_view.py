"""Every view keeps the rules: readable for a screen reader in light and dark, whole on a phone, no request
elsewhere.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from model.site.site_map import PAGES
from tests.browser.rules import keeps_the_rules
from tests.browser.views import VIEWS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", VIEWS)
def test_view_keeps_the_rules(page: Page, address: str, name: str) -> None:
    keeps_the_rules(page, address, VIEWS[name])


def test_every_page_of_the_menu_has_a_view() -> None:
    seen = {view.path.split("?")[0] for view in VIEWS.values()}
    assert seen == {f"/{page.address}" for page in PAGES}
