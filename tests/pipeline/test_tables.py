"""CSV to typed tables and to Parquet, and refusals that name the place."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.registry import FIELDS, SCHEMA_VERSION, TABLES
from pipeline.tables import read_csv, write_parquet

TRAJECTORY_HEAD = "year,budget_mln_eur,interim_report_mln_eur,target_mln_eur\n"
MEASURE_HEAD = "measure_code,name,condition,involved,running,preparation_months_low,saving_low_mln_eur\n"


def written(folder: Path, name: str, text: str) -> Path:
    (folder / f"{name}.csv").write_text(text, encoding="utf8")
    return folder


def refusal(folder: Path, name: str, text: str) -> str:
    with pytest.raises(ValueError, match=name) as caught:
        read_csv(name, written(folder, name, text))
    return str(caught.value)


def test_each_kind_of_column_gets_its_type(tmp_path: Path) -> None:
    table = read_csv(
        "measures",
        written(tmp_path, "measures", MEASURE_HEAD + "3a, Naam ,,Jeugdteams; SOJ,nee,3,0.5\n4,Óók,als,,ja,,1\n"),
    )
    assert list(table.columns) == [
        name for name in TABLES["measures"].fields if name in MEASURE_HEAD.strip().split(",")
    ]
    assert table["measure_code"].tolist() == ["3a", "4"]
    assert table["name"].tolist() == ["Naam", "Óók"]
    assert table["involved"].tolist() == [["Jeugdteams", "SOJ"], []]
    assert table["running"].tolist() == [False, True]
    assert table["saving_low_mln_eur"].tolist() == [0.5, 1.0]
    assert str(table["preparation_months_low"].dtype) == "Int64"
    assert table["preparation_months_low"][0] == 3
    assert table["preparation_months_low"].isna().tolist() == [False, True]
    assert table["condition"].isna().tolist() == [True, False]


@pytest.mark.parametrize("text", ["NA", "null", "None", "nan", "n/a"])
def test_words_that_mean_nothing_elsewhere_stay_text(tmp_path: Path, text: str) -> None:
    table = read_csv("tasks", written(tmp_path, "tasks", f"task_code,name\nx,{text}\n"))
    assert table["name"].tolist() == [text]


def test_an_empty_text_is_null_only_where_it_may_be(tmp_path: Path) -> None:
    table = read_csv("measures", written(tmp_path, "measures", "measure_code,name,condition\n1,,\n"))
    assert table["name"].tolist() == [""]
    assert table["condition"].isna().all()


@pytest.mark.parametrize("number", ["10,2", "tien", "1.0.2", "€ 3", "12 mln", "--", "NaN"])
def test_bad_number_names_file_row_column_and_value(tmp_path: Path, number: str) -> None:
    text = TRAJECTORY_HEAD + f'2019,104.5,,\n2020,"{number}",,5\n'
    message = refusal(tmp_path, "trajectory", text)
    assert message == f"{tmp_path / 'trajectory.csv'}, row 3, column budget_mln_eur: {number!r} is not a valid number"


@pytest.mark.parametrize("number", ["2019.5", "2019,5", "MMXIX"])
def test_bad_integer_names_file_row_column_and_value(tmp_path: Path, number: str) -> None:
    message = refusal(tmp_path, "trajectory", TRAJECTORY_HEAD + f'"{number}",1,,\n2020,1,,\n')
    assert message == f"{tmp_path / 'trajectory.csv'}, row 2, column year: {number!r} is not a valid integer"


@pytest.mark.parametrize("value", ["Ja", "yes", "true", "1", ""])
def test_bad_yes_or_no_names_file_row_column_and_value(tmp_path: Path, value: str) -> None:
    message = refusal(tmp_path, "measures", MEASURE_HEAD + f"1,a,,,ja,,1\n2,b,,,{value},,1\n")
    assert message == f"{tmp_path / 'measures.csv'}, row 3, column running: {value!r} is not a valid yes_no"


def test_unknown_columns_are_named(tmp_path: Path) -> None:
    message = refusal(tmp_path, "tasks", "task_code,naam,kleur\nx,y,z\n")
    assert message == f"{tmp_path / 'tasks.csv'}: unknown columns ['naam', 'kleur']"


def test_geometry_cannot_stand_in_a_csv(tmp_path: Path) -> None:
    assert "column geometry cannot stand in a CSV" in refusal(
        tmp_path, "regions", "region_code,geometry\nJZ01,POINT (1 2)\n"
    )


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="tasks"):
        read_csv("tasks", tmp_path)


def test_row_number_counts_blank_lines(tmp_path: Path) -> None:
    message = refusal(tmp_path, "trajectory", TRAJECTORY_HEAD + "2019,1,,\n\n2020,fout,,\n")
    assert ", row 4, " in message


def test_infinity_is_no_amount(tmp_path: Path) -> None:
    refusal(tmp_path, "trajectory", TRAJECTORY_HEAD + "2019,inf,,\n")


@given(
    st.lists(
        st.tuples(
            st.integers(min_value=1900, max_value=2100),
            st.floats(min_value=0, max_value=1e6, allow_nan=False),
            st.one_of(st.none(), st.floats(min_value=0, max_value=1e6, allow_nan=False)),
        ),
        min_size=1,
        max_size=10,
    )
)
def test_numbers_survive_the_way_through_csv(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple]) -> None:
    folder = tmp_path_factory.mktemp("csv")
    lines = [f"{year},{budget!r},,{'' if target is None else repr(target)}" for year, budget, target in rows]
    table = read_csv("trajectory", written(folder, "trajectory", TRAJECTORY_HEAD + "\n".join(lines) + "\n"))
    assert table["year"].tolist() == [year for year, _, _ in rows]
    assert table["budget_mln_eur"].tolist() == [budget for _, budget, _ in rows]
    assert [None if np.isnan(value) else value for value in table["target_mln_eur"]] == [
        target for _, _, target in rows
    ]
    assert table["interim_report_mln_eur"].isna().all()


def tasks_table() -> pd.DataFrame:
    return pd.DataFrame(
        {
            field: ["x", "y"] if FIELDS[field].kind == "text" else pd.array([1, 2], dtype="Int64")
            for field in reversed(TABLES["tasks"].fields)
        }
    )


def test_parquet_has_registry_order_descriptions_and_version(tmp_path: Path) -> None:
    write_parquet(tasks_table(), "tasks", tmp_path)
    table = pq.read_table(tmp_path / "tasks.parquet")
    assert table.schema.names == list(TABLES["tasks"].fields)
    assert table.schema.metadata[b"schaalwijzer_schema"].decode() == SCHEMA_VERSION
    assert table.schema.metadata[b"description"].decode() == TABLES["tasks"].description
    for field in table.schema:
        assert field.metadata[b"description"].decode() == FIELDS[field.name].description
        assert field.metadata[b"unit"].decode() == FIELDS[field.name].unit
    assert table.column("line_from").to_pylist() == [1, 2]
    assert {path.name for path in tmp_path.iterdir()} == {"tasks.parquet"}


def test_parquet_keeps_lists_and_gaps(tmp_path: Path) -> None:
    text = (
        "measure_code,name,condition,involved,running,preparation_months_low,saving_low_mln_eur\n1,a,,SOJ;JT,ja,,0.5\n"
    )
    read = read_csv("measures", written(tmp_path, "measures", text))
    whole = read.reindex(columns=list(TABLES["measures"].fields))
    write_parquet(whole.astype({"preparation_months_low": "Int64"}), "measures", tmp_path)
    (row,) = pq.read_table(tmp_path / "measures.parquet").to_pylist()
    assert row["involved"] == ["SOJ", "JT"]
    assert row["condition"] is None
    assert row["preparation_months_low"] is None
    assert row["running"] is True
    assert row["saving_low_mln_eur"] == 0.5


def test_parquet_of_a_table_that_lacks_a_column(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="explanation"):
        write_parquet(tasks_table().drop(columns="explanation"), "tasks", tmp_path)
