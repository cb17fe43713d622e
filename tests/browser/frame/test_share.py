"""The dialog "Delen": by keyboard, on a phone, its QR code read back to the same view; and how to begin presenting."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.rules import PHONE, faults
from tests.browser.views import SLOW_MS, complete

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return [node.tagName, node.id || node.textContent.trim()];
}"""


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Deel deze weergave")


def opened(page: Page, url: str) -> Locator:
    """The dialog of the view at an address."""
    page.goto(url)
    complete(page)
    page.get_by_role("button", name="Delen", exact=True).click()
    expect(dialog(page)).to_be_visible()
    return dialog(page)


def read_back(picture: bytes) -> str:
    """What a telephone reads in a picture."""
    with Image.open(io.BytesIO(picture)) as image:
        (found,) = zxingcpp.read_barcodes(np.asarray(image.convert("L")))
    return found.text


def test_by_keyboard_it_opens_at_the_link_and_escape_leads_back_to_its_button(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    complete(page)
    button = page.get_by_role("button", name="Delen", exact=True)
    bar = page.locator(".st-key-finder").bounding_box()
    heading = page.locator("h1").bounding_box()
    button.focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()
    assert page.evaluate(FOCUSED) == ["INPUT", "share-link"]
    assert page.locator("#share-link").evaluate("(f) => f.value.slice(f.selectionStart, f.selectionEnd)") == page.url
    expect(dialog(page)).to_contain_text(
        "Deze link opent de pagina Kaart, met de taak Pleegzorg en Zuid-Holland Zuid als eigen regio."
    )
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)[1] not in ("Zoek", "Menu"), "the focus stays in the dialog"
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(button).to_be_focused()
    assert (page.locator(".st-key-finder").bounding_box(), page.locator("h1").bounding_box()) == (bar, heading)
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()
    dialog(page).get_by_role("button", name="Sluit").click()
    expect(dialog(page)).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.own_tab
