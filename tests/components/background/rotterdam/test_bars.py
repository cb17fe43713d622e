"""Bars with their labels above them."""

from __future__ import annotations

import pandas as pd
import pytest

from components.background.rotterdam.bars import build_bars
from components.look.fitting import LINE_BREAK, LINE_PX


@pytest.mark.parametrize("label", ["Pleegzorg", "Ongeveer 50% van de transitiemiddelen van de gemeenten samen"])
def test_label_of_any_length_ends_above_its_bar_and_the_next_begins_below_it(label: str) -> None:
    rows = pd.DataFrame({"label": [label, "Werkateliers"], "amount": [3.0, 4.0], "amount_words": ["€ 3", "€ 4"]})
    spec = build_bars(rows, "Gedrukt").to_dict()
    drawn = pd.DataFrame(next(iter(spec["datasets"].values())))
    lines = drawn["text"].str.split(LINE_BREAK).map(len)
    assert (drawn["top"] + lines * LINE_PX <= drawn["bar"]).all()
    assert (drawn["bar_end"] <= [*drawn["top"][1:], spec["height"]]).all()
