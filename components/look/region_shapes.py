"""Shapes of the regions: the browser fetches them once (region_shapes.js), what draws without one reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

TOPOLOGY_URL = "regions.topo.json"
"""Address of the shapes, from the folder of files that are served as they are."""

_FILE = Path(__file__).parents[2] / "static" / TOPOLOGY_URL

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Outline of a region as the text of an SVG path, and the point at which it is marked: kilometres, north up."""

    path: str
    x: float
    y: float


@cache
def region_shapes() -> Mapping[str, Shape]:
    """Shapes of the 42 regions by code. Raises OSError where the file is missing."""
    return shapes_of(json.loads(_FILE.read_text(encoding="utf8")))


def shapes_of(topology: Mapping[str, Any]) -> dict[str, Shape]:
    """Shapes by region code of the file that pipeline/geometry.py writes (TopoJSON, metres of the Dutch grid)."""
    arcs = _points_of_arcs(topology)
    shapes = {}
    for region in topology["objects"]["regions"]["geometries"]:
        parts = [region["arcs"]] if region["type"] == "Polygon" else region["arcs"]
        path = "".join(_ring_path(ring, arcs) for part in parts for ring in part)
        shapes[region["id"]] = Shape(path, region["properties"]["x_km"], -region["properties"]["y_km"])
    return shapes


def _points_of_arcs(topology: Mapping[str, Any]) -> list[list[Point]]:
    """Points of each arc, which the file writes as a first point and steps from there."""
    (x_scale, y_scale), (x_from, y_from) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for across, up in arc:
            x, y = x + across, y + up
            points.append(((x * x_scale + x_from) / 1000, -(y * y_scale + y_from) / 1000))
        arcs.append(points)
    return arcs


def _ring_path(ring: list[int], arcs: list[list[Point]]) -> str:
    """A ring from its arcs by position, ~position for one that runs backwards; each begins where the last one ended."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[~index][::-1] if index < 0 else arcs[index]
        points += arc[1:] if points else arc
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z"