def test_the_link_is_copied_and_without_permission_it_stands_selected(page: Page, address: str) -> None:
    page.add_init_script("""
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
        document.execCommand = () => false;
    """)
    shown = opened(page, f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    copy = shown.get_by_role("button", name="Kopieer link")
    copy.click()
    expect(shown.get_by_role("status")).to_contain_text("De link is geselecteerd: kopieer hem zelf")
    assert page.locator("#share-link").evaluate("(f) => f.value.slice(f.selectionStart, f.selectionEnd)") == page.url
    expect(shown.get_by_role("button", name="Kopieer deze regel")).to_be_hidden()
    expect(shown).to_contain_text("Dat kan nu niet: op een andere website blijft de plek leeg.")
    shown.get_by_text("De regel voor die pagina").click()
    shown.get_by_role("button", name="Kopieer deze regel").click()
    expect(shown.get_by_role("status")).to_contain_text("De regel is geselecteerd: kopieer hem zelf")
    page.evaluate("document.execCommand = () => true")
    copy.click()
    expect(shown.get_by_role("status")).to_have_text("Link gekopieerd.")


def test_the_code_of_a_view_leads_to_that_view(page: Page, address: str) -> None:
    shown = opened(page, f"{address}/kaart?regio=JZ31")
    shown.get_by_role("button", name="Sluit").click()
    # A step that only the browser and the address know at first.
    page.locator('.kaart select[data-control="task"]').select_option("pleegzorg")
    expect(page).to_have_url(re.compile("taak=pleegzorg"))
    wanted, heading = page.url, page.locator("h1").inner_text()
    page.get_by_role("button", name="Delen", exact=True).click()
    expect(shown).to_contain_text("taak Pleegzorg")
    code = shown.get_by_role("img", name="QR-code van deze link")
    read = read_back(code.screenshot())
    assert read == wanted
    page.goto(read)
    complete(page)
    assert page.locator("h1").inner_text() == heading
    expect(page.locator('.kaart select[data-control="task"]')).to_have_value("pleegzorg")


def test_an_open_dialog_follows_a_step_that_the_address_hears_of_only_after_it(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart?regio=JZ31&taak=ambulant")
    complete(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Delen", exact=True)
    # The click does not wait for the address, which hears of the step only from the server.
    page.locator('.kaart select[data-control="task"]').select_option("pleegzorg")
    button.dispatch_event("click")
    shown = dialog(page)
    expect(page).to_have_url(re.compile("taak=pleegzorg"), timeout=SLOW_MS)
    expect(shown).to_contain_text("taak Pleegzorg", timeout=SLOW_MS)
    expect(page.locator("#share-link")).to_have_value(page.url)
    assert read_back(shown.get_by_role("img", name="QR-code van deze link").screenshot()) == page.url
    assert "taak%3Dpleegzorg" in (shown.get_by_role("link", name="Mail de link").get_attribute("href") or "")
    expect(page.locator("#share-frame")).to_have_value(re.compile("taak=pleegzorg"))
    shown.get_by_role("button", name="Kopieer link").click()
    expect(shown.get_by_role("status")).to_have_text("Link gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_what_is_made_of_another_address_than_the_link_is_not_shown(page: Page, address: str) -> None:
    shown = opened(page, f"{address}/kaart?taak=ambulant")
    code = shown.get_by_role("img", name="QR-code van deze link")
    expect(code).to_be_visible()
    # The next answer of the server is kept back for as long as this tab is looked at.
    page.context.set_offline(True)
    page.evaluate("""async () => {
        history.replaceState(history.state, '', location.href.replace('ambulant', 'pleegzorg'));
        await new Promise((done) => { setTimeout(done, 500); });
    }""")
    expect(page.locator("#share-link")).to_have_value(page.url)
    if "taak Pleegzorg" not in shown.inner_text():
        expect(code).to_be_hidden()
        expect(shown).to_contain_text("Wat deze link opent, volgt.")
    page.context.set_offline(False)
    expect(shown).to_contain_text("taak Pleegzorg", timeout=SLOW_MS)
    expect(code).to_be_visible()
    assert read_back(code.screenshot()) == page.url


def test_the_code_is_saved_as_a_picture_that_reads_back(page: Page, address: str, tmp_path: Path) -> None:
    shown = opened(page, f"{address}/regio?regio=JZ31")
    with page.expect_download() as download:
        shown.get_by_role("button", name="Download QR-code (PNG)").click()
    assert download.value.suggested_filename == f"schaalwijzer-regio-qr-code-{date.today()}.png"
    download.value.save_as(tmp_path / "code.png")
    assert read_back((tmp_path / "code.png").read_bytes()) == page.url
    with Image.open(tmp_path / "code.png") as image:
        assert min(image.size) >= 400
    with page.expect_download() as download:
        shown.get_by_role("button", name="Download QR-code (SVG)").click()
    download.value.save_as(tmp_path / "code.svg")
    assert '<path d="M4 4h7v1h-7z' in (tmp_path / "code.svg").read_text("utf8")


def test_a_mail_holds_the_words_and_the_link(page: Page, address: str) -> None:
    shown = opened(page, f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    href = shown.get_by_role("link", name="Mail de link").get_attribute("href") or ""
    mail = parse_qs(urlsplit(href).query)
    assert href.startswith("mailto:?")
    assert mail["subject"] == ["Schaalwijzer Jeugd: Kaart, Pleegzorg, Zuid-Holland Zuid"]
    assert mail["body"][0].split("\r\n") == [
        "Deze link opent de pagina Kaart, met de taak Pleegzorg en Zuid-Holland Zuid als eigen regio.",
        "",
        page.url,
        "",
    ]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_everyone_can_use_the_dialog(page: Page, address: str, colours: str) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    opened(page, f"{address}/doorrekening")
    assert faults(page, ".st-key-share") == []


def test_on_a_phone_it_fills_the_screen_and_no_line_is_cut(phone: Page, address: str) -> None:
    shown = opened(phone, f"{address}/doorrekening?regio=JZ31")
    box = shown.bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert shown.evaluate("(d) => d.scrollWidth <= d.clientWidth")
    for button in shown.get_by_role("button").all():
        size = button.bounding_box()
        assert size
        assert size["height"] >= 44
    shown.get_by_role("button", name="Sluit").tap()
    expect(shown).to_be_hidden()


@pytest.mark.own_tab
def test_a_phone_that_can_hands_the_link_to_another_app(phone: Page, address: str) -> None:
    phone.add_init_script("navigator.share = (what) => { window.handedOver = what; return Promise.resolve(); };")
    shown = opened(phone, f"{address}/kaart?taak=pleegzorg")
    shown.get_by_role("button", name="Deel via een andere app").tap()
    assert phone.evaluate("window.handedOver.url") == phone.url
    assert "taak Pleegzorg" in phone.evaluate("window.handedOver.text")


def test_the_key_p_presents_what_is_shown_but_not_from_a_field(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    complete(page)
    before = page.evaluate("history.length")
    page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp").press("p")
    page.locator('.kaart select[data-control="task"]').press("Control+p")
    assert "presentatie" not in page.url
    page.get_by_role("button", name="Delen", exact=True).press("p")
    expect(page).to_have_url(re.compile("presentatie=1"), timeout=SLOW_MS)
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"regio": ["JZ31"], "taak": ["pleegzorg"], "presentatie": ["1"]}
    assert page.evaluate("history.length") == before + 1


def test_whoever_wants_no_key_switches_it_off(page: Page, address: str) -> None:
    shown = opened(page, f"{address}/regio?regio=JZ31")
    shown.get_by_label("De toets p begint een presentatie van wat u ziet").uncheck()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Delen", exact=True).press("p")
    page.reload()
    complete(page)
    page.get_by_role("button", name="Delen", exact=True).press("p")
    page.wait_for_timeout(300)
    assert "presentatie" not in page.url


def test_a_view_is_added_to_a_storyline_and_stands_there(page: Page, address: str) -> None:
    shown = opened(page, f"{address}/kaart?regio=JZ31&taak=pleegzorg")
    shown.get_by_role("button", name="Voeg deze weergave toe aan een verhaallijn").click()
    expect(shown.get_by_role("status")).to_contain_text("Toegevoegd als stap 1 van “Nieuwe verhaallijn”")
    kept = page.evaluate("localStorage.getItem('schaalwijzer-jeugd.verhaallijnen')")
    (storyline,) = json.loads(kept)["storylines"]
    assert [(step["page"], step["query"]) for step in storyline["steps"]] == [("kaart", "taak=pleegzorg")]


@pytest.mark.own_tab
def test_a_double_click_adds_a_view_once_and_saves_a_picture_once(page: Page, address: str) -> None:
    shown, saved = opened(page, f"{address}/kaart"), list[str]()
    page.on("download", lambda file: saved.append(file.suggested_filename.rsplit(".")[-1]))
    shown.get_by_role("button", name="Download QR-code (SVG)").dblclick()
    with page.expect_download():
        shown.get_by_role("button", name="Download QR-code (PNG)").click()
    shown.get_by_role("button", name="Voeg deze weergave toe aan een verhaallijn").dblclick()
    expect(shown.get_by_role("status")).to_contain_text("Toegevoegd als stap 1 van")
    shown.get_by_role("button", name="Sluit").click()
    page.get_by_role("button", name="SVG: kaart").dblclick()
    with page.expect_download(lambda file: file.suggested_filename.endswith("png")):
        page.get_by_role("button", name="PNG: kaart").click()
    assert saved == ["svg", "png"] * 2


def test_the_button_presents_what_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/samenwerking?regio=JZ31&taak=pleegzorg")
    complete(page)
    page.get_by_role("button", name="Presenteer").click()
    expect(page).to_have_url(re.compile(r"/samenwerking\?regio=JZ31&taak=pleegzorg&presentatie=1$"), timeout=SLOW_MS)
