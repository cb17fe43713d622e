"""Classes of scale choices: naming, order and counting."""

from collections import Counter
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import (
    NO_LEVEL,
    STATUS_WORDS,
    class_order,
    class_words,
    consensus,
    counts_per_class,
    level_class,
    status_counts,
    with_classes,
)
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS, STATUSES

ALL_CLASSES = ["+".join(levels) for size in (1, 2, 3, 4) for levels in combinations(LEVELS, size)] + [NO_LEVEL]
level_sets = st.sets(st.sampled_from(LEVELS))
classes = st.sampled_from(ALL_CLASSES)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], "geen_niveau"),
        (["lokaal"], "lokaal"),
        (["bovenregionaal", "regionaal"], "regionaal+bovenregionaal"),
        (["regionaal", "lokaal", "subregionaal"], "lokaal+subregionaal+regionaal"),
    ],
)
def test_level_class(levels: list[str], expected: str) -> None:
    assert level_class(levels) == expected


@given(level_sets)
def test_level_class_does_not_depend_on_the_order_and_loses_nothing(levels: set[str]) -> None:
    ascending = sorted(levels, key=LEVELS.index)
    assert level_class(ascending) == level_class(reversed(ascending))
    if levels:
        assert level_class(levels).split("+") == ascending
    else:
        assert level_class(levels) == NO_LEVEL


def test_level_class_refuses_an_unknown_level() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        level_class(["landelijk"])


@pytest.mark.parametrize(
    ("class_code", "words"),
    [
        ("geen_niveau", "geen niveau genoemd"),
        ("lokaal", "lokaal"),
        ("regionaal+bovenregionaal", "regionaal en bovenregionaal"),
    ],
)
def test_class_words(class_code: str, words: str) -> None:
    assert class_words(class_code) == words


def test_class_words_differ_per_class() -> None:
    assert len({class_words(code) for code in ALL_CLASSES}) == len(ALL_CLASSES) == 16


def test_levels_stand_in_order_and_no_level_last() -> None:
    ordered = sorted(ALL_CLASSES, key=class_order)
    assert [code for code in ordered if code in LEVELS] == list(LEVELS)
    assert ordered[-1] == NO_LEVEL


def test_order_of_the_classes_of_the_inventory() -> None:
    expected = [
        "lokaal",
        "lokaal+subregionaal",
        "subregionaal",
        "lokaal+regionaal",
        "lokaal+bovenregionaal",
        "regionaal",
        "regionaal+bovenregionaal",
        "bovenregionaal",
        "geen_niveau",
    ]
    assert sorted(expected[::-1], key=class_order) == expected
    assert set(with_classes(read_table("scale_choices"))["leading_class"]) == set(expected)


@pytest.mark.parametrize(("small", "large"), list(combinations(LEVELS, 2)))
def test_a_mixture_stands_between_its_levels(small: str, large: str) -> None:
    assert class_order(small) < class_order(f"{small}+{large}") < class_order(large)


def test_no_two_classes_share_a_place_in_the_order() -> None:
    assert len({class_order(code) for code in ALL_CLASSES}) == len(ALL_CLASSES)


def test_with_classes_leads_and_widens() -> None:
    choices = pd.DataFrame(
        {
            "levels": [["lokaal", "regionaal"], ["regionaal", "bovenregionaal"], []],
            "leading_levels": [["lokaal"], ["regionaal", "bovenregionaal"], []],
        }
    )
    before = choices.copy(deep=True)
    result = with_classes(choices)
    assert result["leading_class"].tolist() == ["lokaal", "regionaal+bovenregionaal", NO_LEVEL]
    assert result["widest_level"].tolist() == ["regionaal", "bovenregionaal", NO_LEVEL]
    pd.testing.assert_frame_equal(choices, before)


@given(st.lists(level_sets, min_size=1, max_size=30))
def test_widest_level_is_the_largest_named(cells: list[set[str]]) -> None:
    named = [sorted(levels, key=LEVELS.index) for levels in cells]
    result = with_classes(pd.DataFrame({"levels": named, "leading_levels": named}))
    for levels, widest in zip(named, result["widest_level"], strict=True):
        assert widest == (levels[-1] if levels else NO_LEVEL)


@given(st.lists(classes, min_size=1, max_size=60))
def test_counts_per_class_count_each_cell_once(cells: list[str]) -> None:
    counts = counts_per_class(pd.Series(cells))
    assert {item.class_code: item.count for item in counts} == Counter(cells)
    assert sum(item.share_pct for item in counts) == pytest.approx(100)
    for item in counts:
        assert item.share_pct == pytest.approx(100 * item.count / len(cells))
    keys = [class_order(item.class_code) for item in counts]
    assert keys == sorted(keys)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from([*LEVELS, NO_LEVEL])), min_size=1, max_size=80)
)
def test_consensus_names_a_most_common_class(cells: list[tuple[str, str]]) -> None:
    result = consensus(pd.DataFrame(cells, columns=["task_code", "leading_class"]))
    assert set(result["task_code"]) == {task for task, _ in cells}
    assert result["task_code"].is_unique
    assert result["count"].is_monotonic_decreasing
    for row in result.itertuples():
        counted = Counter(code for task, code in cells if task == row.task_code)
        largest = max(counted.values())
        tied = [code for code, count in counted.items() if count == largest]
        assert row.count == largest
        assert row.share_pct == pytest.approx(100 * largest / counted.total())
        # Of equally common classes the more local one is named.
        assert row.leading_class == min(tied, key=[*LEVELS, NO_LEVEL].index)


def test_status_counts_run_from_settled_to_open_and_know_zero() -> None:
    counts = status_counts(pd.DataFrame({"status": ["intentie", "intentie", "gedeelde_afspraak"]}))
    assert list(counts.items()) == [("gedeelde_afspraak", 1), ("intentie", 2), ("geen_opvatting", 0)]


def test_every_status_has_words() -> None:
    assert set(STATUS_WORDS) == set(STATUSES)
