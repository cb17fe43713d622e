"""Storylines of the visitor's own: built from views, changed, walked, passed on as file and link, never lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.rules import faults
from tests.browser.views import OWN_STORYLINES, SLOW_MS, STEPS, complete, keep_storylines
from tests.browser.what_if.test_own_table import chooser, file, open_section, own_file, years_shown

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]

TABLES = "schaalwijzer-jeugd.tabellen-van-verhaallijnen"
STORY: dict[str, Any] = {"id": "raad", "title": "Raadsavond", "changed": 1_796_000_000_000, "steps": list(STEPS)}
PLACE = ".st-key-stage .place"
FOCUSED = """() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node.getAttribute('aria-label');
}"""


def open_page(page: Page, address: str, *storylines: dict[str, Any], query: str = "") -> None:
    """The page in a browser that keeps these storylines."""
    page.goto(f"{address}/presenteren{query}")
    complete(page)
    if storylines:
        keep_storylines(page, *storylines)
        expect(page.locator(".own .card")).to_have_count(len(storylines))


def kept(page: Page) -> list[dict[str, Any]]:
    text = page.evaluate("key => localStorage.getItem(key)", OWN_STORYLINES)
    listed: list[dict[str, Any]] = json.loads(text)["storylines"] if text else []
    return listed


def titles(page: Page) -> list[str]:
    return [step["title"] or step["page"] for step in kept(page)[0]["steps"]]


def act(page: Page, name: str) -> None:
    page.locator(".own").get_by_role("button", name=name, exact=True).click()


def message(page: Page) -> Locator:
    return page.locator(".own .message")


def add_view(page: Page, url: str) -> None:
    """Adds the view at an address, as a visitor does, from the dialog on its page."""
    page.goto(url)
    complete(page)
    page.get_by_role("button", name="Delen", exact=True).click()
    add = page.get_by_role("button", name="Voeg deze weergave toe aan een verhaallijn")
    add.click()
    expect(page.get_by_role("dialog").locator(".outcome")).to_contain_text("Toegevoegd als stap")


def saved_file(page: Page, name: str) -> Path:
    """File that the page saves of a storyline."""
    with page.expect_download() as download:
        act(page, f"Bewaar als bestand: {name}")
    return Path(download.value.path())


def open_file(page: Page, content: bytes, name: str = "verhaal.json") -> None:
    payload: FilePayload = {"name": name, "mimeType": "application/json", "buffer": content}
    page.get_by_label("Open een bestand").set_input_files(payload)


def link_of(page: Page, name: str) -> str:
    """Link that the page copies of a storyline."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    act(page, f"Kopieer als link: {name}")
    expect(message(page)).to_contain_text("is gekopieerd.")
    link: str = page.evaluate("navigator.clipboard.readText()")
    return link


def test_one_is_built_from_three_views_put_in_order_saved_lost_and_opened_again(page: Page, address: str) -> None:
    for view in ("kaart?regio=JZ31&taak=pleegzorg", "regio?regio=JZ31", "doorrekening"):
        add_view(page, f"{address}/{view}")
    open_page(page, address, query="?regio=JZ04")
    (made,) = kept(page)
    assert [(step["page"], step["query"][:14]) for step in made["steps"]] == [
        ("kaart", "taak=pleegzorg"),
        ("regio", "bekijk=JZ31"),
        ("doorrekening", "v=1&t=524a60"),
    ]
    act(page, "Bewerk: Nieuwe verhaallijn")
    page.get_by_label("Titel van de verhaallijn").fill("Raad, maart 2027")
    act(page, "Omhoog: stap 3, Doorrekening")
    act(page, "Teksten van stap 2, Doorrekening")
    page.get_by_label("Titel", exact=True).fill("Wat het <b>kost</b>")
    page.get_by_label("Notitie voor wie spreekt").fill("Wacht even.\nVraag dan door.")
    act(page, "Verwijder: stap 1, Kaart · Pleegzorg")
    expect(page.locator(".own .undo")).to_contain_text("Stap 1, Kaart · Pleegzorg, is verwijderd.")
    act(page, "Zet terug")
    expect(page.locator(".own .step-title")).to_have_text(
        ["Kaart · Pleegzorg", "Wat het <b>kost</b>", "Regio · Zuid-Holland Zuid"]
    )
    (edited,) = kept(page)
    content = saved_file(page, "Raad, maart 2027").read_bytes()
    link = link_of(page, "Raad, maart 2027")
    for bring in (lambda: open_file(page, content), lambda: page.goto(link)):
        page.evaluate("localStorage.clear()")
        open_page(page, address)
        expect(page.locator(".own .empty")).to_be_visible()
        bring()
        expect(page.locator(".own .sent h3")).to_contain_text("“Raad, maart 2027”", timeout=SLOW_MS)
        assert kept(page) == []
        act(page, "Bewaar in uw lijst")
        expect(page.locator(".own .card")).to_have_count(1)
        (back,) = kept(page)
        assert (back["title"], back["steps"]) == (edited["title"], edited["steps"])
    assert "verhaal" not in page.url
    page.goto(link)
    expect(page.locator(".own .sent")).to_contain_text("staat al in uw lijst, precies zo", timeout=SLOW_MS)
    act(page, "Sluit")
    expect(page.locator(".own .sent")).to_be_hidden()
    assert len(kept(page)) == 1


