"""Key figures of a view on a slide: each large, with what it is below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.look.exhibit import KeyFigure
from components.look.letter_widths import LINE_HEIGHT, in_lines, shortened, size_that_fits
from components.slides.template import Place
from components.slides.texts import INK, box, shown_text, style

_VALUES, _LABELS = (32, 16), (14, 10)
_COLOUR = "#1a5f7a"
_MOST = 4


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
        run = paragraph.add_run()
        run.text = text
        style(run.font, points, bold=is_value, colour=_COLOUR if is_value else INK)
