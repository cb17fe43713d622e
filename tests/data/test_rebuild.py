"""What is shipped equals what the CSV files and the map give today."""

from hashlib import sha256
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely

from model.dataset.reading import checksums
from model.dataset.registry import SHIPPED_TABLES
from pipeline.build import write_dataset
from tests.data.shipped import CSV, DOCS, PARQUET, ROOT, STATIC, csv_rows, shipped


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with a new build."""
    folder = tmp_path_factory.mktemp("fresh")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        write_dataset(folder / "parquet", folder / "static", folder / "docs" / "datawoordenboek.md")
    return folder


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_parquet_equals_a_fresh_build(name: str, fresh: Path) -> None:
    built = fresh / "parquet" / f"{name}.parquet"
    new_schema, old_schema = pq.read_schema(built), pq.read_schema(PARQUET / f"{name}.parquet")
    assert [(field, field.metadata) for field in new_schema] == [(field, field.metadata) for field in old_schema]
    for key in (b"schaalwijzer_schema", b"description"):
        assert new_schema.metadata[key] == old_schema.metadata[key]
    new = gpd.read_parquet(built) if name == "regions" else pq.read_table(built).to_pandas()
    old = shipped(name)
    if name == "regions":
        assert new.crs == old.crs
        same = shapely.equals_exact(new.geometry.to_numpy(), old.geometry.to_numpy(), tolerance=1e-9)
        assert same.all(), new.loc[~same, "region_code"].tolist()
        new, old = new.drop(columns="geometry"), old.drop(columns="geometry")
    pd.testing.assert_frame_equal(pd.DataFrame(new), pd.DataFrame(old))


def test_checksums_are_those_of_the_shipped_tables() -> None:
    files = {path.name: sha256(path.read_bytes()).hexdigest() for path in PARQUET.glob("*.parquet")}
    assert checksums(PARQUET) == files
    assert set(files) == {f"{name}.parquet" for name in SHIPPED_TABLES}


def test_browser_files_equal_a_fresh_build(fresh: Path) -> None:
    built = {path.name: path.read_bytes() for path in (fresh / "static").iterdir()}
    assert {"regions.topo.json", "regions.geo.json"} <= set(built)
    shipped_files = {path.name: path.read_bytes() for path in STATIC.iterdir()}
    assert [name for name in built if built[name] != shipped_files.get(name)] == []


@pytest.mark.parametrize("name", ["datawoordenboek.md", "documentonderdelen.md"])
def test_generated_pages_equal_a_fresh_build(name: str, fresh: Path) -> None:
    assert (fresh / "docs" / name).read_bytes() == (DOCS / name).read_bytes()


@pytest.mark.parametrize("name", sorted(set(SHIPPED_TABLES) - {"neighbours"}))
def test_parquet_says_what_the_csv_says(name: str) -> None:
    """Value by value with nothing but the csv module, so that a fault in the pipeline's own reader shows."""
    rows = sorted(csv_rows(CSV / f"{name}.csv"), key=lambda row: [row[key] for key in SHIPPED_TABLES[name].key])
    table = shipped(name)
    loose = table.sort_values(list(SHIPPED_TABLES[name].key), key=lambda column: column.astype(object).map(_as_text))
    assert len(rows) == len(loose)
    for row, shown in zip(rows, loose.to_dict("records"), strict=True):
        for column, text in row.items():
            assert _same(shown[column], text), (column, row)


def _as_text(value: object) -> str:
    return "" if value is None or value != value else str(value)


def _same(value: object, text: str) -> bool:
    if isinstance(value, (list, np.ndarray)):
        return ";".join(value) == text
    if isinstance(value, (bool, np.bool_)):
        return text == ("ja" if value else "nee")
    if value is None or value is pd.NA or value != value:
        return text == ""
    return str(value) == text if isinstance(value, str) else float(value) == float(text)  # type: ignore[arg-type]
