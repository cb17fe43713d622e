"""Spread and usual choices, counted from the CSV pair by pair."""

from collections import Counter
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import NO_LEVEL, with_classes
from model.choices.consensus import spread_pct, task_consensus, usual_counts, with_usual
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.data.shipped import CSV, csv_rows


def classes_in_csv() -> dict[str, dict[str, str]]:
    """Task to region to leading class; an empty text where the source names no level."""
    cells: dict[str, dict[str, str]] = {}
    for row in csv_rows(CSV / "scale_choices.csv"):
        cells.setdefault(row["task_code"], {})[row["region_code"]] = row["leading_levels"].replace(";", "+")
    return cells


@pytest.fixture(scope="module")
def choices() -> pd.DataFrame:
    return with_classes(read_table("scale_choices"))


def test_agreement_and_spread_of_every_task_agree_with_the_csv(choices: pd.DataFrame) -> None:
    table = task_consensus(choices).set_index("task_code")
    cells = classes_in_csv()
    assert sorted(table.index) == sorted(cells)
    for task, by_region in cells.items():
        counts = Counter(filter(None, by_region.values()))
        top, count = counts.most_common(1)[0]
        pairs = list(combinations(filter(None, by_region.values()), 2))
        row = table.loc[task]
        assert (row["leading_class"], row["count"]) == (top, count)
        assert row["share_pct"] == pytest.approx(100 * count / 42)
        assert row["spread_pct"] == pytest.approx(100 * sum(a != b for a, b in pairs) / len(pairs))


def test_usual_counts_of_every_region_agree_with_the_csv(choices: pd.DataFrame) -> None:
    table = usual_counts(choices).set_index("region_code")
    cells = classes_in_csv()
    for region in table.index:
        usual = 0
        for by_region in cells.values():
            own = by_region[region]
            counts = Counter(filter(None, by_region.values()))
            usual += bool(own) and counts[own] == max(counts.values())
        assert table.loc[region, "usual_count"] == usual, region
    assert len(table) == 42


@given(st.lists(st.sampled_from([*LEVELS, NO_LEVEL]), max_size=40))
def test_spread_is_the_share_of_pairs_that_differ(cells: list[str]) -> None:
    named = [code for code in cells if code != NO_LEVEL]
    pairs = list(combinations(named, 2))
    spread = spread_pct(pd.Series(cells, dtype=object))
    if not pairs:
        assert pd.isna(spread)
    else:
        assert spread == pytest.approx(100 * sum(a != b for a, b in pairs) / len(pairs), abs=1e-9)


def test_equally_common_classes_are_both_usual_and_silence_never_is() -> None:
    cells = pd.DataFrame(
        {
            "region_code": list("abcde"),
            "task_code": "x",
            "leading_class": ["lokaal", "regionaal", NO_LEVEL, NO_LEVEL, NO_LEVEL],
        }
    )
    marked = with_usual(cells)
    assert marked["usual"].tolist() == [True, True, False, False, False]
    assert marked["same_count"].tolist() == [1, 1, 3, 3, 3]
