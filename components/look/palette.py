"""Colours of the classes on map, bar and table: written once, so that a class looks the same everywhere.

Levels run from light to dark, so they also differ in grey print and for colour-blind readers; the darkest still stands
out three to one on a dark page, and what is lighter has an edge on a light one. A mixture shows the colours of its
levels in stripes: four levels and the colours between them do not all fit far enough apart between white and black. A
class outside the scale is dotted, never a shade of the scale. tests/components/look/test_palette.py computes it all.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.choices.classes import NO_LEVEL
from model.dataset.registry import LEVELS


@dataclass(frozen=True)
class Shade:
    """One colour of the theme, as it is on a light page and on a dark one."""

    light: str
    dark: str


TEXT = Shade("#1c1f26", "#f0f2f5")
GROUND = Shade("#ffffff", "#14171c")
INK, PAPER = "currentColor", "Canvas"
"""Text and ground of a chart, as words that the browser reads anew: they follow the theme, and print dark on white."""
EDGE = "#767b87"
"""Edge of what has a colour of its own, light page or dark: at least three to one against both grounds."""
BAR = "#3c97b5"
"""Bars that stand for no class."""

LEVEL_COLOURS = dict(zip(LEVELS, ("#fbe98c", "#a0c8a0", "#3c97b5", "#6358b2"), strict=True))
STATUS_COLOURS = {"gedeelde_afspraak": "#1b7a5c", "intentie": "#6abd92", "geen_opvatting": "#e3f1e6"}
ANSWER_COLOURS = {"ja": "#8745b4", "deels": "#b98ed0", "nee": "#f0e4f6"}
PURPOSE_COLOURS = {
    "beide": "#6e4ec9",
    "uitvoering": "#9a78aa",
    "voorbereiding": "#e082f5",
    "onbekend": "#efc1f6",
    "geen_afspraak": "#f7f4f6",
}
DOTTED: tuple[str, ...] = ()
"""Fill of a class outside the scale: no colours, drawn as dots."""


def class_colours(class_code: str) -> tuple[str, ...]:
    """Colours of a class: one for a level, several for a mixture, none (dotted) outside the scale."""
    if class_code == NO_LEVEL:
        return DOTTED
    return tuple(LEVEL_COLOURS[level] for level in class_code.split("+"))
