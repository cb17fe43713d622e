"""Bars with their labels above them."""

from __future__ import annotations

import pandas as pd
import pytest

from components.background.rotterdam.bars import build_bars
from components.look.fitting import LINE_BREAK, LINE_PX
from components.look.palette import BAR, GROUND, INK, PAPER
from tests.colour_vision import contrast


@pytest.mark.parametrize("label", ["Pleegzorg", "Ongeveer 50% van de transitiemiddelen van de gemeenten samen"])
def test_label_of_any_length_ends_above_its_bar_and_the_next_begins_below_it(label: str) -> None:
    rows = pd.DataFrame({"label": [label, "Werkateliers"], "amount": [3.0, 4.0], "amount_words": ["€ 3", "€ 4"]})
    spec = build_bars(rows, "Gedrukt").to_dict()
    drawn = pd.DataFrame(next(iter(spec["datasets"].values())))
    lines = drawn["text"].str.split(LINE_BREAK).map(len)
    assert (drawn["top"] + lines * LINE_PX <= drawn["bar"]).all()
    assert (drawn["bar_end"] <= [*drawn["top"][1:], spec["height"]]).all()


def test_a_mark_shows_on_its_bar_and_beside_it_on_a_light_page_and_on_a_dark_one() -> None:
    rows = pd.DataFrame(
        {"label": ["Inkoop"], "amount": [3.0], "amount_words": ["€ 3"], "follows": [2.0], "follows_words": ["€ 2"]}
    )
    marks = [
        layer["mark"] for layer in build_bars(rows, "Gedrukt").to_dict()["layer"] if "tick" in layer["mark"]["type"]
    ]
    around, ink = marks
    assert (around["color"], ink["color"]) == (PAPER, INK), "ink lies on paper, which is as far from it as can be"
    assert around["thickness"] >= ink["thickness"] + 4
    assert min(contrast(BAR, GROUND.light), contrast(BAR, GROUND.dark)) >= 3, "so the paper shows on the bar"
