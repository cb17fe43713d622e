"""`make data`: reads CSV files and map, checks all, writes Parquet, files for the browser and data dictionary."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from model.choices.classes import STATUS_WORDS, class_words, with_classes
from model.dataset.reading import write_checksums
from model.dataset.registry import SHIPPED_TABLES
from pipeline import geometry
from pipeline.adjacency import neighbours
from pipeline.boundary import check_boundary_changes, moved_places
from pipeline.dictionary import write_dictionary
from pipeline.schemas import check_dataset, check_table
from pipeline.sections import write_sections
from pipeline.tables import read_csv, write_parquet

PARQUET_DIR = Path("data/parquet")
STATIC_DIR = Path("static")
DICTIONARY = Path("docs/datawoordenboek.md")
SECTIONS = "documentonderdelen.md"
COMPUTED_TABLES = ("regions", "neighbours")


def build_tables() -> dict[str, pd.DataFrame]:
    """Every table of the registry, typed and checked, in registry order."""
    polygons = geometry.read_polygons()
    tables: dict[str, pd.DataFrame] = {name: read_csv(name) for name in SHIPPED_TABLES if name not in COMPUTED_TABLES}
    tables["regions"] = _regions(read_csv("regions"), polygons, tables["municipalities"])
    tables["neighbours"] = neighbours(polygons)
    checked: dict[str, pd.DataFrame] = {name: check_table(tables[name], name) for name in SHIPPED_TABLES}
    check_dataset(checked)
    check_boundary_changes(checked["boundary_changes"], moved_places(checked["municipalities"], polygons))
    checked["regions"] = gpd.GeoDataFrame(checked["regions"], geometry="geometry", crs=geometry.LON_LAT)
    return checked


def write_dataset(
    parquet_dir: Path = PARQUET_DIR, static_dir: Path = STATIC_DIR, dictionary: Path = DICTIONARY
) -> None:
    """All files that the app reads, made anew."""
    tables = build_tables()
    for folder in (parquet_dir, static_dir, dictionary.parent):
        folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        write_parquet(table, name, parquet_dir)
    write_checksums(parquet_dir)
    polygons = geometry.read_polygons()
    simple = geometry.simplify(polygons)
    (static_dir / "regions.topo.json").write_text(geometry.to_topojson(simple), encoding="utf8")
    geojson = geometry.to_geojson(polygons, _region_properties(tables))
    (static_dir / "regions.geo.json").write_text(geojson, encoding="utf8")
    write_dictionary(tables, dictionary)
    write_sections(tables, dictionary.with_name(SECTIONS))


def _region_properties(tables: dict[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    """Per region code its `code`, its `name` and, under each task code, its choice and status in words."""
    properties = {
        str(row.region_code): {"code": str(row.region_code), "name": str(row.name)}
        for row in tables["regions"].itertuples()
    }
    for row in with_classes(tables["scale_choices"]).itertuples():
        words = f"{class_words(str(row.leading_class))} ({STATUS_WORDS[str(row.status)]})"
        properties[str(row.region_code)][str(row.task_code)] = words
    return properties


def _regions(listed: pd.DataFrame, polygons: gpd.GeoDataFrame, municipalities: pd.DataFrame) -> gpd.GeoDataFrame:
    simple = geometry.simplify(polygons)
    points = geometry.label_points(simple)
    simple = simple.assign(label_lon=points["label_lon"], label_lat=points["label_lat"])
    counts = municipalities.groupby("region_code").size().rename("municipality_count").reset_index()
    joined = simple.merge(listed, on=["region_code", "name_cbs"], validate="1:1").merge(
        counts, on="region_code", validate="1:1"
    )
    if len(joined) != len(polygons):
        raise ValueError("regions.csv and the map do not list the same regions")
    return joined.to_crs(geometry.LON_LAT)[list(SHIPPED_TABLES["regions"].fields)]


if __name__ == "__main__":
    write_dataset()
    print(f"Written: {PARQUET_DIR}, {STATIC_DIR}, {DICTIONARY}")
