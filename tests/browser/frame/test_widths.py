"""Every width of a screen: no text of a chart or key is cut off, and the page never scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.clipping import cut_texts
from tests.browser.rules import sticks_out_px
from tests.browser.views import VIEWS, complete, show

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 480, 600, 820, 1024, 1366, 1440)


def test_start_is_whole_at_every_width(page: Page, address: str) -> None:
    is_whole_at_every_width(page, address, "start")


@pytest.mark.deep
@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in VIEWS if name != "start"])
def test_view_is_whole_at_every_width(page: Page, address: str, name: str) -> None:
    is_whole_at_every_width(page, address, name)


def is_whole_at_every_width(page: Page, address: str, name: str) -> None:
    show(page, address, VIEWS[name])
    found = {}
    # Narrower, and wider again: a chart that has been narrow must not stay so.
    for width in (*reversed(WIDTHS), *WIDTHS[1:]):
        page.set_viewport_size({"width": width, "height": 900})
        complete(page)
        wrong = [*cut_texts(page), *([f"{px} px beside"] if (px := sticks_out_px(page)) else [])]
        if wrong:
            found[width] = wrong
    assert found == {}
