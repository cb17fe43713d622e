"""Notes with saved scenarios, and their links: kept, escaped, by keyboard, and where the browser refuses to copy."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from components.what_if.saved.file import SavedScenario
from tests.browser.rules import faults, sticks_out_px
from tests.browser.what_if.test_saved import HIGH, STORED, open_saved

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]

HOSTILE = "<img src=x onerror=alert(1)> **b** [a](b)\n=1+1"


def test_a_note_is_written_by_keyboard_kept_and_never_markup(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    button = page.get_by_role("button", name="Notitie: A")
    button.focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Notitie bij A")
    expect(field).to_be_focused()
    field.fill(HOSTILE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("De notitie bij “A” is bewaard.")).to_be_visible()
    expect(button).to_be_focused()
    assert page.locator(".entry .note").text_content() == HOSTILE
    expect(page.locator(".saved img")).to_have_count(0)
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", STORED))["entries"][0]["note"] == HOSTILE
    page.reload()
    expect(page.locator(".entry .note")).to_contain_text("<img src=x")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download alle scenario's als bestand").click()
    assert json.loads(download.value.path().read_text("utf-8"))["scenarios"][0]["notitie"] == HOSTILE
    button.click()
    field.fill("x" * 501)
    page.get_by_role("button", name="Bewaar de notitie").click()
    expect(page.get_by_role("alert").filter(has_text="501 tekens, ten hoogste 500 kan")).to_be_visible()
    expect(field).to_have_value("x" * 501)
    page.keyboard.press("Escape")
    expect(page.locator(".entry .note")).to_contain_text("<img src=x")


def test_the_link_of_a_scenario_is_copied_and_without_permission_it_stands_selected(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    expect(page.get_by_role("button", name="Open: A")).to_be_enabled()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    copy = page.get_by_role("button", name="Kopieer link: A")
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="De link naar “A” is gekopieerd.")).to_be_visible()
    expect(copy).to_be_focused()
    link = f"{address}/doorrekening?{HIGH}"
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false;"
    )
    page.keyboard.press("Enter")
    field = page.get_by_label("Link naar “A”")
    expect(field).to_be_focused()
    expect(field).to_have_value(link)
    assert field.evaluate("node => node.selectionEnd - node.selectionStart") == len(link)
    expect(page.get_by_text("Kopiëren mag niet in deze browser.")).to_be_visible()


def test_notes_and_links_fit_on_every_screen(page: Page, address: str) -> None:
    noted = SavedScenario("Alles hoog", HIGH, note="Voor het college van 12 december. " * 8)
    open_saved(page, address, noted)
    expect(page.locator(".entry .note")).to_be_visible()
    page.get_by_role("button", name="Notitie: Alles hoog").click()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert sticks_out_px(page) <= 1
        assert faults(page, ".st-key-what_if_saved") == []
