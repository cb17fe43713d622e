"""Which regions are neighbours, computed from their polygons: those of the full map, or those that were shipped.

Two regions are neighbours where their polygons share a line, however short. Water needs no rule of its own: the map
ends at the shore and holds the dams, so a dam joins (Fryslân and Kop van Noord-Holland: Afsluitdijk) and open water
parts (Flevoland and Eemland). An island belongs to its region; a point in common is no border. See docs/besluiten/0006.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

BORDER_DECIMALS = 2
"""Of a kilometre: 10 m."""


def neighbours(polygons: gpd.GeoDataFrame) -> pd.DataFrame:
    """Pairs of regions that share a border line, each pair from both sides, sorted by code.

    Parameters
    ----------
    polygons
        One row per region: `region_code` and `geometry`, a coverage (borders match point for point) in metres.

    Returns
    -------
    `region_code`, `neighbour_region_code` and `border_km`, the length of the shared line in kilometres; a region
    without neighbours has no row.

    Raises
    ------
    ValueError
        Where the coordinates are not in metres, or a region has more than one row.
    """
    _check(polygons)
    geometry = polygons.set_index("region_code").geometry
    left, right = geometry.sindex.query(geometry, predicate="touches")
    edges = shapely.boundary(geometry.to_numpy())
    shared_m = shapely.length(shapely.intersection(edges[left], edges[right]))
    pairs = pd.DataFrame(
        {
            "region_code": geometry.index.to_numpy()[left],
            "neighbour_region_code": geometry.index.to_numpy()[right],
            "border_km": np.round(shared_m / 1000, BORDER_DECIMALS),
        }
    )
    return pairs[shared_m > 0].sort_values(["region_code", "neighbour_region_code"], ignore_index=True)


def _check(polygons: gpd.GeoDataFrame) -> None:
    units = {axis.unit_name for axis in polygons.crs.axis_info} if polygons.crs else set()
    if units != {"metre"}:
        raise ValueError(
            f"polygons in {' and '.join(sorted(units)) or 'unknown units'}; borders are measured in metres"
        )
    twice = sorted(set(polygons.loc[polygons["region_code"].duplicated(), "region_code"]))
    if twice:
        raise ValueError(f"regions with more than one polygon row: {twice}")
