"""Rings to polygons, simplification with shared borders and the map for the browser, on small shapes."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, box

from pipeline import geometry

X, Y = 600_000.0, 6_800_000.0
"""A corner in the middle of the Netherlands, EPSG:3857."""
KM = 1000.0


def ring(west: float, south: float, east: float, north: float) -> list[str | float]:
    """Rectangle in km from the corner, as the CBS map writes it: y negated, closed by the first point."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    numbers = [number for x, y in corners for number in (X + x * KM, -(Y + y * KM))]
    return ["M", *numbers[:2], "L", *numbers[2:], "Z"]


def written(folder: Path, **regions: list[list[str | float]]) -> Path:
    """A map with the given regions, each a list of rings."""
    items = [
        {
            "path": [token for part in rings for token in part],
            "properties": {"statcode": code, "statnaam": f"Regio {code}"},
        }
        for code, rings in regions.items()
    ]
    path = folder / "kaart.json"
    path.write_text(json.dumps(items), encoding="utf8")
    return path


def at(x_km: float, y_km: float) -> Point:
    """Point in km from the corner, in metres of the Dutch grid."""
    return gpd.GeoSeries([Point(X + x_km * KM, Y + y_km * KM)], crs=3857).to_crs(28992).iloc[0]


def squares(**boxes: Polygon) -> gpd.GeoDataFrame:
    """Regions in metres of the Dutch grid."""
    return gpd.GeoDataFrame({"region_code": list(boxes)}, geometry=list(boxes.values()), crs=28992)


def square(x_km: float, y_km: float, side_km: float = 10) -> Polygon:
    """Square near the middle of the Dutch grid."""
    west, south = 100_000 + x_km * KM, 450_000 + y_km * KM
    return box(west, south, west + side_km * KM, south + side_km * KM)


def test_one_ring_is_one_polygon_the_right_way_up(tmp_path: Path) -> None:
    polygons = geometry.read_polygons(written(tmp_path, A=[ring(0, 0, 20, 10)]))
    assert polygons.crs == "EPSG:28992"
    assert polygons[["region_code", "name_cbs"]].to_numpy().tolist() == [["A", "Regio A"]]
    (shape,) = polygons.geometry
    assert shape.contains(at(1, 1))
    assert shape.contains(at(19, 9))
    assert not shape.contains(at(1, 11))
    # North stays north: the first corner is the south-western one.
    assert at(0, 0).y < at(0, 10).y


def test_a_ring_inside_is_a_hole_and_one_inside_that_an_island(tmp_path: Path) -> None:
    rings = [ring(40, 40, 60, 60), ring(0, 0, 100, 100), ring(20, 20, 80, 80)]
    (shape,) = geometry.read_polygons(written(tmp_path, A=rings)).geometry
    assert isinstance(shape, MultiPolygon)
    assert shape.is_valid
    assert [shape.contains(at(x, x)) for x in (10, 30, 50, 70, 90)] == [True, False, True, False, True]


def test_a_ring_beside_is_an_island_even_if_it_comes_first(tmp_path: Path) -> None:
    (shape,) = geometry.read_polygons(written(tmp_path, A=[ring(200, 0, 201, 1), ring(0, 0, 100, 100)])).geometry
    assert len(shape.geoms) == 2
    assert sum(len(part.interiors) for part in shape.geoms) == 0
    assert shape.contains(at(200.5, 0.5))


def test_an_enclave_fills_the_hole_of_its_surroundings(tmp_path: Path) -> None:
    path = written(tmp_path, B=[ring(40, 40, 60, 60)], A=[ring(0, 0, 100, 100), ring(40, 40, 60, 60)])
    polygons = geometry.read_polygons(path).set_index("region_code").geometry
    assert list(polygons.index) == ["A", "B"]
    assert polygons["B"].contains(at(50, 50))
    assert not polygons["A"].contains(at(50, 50))
    assert polygons["A"].touches(polygons["B"])


