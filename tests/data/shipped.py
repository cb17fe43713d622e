"""The dataset as it is shipped, read without the app's own code."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq

ROOT = Path(__file__).parent.parent.parent
PARQUET = ROOT / "data" / "parquet"
CSV = ROOT / "data" / "csv"
STATIC = ROOT / "static"
DOCS = ROOT / "docs"
SECOND_READING = Path(__file__).parent / "second_reading"


@cache
def shipped(name: str) -> pd.DataFrame:
    """Shipped table; treat as read-only."""
    path = PARQUET / f"{name}.parquet"
    return gpd.read_parquet(path) if name == "regions" else pq.read_table(path).to_pandas()


def region_of_profile(profile: str) -> str:
    """Region code of one profile of the inventory."""
    regions = shipped("regions")
    (code,) = regions.loc[regions["profile"] == profile, "region_code"]
    return str(code)


def cell(profile: str, task_code: str) -> pd.Series:
    """One cell of the inventory, by the number of the profile."""
    choices = shipped("scale_choices")
    found = choices[(choices["region_code"] == region_of_profile(profile)) & (choices["task_code"] == task_code)]
    assert len(found) == 1
    return found.iloc[0]


def municipalities_of_profile(profile: str) -> list[str]:
    """Municipalities of 2013, as the source spells them, in source order."""
    municipalities = shipped("municipalities")
    return municipalities.loc[municipalities["region_code"] == region_of_profile(profile), "name_source"].tolist()


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file as text."""
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
