"""Region polygons from the CBS map: rings to polygons, simplified with shared borders intact, TopoJSON, GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import topojson
from shapely.geometry import Polygon

SOURCE = Path("data/geometry/jeugdregio_2017.json")
"""`options.chart.map` of `choropleth_youthcare.json` in the package cbsplotlib 0.6.0 (© CBS/Kadaster, CC BY 4.0)."""

WEB_MERCATOR, DUTCH_GRID, LON_LAT = 3857, 28992, 4326
SIMPLIFY_TOLERANCE_M = 200
"""At full screen one pixel of the map is about 300 m, so nothing visible is lost."""
TOPOJSON_STEPS = 4000
TOPOJSON_MAX_BYTES = 60_000
GEOJSON_TOLERANCE_M = 300
GEOJSON_DECIMALS = 4
"""Of a degree: some 7 by 11 m."""
GEOJSON_MAX_BYTES = 150_000


def read_polygons(path: Path = SOURCE) -> gpd.GeoDataFrame:
    """Unsimplified region polygons: `region_code`, `name_cbs`, `geometry` (metres, Dutch national grid).

    A path is a list of 'M', 'L', 'Z' and numbers in EPSG:3857 with y negated; a ring inside a larger ring is a hole.
    """
    items: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf8"))
    rows = [
        {
            "region_code": item["properties"]["statcode"],
            "name_cbs": item["properties"]["statnaam"],
            "geometry": _polygon(list(_rings(item["path"]))),
        }
        for item in items
    ]
    polygons = gpd.GeoDataFrame(rows, geometry="geometry", crs=WEB_MERCATOR).to_crs(DUTCH_GRID)
    polygons = polygons.sort_values("region_code", ignore_index=True)
    if not shapely.coverage_is_valid(polygons.geometry.to_numpy()):
        raise ValueError(f"{path}: regions overlap or have borders that do not match")
    return polygons


def simplify(polygons: gpd.GeoDataFrame, tolerance_m: float = SIMPLIFY_TOLERANCE_M) -> gpd.GeoDataFrame:
    """The same coverage with fewer points: neighbours keep touching, polygons stay valid."""
    return polygons.assign(geometry=shapely.coverage_simplify(polygons.geometry.to_numpy(), tolerance_m))


def label_points(polygons: gpd.GeoDataFrame) -> pd.DataFrame:
    """Centre of the largest circle inside each region.

    Columns `label_lon`, `label_lat` (degrees) and `x_km`, `y_km` (Dutch national grid).
    """
    circles = shapely.maximum_inscribed_circle(polygons.geometry.to_numpy(), tolerance=100)
    centres = gpd.GeoSeries(shapely.get_point(circles, 0), crs=polygons.crs)
    degrees = centres.to_crs(LON_LAT)
    return pd.DataFrame(
        {
            "label_lon": degrees.x.round(5),
            "label_lat": degrees.y.round(5),
            "x_km": centres.x.div(1000).round(2),
            "y_km": centres.y.div(1000).round(2),
        }
    )


def to_topojson(polygons: gpd.GeoDataFrame) -> str:
    """TopoJSON of the regions in metres of the Dutch national grid, so that the browser only has to scale.

    Each geometry has the region code as `id` and its label point as `x_km`, `y_km`. Raises ValueError when the text is
    larger than the browser should load.
    """
    topology: dict[str, Any] = topojson.Topology(  # type: ignore[attr-defined]
        polygons[["region_code", "geometry"]], prequantize=False, topology=True, topoquantize=TOPOJSON_STEPS
    ).to_dict()
    points = label_points(polygons)[["x_km", "y_km"]].set_axis(polygons["region_code"]).to_dict("index")
    geometries = [
        {"type": item["type"], "arcs": item["arcs"], "id": code, "properties": points[code]}
        for item in topology["objects"]["data"]["geometries"]
        for code in [item["properties"]["region_code"]]
    ]
    slim = {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": {"regions": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": topology["arcs"],
    }
    text = json.dumps(slim, separators=(",", ":"))
    if len(text) > TOPOJSON_MAX_BYTES:
        raise ValueError(f"TopoJSON is {len(text)} bytes, more than {TOPOJSON_MAX_BYTES}")
    return text


def to_geojson(polygons: gpd.GeoDataFrame, properties: Mapping[str, Mapping[str, str]]) -> str:
    """GeoJSON of the regions in degrees, in the order of `polygons`, each with its `properties` by region code.

    Outer rings run clockwise: on a sphere d3 takes the other side of a ring for its inside. Raises ValueError when
    rounding spoils a region, or when the text is larger than the browser should load.
    """
    geometries = simplify(polygons, GEOJSON_TOLERANCE_M).to_crs(LON_LAT).geometry.to_numpy()
    # Rounding alone would make narrow dams cross themselves; set_precision keeps every region valid.
    snapped = shapely.set_precision(geometries, 10.0**-GEOJSON_DECIMALS)
    rounded = shapely.transform(snapped, lambda points: np.round(points, GEOJSON_DECIMALS))
    rounded = shapely.orient_polygons(rounded, exterior_cw=True)
    if not shapely.is_valid(rounded).all():
        raise ValueError(f"regions that rounding spoils: {list(polygons['region_code'][~shapely.is_valid(rounded)])}")
    features = [
        {"type": "Feature", "properties": dict(properties[code]), "geometry": shapely.geometry.mapping(geometry)}
        for code, geometry in zip(polygons["region_code"], rounded, strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    if len(text.encode()) > GEOJSON_MAX_BYTES:
        raise ValueError(f"GeoJSON is {len(text.encode())} bytes, more than {GEOJSON_MAX_BYTES}")
    return text


def _rings(path: list[str | float]) -> Iterator[list[tuple[float, float]]]:
    ring: list[float] = []
    for token in path:
        if not isinstance(token, str):
            ring.append(token)
        elif token == "M" and ring:
            yield _points(ring)
            ring = []
    yield _points(ring)


def _points(numbers: list[float]) -> list[tuple[float, float]]:
    return [(x, -y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _polygon(rings: list[list[tuple[float, float]]]) -> shapely.Geometry:
    parts = sorted((Polygon(ring) for ring in rings), key=lambda part: -part.area)
    whole: shapely.Geometry = parts[0]
    for part in parts[1:]:
        inside = whole.contains(part.representative_point())
        whole = whole.difference(part) if inside else whole.union(part)
    return whole
