"""Colours of the classes on map, bar and table: written once, so that a class looks the same everywhere.

Levels run from light to dark, so they also differ in grey print and for colour-blind readers. A mixture shows the
colours of its levels in stripes; a class outside the scale is dotted, never a shade of the scale.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from model.choices.classes import NO_LEVEL
from model.dataset.registry import LEVELS


@dataclass(frozen=True)
class Shade:
    """One colour of the theme, as it is on a light page and on a dark one."""

    light: str
    dark: str

    def on(self, dark: bool) -> str:
        """The colour on a page that is dark or not."""
        return self.dark if dark else self.light


TEXT = Shade("#1c1f26", "#f0f2f5")
GROUND = Shade("#ffffff", "#14171c")
EDGE = "#767b87"
"""Edge of what has a colour of its own, light page or dark: at least three to one against both grounds."""

LEVEL_COLOURS = dict(zip(LEVELS, ("#fce79a", "#a3d6a0", "#3c97b5", "#2a2f75"), strict=True))
STATUS_COLOURS = {"gedeelde_afspraak": "#0a5c43", "intentie": "#74bd9b", "geen_opvatting": "#e3f1e6"}
ANSWER_COLOURS = {"ja": "#5a2a83", "deels": "#b48fd0", "nee": "#f0e4f6"}
PURPOSE_COLOURS = {
    "beide": "#5a2a83",
    "uitvoering": "#8c5fb3",
    "voorbereiding": "#c5a6dc",
    "onbekend": "#e3d2ee",
    "geen_afspraak": "#f8f2fb",
}
DOTTED: tuple[str, ...] = ()
"""Fill of a class outside the scale: no colours, drawn as dots."""


def class_colours(class_code: str) -> tuple[str, ...]:
    """Colours of a class: one for a level, several for a mixture, none (dotted) outside the scale."""
    if class_code == NO_LEVEL:
        return DOTTED
    return tuple(LEVEL_COLOURS[level] for level in class_code.split("+"))


def is_dark() -> bool:
    """Whether the visitor's page is dark."""
    return bool(st.context.theme.type == "dark")
