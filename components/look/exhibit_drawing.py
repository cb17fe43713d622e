"""What an exhibit draws, large enough for a hall: bars, grid, table, path of costs, waterfall.

It fills the height that the stage leaves to a page (`--stage-height`). The map of the regions has a drawing of its own,
which stays alive on stage.
"""

from __future__ import annotations

import math
from typing import Any

from components.look import component_files
from components.look.exhibit import (
    BarsDrawing,
    ClassFace,
    Exhibit,
    GridDrawing,
    MapDrawing,
    PathDrawing,
    TableDrawing,
    WaterfallDrawing,
)
from components.look.words import amount, million
from model.notation import MINUS

Drawable = BarsDrawing | GridDrawing | PathDrawing | WaterfallDrawing | TableDrawing

_KEY = "exhibit_drawing"
_drawing = component_files.component(_KEY, __file__)


def show_drawing(exhibit: Exhibit) -> None:
    """Draws the exhibit; nothing where it has no drawing. Raises TypeError for a map, which draws itself."""
    drawing = exhibit.drawing
    if isinstance(drawing, MapDrawing):
        raise TypeError("the map of the regions draws itself")
    if drawing is not None:
        _drawing(key=_KEY, data=drawing_payload(drawing, exhibit.alt))


def drawing_payload(drawing: Drawable, alt: str) -> dict[str, Any]:
    """What the browser draws: `kind`, `alt`, and the drawing with its numbers in words; None is a number unknown."""
    match drawing:
        case BarsDrawing():
            content = _bars(drawing)
        case GridDrawing():
            content = _grid(drawing)
        case PathDrawing():
            content = _path(drawing)
        case WaterfallDrawing():
            content = _waterfall(drawing)
        case TableDrawing():
            content = {"kind": "table", "columns": drawing.columns, "rows": drawing.rows}
    return {"alt": alt, **content}


def _bars(drawing: BarsDrawing) -> dict[str, Any]:
    bars = [
        {"label": bar.label, "value": _known(bar.value), "words": bar.words, "marked": bar.marked}
        for bar in drawing.bars
    ]
    return {"kind": "bars", "unit": drawing.unit, "bars": bars}


def _grid(drawing: GridDrawing) -> dict[str, Any]:
    return {
        "kind": "grid",
        "rows": drawing.rows,
        "columns": drawing.columns,
        "cells": drawing.cells,
        "classes": [_face(face) for face in drawing.classes],
        "marked": drawing.marked,
        "bands": drawing.bands,
    }


def _face(face: ClassFace) -> dict[str, Any]:
    return {"words": face.words, "colours": face.colours}


def _path(drawing: PathDrawing) -> dict[str, Any]:
    """Each line in millions of euros with its words per year; what is not known or not asked for is None."""
    lines = {
        "cost": drawing.cost_mln_eur,
        "without": drawing.without_measures_mln_eur,
        "target": drawing.target_mln_eur,
        "p10": drawing.p10_mln_eur,
        "p90": drawing.p90_mln_eur,
    }
    return {
        "kind": "path",
        "years": drawing.years,
        **{name: [_amount(value, drawing.decimals) for value in values] for name, values in lines.items()},
    }


def _amount(value: float | None, decimals: int) -> dict[str, Any]:
    known = None if value is None else _known(value)
    return {"value": known, "words": "onbekend" if known is None else amount(known, decimals)}


def _waterfall(drawing: WaterfallDrawing) -> dict[str, Any]:
    def words(start: float, end: float, *, is_total: bool) -> str:
        if is_total:
            return million(end, drawing.decimals)
        difference = amount(end - start, drawing.decimals)
        return difference if difference.startswith(MINUS) else f"+{difference}"

    return {
        "kind": "waterfall",
        "beginning": drawing.axis.beginning,
        "steps": [
            {
                "label": step.label,
                "from": drawing.axis.at(drawing.ends(step)[0]),
                "to": drawing.axis.at(drawing.ends(step)[1]),
                "words": words(step.start_mln_eur, step.end_mln_eur, is_total=step.is_total),
                "kind": "total" if step.is_total else "less" if step.end_mln_eur < step.start_mln_eur else "more",
            }
            for step in drawing.steps
        ],
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
