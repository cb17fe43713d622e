"""Texts inside a chart, broken into lines that fit a phone."""

from __future__ import annotations

import textwrap

PHONE_CHARACTERS = 44
"""Characters of a chart text that fit beside each other on a phone of 390 px."""

LINE_BREAK = "\n"
"""Between the lines of one chart text: a list of lines would reach the chart as one text with brackets."""

LINE_PX = 16


def wrapped(text: str, characters: int = PHONE_CHARACTERS) -> list[str]:
    """Lines of a text.

    >>> wrapped("Voorstel voor het inkoopsysteem van 2022", 24)
    ['Voorstel voor het', 'inkoopsysteem van 2022']
    """
    return textwrap.wrap(text, characters, break_long_words=True) or [""]