def test_one_is_started_and_walked_by_keys(page: Page, address: str) -> None:
    open_page(page, address, {**STORY, "steps": STORY["steps"][:2]}, query="?regio=JZ04")
    act(page, "Start: Raadsavond")
    expect(page.locator(PLACE)).to_have_text("stap 1 van 2", timeout=SLOW_MS)
    expect(page.locator(".st-key-stage_words h1")).to_have_text("Wie kiest er bovenregionaal?")
    page.keyboard.press("ArrowRight")
    expect(page.locator(PLACE)).to_have_text("stap 2 van 2", timeout=SLOW_MS)
    query = parse_qs(urlsplit(page.url).query)
    assert (query["bekijk"], query["regio"], query["stap"]) == (["JZ31"], ["JZ04"], ["2"])
    on_stage = page.url
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/presenteren?regio=JZ04", timeout=SLOW_MS)
    expect(page.locator(".own .card")).to_have_count(1, timeout=SLOW_MS)
    # Who comes by a link began nowhere, and leaves for the view itself.
    page.goto(on_stage)
    expect(page.locator(PLACE)).to_have_text("stap 2 van 2", timeout=SLOW_MS)
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/regio?bekijk=JZ31&regio=JZ04", timeout=SLOW_MS)


def test_by_keyboard_a_step_moves_and_the_focus_goes_along(page: Page, address: str) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    page.get_by_role("button", name="Omlaag: stap 1, Wie kiest er bovenregionaal?").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert titles(page) == ["regio", "doorrekening", "Wie kiest er bovenregionaal?"]
    # At the end it can go no further: the focus is on what the step still can.
    assert page.evaluate(FOCUSED) == "Omhoog: stap 3, Wie kiest er bovenregionaal?"


