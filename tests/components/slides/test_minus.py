"""A number below nought has a minus on a slide, and no hyphen: in its texts, and in the formats of its numbers."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from components.look.exhibit import Bar, BarsDrawing, Exhibit
from components.slides.deck import SlideContent, deck_file
from components.slides.storyline_deck import storyline_file
from components.what_if.exhibit import exhibit_for
from components.what_if.pictures import PICTURES
from model.dataset.reading import read_table
from model.stage.shipped import shipped_storylines
from model.what_if import Scenario
from tests.components.dutch_rules import broken
from tests.components.slides.reading import parts
from tests.components.what_if.own_table.tables import own_plan

TODAY = date(2026, 3, 2)
HOME = "https://voorbeeld.nl/"
BELOW_NOUGHT = Scenario.default(own_plan(6, 3, low=4.0, high=9.0, start=12.0))
BARS = BarsDrawing("mln €", (Bar("Meer", 2.5, "€ 2,5 mln"), Bar("Minder", -1.2, "€ −1,2 mln")))
EXHIBITS = [
    *(exhibit_for(BELOW_NOUGHT, picture) for picture in PICTURES),
    Exhibit("Titel", "Zin.", "Bron: x.", "Staven.", (), BARS),
]
DECKS = {
    **{line.key: storyline_file(line, "JZ31", HOME, today=TODAY) for line in shipped_storylines(read_table)},
    "below nought": deck_file("Proef", [SlideContent(each, "", "Kaart", HOME) for each in EXHIBITS], today=TODAY),
}
SEEN = re.compile(r"/(?:slides|charts|notesSlides)/")
TEXT = re.compile(r"<a:t>([^<]*)<|<c:v>([^<]*[^<\d.eE+-][^<]*)<")
CODE = re.compile(r'formatCode="([^"]*)"|<c:formatCode>([^<]*)<')


def found_in(file: bytes, sought: re.Pattern[str]) -> list[str]:
    """Texts, or formats of numbers, of the slides and their charts."""
    pairs = [pair for name, text in parts(file).items() if SEEN.search(name) for pair in sought.findall(text)]
    return [unescape(first or second) for first, second in pairs]


def shows_a_minus(code: str) -> bool:
    """Whether a format gives a number below nought a minus, or any number a sign of its own."""
    above, _, below = re.sub(r'\[\$-413\]|"[^"]*"', "", code).partition(";")
    return above.startswith(("\\−", "\\+")) or below.startswith("\\−")


@pytest.mark.parametrize("name", DECKS)
def test_no_number_has_a_hyphen_for_a_minus(name: str) -> None:
    texts, codes = found_in(DECKS[name], TEXT), found_in(DECKS[name], CODE)
    assert len(texts) > 20
    assert [fault for text in texts for fault in broken(text) if "minus" in fault] == []
    assert [code for code in codes if code != "General" and not shows_a_minus(code)] == []


def test_texts_and_formats_below_nought_are_among_them() -> None:
    assert any("€\u00a0−" in text for text in found_in(DECKS["below nought"], TEXT))
    assert sum(map(shows_a_minus, found_in(DECKS["below nought"], CODE))) > 4