def test_overlapping_regions_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, A=[ring(0, 0, 100, 100)], B=[ring(90, 0, 190, 100)])
    with pytest.raises(ValueError, match=r"kaart\.json: regions overlap"):
        geometry.read_polygons(path)


def test_borders_that_run_through_each_other_are_refused(tmp_path: Path) -> None:
    wedge = ring(100, 0, 200, 100)
    wedge[1] = X + 99.9 * KM
    with pytest.raises(ValueError, match="borders that do not match"):
        geometry.read_polygons(written(tmp_path, A=[ring(0, 0, 100, 100)], B=[wedge]))


def test_half_a_point_is_refused(tmp_path: Path) -> None:
    broken = ring(0, 0, 10, 10)
    broken.pop(-2)
    with pytest.raises(ValueError, match="zip"):
        geometry.read_polygons(written(tmp_path, A=[broken]))


def wavy_border(steps: int = 400) -> list[tuple[float, float]]:
    """A border from south to north with waves of 150 m."""
    north = np.linspace(450_000, 490_000, steps)
    return [(150_000 + 150 * np.sin(i), y) for i, y in enumerate(north)]


def test_simplification_keeps_shared_borders_shared() -> None:
    border = wavy_border()
    west = Polygon([(110_000, 450_000), *border, (110_000, 490_000)])
    east = Polygon([(190_000, 450_000), *border, (190_000, 490_000)])
    simple = geometry.simplify(squares(A=west, B=east), tolerance_m=200)
    one, other = simple.geometry
    assert shapely.coverage_is_valid(simple.geometry.to_numpy())
    assert len(one.exterior.coords) < len(west.exterior.coords) / 2
    assert one.intersection(other).area == 0
    assert one.boundary.intersection(other.boundary).length > 39_000
    assert list(simple["region_code"]) == ["A", "B"]


def test_label_points_lie_in_the_widest_part() -> None:
    wide, narrow = square(0, 0, 20), box(120_000, 459_000, 160_000, 461_000)
    points = geometry.label_points(squares(A=shapely.union(wide, narrow)))
    assert points.loc[0, "x_km"] == pytest.approx(110, abs=0.5)
    assert points.loc[0, "y_km"] == pytest.approx(460, abs=0.5)
    back = (
        gpd.GeoSeries([Point(points.loc[0, "label_lon"], points.loc[0, "label_lat"])], crs=4326).to_crs(28992).iloc[0]
    )
    assert back.distance(Point(points.loc[0, "x_km"] * KM, points.loc[0, "y_km"] * KM)) < 20


def test_topojson_shares_arcs_and_names_regions() -> None:
    topology = json.loads(geometry.to_topojson(squares(A=square(0, 0), B=square(10, 0))))
    assert topology["type"] == "Topology"
    assert set(topology["objects"]) == {"regions"}
    one, other = topology["objects"]["regions"]["geometries"]
    assert [one["id"], other["id"]] == ["A", "B"]
    assert one["properties"] == {"x_km": pytest.approx(105, abs=0.3), "y_km": pytest.approx(455, abs=0.3)}
    arcs = [{number if number >= 0 else ~number for number in item["arcs"][0]} for item in (one, other)]
    assert len(arcs[0] & arcs[1]) == 1


def test_topojson_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(geometry.to_topojson(squares(A=square(0, 0), B=square(10, 0))))
    monkeypatch.setattr(geometry, "TOPOJSON_MAX_BYTES", size)
    assert geometry.to_topojson(squares(A=square(0, 0), B=square(10, 0)))
    monkeypatch.setattr(geometry, "TOPOJSON_MAX_BYTES", size - 1)
    with pytest.raises(ValueError, match=f"TopoJSON is {size} bytes, more than {size - 1}"):
        geometry.to_topojson(squares(A=square(0, 0), B=square(10, 0)))
