"""PowerPoint of a view and of storylines: asked for in the browser, saved as a file that opens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.views import SLOW_MS, complete
from tests.components.slides.reading import opened, texts

pytestmark = pytest.mark.browser


def titles(page: Page, button: Locator) -> tuple[str, list[str]]:
    """Name of the file that a button gives, and the titles of its slides."""
    with page.expect_download(timeout=SLOW_MS) as coming:
        button.click()
    file = Path(coming.value.path()).read_bytes()
    return coming.value.suggested_filename, [texts(slide)[0] for slide in opened(file).slides]


def test_view_of_the_browser_becomes_a_slide(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    complete(page)
    page.get_by_role("button", name="Delen", exact=True).click()
    dialog = page.get_by_role("dialog", name="Deel deze weergave")
    name, (title,) = titles(page, dialog.get_by_role("button", name="Maak een PowerPoint"))
    assert re.fullmatch(r"schaalwijzer-kaart-[a-z-]+-\d{4}-\d\d-\d\d\.pptx", name)
    assert "Zuid-Holland Zuid" in title
    expect(dialog.locator(".outcome")).to_have_text(f"{name} is gemaakt.")


def test_storyline_of_the_app_becomes_a_deck(page: Page, address: str) -> None:
    page.goto(f"{address}/presenteren?regio=JZ31")
    complete(page)
    name, found = titles(page, page.get_by_role("button", name="PowerPoint (PPTX): Wie koos wat?"))
    assert re.fullmatch(r"schaalwijzer-presenteren-wie-koos-wat-\d{4}-\d\d-\d\d\.pptx", name)
    assert found[0] == "Wie koos wat?"
    assert len(found) > 3
    assert not [title for title in found if "{" in title or not title]


@pytest.mark.own_tab
def test_own_storyline_becomes_a_deck(page: Page, address: str) -> None:
    steps = [{"page": "kaart", "query": "taak=pleegzorg", "title": "Mijn {titel}", "sentence": "", "note": "Zeg dit."}]
    page.goto(f"{address}/presenteren")
    complete(page)
    story = {"id": "abc123", "title": "Mijn verhaal", "steps": steps, "changed": 1_700_000_000_000}
    kept = json.dumps({"version": 1, "storylines": [story]})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", ["schaalwijzer-jeugd.verhaallijnen", kept])
    page.reload()
    complete(page)
    page.get_by_role("button", name="Bewerk: Mijn verhaal").click()
    name, found = titles(page, page.get_by_role("button", name="PowerPoint (PPTX): Mijn verhaal"))
    assert name.startswith("schaalwijzer-presenteren-mijn-verhaal-")
    assert found == ["Mijn verhaal", "Mijn {titel}"]
