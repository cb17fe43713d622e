"""Bronnen, and what it shares with Achtergrond, under a thumb: whole fields, whole buttons, tables that can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.views import VIEWS, View, show

pytestmark = pytest.mark.browser


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found
    left, top, width, height = found["x"], found["y"], found["width"], found["height"]
    return {"x": left, "y": top, "width": width, "right": left + width, "bottom": top + height}


def test_the_search_field_shows_its_example_and_has_its_button_beside_it(phone: Page, address: str) -> None:
    show(phone, address, View("/bronnen"))
    field = phone.get_by_label("Zoek in alles")
    button = phone.get_by_role("search").get_by_role("button", name="Zoek", exact=True).last
    assert abs(box(field)["y"] - box(button)["y"]) < 4
    assert box(field)["right"] <= box(button)["x"]
    assert field.evaluate(
        """(field) => {
          const ruler = document.createElement('canvas').getContext('2d'), style = getComputedStyle(field);
          ruler.font = style.font;
          return ruler.measureText(field.placeholder).width
            <= field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        }"""
    )


def test_every_button_of_a_row_has_its_whole_edge(phone: Page, address: str) -> None:
    show(phone, address, VIEWS["achtergrond, rijnland, feiten"])
    edges = phone.locator(".stButtonGroup button").evaluate_all(
        "(all) => all.map((button) => ['Top', 'Right', 'Bottom', 'Left'].map((side) => "
        "getComputedStyle(button)[`border${side}Color`]))"
    )
    assert len(edges) == 10
    assert [edge for edge in edges if len(set(edge)) > 1] == []


def test_a_sentence_in_a_table_has_the_room_to_be_read(phone: Page, address: str) -> None:
    show(phone, address, VIEWS["bronnen, codeboek"])
    assert box(phone.get_by_role("cell", name="Het is er niet. Wat nog moet komen").first)["width"] >= 11 * 14


def test_the_buttons_of_a_table_lie_on_nothing(phone: Page, address: str) -> None:
    show(phone, address, VIEWS["achtergrond, rijnland, solidariteit"])
    above = box(phone.get_by_text("2 tot en met 15 gemeenten"))
    buttons, table = box(phone.locator(".stElementToolbar").first), box(phone.get_by_test_id("stDataFrame").first)
    assert above["bottom"] <= buttons["y"] + 1
    assert buttons["bottom"] <= table["y"] + 1


def test_a_date_in_a_table_stays_on_one_line(page: Page, address: str) -> None:
    show(page, address, VIEWS["achtergrond, rijnland, besluiten"])
    dates = page.get_by_role("cell", name="5 november 2012", exact=True)
    assert {round(box(date)["width"]) > 100 for date in dates.all()} == {True}
    assert all(date.evaluate("(cell) => getComputedStyle(cell).whiteSpace") == "nowrap" for date in dates.all())
