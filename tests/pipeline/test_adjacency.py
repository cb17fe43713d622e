"""Neighbours from polygons: on small shapes, and on the shipped geometry against the shipped table.

The table itself is held against the atlas in tests/data/test_geometry.py.
"""

from functools import cache

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import MultiPolygon, Polygon, box

from pipeline.adjacency import neighbours
from tests.data.shipped import region_of_profile, shipped

DUTCH_GRID, KM = 28992, 1000


def regions(crs: int | None = DUTCH_GRID, **shapes: Polygon | MultiPolygon) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"region_code": list(shapes)}, geometry=list(shapes.values()), crs=crs)


def square(x_km: float, y_km: float, side_km: float = 10) -> Polygon:
    west, south = 100 * KM + x_km * KM, 450 * KM + y_km * KM
    return box(west, south, west + side_km * KM, south + side_km * KM)


def rows(found: pd.DataFrame) -> list[list[object]]:
    assert list(found.columns) == ["region_code", "neighbour_region_code", "border_km"]
    return found.to_numpy().tolist()


@cache
def from_shipped_polygons() -> pd.DataFrame:
    """Neighbours by the simplified polygons that the app shows."""
    return neighbours(shipped("regions").to_crs(DUTCH_GRID))  # type: ignore[operator]


# Small shapes


def test_neighbours_share_a_line_and_a_point_is_no_line() -> None:
    found = neighbours(regions(A=square(0, 0), B=square(10, 0), C=square(10, 10), D=square(40, 40)))
    assert rows(found) == [["A", "B", 10.0], ["B", "A", 10.0], ["B", "C", 10.0], ["C", "B", 10.0]]


def test_neighbours_may_share_a_short_line() -> None:
    found = neighbours(regions(A=square(0, 0), B=square(10, 9.9)))
    assert found["border_km"].tolist() == [0.1, 0.1]


def test_an_enclave_is_a_neighbour_of_its_surroundings() -> None:
    outer = Polygon(square(0, 0, 30).exterior, [square(10, 10).exterior])
    assert rows(neighbours(regions(A=outer, B=square(10, 10)))) == [["A", "B", 40.0], ["B", "A", 40.0]]


def test_water_parts_and_an_island_brings_only_its_own_borders() -> None:
    with_island = MultiPolygon([square(0, 0), square(30, 0)])
    found = neighbours(regions(A=with_island, B=square(10.5, 0), C=square(40, 0)))
    assert rows(found) == [["A", "C", 10.0], ["C", "A", 10.0]]


def test_borders_on_two_sides_add_up() -> None:
    assert neighbours(regions(A=MultiPolygon([square(0, 0), square(20, 0)]), B=square(10, 0)))["border_km"].max() == 20


def test_order_of_the_polygons_does_not_matter_and_they_stay_as_they_were() -> None:
    given = regions(B=square(10, 0), A=square(0, 0))
    before = given.copy()
    assert rows(neighbours(given)) == [["A", "B", 10.0], ["B", "A", 10.0]]
    pd.testing.assert_frame_equal(pd.DataFrame(given), pd.DataFrame(before))


def test_regions_far_apart_give_no_rows() -> None:
    assert rows(neighbours(regions(A=square(0, 0), B=square(40, 40)))) == []


@pytest.mark.parametrize(("crs", "unit"), [(4326, "degree"), (None, "unknown units")])
def test_coordinates_that_are_not_metres_are_refused(crs: int | None, unit: str) -> None:
    with pytest.raises(ValueError, match=f"{unit}.*metres"):
        neighbours(regions(crs, A=box(5, 52, 6, 53), B=box(6, 52, 7, 53)))


def test_region_in_two_rows_is_refused() -> None:
    twice = regions(A=square(0, 0), B=square(10, 0)).assign(region_code="A")
    with pytest.raises(ValueError, match=r"more than one polygon row: \['A'\]"):
        neighbours(twice)


# The shipped geometry


def test_shipped_polygons_give_the_shipped_pairs_both_ways() -> None:
    """The table comes from the full map, the polygons that the app shows are simplified: no border may come or go."""
    table, found = shipped("neighbours"), from_shipped_polygons()
    keys = ["region_code", "neighbour_region_code"]
    pd.testing.assert_frame_equal(found[keys], table[keys])
    pairs = set(found[keys].itertuples(index=False, name=None))
    assert {pair[::-1] for pair in pairs} == pairs
    assert len(pairs) == 186


def test_simplification_only_shortens_borders_a_little() -> None:
    simple_km, full_km = from_shipped_polygons()["border_km"], shipped("neighbours")["border_km"]
    assert (simple_km <= full_km + 0.01).all(), "a straighter line is never longer; both are rounded"
    assert (simple_km > 0.9 * full_km).all()


def test_islands_of_different_regions_are_no_neighbours_across_water() -> None:
    """Texel (Kop van Noord-Holland) and Vlieland (Friesland): their regions meet at the Afsluitdijk only."""
    found = from_shipped_polygons().set_index(["region_code", "neighbour_region_code"])["border_km"]
    assert found[region_of_profile("2"), region_of_profile("23")] < 1
