"""The list of saved scenarios in the browser: kept over a reload, compared, changed, sent as a file, never lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from components.what_if.saved.file import TARGET_NAME, SavedScenario, write_scenario_file
from model.dataset.reading import read_table
from model.what_if import ZHZ_PROPOSED_CODES, preset_scenario, read_plan, scenario_to_query
from tests.browser.rules import faults, sticks_out_px

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]

PLAN = read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES)
HIGH, NOTHING, LOW, MIDDLE = (
    scenario_to_query(preset_scenario(PLAN, name)) for name in ("hoog", "niets", "laag", "midden")
)
ELSEWHERE = "v=1&t=00ff00&u=1"
STORED, ASIDE = "schaalwijzer-jeugd.scenarios", "schaalwijzer-jeugd.scenarios-onleesbaar"


def open_saved(page: Page, address: str, *entries: SavedScenario, query: str = "") -> None:
    """The page in a browser that kept these scenarios from an earlier visit."""
    if entries:
        keep(page, json.dumps({"version": 1, "entries": [vars(entry) for entry in entries]}))
    page.goto(f"{address}/doorrekening{query and '?'}{query}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    expect(page.locator(".saved .count")).to_have_text(f"{len(entries)} van 6 bewaard")


def keep(page: Page, text: str) -> None:
    """Puts a text where the list is kept, once, before the page is opened."""
    page.add_init_script(
        f"if (!sessionStorage.kept) "
        f"{{ sessionStorage.kept = 1; localStorage.setItem({STORED!r}, {json.dumps(text)}); }}"
    )


def names(page: Page) -> Locator:
    return page.locator(".entry .name")


def kept_in_browser(page: Page) -> list[dict[str, str]]:
    text = page.evaluate("key => localStorage.getItem(key)", STORED)
    return [{"name": entry["name"], "query": entry["query"]} for entry in json.loads(text)["entries"]]


def save(page: Page, name: str) -> None:
    page.get_by_label("Naam voor wat nu in het paneel staat").fill(name)
    page.get_by_role("button", name="Bewaar", exact=True).click()


def compared(page: Page) -> Locator:
    return page.locator(".tabel", has_text="Jaarkosten in mln €").locator("tbody th")


def upload(page: Page, content: bytes, name: str = "bestand.json") -> None:
    file: FilePayload = {"name": name, "mimeType": "application/json", "buffer": content}
    page.get_by_label("Haal scenario's uit een bestand").set_input_files(file)


def act(page: Page, what: str, name: str) -> None:
    page.get_by_role("button", name=f"{what}: {name}", exact=True).click()


def choose_preset(page: Page, name: str) -> None:
    """Chooses a preset and waits until the panel shows it."""
    start = page.locator(".paneel").get_attribute("data-settled")
    page.locator("[data-tool=preset]").select_option(name)
    expect(page.locator(".paneel")).not_to_have_attribute("data-settled", str(start))


def test_saved_scenarios_are_compared_and_survive_a_reload(page: Page, address: str) -> None:
    open_saved(page, address)
    expect(page.get_by_text("Nog niets bewaard.")).to_be_visible()
    choose_preset(page, "hoog")
    save(page, "Alles erop")
    expect(page.get_by_text("“Alles erop” is bewaard.")).to_be_visible()
    choose_preset(page, "niets")
    save(page, "Niets doen")
    expect(compared(page)).to_have_text([TARGET_NAME, "Alles erop", "Niets doen"])
    assert [(entry["name"], entry["query"]) for entry in kept_in_browser(page)] == [
        ("Alles erop", HIGH),
        ("Niets doen", NOTHING),
    ]
    page.reload()
    expect(names(page)).to_have_text(["Alles erop", "Niets doen"])
    expect(compared(page)).to_have_text([TARGET_NAME, "Alles erop", "Niets doen"])
    chart = page.get_by_role("img", name=re.compile("In 2022: Gekozen doel 100,0; Alles erop"))
    expect(chart.first).to_be_visible()
    assert "scenario" not in page.evaluate("document.cookie")


def test_what_is_saved_is_the_newest_step(page: Page, address: str) -> None:
    """A value typed without leaving the field is committed by the very click that saves."""
    open_saved(page, address)
    page.get_by_label("Naam voor wat nu in het paneel staat").fill("Getypt")
    page.locator('[data-typed="saving_mln_eur:1"]').fill("7,3")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(names(page)).to_have_text(["Getypt"])
    assert kept_in_browser(page)[0]["query"].endswith("b=1_7.3")


def test_no_step_slips_in_between_the_click_and_what_is_saved(page: Page, address: str) -> None:
    open_saved(page, address)
    page.get_by_label("Naam voor wat nu in het paneel staat").fill("Nu")
    panel = page.locator(".st-key-what_if_panel")
    button = page.get_by_role("button", name="Bewaar", exact=True)
    held = button.evaluate(
        "button => { button.click(); return document.querySelector('.st-key-what_if_panel').inert; }"
    )
    assert held
    expect(names(page)).to_have_text(["Nu"])
    assert not panel.evaluate("panel => panel.inert")


def test_opening_shows_the_scenario_and_can_be_undone(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("Alles erop", HIGH), SavedScenario("Niets", NOTHING))
    act(page, "Open", "Alles erop")
    expect(page).to_have_url(re.compile("b=hoog"))
    expect(page.locator(".entry", has_text="Alles erop").get_by_text("staat nu in het paneel")).to_be_visible()
    expect(page.locator(".entry", has_text="Niets").get_by_text("staat nu in het paneel")).to_be_hidden()
    expect(page.locator("[data-out=cost]")).to_be_in_viewport()
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page).not_to_have_url(re.compile("b=hoog"))


def test_reset_goes_back_to_the_last_saved(page: Page, address: str) -> None:
    open_saved(page, address)
    option = page.locator("[data-tool=reset] option[value=saved]")
    expect(option).to_be_disabled()
    choose_preset(page, "hoog")
    save(page, "Eerste")
    expect(names(page)).to_have_text(["Eerste"])
    choose_preset(page, "laag")
    save(page, "Tweede")
    expect(names(page)).to_have_text(["Eerste", "Tweede"])
    choose_preset(page, "niets")
    expect(page).to_have_url(re.compile("a=-"))
    expect(option).to_be_enabled()
    page.locator("[data-tool=reset]").select_option("saved")
    expect(page).to_have_url(re.compile("b=laag"))


def test_rename_duplicate_delete_and_undo(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH), SavedScenario("B", NOTHING))
    act(page, "Hernoem", "A")
    field = page.get_by_label("Nieuwe naam voor A")
    expect(field).to_be_focused()
    field.fill("b")
    field.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="“b” staat al in de lijst")).to_be_visible()
    expect(field).to_have_value("b")
    field.fill(" Voorstel  A ")
    field.press("Enter")
    expect(names(page)).to_have_text(["Voorstel A", "B"])
    expect(page.get_by_role("button", name="Hernoem: Voorstel A")).to_be_focused()
    act(page, "Dupliceer", "Voorstel A")
    expect(compared(page)).to_have_text([TARGET_NAME, "Voorstel A", "B", "Voorstel A (kopie)"])
    act(page, "Verwijder", "Voorstel A")
    act(page, "Verwijder", "B")
    expect(names(page)).to_have_text(["Voorstel A (kopie)"])
    restore = page.get_by_role("button", name="Zet terug")
    expect(restore).to_be_focused()
    restore.click()
    restore.click()
    expect(restore).to_be_hidden()
    expect(compared(page)).to_have_text([TARGET_NAME, "Voorstel A", "B", "Voorstel A (kopie)"])
    assert [entry["query"] for entry in kept_in_browser(page)] == [HIGH, NOTHING, HIGH]


def test_escape_leaves_a_name_as_it_was(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    act(page, "Hernoem", "A")
    page.get_by_label("Nieuwe naam voor A").fill("B")
    page.keyboard.press("Escape")
    expect(names(page)).to_have_text(["A"])
    expect(page.get_by_role("button", name="Hernoem: A")).to_be_focused()


def test_a_full_list_refuses_and_loses_nothing(page: Page, address: str) -> None:
    entries = [SavedScenario(f"S{place}", HIGH) for place in range(6)]
    open_saved(page, address, *entries)
    alert = page.get_by_role("alert")
    save(page, "Zevende")
    expect(alert.filter(has_text="De lijst is vol")).to_be_visible()
    expect(page.get_by_label("Naam voor wat nu in het paneel staat")).to_have_value("Zevende")
    act(page, "Dupliceer", "S1")
    expect(alert.filter(has_text="De lijst is vol")).to_be_visible()
    act(page, "Verwijder", "S5")
    expect(names(page)).to_have_count(5)
    save(page, "Zevende")
    expect(names(page)).to_have_text(["S0", "S1", "S2", "S3", "S4", "Zevende"])
    page.get_by_role("button", name="Zet terug").click()
    expect(alert.filter(has_text="De lijst is vol")).to_be_visible()
    act(page, "Verwijder", "Zevende")
    page.get_by_role("button", name="Zet terug").click()
    expect(names(page)).to_have_text(["S0", "S1", "S2", "S3", "S4", "Zevende"])


def test_a_scenario_that_goes_leaves_the_others_their_colours(page: Page, address: str) -> None:
    open_saved(page, address)
    for name in ("A", "B", "C"):
        save(page, name)
        expect(page.get_by_text(f"“{name}” is bewaard.")).to_be_visible()
    colours = page.locator(".entry .swatch path:last-child")
    expect(colours).to_have_count(3)
    before = colours.evaluate_all("(all) => all.map((one) => one.getAttribute('fill'))")
    act(page, "Verwijder", "A")
    expect(names(page)).to_have_text(["B", "C"])
    assert colours.evaluate_all("(all) => all.map((one) => one.getAttribute('fill'))") == before[1:]
    page.reload()
    expect(names(page)).to_have_text(["B", "C"])
    expect(colours).to_have_count(2)
    assert colours.evaluate_all("(all) => all.map((one) => one.getAttribute('fill'))") == before[1:]
    save(page, "D")
    expect(colours).to_have_count(3)
    assert colours.evaluate_all("(all) => all.map((one) => one.getAttribute('fill'))") == [*before[1:], before[0]]


IMPOSSIBLE_NAMES = {
    "  ": "heeft een naam nodig",
    "x" * 61: "te lang",
    "=1+1": "formule",
    "a\u202eb": "niet te zien",
    TARGET_NAME.upper(): "waarmee u vergelijkt",
    "a": "staat al in de lijst",
}


def test_a_name_that_cannot_be_is_explained_at_once(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    field = page.get_by_label("Naam voor wat nu in het paneel staat")
    for name, reason in IMPOSSIBLE_NAMES.items():
        save(page, name)
        expect(page.get_by_role("alert").filter(has_text=reason)).to_be_visible()
        expect(field).to_have_value(name)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(names(page)).to_have_text(["A"])


def test_the_file_brings_the_list_to_another_browser(
    page: Page, new_context: Callable[[], BrowserContext], address: str
) -> None:
    entries = [SavedScenario("Café", HIGH), SavedScenario("Elders", ELSEWHERE)]
    open_saved(page, address, *entries)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download alle scenario's als bestand").click()
    content = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == f"schaalwijzer-doorrekening-bewaarde-scenarios-{date.today()}.json"
    assert content.decode() == write_scenario_file(entries)
    other = new_context().new_page()
    open_saved(other, address)
    upload(other, content)
    expect(names(other)).to_have_text(["Café", "Elders"])
    expect(other.get_by_text("Nu niet te openen. Het hoort bij een andere tabel")).to_be_visible()
    expect(other.get_by_role("button", name="Open: Elders")).to_be_disabled()
    expect(compared(other)).to_have_text([TARGET_NAME, "Café"])
    upload(other, content)
    expect(other.get_by_text("Alles uit het bestand stond al in de lijst.")).to_be_visible()
    assert kept_in_browser(other) == [{"name": entry.name, "query": entry.query} for entry in entries]


def test_a_file_right_after_a_change_holds_the_change(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH), SavedScenario("B", NOTHING))
    act(page, "Verwijder", "A")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download alle scenario's als bestand").click()
    content = Path(download.value.path()).read_text()
    assert content == write_scenario_file([SavedScenario("B", NOTHING)])


BAD_FILES = {
    "geen goede JSON": b"{oeps",
    "1.000.001 bytes, ten hoogste 1.000.000 bytes mag": b" " * 1_000_001,
    "leeg": b"",
    "andere versie": write_scenario_file([SavedScenario("B", HIGH)]).replace('"versie": 1', '"versie": 9').encode(),
    "de link is niet te lezen": write_scenario_file([SavedScenario("B", "v=1&t=oeps")]).encode(),
    "met een ander scenario": write_scenario_file([SavedScenario("A", NOTHING)]).encode(),
    "er is plaats voor 5": write_scenario_file([SavedScenario(f"S{at}", HIGH) for at in range(6)]).encode(),
}


def test_a_bad_file_is_refused_and_nothing_is_lost(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    for reason, content in BAD_FILES.items():
        upload(page, content)
        alert = page.get_by_role("alert").filter(has_text=reason)
        expect(alert).to_contain_text("De lijst is niet veranderd.")
        expect(names(page)).to_have_text(["A"])
        assert kept_in_browser(page) == [{"name": "A", "query": HIGH}]


@pytest.mark.parametrize(
    "text",
    ["{oeps", "[]", '{"version": 2, "entries": []}', '{"version": 1, "entries": [{"name": 1, "query": "v=1"}]}'],
)
def test_what_cannot_be_read_is_set_aside_and_not_thrown_away(page: Page, address: str, text: str) -> None:
    keep(page, text)
    open_saved(page, address)
    expect(page.get_by_text("is voor deze versie van de app niet te lezen")).to_be_visible()
    save(page, "Nieuw")
    expect(names(page)).to_have_text(["Nieuw"])
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het").click()
    assert Path(download.value.path()).read_text() == text
    page.get_by_role("button", name="Gooi het weg").click()
    expect(page.get_by_text("is voor deze versie van de app niet te lezen")).to_be_hidden()
    assert page.evaluate("key => localStorage.getItem(key)", ASIDE) is None
    assert kept_in_browser(page) == [{"name": "Nieuw", "query": MIDDLE}]


def test_a_browser_that_keeps_nothing_says_so_and_the_list_works(page: Page, address: str) -> None:
    page.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem']) {"
        "  const real = Storage.prototype[name];"
        "  Storage.prototype[name] = function (key, ...rest) {"
        "    if (String(key).startsWith('schaalwijzer')) throw new DOMException('no', 'SecurityError');"
        "    return real.call(this, key, ...rest);"
        "  };"
        "}"
    )
    open_saved(page, address)
    expect(page.get_by_text("deze browser bewaart dit niet (de browser staat het niet toe)")).to_be_visible()
    save(page, "Toch")
    expect(names(page)).to_have_text(["Toch"])
    page.get_by_role("link", name="Kaart", exact=True).click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("kosten")
    page.get_by_role("link", name="Doorrekening").click()
    expect(names(page)).to_have_text(["Toch"])


def test_two_tabs_keep_one_list(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    other = page.context.new_page()
    other.goto(f"{address}/doorrekening")
    expect(names(other)).to_have_text(["A"])
    save(other, "Uit tab twee")
    expect(names(page)).to_have_text(["A", "Uit tab twee"])
    expect(compared(page)).to_have_text([TARGET_NAME, "A", "Uit tab twee"])
    save(page, "Uit tab een")
    expect(names(other)).to_have_text(["A", "Uit tab twee", "Uit tab een"])


def test_a_name_is_text_and_never_markup(page: Page, address: str) -> None:
    hostile = "<img src=x onerror=alert(1)> **b** [a](b)"
    open_saved(page, address, SavedScenario(hostile, HIGH))
    expect(names(page)).to_have_text([hostile])
    expect(compared(page)).to_have_text([TARGET_NAME, hostile])
    expect(page.locator(".saved img")).to_have_count(0)


def test_the_list_can_be_used_by_everyone(page: Page, address: str) -> None:
    long_name = "Voorzichtig, alles op de ondergrens van de hele bandbreedte"
    open_saved(
        page, address, SavedScenario("A", HIGH), SavedScenario(long_name, LOW), SavedScenario("Elders", ELSEWHERE)
    )
    expect(compared(page)).to_have_count(3)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for target in page.locator(".saved :is(button, input, .upload)").filter(visible=True).all():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 43.9, target.evaluate("node => node.outerHTML")
        assert sticks_out_px(page) <= 1
        assert faults(page, ".st-key-what_if_saved") == []


def test_the_keyboard_reaches_everything_of_a_row(page: Page, address: str) -> None:
    open_saved(page, address, SavedScenario("A", HIGH))
    expect(page.get_by_role("button", name="Open: A")).to_be_enabled()
    page.get_by_role("button", name="Bewaar", exact=True).focus()
    for act_name in ("open", "copy-link", "note", "rename", "duplicate", "remove", "download"):
        page.keyboard.press("Tab")
        expect(page.locator(f'.saved [data-act="{act_name}"]')).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Haal scenario's uit een bestand")).to_be_focused()


def test_phone_shows_button_and_caption_whole(phone: Page, address: str) -> None:
    open_saved(phone, address, SavedScenario("Alles erop", HIGH))
    button = phone.get_by_role("button", name="Bewaar", exact=True)
    assert button.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0
    caption = phone.locator(
        "caption span", has_text="Jaarkosten in mln €, met het verschil met het doel"
    ).bounding_box()
    assert caption is not None
    assert caption["x"] + caption["width"] <= 390
