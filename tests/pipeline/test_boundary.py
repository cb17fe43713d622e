"""Boundary changes are found from places, and a list that differs is refused."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from pipeline.boundary import check_boundary_changes, moved_places

POLYGONS = gpd.GeoDataFrame(
    {"region_code": ["JZ01", "JZ02"]}, geometry=[box(5.0, 52.0, 5.1, 52.1), box(5.1, 52.0, 5.2, 52.1)], crs=4326
).to_crs(28992)
MUNICIPALITIES = pd.DataFrame({"municipality": ["Oost", "West"], "region_code": ["JZ02", "JZ01"]})
HEAD = "municipality,place,place_lon,place_lat,origin\n"


def found(folder: Path, rows: str) -> list[list[str]]:
    path = folder / "places.csv"
    path.write_text(HEAD + rows, encoding="utf8")
    return moved_places(MUNICIPALITIES, POLYGONS, path).to_numpy().tolist()


def test_places_in_their_own_region_have_not_moved(tmp_path: Path) -> None:
    assert found(tmp_path, "West,Westdorp,5.05,52.05,x\nOost,Oostdorp,5.15,52.05,x\n") == []


def test_a_place_in_the_other_region_has_moved(tmp_path: Path) -> None:
    rows = "West,Westdorp,5.05,52.05,x\nWest,Verdorp,5.15,52.02,x\nOost,Oostdorp,5.15,52.05,x\n"
    assert found(tmp_path, rows) == [["West", "Verdorp", "JZ01", "JZ02"]]


def test_a_municipality_without_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"municipalities without a place, or unknown: \['Oost'\]"):
        found(tmp_path, "West,Westdorp,5.05,52.05,x\n")


def test_an_unknown_municipality_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Noord"):
        found(tmp_path, "West,A,5.05,52.05,x\nOost,B,5.15,52.05,x\nNoord,C,5.15,52.05,x\n")


CHANGE = {"municipality": ["West"], "region_code": ["JZ01"], "polygon_region_code": ["JZ02"]}


def test_a_list_that_matches_the_map_passes() -> None:
    check_boundary_changes(pd.DataFrame(CHANGE), pd.DataFrame({**CHANGE, "place": ["Verdorp"]}))


@pytest.mark.parametrize("left_out", ["stated", "found"])
def test_a_list_that_differs_from_the_map_is_refused(left_out: str) -> None:
    whole, empty = pd.DataFrame(CHANGE), pd.DataFrame(CHANGE).iloc[:0]
    stated, moved = (empty, whole) if left_out == "stated" else (whole, empty)
    with pytest.raises(ValueError, match=r"boundary_changes\.csv does not match the map.*West"):
        check_boundary_changes(stated, moved)