def test_a_double_click_makes_one_and_removes_one(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("button", name="Nieuwe verhaallijn").dblclick()
    assert len(kept(page)) == 1
    page.get_by_role("button", name="Dupliceer").dblclick()
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Verwijder: Nieuwe verhaallijn", exact=True).dblclick()
    assert len(kept(page)) == 1


def test_a_step_is_dragged_by_its_handle(page: Page, address: str) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    boxes = [handle.bounding_box() for handle in page.locator(".own .handle").all()]
    first, last = boxes[0], boxes[-1]
    assert first
    assert last
    page.mouse.move(first["x"] + 8, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 8, last["y"] - 20, steps=4)
    page.mouse.move(last["x"] + 8, last["y"] + last["height"] + 4, steps=4)
    page.mouse.up()
    expect(message(page)).to_have_text("De stap staat nu op plaats 3.")
    assert titles(page) == ["regio", "doorrekening", "Wie kiest er bovenregionaal?"]


def test_what_is_typed_is_kept_letter_by_letter_and_a_click_elsewhere_does_what_it_says(
    page: Page, address: str
) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    act(page, "Teksten van stap 2, Regio · Zuid-Holland Zuid")
    page.get_by_label("Zin eronder").press_sequentially("Zo is dat")
    assert kept(page)[0]["steps"][1]["sentence"] == "Zo is dat"
    act(page, "Omhoog: stap 2, Regio · Zuid-Holland Zuid")
    expect(page.get_by_label("Zin eronder")).to_have_value("Zo is dat")
    assert kept(page)[0]["steps"][0]["sentence"] == "Zo is dat"
    page.get_by_label("Titel van de verhaallijn").fill(" ")
    page.get_by_label("Titel van de verhaallijn").blur()
    assert kept(page)[0]["title"] == "Zonder titel"


def test_a_title_of_spaces_is_none_and_one_that_is_too_long_ends_with_a_word_and_says_so(
    page: Page, address: str
) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    act(page, "Teksten van stap 2, Regio · Zuid-Holland Zuid")
    title, row = page.get_by_label("Titel", exact=True), page.locator(".own .step").nth(1)
    title.press_sequentially("  ")
    expect(row.locator(".step-title")).to_have_text("Regio · Zuid-Holland Zuid")
    assert kept(page)[0]["steps"][1]["title"] == ""
    title.fill("")
    page.keyboard.insert_text("woorden " * 30)
    expect(title).to_have_value(("woorden " * 20).rstrip())
    expect(message(page)).to_have_text("In dit veld passen 160 tekens. De rest van de tekst is weggelaten.")
    assert kept(page)[0]["steps"][1]["title"] == title.input_value()


def test_what_came_in_a_link_starts_at_once(page: Page, address: str) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    link = link_of(page, "Raadsavond")
    page.evaluate("() => localStorage.clear()")
    page.goto(link)
    page.get_by_role("button", name="Bewaar en start").click()
    expect(page.locator(".st-key-stage .place")).to_have_text("stap 1 van 3", timeout=SLOW_MS)
    assert [one["title"] for one in kept(page)] == ["Raadsavond"]
    page.goto(link)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".st-key-stage .place")).to_have_text("stap 1 van 3", timeout=SLOW_MS)
    assert len(kept(page)) == 1


def test_a_storyline_is_copied_removed_and_put_back_in_its_place(page: Page, address: str) -> None:
    open_page(page, address, STORY, {**STORY, "id": "twee", "title": "Tweede"})
    act(page, "Bewerk: Raadsavond")
    act(page, "Dupliceer: Raadsavond")
    assert [one["title"] for one in kept(page)] == ["Raadsavond", "Tweede", "Raadsavond (kopie)"]
    act(page, "Verwijder: Raadsavond")
    assert [one["title"] for one in kept(page)] == ["Tweede", "Raadsavond (kopie)"]
    act(page, "Zet terug")
    assert [one["title"] for one in kept(page)] == ["Raadsavond", "Tweede", "Raadsavond (kopie)"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"soort": "iets anders"}', "Dit is geen bestand met een verhaallijn van deze app"),
        (b"\xff\xfe\x00", "Het bestand is geen leesbare tekst (UTF-8)"),
        (b" " * 4_100_000, "Het bestand is te groot: 4.100.000 bytes, ten hoogste 4.000.000 bytes kan."),
        (
            json.dumps({"soort": "Schaalwijzer Jeugd: verhaallijn", "versie": 1, "stappen": [
                {"weergave": "https://www.evil.example/"}, {"weergave": "elders"}]}).encode(),
            "Stap 1: de weergave “https://www.evil.example/” kan niet.",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_told_and_changes_nothing(page: Page, address: str, content: bytes, says: str) -> None:
    open_page(page, address, STORY)
    open_file(page, content)
    expect(message(page)).to_contain_text(says)
    expect(message(page)).to_contain_text("Uw eigen verhaallijnen zijn niet veranderd.")
    assert [one["id"] for one in kept(page)] == ["raad"]


def test_a_damaged_link_is_told(page: Page, address: str) -> None:
    open_page(page, address, query="?verhaal=1abcdefgAAAA")
    expect(message(page)).to_contain_text("De link is onvolledig of beschadigd.")
    expect(page.locator(".own .sent")).to_be_hidden()
    # It stands below all that ships: whoever came with the link is led to it, as to what a good link brings.
    expect(message(page)).to_be_focused()
    expect(message(page)).to_be_in_viewport()


def test_a_storyline_too_long_for_a_link_is_offered_as_a_file(page: Page, address: str) -> None:
    signs = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(2_000))
    open_page(
        page, address, {**STORY, "steps": [{**STEPS[0], "note": signs}] * 2 + [{**STEPS[0], "note": signs[::-1]}]}
    )
    act(page, "Bewerk: Raadsavond")
    act(page, "Kopieer als link: Raadsavond")
    expect(message(page)).to_contain_text("“Raadsavond” past niet in een link")
    expect(message(page)).to_contain_text("Bewaar haar als bestand en geef dat door.")


