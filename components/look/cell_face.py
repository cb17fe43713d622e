"""Face of a choice in a cell: its colours, its letters, and letters that can be read on those colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.look.palette import GROUND, TEXT, class_colours
from model.choices.classes import NO_LEVEL, class_words

DARK_INK, LIGHT_INK = TEXT.light, GROUND.light
"""Colours of letters on a cell; a cell has the same colours on a dark page."""
STATUS_SIGNS = {"gedeelde_afspraak": "●", "intentie": "○", "geen_opvatting": "×"}
"""Sign of each status where it can only be text, in the order of a key."""
_LIGHT_BELOW = 0.2
"""Relative luminance of a ground on which white and the dark ink have about the same contrast."""


def cell_face(class_code: str) -> dict[str, Any]:
    """What the browser draws of a class: `name`, `letters`, `colours` and `ink`."""
    colours = class_colours(class_code)
    return {
        "name": class_words(class_code),
        "letters": class_letters(class_code),
        "colours": list(colours),
        "ink": ink_on(colours),
    }


def class_letters(class_code: str) -> str:
    """Class in letters, for a cell: readable without its colour.

    >>> class_letters("regionaal+bovenregionaal")
    'R+B'
    """
    return "?" if class_code == NO_LEVEL else "+".join(level[0].upper() for level in class_code.split("+"))


def ink_on(colours: Sequence[str]) -> str:
    """Colour of letters on a cell: white only where it has more contrast with every colour of the cell."""
    return LIGHT_INK if colours and all(_luminance(colour) < _LIGHT_BELOW for colour in colours) else DARK_INK


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
