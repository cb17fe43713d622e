"""What a view draws, on a slide: a native chart or table where there is one, the map as a sharp picture."""

from __future__ import annotations

import io
from typing import Any

from pptx.util import Pt

from components.frame import loading
from components.look.drawn_regions import map_svg
from components.look.exhibit import (
    BarsDrawing,
    Drawing,
    GridDrawing,
    MapDrawing,
    PathDrawing,
    TableDrawing,
    WaterfallDrawing,
)
from components.look.typeset import png_of
from components.slides.charts import add_bars, add_path, add_waterfall
from components.slides.tables import MOST_WORD_COLUMNS, add_grid, add_table, table_letters
from components.slides.template import Place
from components.slides.texts import describe

_SHARP = 3
"""Pixels per point of the map: more than twice those of a slide at its own size (96 to the inch)."""
_MAP_LETTERS = 15


def add_drawing(slide: Any, drawing: Drawing, place: Place, alt: str) -> None:
    """The drawing at its place of the slide, in words `alt`. Raises TypesetError where a map cannot be drawn."""
    match drawing:
        case MapDrawing():
            name, shape = "Kaart", _add_map(slide, drawing, place)
        case PathDrawing():
            name, shape = "Grafiek: kosten per jaar", add_path(slide, drawing, place)
        case WaterfallDrawing():
            name, shape = "Grafiek: stappen", add_waterfall(slide, drawing, place)
        case BarsDrawing():
            name, shape = "Grafiek: balken", add_bars(slide, drawing, place)
        case GridDrawing():
            name, shape = "Tabel met niveaus", add_grid(slide, drawing, place)
        case TableDrawing():
            name, shape = "Tabel", add_table(slide, drawing, place)
    describe(shape, name, alt)


def needs_width(drawing: Drawing, beside: Place, below: Place) -> bool:
    """Whether a drawing is better placed `below` the key figures, as wide as the slide, than `beside` them."""
    if isinstance(drawing, TableDrawing):
        return table_letters(drawing, below) > table_letters(drawing, beside)
    return isinstance(drawing, GridDrawing) and len(drawing.columns) > MOST_WORD_COLUMNS


def _add_map(slide: Any, drawing: MapDrawing, place: Place) -> Any:
    svg = map_svg(drawing, loading.region_names(), width=place.width, height=place.height, letters=_MAP_LETTERS)
    picture = io.BytesIO(png_of(svg, round(place.width * _SHARP)))
    left, top, width, height = (Pt(each) for each in place)
    return slide.shapes.add_picture(picture, left, top, width, height)
