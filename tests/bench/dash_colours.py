"""Colours of the classes for charts in Dash."""

from __future__ import annotations

from collections.abc import Sequence

from components.look.palette import class_colours

NO_LEVEL_COLOUR = "#d0d3da"


def class_colour(class_code: str) -> str:
    """One flat colour per class; a mixture, which Plotly cannot stripe here, gets the mean of its colours."""
    colours = class_colours(class_code)
    if not colours:
        return NO_LEVEL_COLOUR
    channels = [[int(colour[place : place + 2], 16) for colour in colours] for place in (1, 3, 5)]
    return "#" + "".join(f"{round(sum(values) / len(values)):02x}" for values in channels)


def stepped_scale(class_codes: Sequence[str]) -> list[tuple[float, str]]:
    """Colour scale with one even step per class, for values 0, 1, 2, …"""
    count = len(class_codes)
    return [(edge / count, class_colour(code)) for i, code in enumerate(class_codes) for edge in (i, i + 1)]
