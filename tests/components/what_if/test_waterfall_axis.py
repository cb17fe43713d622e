"""The waterfall begins at one amount wherever it is drawn: on page and picture, in the hall, on a slide, on paper."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation

from components.look.exhibit import WaterfallDrawing
from components.look.exhibit_drawing import drawing_payload
from components.note.charts import waterfall_places
from components.slides.charts import add_waterfall
from components.slides.template import Place
from components.what_if.exhibit import contributions_exhibit
from components.what_if.panel.payload import scenario_payload
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.what_if import Scenario, preset_scenario, presets
from tests.components.what_if.own_table.tables import own_plan
from tests.model.what_if.test_accuracy import random_scenarios

PLAN = source_plan()
SMALL = own_plan(4, 3, low=0.01, high=0.045, start=3.1)
NEAR_NOUGHT = own_plan(3, 3, low=2.0, high=5.0, start=12.0)
BELOW_NOUGHT = own_plan(6, 3, low=4.0, high=9.0, start=12.0)
SCENARIOS = [
    *(preset_scenario(PLAN, preset.name) for preset in presets(PLAN)),
    *random_scenarios(PLAN, 50, 20_261),
    *(Scenario.default(plan) for plan in (SMALL, NEAR_NOUGHT, BELOW_NOUGHT)),
    *(found for plan in (SMALL, BELOW_NOUGHT) for found in random_scenarios(plan, 5, 7)),
]


def drawn(scenario: Scenario) -> WaterfallDrawing:
    drawing = contributions_exhibit(scenario).drawing
    assert isinstance(drawing, WaterfallDrawing)
    return drawing


def on_a_slide(drawing: WaterfallDrawing) -> Any:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    add_waterfall(slide, drawing, Place(0, 0, 600, 300))
    file = io.BytesIO()
    deck.save(file)
    (shape,) = Presentation(file).slides[0].shapes
    return shape.chart.value_axis  # type: ignore[attr-defined]


def begin_of(bars: list[dict[str, Any]], drawing: WaterfallDrawing) -> list[float]:
    """Lower ends of the totals, from where two bars of known amounts end."""
    ends = {bar["to"]: drawing.ends(step)[1] for bar, step in zip(bars, drawing.steps, strict=True)}
    (low, low_amount), *_, (high, high_amount) = sorted(ends.items())
    per_percent = (high_amount - low_amount) / (high - low)
    totals = [bar for bar, step in zip(bars, drawing.steps, strict=True) if step.is_total]
    return [low_amount + (bar["from"] - low) * per_percent for bar in totals]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_page_hall_slide_and_paper_begin_at_one_amount(scenario: Scenario) -> None:
    drawing, page = drawn(scenario), scenario_payload(Results(scenario))
    begin = page["waterfallAxis"]["low"] / 1000
    slide = on_a_slide(drawing)
    assert (slide.minimum_scale, slide.maximum_scale) == pytest.approx((begin, page["waterfallAxis"]["high"] / 1000))
    within = (drawing.axis.high - drawing.axis.low) / 1000
    # A total stands on nought, or where the axis begins above that; one below nought hangs from it.
    totals = [min(max(begin, 0.0), step.end_mln_eur) for step in drawing.steps if step.is_total]
    assert begin_of(drawing_payload(drawing, "")["steps"], drawing) == pytest.approx(totals, abs=within)
    assert begin_of(waterfall_places(drawing)["rows"], drawing) == pytest.approx(totals, abs=within)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_bar_has_its_place_and_no_total_disappears(scenario: Scenario) -> None:
    drawing = drawn(scenario)
    for bar, step in zip(waterfall_places(drawing)["rows"], drawing.steps, strict=True):
        assert 0.0 <= bar["from"] <= bar["to"] <= 100.0, step
        assert not step.is_total or bar["to"] - bar["from"] > 2.0 or abs(step.end_mln_eur) <= drawing.axis.step, step


@pytest.mark.parametrize("scenario", SCENARIOS[:6])
def test_that_it_does_not_begin_at_nought_is_said(scenario: Scenario) -> None:
    drawing = drawn(scenario)
    words = drawing_payload(drawing, "")["beginning"]
    assert waterfall_places(drawing)["beginning"] == words
    assert drawing.axis.low > 0
    assert f"€\u00a0{drawing.axis.low:.0f}\u00a0mln" in words


def test_axes_at_and_below_nought_are_among_them() -> None:
    assert any(drawn(scenario).axis.low < 0 for scenario in SCENARIOS)
    assert any(drawn(scenario).axis.low == 0 for scenario in SCENARIOS)
