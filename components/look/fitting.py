"""Texts of a chart that fit its width, on a phone as on a projector."""

from __future__ import annotations

import textwrap
from typing import Any

import altair as alt

from components.look.palette import INK
from components.look.words import unbroken

PHONE_CHARACTERS = 44
"""Characters of a chart text that fit beside each other on a phone of 390 px."""

LINE_BREAK = "\n"
"""Between the lines of one chart text: a list of lines would reach the chart as one text with brackets."""

LINE_PX = 16

_SYMBOL_PX = 28
_CHARACTER_PX = {12: 6.4, 13: 6.8, 14: 7.6}
"""Width to reckon with per character, by font size; bold included."""


def wrapped(text: str, characters: int = PHONE_CHARACTERS) -> list[str]:
    """Lines of a text, none of which ends inside an amount of money.

    >>> wrapped("Voorstel voor het inkoopsysteem van 2022", 24)
    ['Voorstel voor het', 'inkoopsysteem van 2022']
    """
    return textwrap.wrap(unbroken(text), characters, break_long_words=True) or [""]


_OUTER_PX = "(containerSize()[0] + 0 * width)"
"""Vega expression of the width of a chart with its axes. What sets the height of a chart may not follow from the width
of the plot, which is known only after the height; the zero lets it follow the window.
"""


def in_lines(text: str, font_px: int, room_px: str = "width") -> str:
    """Vega expression of `text`, itself an expression, with line breaks where `room_px` is full.

    The mark that shows it has `lineBreak=LINE_BREAK`.
    """
    characters = f"max(8, floor(({room_px}) / {_CHARACTER_PX[font_px]}))"
    pattern = f"regexp('(.{{1,' + {characters} + '}})(\\\\s+|$)', 'g')"
    return f"trim(replace({text}, {pattern}, '$1\\n'))"


def legend(entry_px: int, *, beside_px: int, most_columns: int = 3, **options: Any) -> alt.Legend:
    """Legend below a chart, in as many columns of `entry_px` as there is room for, long names in more lines.

    `beside_px` is what the axis takes left of it.
    """
    room_px = f"{_OUTER_PX} - {beside_px}"
    set_by_width: dict[str, Any] = {
        "columns": alt.ExprRef(f"clamp(floor(({room_px}) / {entry_px}), 1, {most_columns})"),
        "labelExpr": f"split({in_lines('datum.label', 13, f'{room_px} - {_SYMBOL_PX}')}, '\\n')",
        "labelLimit": 0,
    }
    look = {"orient": "bottom", "title": None, "labelColor": INK, "labelFontSize": 13}
    return alt.Legend(**{**look, **set_by_width, **options})
