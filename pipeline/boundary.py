"""Municipalities that sit in another polygon of 2017 than their list of 2013 says, found from places inside them."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from pipeline.geometry import LON_LAT

PLACES = Path("data/csv/places.csv")
"""1.436 places in all 408 municipalities of 2013; coordinates mostly from geonames (CC BY 4.0)."""


def moved_places(municipalities: pd.DataFrame, polygons: gpd.GeoDataFrame, places: Path = PLACES) -> pd.DataFrame:
    """Places outside the region of their municipality: `municipality`, `place`, `region_code`, `polygon_region_code`.

    Raises ValueError when a municipality has no place, so that no change can go unseen.
    """
    listed = pd.read_csv(places, encoding="utf8")
    without = set(municipalities["municipality"]) ^ set(listed["municipality"])
    if without:
        raise ValueError(f"{places}: municipalities without a place, or unknown: {sorted(without)}")
    points = gpd.GeoDataFrame(
        listed, geometry=gpd.points_from_xy(listed["place_lon"], listed["place_lat"]), crs=LON_LAT
    ).to_crs(polygons.crs)
    inside = points.sjoin(polygons[["region_code", "geometry"]], predicate="within").rename(
        columns={"region_code": "polygon_region_code"}
    )
    joined = inside.merge(municipalities[["municipality", "region_code"]], on="municipality", validate="m:1")
    moved = joined[joined["polygon_region_code"] != joined["region_code"]]
    return pd.DataFrame(moved[["municipality", "place", "region_code", "polygon_region_code"]])


def check_boundary_changes(changes: pd.DataFrame, moved: pd.DataFrame) -> None:
    """Refuses a list of changes that does not name exactly the municipalities that moved."""
    columns = ["municipality", "region_code", "polygon_region_code"]
    stated = set(changes[columns].itertuples(index=False, name=None))
    found = set(moved[columns].itertuples(index=False, name=None))
    if stated != found:
        raise ValueError(f"boundary_changes.csv does not match the map: {sorted(stated ^ found)}")
