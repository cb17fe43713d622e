"""Key figures of a view on a slide: each large, with what it is below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.look.exhibit import KeyFigure
from components.look.letter_widths import LINE_HEIGHT, in_lines, shortened, size_that_fits, text_width
from components.slides.template import Place
from components.slides.texts import INK, box, shown_text, style

_VALUES, _LABELS = (32, 16), (14, 10)
_COLOUR = "#1a5f7a"
_MOST = 4
_IN_LINE_VALUE = 24


IN_LINE_HEIGHT = 30
"""Points of a row of figures that have their labels beside them."""


def add_figures_in_line(slide: Any, figures: Sequence[KeyFigure], place: Place) -> None:
    """Key figures beside each other, each before what it is: for a drawing that needs the height."""
    shown = figures[:_MOST]
    width = place.width / len(shown)
    for at, figure in enumerate(shown):
        each = place._replace(left=place.left + at * width, width=width - 20)
        value, label = shown_text(figure.value), shown_text(figure.label)
        room = each.width - text_width(f"{value}  ", _IN_LINE_VALUE, bold=True)
        size = size_that_fits(label, (room, _LABELS[0] * LINE_HEIGHT), _LABELS)
        paragraph = box(slide, each, f"Kerncijfer: {label}"[:80]).text_frame.paragraphs[0]
        _write(paragraph, f"{value}  ", _IN_LINE_VALUE, is_value=True)
        _write(paragraph, shortened(label, size, (room, size * LINE_HEIGHT)), size, is_value=False)


def add_figures(slide: Any, figures: Sequence[KeyFigure], place: Place, *, across: bool) -> None:
    """Key figures below each other, or `across` the slide where nothing stands beside them."""
    shown = figures[:_MOST]
    if across:
        width = place.width / len(shown)
        height = place.height
        places = [Place(place.left + at * width, place.top, width - 20, height) for at in range(len(shown))]
    else:
        height = min(110.0, place.height / len(shown))
        places = [Place(place.left, place.top + at * height, place.width, height - 8) for at in range(len(shown))]
    sizes = [size_that_fits(figure.value, (each.width, 40), _VALUES, bold=True)
             for figure, each in zip(shown, places, strict=True)]  # fmt: skip
    for figure, each in zip(shown, places, strict=True):
        _add(slide, figure, each, min(sizes))


def _add(slide: Any, figure: KeyFigure, place: Place, size: float) -> None:
    value, label = shown_text(figure.value), shown_text(figure.label)
    shape = box(slide, place, f"Kerncijfer: {label}"[:80])
    frame = shape.text_frame
    high = len(in_lines(value, size, place.width, bold=True)) * size * LINE_HEIGHT
    room = (place.width, max(12.0, place.height - high))
    label_size = size_that_fits(label, room, _LABELS)
    for paragraph, text, points, is_value in (
        (frame.paragraphs[0], value, size, True),
        (frame.add_paragraph(), shortened(label, label_size, room), label_size, False),
    ):
        _write(paragraph, text, points, is_value=is_value)


def _write(paragraph: Any, text: str, points: float, *, is_value: bool) -> None:
    run = paragraph.add_run()
    run.text = text
    style(run.font, points, bold=is_value, colour=_COLOUR if is_value else INK)
