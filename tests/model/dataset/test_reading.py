"""Tables read from Parquet, and refused in Dutch where they cannot be used."""

import random
import shutil
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from model.dataset.reading import PARQUET_DIR, DataError, read_table, write_checksums
from model.dataset.registry import SCHEMA_VERSION, SHIPPED_TABLES

WHAT_TO_DO = "Vraag de beheerder om de gegevens opnieuw te maken met `make data` en daarna deze pagina te verversen."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the dataset that a test may damage."""
    return shutil.copytree(PARQUET_DIR, tmp_path / "parquet")


def rewrite(folder: Path, name: str, table: pa.Table) -> None:
    pq.write_table(table, folder / f"{name}.parquet")


def fault_of(folder: Path, name: str) -> str:
    """Message of the fault, of which file and advice are checked."""
    with pytest.raises(DataError) as caught:
        read_table(name, folder)
    message = str(caught.value)
    assert caught.value.file == folder / f"{name}.parquet"
    assert message.startswith(f"Het gegevensbestand {name}.parquet ")
    assert message.endswith(WHAT_TO_DO)
    assert str(folder) not in message
    return message


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_table_has_its_columns_and_rows(name: str) -> None:
    table = read_table(name)
    assert list(table.columns) == [field for field in SHIPPED_TABLES[name].fields if field != "geometry"]
    assert len(table) == (SHIPPED_TABLES[name].rows or len(table)) > 0
    assert not table.duplicated(list(SHIPPED_TABLES[name].key)).any()


def test_an_empty_text_is_none_and_never_nan() -> None:
    for value in read_table("scale_choices")["remark"]:
        assert value is None or isinstance(value, str)
    assert read_table("scale_choices")["remark"].isna().any()


def test_lists_stay_lists() -> None:
    assert [list(levels) for levels in read_table("scale_choices")["levels"].head(3)] == [
        ["lokaal"],
        ["lokaal"],
        ["regionaal"],
    ]


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_missing_file(name: str, folder: Path) -> None:
    (folder / f"{name}.parquet").unlink()
    assert " ontbreekt. " in fault_of(folder, name)


def test_missing_folder(tmp_path: Path) -> None:
    assert " ontbreekt. " in fault_of(tmp_path / "nergens", "tasks")


@pytest.mark.parametrize("kept_share", [0.0, 0.2, 0.9])
@pytest.mark.parametrize("name", ["scale_choices", "regions", "measures"])
def test_truncated_file(name: str, kept_share: float, folder: Path) -> None:
    path = folder / f"{name}.parquet"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept_share)])
    assert " is beschadigd en kan niet worden gelezen. " in fault_of(folder, name)


def test_file_that_is_no_parquet(folder: Path) -> None:
    (folder / "tasks.parquet").write_text("task_code,name\n" * 100)
    assert " is beschadigd " in fault_of(folder, "tasks")


def test_spoiled_content_behind_a_sound_footer(folder: Path) -> None:
    path = folder / "governance.parquet"
    content = bytearray(path.read_bytes())
    content[4:8000] = bytes(7996)
    path.write_bytes(content)
    assert " is beschadigd " in fault_of(folder, "governance")


@pytest.mark.parametrize(("version", "shown"), [("2", "2"), ("", "onbekend")])
def test_other_version_of_the_schema(version: str, shown: str, folder: Path) -> None:
    table = pq.read_table(folder / "tasks.parquet")
    metadata = {**table.schema.metadata, b"schaalwijzer_schema": version.encode()}
    rewrite(folder, "tasks", table.replace_schema_metadata(metadata))
    assert f" heeft versie {shown} van het schema; de app verwacht {SCHEMA_VERSION}. " in fault_of(folder, "tasks")


def test_file_without_a_version(folder: Path) -> None:
    rewrite(folder, "tasks", pq.read_table(folder / "tasks.parquet").replace_schema_metadata(None))
    assert " heeft versie onbekend van het schema" in fault_of(folder, "tasks")


def test_version_that_is_no_text(folder: Path) -> None:
    table = pq.read_table(folder / "tasks.parquet")
    rewrite(folder, "tasks", table.replace_schema_metadata({b"schaalwijzer_schema": b"\xff\xfe"}))
    assert " is beschadigd " in fault_of(folder, "tasks")


def test_missing_columns_are_named(folder: Path) -> None:
    table = pq.read_table(folder / "scale_choices.parquet")
    rewrite(folder, "scale_choices", table.drop_columns(["status", "levels"]))
    assert " mist de kolommen levels, status. " in fault_of(folder, "scale_choices")


@pytest.mark.parametrize("rows", [0, 461])
def test_wrong_number_of_rows(rows: int, folder: Path) -> None:
    rewrite(folder, "scale_choices", pq.read_table(folder / "scale_choices.parquet").slice(0, rows))
    assert f" heeft {rows} rijen; dat moeten er 462 zijn. " in fault_of(folder, "scale_choices")


def test_a_table_without_a_fixed_number_may_shrink(folder: Path) -> None:
    rewrite(folder, "partners", pq.read_table(folder / "partners.parquet").slice(0, 5))
    write_checksums(folder)
    assert len(read_table("partners", folder)) == 5


def test_columns_may_stand_in_another_order_and_more_is_fine(folder: Path) -> None:
    table = pq.read_table(folder / "tasks.parquet")
    turned = table.select(table.schema.names[::-1]).append_column("extra", pa.array(["x"] * 11))
    rewrite(folder, "tasks", turned.replace_schema_metadata({b"schaalwijzer_schema": SCHEMA_VERSION.encode()}))
    write_checksums(folder)
    pd.testing.assert_frame_equal(read_table("tasks", folder), read_table("tasks"), check_dtype=False)


def test_a_folder_in_place_of_the_file(folder: Path) -> None:
    (folder / "tasks.parquet").unlink()
    (folder / "tasks.parquet").mkdir()
    fault_of(folder, "tasks")


def test_spoiled_pandas_metadata(folder: Path) -> None:
    table = pq.read_table(folder / "tasks.parquet")
    rewrite(folder, "tasks", table.replace_schema_metadata({**table.schema.metadata, b"pandas": b'{"columns": ['}))
    assert " is beschadigd " in fault_of(folder, "tasks")


def test_any_single_spoiled_byte_gives_a_table_or_a_fault(folder: Path) -> None:
    path = folder / "ceilings.parquet"
    content = path.read_bytes()
    chance = random.Random(2013)
    other_errors = []
    for position in chance.sample(range(len(content) - 7000, len(content)), 300):
        spoiled = bytearray(content)
        spoiled[position] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        try:
            read_table("ceilings", folder)
        except DataError:
            pass
        except Exception as error:
            other_errors.append((position, repr(error)))
    assert other_errors == []


def test_an_unknown_table_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(KeyError, match="bestaat_niet"):
        read_table("bestaat_niet")
