"""Likeness and groups, recomputed from the CSV in plain Python with sets and fractions."""

from fractions import Fraction
from itertools import combinations
from statistics import fmean

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import with_classes
from model.choices.similarity import GROUP_COUNT, groups, likeness, most_alike
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.data.shipped import CSV, csv_rows

Levels = dict[str, dict[str, set[str]]]
level_sets = st.sets(st.sampled_from(LEVELS))
cells_of_regions = st.lists(st.lists(level_sets, min_size=3, max_size=3), min_size=2, max_size=6)


def levels_in_csv() -> Levels:
    """Region to task to the levels named."""
    named: Levels = {}
    for row in csv_rows(CSV / "scale_choices.csv"):
        named.setdefault(row["region_code"], {})[row["task_code"]] = set(filter(None, row["levels"].split(";")))
    return named


def likeness_by_hand(one: dict[str, set[str]], other: dict[str, set[str]]) -> Fraction:
    shares = [
        Fraction(len(one[task] & other[task]), len(one[task] | other[task]))
        for task in one
        if one[task] and other[task]
    ]
    return sum(shares, Fraction(0)) / len(shares)


def as_choices(cells: list[list[set[str]]]) -> pd.DataFrame:
    rows = [
        (f"R{region}", f"t{task}", sorted(levels, key=LEVELS.index))
        for region, row in enumerate(cells)
        for task, levels in enumerate(row)
    ]
    return pd.DataFrame(rows, columns=["region_code", "task_code", "levels"])


@pytest.fixture(scope="module")
def choices() -> pd.DataFrame:
    return with_classes(read_table("scale_choices"))


@pytest.fixture(scope="module")
def table(choices: pd.DataFrame) -> pd.DataFrame:
    return likeness(choices)


def test_every_pair_of_regions_agrees_with_the_csv(table: pd.DataFrame) -> None:
    named = levels_in_csv()
    assert sorted(table.index) == sorted(table.columns) == sorted(named)
    assert len(named) == 42
    for one, other in combinations(named, 2):
        wanted = float(likeness_by_hand(named[one], named[other]))
        assert table.loc[one, other] == pytest.approx(wanted, abs=1e-12), (one, other)
        assert table.loc[other, one] == table.loc[one, other]


def test_a_level_that_only_qualifies_counts_as_named() -> None:
    table = likeness(as_choices([[{"lokaal", "regionaal"}, {"regionaal"}], [{"lokaal"}, {"regionaal"}]]))
    assert table.loc["R0", "R1"] == 0.75


def test_silence_counts_neither_for_nor_against() -> None:
    table = likeness(as_choices([[{"lokaal"}, set(), set()], [{"lokaal"}, {"regionaal"}, set()]]))
    assert table.loc["R0", "R1"] == 1


def test_without_a_shared_task_likeness_is_unknown_and_comes_last() -> None:
    choices = as_choices([[{"lokaal"}, set()], [set(), {"lokaal"}], [{"regionaal"}, set()]])
    table = likeness(choices)
    assert pd.isna(table.loc["R0", "R1"])
    assert list(most_alike(table, "R0").index) == ["R2", "R1"]


@given(cells_of_regions)
def test_likeness_is_symmetric_between_0_and_1_and_1_with_oneself(cells: list[list[set[str]]]) -> None:
    table = likeness(as_choices(cells))
    values = table.to_numpy()
    assert ((values >= 0) & (values <= 1) | pd.isna(values)).all()
    pd.testing.assert_frame_equal(table, table.T)
    for region, row in enumerate(cells):
        own = table.iloc[region, region]
        assert own == 1 if any(row) else pd.isna(own)


def test_most_alike_leaves_out_the_region_itself_and_descends(table: pd.DataFrame) -> None:
    for code in table.index:
        others = most_alike(table, code)
        assert len(others) == 41
        assert code not in others.index
        assert others.is_monotonic_decreasing


def distances_by_hand() -> dict[frozenset[str], float]:
    named = levels_in_csv()
    return {
        frozenset((one, other)): float(1 - likeness_by_hand(named[one], named[other]))
        for one, other in combinations(named, 2)
    }


def clusters_by_hand(distance: dict[frozenset[str], float], count: int) -> set[frozenset[str]]:
    """Average linkage the slow way: join the two clusters with the smallest mean distance until `count` are left."""
    clusters = [frozenset([code]) for code in levels_in_csv()]
    while len(clusters) > count:
        one, other = min(
            combinations(clusters, 2),
            key=lambda pair: fmean(distance[frozenset((a, b))] for a in pair[0] for b in pair[1]),
        )
        clusters = [cluster for cluster in clusters if cluster not in (one, other)] + [one | other]
    return set(clusters)


def mean_silhouette(distance: dict[frozenset[str], float], found: list[tuple[str, ...]]) -> float:
    """How much nearer regions lie to their own group than to the next one; 0 for a region alone."""
    widths = []
    for own in found:
        for code in own:
            inside = [distance[frozenset((code, b))] for b in own if b != code]
            near = min(fmean(distance[frozenset((code, b))] for b in other) for other in found if other is not own)
            widths.append((near - fmean(inside)) / max(near, fmean(inside)) if inside else 0.0)
    return fmean(widths)


def test_groups_agree_with_clustering_by_hand(table: pd.DataFrame, choices: pd.DataFrame) -> None:
    found = groups(table, choices)
    assert {frozenset(group.region_codes) for group in found} == clusters_by_hand(distances_by_hand(), GROUP_COUNT)
    sizes = [len(group.region_codes) for group in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == 42


def test_the_number_of_groups_is_the_one_that_fits_best(table: pd.DataFrame, choices: pd.DataFrame) -> None:
    distance = distances_by_hand()
    silhouettes = {
        count: mean_silhouette(distance, [group.region_codes for group in groups(table, choices, count)])
        for count in range(2, 9)
    }
    assert max(silhouettes, key=silhouettes.__getitem__) == GROUP_COUNT
    assert silhouettes[GROUP_COUNT] == pytest.approx(0.502, abs=0.001)


def test_a_group_tells_what_it_chooses_most(table: pd.DataFrame, choices: pd.DataFrame) -> None:
    rows = csv_rows(CSV / "scale_choices.csv")
    for group in groups(table, choices):
        chosen = [row["leading_levels"].replace(";", "+") for row in rows if row["region_code"] in group.region_codes]
        top = max(set(filter(None, chosen)), key=chosen.count)
        assert group.leading_class == top
        assert group.share_pct == pytest.approx(100 * chosen.count(top) / len(chosen))


def test_groups_survive_regions_that_share_nothing() -> None:
    choices = as_choices([[{"lokaal"}, set()], [set(), {"lokaal"}], [{"lokaal"}, set()], [set(), set()]])
    found = groups(
        likeness(choices),
        choices.assign(leading_class=choices["levels"].map(lambda named: "+".join(named) or "geen_niveau")),
    )
    assert sorted(code for group in found for code in group.region_codes) == ["R0", "R1", "R2", "R3"]
    together = next(group for group in found if "R0" in group.region_codes)
    assert "R2" in together.region_codes
