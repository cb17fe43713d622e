"""Borders for the partner map: small, valid, wound as d3 wants them, with the choices in words."""

import json
from functools import cache

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Polygon, box, shape

from pipeline import geometry
from tests.data.shipped import CSV, STATIC, csv_rows, shipped

FILE = STATIC / "regions.geo.json"
STATUS = {"intentie": "intentie", "gedeelde_afspraak": "gedeelde afspraak", "geen_opvatting": "nog geen opvatting"}


@cache
def features() -> dict[str, dict]:
    """Features by region code."""
    return {
        feature["properties"]["code"]: feature for feature in json.loads(FILE.read_text(encoding="utf8"))["features"]
    }


def squares() -> gpd.GeoDataFrame:
    """Two regions of 10 km that share a border."""
    parts = [box(x, 450_000, x + 10_000, 460_000) for x in (130_000, 140_000)]
    return gpd.GeoDataFrame({"region_code": ["A", "B"]}, geometry=parts, crs=geometry.DUTCH_GRID)


def test_file_is_small_and_has_all_regions() -> None:
    assert FILE.stat().st_size <= 150_000
    assert set(features()) == set(shipped("regions")["region_code"])


def test_regions_are_valid_and_look_like_the_shipped_ones() -> None:
    exact = shipped("regions").set_index("region_code")["geometry"]
    for code, feature in features().items():
        drawn = shape(feature["geometry"])
        assert drawn.is_valid, code
        assert drawn.symmetric_difference(exact[code]).area < 0.02 * exact[code].area, code


def test_outer_rings_run_clockwise_and_holes_the_other_way() -> None:
    for code, feature in features().items():
        drawn = shape(feature["geometry"])
        for part in getattr(drawn, "geoms", [drawn]):
            assert not part.exterior.is_ccw, code
            assert all(hole.is_ccw for hole in part.interiors), code


def test_coordinates_are_short() -> None:
    digits = {
        len(str(number).split(".")[-1])
        for feature in features().values()
        for number in shapely.get_coordinates(shape(feature["geometry"])).ravel()
    }
    assert max(digits) <= geometry.GEOJSON_DECIMALS


def test_choices_in_words_are_those_of_the_csv() -> None:
    for row in csv_rows(CSV / "scale_choices.csv"):
        levels = row["leading_levels"].replace(";", " en ") or "geen niveau genoemd"
        words = f"{levels} ({STATUS[row['status']]})"
        assert features()[row["region_code"]]["properties"][row["task_code"]] == words


def test_file_that_grows_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geometry, "GEOJSON_MAX_BYTES", 100)
    with pytest.raises(ValueError, match="more than 100"):
        geometry.to_geojson(squares(), {"A": {}, "B": {}})


def test_neighbours_keep_one_border() -> None:
    text = geometry.to_geojson(squares(), {"A": {"code": "A"}, "B": {"code": "B"}})
    left, right = (shape(feature["geometry"]) for feature in json.loads(text)["features"])
    assert isinstance(left, Polygon)
    assert shapely.length(shapely.intersection(left.exterior, right.exterior)) > 0.05
    assert shapely.intersection(left, right).area == 0


def test_region_without_properties_is_refused() -> None:
    with pytest.raises(KeyError):
        geometry.to_geojson(squares(), {"A": {}})


def test_order_is_that_of_the_polygons() -> None:
    text = geometry.to_geojson(squares().iloc[::-1], {"A": {"code": "A"}, "B": {"code": "B"}})
    assert [feature["properties"]["code"] for feature in json.loads(text)["features"]] == ["B", "A"]
