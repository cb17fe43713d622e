"""The own table in the visitor's browser: it comes back by itself, tabs leave each other alone, it can be removed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.rules import faults
from tests.browser.views import complete
from tests.browser.what_if.test_own_table import chooser, file, open_section, own_file, years_shown
from tests.line import Line
from tests.serving import APP, started_server

pytestmark = pytest.mark.browser

KEY = "schaalwijzer-jeugd.eigen-tabel"


@pytest.fixture
def page(page_on_line: Page) -> Page:
    """Visitor at the other end of a line that can be cut."""
    return page_on_line


def use_own_table(page: Page, line: Line, measures: int = 3, name: str = "mijn regio.xlsx") -> None:
    open_section(page, line.address)
    chooser(page).set_input_files(file(name, own_file(measures, 2)))
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(measures)


def set_saving(page: Page, code: str, text: str) -> None:
    field = page.locator(f'[data-typed="saving_mln_eur:{code}"]')
    field.fill(text)
    field.press("Enter")


def shown(page: Page) -> list[str]:
    """Cost, chance and first two sliders."""
    texts = [page.locator(f'[data-out="{name}"]').inner_text() for name in ("cost", "chance", "sum")]
    return [*texts, *(page.locator(f'[data-typed="saving_mln_eur:{code}"]').input_value() for code in (1, 2))]


def kept(page: Page) -> Locator:
    return page.locator(".kept")


def stored(page: Page, storage: str = "localStorage") -> Any:
    text = page.evaluate(f"{storage}.getItem('{KEY}')")
    return json.loads(text) if text else None


@pytest.mark.long
def test_after_a_reload_and_after_a_restart_table_and_sliders_are_back(page: Page, line: Line) -> None:
    use_own_table(page, line)
    set_saving(page, "2", "4")
    expect(page.locator('[data-out="changed"]')).to_contain_text("maatregel 2")
    expect(kept(page)).to_contain_text("Uw eigen tabel en uw schuiven staan in deze browser")
    before = shown(page)
    page.reload()
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")
    expect(page.locator(".paneel")).to_be_visible()
    assert shown(page) == before
    expect(page.get_by_text("U rekent met een eigen tabel")).to_be_visible()
    line.cut()
    expect(page.locator("#connection")).to_contain_text("Geen verbinding")
    set_saving(page, "1", "5")
    with started_server(*APP) as other:
        line.server = other.address
        line.mend()
        expect(page.locator("#connection")).to_have_text("De verbinding is er weer, en de pagina is bijgewerkt.")
        expect(years_shown(page)).to_have_text("Jaarkosten 2026")
        expect(page.locator('[data-typed="saving_mln_eur:1"]')).to_have_value("5,0")
        expect(page.locator('[data-typed="saving_mln_eur:2"]')).to_have_value("4,0")
        expect(page.locator('[data-out="cost"]')).to_have_text("€ 492,9 mln")
        assert faults(page, ".st-key-own_table_kept, [class*=own_table_kept]") == []
        page.get_by_role("button", name="Terug naar de tabel van Zuid-Holland Zuid").click()
        expect(years_shown(page)).to_have_text("Jaarkosten 2022")


@pytest.mark.deep
def test_tabs_leave_each_others_table_alone_and_say_so(page: Page, line: Line) -> None:
    use_own_table(page, line, 3, "eerste.xlsx")
    other = page.context.new_page()
    other.goto(f"{line.address}/doorrekening")
    complete(other)
    expect(years_shown(other)).to_have_text("Jaarkosten 2022")
    expect(kept(other)).to_contain_text("Deze browser bewaart uw eigen tabel “eerste”.")
    use_own_table(other, line, 2, "tweede.xlsx")
    expect(kept(other)).to_contain_text("Hij vervangt de tabel “eerste”")
    expect(kept(page)).to_contain_text("Een ander tabblad rekent met de tabel “tweede”")
    set_saving(page, "2", "4")
    expect(page.locator('[data-out="changed"]')).to_contain_text("maatregel 2")
    page.reload()
    expect(page.locator('.paneel [data-control^="saving"]')).to_have_count(3)
    assert stored(page)["name"] == "tweede"
    assert stored(page, "sessionStorage")["name"] == "eerste"
    other.reload()
    expect(other.locator('.paneel [data-control^="saving"]')).to_have_count(2)


@pytest.mark.deep
def test_removing_takes_it_from_browser_and_server_and_other_tabs_say_so(page: Page, line: Line) -> None:
    use_own_table(page, line)
    other = page.context.new_page()
    other.goto(f"{line.address}/doorrekening")
    complete(other)
    kept(other).get_by_role("button", name="Reken met deze tabel").click()
    expect(years_shown(other)).to_have_text("Jaarkosten 2026")
    kept(other).get_by_role("button", name="Verwijder uit browser en server").click()
    expect(years_shown(other)).to_have_text("Jaarkosten 2022")
    expect(kept(other)).to_be_hidden()
    assert (stored(other), stored(other, "sessionStorage")) == (None, None)
    expect(kept(page)).to_contain_text("In een ander tabblad is de tabel verwijderd")
    set_saving(page, "2", "4")
    expect(page.locator('[data-out="cost"]')).to_have_text("€ 494,2 mln")
    assert stored(page) is None
    other.reload()
    complete(other)
    expect(years_shown(other)).to_have_text("Jaarkosten 2022")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("geen json", "is onleesbaar en wordt niet gebruikt"),
        (
            json.dumps({"version": 1, "plan": "x", "name": "<img src=x onerror=alert(1)>", "query": "", "source": "",
                        "files": [{"name": "a", "content": "T251bW1lcjtN"}]}),
            "De eigen tabel die uw browser bewaarde, is niet teruggezet: ",
        ),
    ],
    ids=["unreadable", "refused"],
)  # fmt: skip
def test_what_was_damaged_is_told_and_can_be_removed(page: Page, line: Line, text: str, words: str) -> None:
    page.goto(f"{line.address}/versie")
    for storage in ("localStorage", "sessionStorage"):
        page.evaluate(f"text => {storage}.setItem('{KEY}', text)", text)
    page.goto(f"{line.address}/doorrekening")
    expect(kept(page)).to_contain_text(words)
    expect(page.locator(".paneel")).to_be_visible()
    expect(page.locator('[data-out="cost"]')).to_have_text("€ 99,9 mln")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    kept(page).get_by_role("button", name="Verwijder uit deze browser").click()
    expect(kept(page)).to_be_hidden()
    assert (stored(page), stored(page, "sessionStorage")) == (None, None)


@pytest.mark.deep
def test_a_link_with_a_scenario_shows_that_and_the_table_stays_on_offer(page: Page, line: Line) -> None:
    use_own_table(page, line)
    page.goto(f"{line.address}/doorrekening?v=1&t=524a60&b=1_8")
    complete(page)
    expect(years_shown(page)).to_have_text("Jaarkosten 2022")
    expect(page.locator('[data-typed="saving_mln_eur:1"]')).to_have_value("8,0")
    kept(page).get_by_role("button", name="Reken met deze tabel").click()
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")


@pytest.mark.deep
@pytest.mark.parametrize(
    ("fault", "storages", "words"),
    [
        (
            "QuotaExceededError",
            ["localStorage"],
            "als u dit tabblad sluit is de tabel weg (de ruimte van de browser is",
        ),
        (
            "SecurityError",
            ["localStorage", "sessionStorage"],
            "deze browser bewaart uw eigen tabel niet (de browser staat",
        ),
    ],
    ids=["full", "blocked"],
)
def test_a_browser_that_keeps_nothing_says_so(
    page: Page, line: Line, fault: str, storages: list[str], words: str
) -> None:
    use_own_table(page, line)
    page.evaluate(
        """([fault, storages]) => {
          const refusing = storages.map((name) => window[name]);
          for (const name of fault === 'SecurityError' ? ['getItem', 'setItem'] : ['setItem']) {
            const plain = Storage.prototype[name];
            Storage.prototype[name] = function (...given) {
              if (refusing.includes(this)) throw new DOMException('refused', fault);
              return plain.apply(this, given);
            };
          }
        }""",
        [fault, storages],
    )
    set_saving(page, "2", "4")
    expect(kept(page)).to_contain_text(words)
