"""Overview of all tasks: counts and table tell the same."""

from collections import Counter

import pandas as pd
import pytest

from components.look.class_counts import class_counts, class_table
from components.look.palette import LEVEL_COLOURS, PURPOSE_COLOURS, class_colours
from model.choices.classes import with_classes
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from model.regions.governance import PURPOSE_WORDS
from tests.data.shipped import CSV, csv_rows, shipped


@pytest.fixture(scope="module")
def counts() -> pd.DataFrame:
    return class_counts(with_classes(read_table("scale_choices")), read_table("tasks"))


def test_counts_are_those_of_the_csv(counts: pd.DataFrame) -> None:
    names = dict(zip(shipped("tasks")["task_code"], shipped("tasks")["name"], strict=True))
    counted = Counter(
        (names[row["task_code"]], row["leading_levels"].replace(";", "+") or "geen_niveau")
        for row in csv_rows(CSV / "scale_choices.csv")
    )
    shown = {(task, code): count for task, code, count in counts[["task", "class_code", "count"]].to_numpy()}
    assert shown == counted
    assert counts.groupby("task")["count"].sum().tolist() == [42] * 11


def test_ranks_are_one_per_class_without_gaps(counts: pd.DataFrame) -> None:
    ranks = counts.drop_duplicates("class_code").set_index("class_code")["class_rank"]
    assert sorted(ranks) == list(range(len(ranks)))
    assert [ranks[level] for level in LEVELS] == sorted(ranks[level] for level in LEVELS)
    assert ranks["geen_niveau"] == max(ranks)


def test_table_has_the_same_figures_in_source_order(counts: pd.DataFrame) -> None:
    table = class_table(counts)
    assert table["Taak"].tolist() == shipped("tasks").sort_values("task_order")["name"].tolist()
    ordered = counts.drop_duplicates("class_name").sort_values("class_rank")["class_name"].tolist()
    assert table.columns.tolist() == ["Taak", *ordered]
    assert table.columns[-1] == "geen niveau genoemd"
    wide = table.set_index("Taak")
    for task, class_name, count in counts[["task", "class_name", "count"]].to_numpy():
        assert wide.loc[task, class_name] == count
    assert wide.to_numpy().sum() == 462


def test_levels_have_all_colours_and_no_level_has_none() -> None:
    assert tuple(LEVEL_COLOURS) == LEVELS
    assert class_colours("geen_niveau") == ()
    assert class_colours("lokaal+regionaal") == (LEVEL_COLOURS["lokaal"], LEVEL_COLOURS["regionaal"])


def test_purposes_have_a_colour_each() -> None:
    assert set(PURPOSE_COLOURS) | {"geen_antwoord"} == set(PURPOSE_WORDS)
    assert len(set(PURPOSE_COLOURS.values())) == len(PURPOSE_COLOURS)
