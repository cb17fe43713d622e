"""A PowerPoint file read back: what is on its slides, by python-pptx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

FOREIGN = re.compile(r"Click to|Second level|Office Theme|Macintosh|Steve Canny|en-US|Calibri")
"""Words of the file that every deck of python-pptx begins as."""


def opened(file: bytes) -> Deck:
    return Presentation(io.BytesIO(file))


def parts(file: bytes) -> dict[str, str]:
    """Texts of the XML parts of a file, by name."""
    with ZipFile(io.BytesIO(file)) as packed:
        return {
            name: packed.read(name).decode("utf8") for name in packed.namelist() if name.endswith((".xml", ".rels"))
        }


def charts(slide: Slide) -> list[BaseShape]:
    return [shape for shape in slide.shapes if shape.has_chart]


def values(shape: BaseShape) -> dict[str, list[float | None]]:
    """Numbers of a chart by the name of their line."""
    plots = shape.chart.plots  # type: ignore[attr-defined]
    return {series.name: list(series.values) for plot in plots for series in plot.series}


def alt(shape: BaseShape) -> str:
    """What a picture, chart or table shows in words."""
    for found in shape._element.iter():
        if found.tag.endswith("}cNvPr"):
            return str(found.get("descr", ""))
    return ""


def texts(slide: Slide) -> list[str]:
    """Texts of the shapes in the order in which they are read."""
    return [shape.text_frame.text for shape in slide.shapes if isinstance(shape, Shape)]


def cells(shape: BaseShape) -> list[list[str]]:
    """Texts of a table."""
    return [[cell.text for cell in row.cells] for row in shape.table.rows]  # type: ignore[attr-defined]


def runs_without_language(slide: Slide) -> Iterator[str]:
    """Texts of which nobody said that they are Dutch."""
    for found in slide._element.iter():
        if found.tag.endswith("}r") and found.find(".//{*}t") is not None:
            properties = found.find("{*}rPr")
            if properties is None or properties.get("lang") != "nl-NL":
                yield "".join(found.itertext())
