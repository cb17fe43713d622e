"""What the browser gets of the drawing of an exhibit: numbers in words, and unknown where they are not known."""

from __future__ import annotations

import json
import math

import pytest

from components.look.axis import Axis
from components.look.exhibit import (
    Bar,
    BarsDrawing,
    ClassFace,
    Exhibit,
    Fall,
    GridDrawing,
    MapDrawing,
    PathDrawing,
    TableDrawing,
    WaterfallDrawing,
)
from components.look.exhibit_drawing import Drawable, drawing_payload, show_drawing
from components.look.words import million

PATH = PathDrawing((2019, 2020), (108.44, 104.0), (108.44, 110.0), (None, 100.0), (), (), 2)
FALLS = WaterfallDrawing(
    (Fall("Kosten", 0.0, 110.0, is_total=True), Fall("Minder", 110.0, 104.25), Fall("Meer", 104.25, 105.0)),
    Axis.around([104.25, 110.0], 1, with_room=True),
)


@pytest.mark.parametrize(
    "drawing",
    [
        BarsDrawing("%", (Bar("een", math.nan, "onbekend"),)),
        GridDrawing(("a",), ("b",), ((0,),), (ClassFace("lokaal: 1", ("#fff",)),), 0, (("x", 1),)),
        TableDrawing(("a", "b"), (("c", "d"),)),
        PATH,
        FALLS,
    ],
)
def test_every_drawing_travels_to_the_browser_as_strict_json(drawing: Drawable) -> None:
    sent = json.loads(json.dumps(drawing_payload(drawing, "Wat er staat."), allow_nan=False))
    assert sent["alt"] == "Wat er staat."
    assert sent["kind"] in {"bars", "grid", "table", "path", "waterfall"}


def test_a_bar_of_an_unknown_value_is_not_nought() -> None:
    bars = BarsDrawing("%", (Bar("een", math.nan, "onbekend"), Bar("twee", 0.0, "0%", marked=True)))
    sent = drawing_payload(bars, "")["bars"]
    assert [bar["value"] for bar in sent] == [None, 0.0]
    assert [bar["marked"] for bar in sent] == [False, True]


def test_amounts_of_a_path_have_the_decimals_of_the_plan() -> None:
    sent = drawing_payload(PATH, "")
    assert [item["words"] for item in sent["cost"]] == ["108,44", "104,00"]
    assert [item["words"] for item in sent["target"]] == ["onbekend", "100,00"]
    assert sent["p10"] == []


def test_a_step_of_a_waterfall_says_its_direction_and_a_total_its_amount() -> None:
    steps = drawing_payload(FALLS, "")["steps"]
    assert [step["words"] for step in steps] == [million(110.0), "−5,7", "+0,8"]
    assert (FALLS.axis.low, FALLS.axis.high) == (102.0, 112.0)
    assert [(step["from"], step["to"]) for step in steps] == [(0.0, 80.0), (22.5, 80.0), (22.5, 30.0)]
    assert [step["kind"] for step in steps] == ["total", "less", "more"]


def test_a_map_draws_itself() -> None:
    with pytest.raises(TypeError):
        show_drawing(Exhibit("t", "s.", "b", "a", drawing=MapDrawing((), {})))
