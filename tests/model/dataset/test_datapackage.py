"""The data package: valid by the specification, and every file says what the dataset says."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from functools import cache
from pathlib import Path

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from model.dataset.datapackage import csv_text, descriptor, zip_bytes
from model.dataset.reading import PARQUET_DIR, read_table
from model.dataset.registry import FIELDS, TABLES
from tests.data.shipped import PARQUET, STATIC, shipped

GEOJSON = STATIC / "regions.geo.json"


@cache
def tables() -> dict[str, pd.DataFrame]:
    return {name: read_table(name) for name in TABLES}


@cache
def content() -> bytes:
    return zip_bytes(tables(), "1.2.3", lambda name: PARQUET_DIR / f"{name}.parquet", GEOJSON)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked."""
    path = tmp_path_factory.mktemp("package")
    zipfile.ZipFile(io.BytesIO(content())).extractall(path)
    return path


@pytest.fixture(scope="module")
def package(folder: Path) -> dict:
    """The descriptor."""
    return json.loads((folder / "datapackage.json").read_text(encoding="utf8"))


def test_descriptor_and_all_data_are_valid(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    faults = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert (report.valid, faults, report.errors) == (True, [], [])
    assert report.stats["tasks"] == len(TABLES) + 1


def test_a_wrong_value_would_be_seen(folder: Path, tmp_path: Path) -> None:
    spoiled = tmp_path / "package"
    zipfile.ZipFile(io.BytesIO(content())).extractall(spoiled)
    file = spoiled / "csv" / "scale_choices.csv"
    file.write_text(file.read_text(encoding="utf8").replace("JZ01,ambulant", "JZ99,ambulant", 1), encoding="utf8")
    report = frictionless.validate(str(spoiled / "datapackage.json"))
    assert {error.type for task in report.tasks for error in task.errors} == {"foreign-key"}


def test_every_table_is_a_resource_with_its_fields(package: dict) -> None:
    assert package["version"] == "1.2.3"
    assert [resource["name"] for resource in package["resources"]] == [*TABLES, "regions-geojson"]
    for resource in package["resources"][:-1]:
        table = TABLES[resource["name"]]
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == [name for name in table.fields if name != "geometry"]
        for name, field in fields.items():
            assert field["description"] == FIELDS[name].description
            assert field.get("unit", "") == FIELDS[name].unit
        if not any(FIELDS[key].nullable for key in table.key):
            assert resource["schema"]["primaryKey"] == list(table.key)
        assert resource["licenses"][0]["name"] == "CC-BY-4.0"


def test_keys_to_other_tables(package: dict) -> None:
    keys = {
        (resource["name"], key["fields"]): (key["reference"]["resource"], key["reference"]["fields"])
        for resource in package["resources"][:-1]
        for key in resource["schema"].get("foreignKeys", [])
    }
    assert keys["scale_choices", "region_code"] == ("regions", "region_code")
    assert keys["scale_choices", "task_code"] == ("tasks", "task_code")
    assert keys["partners", "partner_region_code"] == ("regions", "region_code")
    assert keys["municipality_names", "municipality"] == ("municipalities", "municipality")
    assert keys["dilemma_arguments", "dilemma_code"] == ("dilemmas", "dilemma_code")
    assert keys["national_budget", "shared_with"] == ("", "budget_code")
    with_source = {name for name, table in TABLES.items() if "source_file" in table.fields and name != "sources"}
    assert {name for name, column in keys if column == "source_file"} == with_source


def test_sources_are_named(package: dict) -> None:
    assert len(package["sources"]) == len(shipped("sources"))
    assert any("Plan van aanpak" in source["title"] for source in package["sources"])


def test_the_zip_has_every_file_once_and_is_the_same_each_time() -> None:
    names = zipfile.ZipFile(io.BytesIO(content())).namelist()
    expected = {f"{kind}/{name}.{kind}" for name in TABLES for kind in ("csv", "parquet")}
    assert sorted(names) == sorted({*expected, "datapackage.json", "LEESMIJ.txt", "geojson/regions.geo.json"})
    assert content() == zip_bytes(tables(), "1.2.3", lambda name: PARQUET / f"{name}.parquet", GEOJSON)


@pytest.mark.parametrize("name", TABLES)
def test_csv_says_what_the_parquet_says(name: str, folder: Path) -> None:
    with (folder / "csv" / f"{name}.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = pq.read_table(folder / "parquet" / f"{name}.parquet").to_pandas()
    assert len(rows) == len(table)
    for row, shown in zip(rows, table.to_dict("records"), strict=True):
        for column, text in row.items():
            assert read_back(text, FIELDS[column].kind) == plain(shown[column]), (column, row)


def read_back(text: str, kind: str) -> object:
    if kind == "text_list":
        return json.loads(text)
    if text == "":
        return None
    return {"integer": int, "number": float, "yes_no": {"true": True, "false": False}.get, "text": str}[kind](text)


def plain(value: object) -> object:
    if hasattr(value, "tolist"):
        value = value.tolist()
    return None if value is None or value is pd.NA or value != value else value


def test_text_with_commas_quotes_and_lines_survives() -> None:
    table = tables()["sources"].head(1).assign(title='a, "b"\nc')
    (row,) = csv.DictReader(io.StringIO(csv_text(table, "sources"), newline=""))
    assert row["title"] == 'a, "b"\nc'


def test_descriptor_is_plain_json() -> None:
    assert json.loads(json.dumps(descriptor(tables(), "0"))) == descriptor(tables(), "0")