def test_a_browser_that_keeps_nothing_says_so_and_loses_nothing(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); };")
    open_page(page, address)
    act(page, "Nieuwe verhaallijn")
    expect(page.locator(".own .refused")).to_contain_text("de ruimte van de browser is vol")
    page.get_by_label("Titel van de verhaallijn").fill("Alleen hier")
    page.get_by_role("navigation").get_by_role("link", name="Kaart").click()
    complete(page)
    page.get_by_role("navigation").get_by_role("link", name="Presenteren").click()
    expect(page.locator(".own .card .name")).to_have_text("Alleen hier")


def test_what_cannot_be_read_is_set_aside_and_can_be_had(page: Page, address: str) -> None:
    page.goto(f"{address}/presenteren")
    complete(page)
    page.evaluate("key => localStorage.setItem(key, 'onzin')", OWN_STORYLINES)
    page.reload()
    expect(page.locator(".own .aside")).to_contain_text("Het is apartgezet, niet weggegooid.")
    with page.expect_download() as download:
        act(page, "Download het")
    assert Path(download.value.path()).read_text(encoding="utf8") == "onzin"
    act(page, "Gooi het weg")
    expect(page.locator(".own .aside")).to_be_hidden()


@pytest.mark.long
def test_an_own_table_travels_in_the_file_alone_and_comes_back_with_its_step(page: Page, address: str) -> None:
    open_section(page, address)
    chooser(page).set_input_files(file("onze regio.xlsx", own_file(3, 2)))
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")
    page.get_by_role("button", name="Delen", exact=True).click()
    page.get_by_role("button", name="Voeg deze weergave toe aan een verhaallijn").click()
    expect(page.get_by_role("dialog").locator(".outcome")).to_contain_text("Toegevoegd als stap 1")
    open_page(page, address)
    act(page, "Bewerk: Nieuwe verhaallijn")
    expect(page.locator(".own .table-note")).to_have_text(
        "Stap 1 rekent met de eigen tabel “onze regio”. Die gaat mee in het bestand, niet in de link."
    )
    content = saved_file(page, "Nieuwe verhaallijn").read_bytes()
    (mark,) = json.loads(content)["tabellen"]
    assert kept(page)[0]["steps"][0]["query"].startswith(f"v=1&t={mark}")
    link = link_of(page, "Nieuwe verhaallijn")
    expect(message(page)).to_contain_text("De eigen tabel zit niet in de link.")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto(link)
    expect(page.locator(".own .sent .table-note")).to_contain_text("een eigen tabel die deze browser niet heeft")
    open_file(page, content)
    expect(page.get_by_label("Bewaar ook de eigen tabel “onze regio”")).to_be_checked()
    assert page.evaluate("key => localStorage.getItem(key)", TABLES) is None
    act(page, "Bewaar in uw lijst")
    expect(message(page)).to_contain_text("De eigen tabel “onze regio” is bewaard")
    page.evaluate("sessionStorage.clear()")
    open_page(page, address)
    act(page, "Bewerk: Nieuwe verhaallijn")
    act(page, "Teksten van stap 1, Doorrekening")
    page.locator(".own").get_by_role("link", name="Bekijk deze weergave", exact=True).click()
    expect(years_shown(page)).to_have_text("Jaarkosten 2026", timeout=SLOW_MS)
    expect(page.get_by_text("U rekent met een eigen tabel")).to_be_visible()


def test_what_came_and_what_is_edited_have_no_fault_of_access(page: Page, address: str) -> None:
    open_page(page, address, STORY)
    act(page, "Bewerk: Raadsavond")
    act(page, "Teksten van stap 1, Wie kiest er bovenregionaal?")
    open_file(page, saved_file(page, "Raadsavond").read_bytes())
    expect(page.locator(".own .sent")).to_contain_text("staat al in uw lijst")
    assert faults(page, ".st-key-own_storylines, [class*=own_storylines]") == []
