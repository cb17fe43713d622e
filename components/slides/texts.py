"""Texts on a slide: each measured, so that it fits its place, and never anything but text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.look.letter_widths import LINE_HEIGHT, in_lines, shortened, size_that_fits
from components.look.palette import TEXT
from components.slides.template import FONT, Place

INK = TEXT.light


def rgb(colour: str) -> Any:
    """Colour of "#rrggbb"."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    make: Any = RGBColor
    return make(red, green, blue)


def shown_text(text: str) -> str:
    """A text without the signs that a file of this kind cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\u00a0\u00ad")


def write(shape: Any, text: str, sizes: tuple[float, float], *, bold: bool = False) -> float:
    """A text into a shape with a place, at the largest of the sizes (first to last) that fits; gives its height.

    What does not fit at the smallest size ends in "…". All in points.
    """
    text, room = shown_text(text), (shape.width.pt, shape.height.pt)
    size = size_that_fits(text, room, sizes, bold=bold)
    put(shape.text_frame, shortened(text, size, room, bold=bold), size, bold=bold)
    return len(in_lines(text, size, room[0], bold=bold)) * size * LINE_HEIGHT


def put(
    frame: Any, text: str, size: float, *, bold: bool = False, colour: str = INK, align: PP_ALIGN | None = None
) -> None:
    """A text as the only one in a frame, of this size in points."""
    frame.text = shown_text(text)
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        if align is not None:
            paragraph.alignment = align
        for run in paragraph.runs:
            style(run.font, size, bold=bold, colour=colour)


def style(font: Any, size: float, *, bold: bool = False, colour: str = INK) -> None:
    """Look of a text: size in points, weight and colour."""
    font.size, font.bold, font.name = Pt(size), bold, FONT
    font.color.rgb = rgb(colour)


def box(slide: Any, place: Place, name: str, *, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> Any:
    """An empty box for text at a place of the slide, without padding."""
    shape = slide.shapes.add_textbox(*(Pt(each) for each in place))
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    frame.vertical_anchor, frame.word_wrap = anchor, True
    return shape


def describe(shape: Any, name: str, alt: str) -> None:
    """Name of a picture, chart or table in the list of what is on the slide, and what it shows in words."""
    shape.name = name
    (found,) = (each for each in shape._element.iter(qn("p:cNvPr")))
    found.set("descr", shown_text(alt))


def line_break_free(texts: Iterable[str]) -> list[str]:
    """Texts that each stay on one line of a table or an axis."""
    return [" ".join(shown_text(text).split()) for text in texts]
