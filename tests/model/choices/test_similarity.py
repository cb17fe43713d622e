"""Likeness and groups, recomputed from the CSV in plain Python with sets and fractions."""

from fractions import Fraction
from itertools import combinations
from statistics import fmean

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import with_classes
from model.choices.similarity import GROUP_COUNT, Likeness, groups, likeness, most_alike
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.data.shipped import CSV, csv_rows

Levels = dict[str, dict[str, set[str]]]
level_sets = st.sets(st.sampled_from(LEVELS))
cells_of_regions = st.lists(st.lists(level_sets, min_size=3, max_size=3), min_size=2, max_size=6)


def levels_in_csv() -> Levels:
    """Region to task to its leading levels."""
    named: Levels = {}
    for row in csv_rows(CSV / "scale_choices.csv"):
        named.setdefault(row["region_code"], {})[row["task_code"]] = set(filter(None, row["leading_levels"].split(";")))
    return named


def counts_by_hand(one: dict[str, set[str]], other: dict[str, set[str]]) -> tuple[int, int, int]:
    """Tasks with an equal choice, with a partly equal one, and tasks for which both name a level."""
    both = [(one[task], other[task]) for task in one if one[task] and other[task]]
    return sum(a == b for a, b in both), sum(a != b and bool(a & b) for a, b in both), len(both)


def likeness_by_hand(one: dict[str, set[str]], other: dict[str, set[str]]) -> Fraction:
    equal, partly, compared = counts_by_hand(one, other)
    return (equal + Fraction(partly, 2)) / compared


def as_choices(cells: list[list[set[str]]]) -> pd.DataFrame:
    rows = [
        (f"R{region}", f"t{task}", sorted(levels, key=LEVELS.index))
        for region, row in enumerate(cells)
        for task, levels in enumerate(row)
    ]
    return pd.DataFrame(rows, columns=["region_code", "task_code", "leading_levels"])


@pytest.fixture(scope="module")
def choices() -> pd.DataFrame:
    return with_classes(read_table("scale_choices"))


@pytest.fixture(scope="module")
def table(choices: pd.DataFrame) -> Likeness:
    """In alphabetical order of the regions, as the app has it."""
    names = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
    return likeness(choices).ordered(sorted(names, key=names.__getitem__))


def test_every_pair_of_regions_agrees_with_the_csv(table: Likeness) -> None:
    named, share = levels_in_csv(), table.share
    assert sorted(share.index) == sorted(share.columns) == sorted(named)
    assert len(named) == 42
    for one, other in combinations(named, 2):
        counts = counts_by_hand(named[one], named[other])
        assert (table.equal.loc[one, other], table.partly.loc[one, other], table.compared.loc[one, other]) == counts
        wanted = float(likeness_by_hand(named[one], named[other]))
        assert share.loc[one, other] == pytest.approx(wanted, abs=1e-12), (one, other)
        assert share.loc[other, one] == share.loc[one, other]


def test_a_choice_that_is_partly_the_same_counts_as_half_a_task() -> None:
    found = likeness(as_choices([[{"lokaal", "regionaal"}, {"regionaal"}], [{"lokaal"}, {"regionaal"}]]))
    assert found.share.loc["R0", "R1"] == 0.75


def test_whoever_has_more_points_stands_higher_and_of_equals_the_one_with_most_equal_choices(table: Likeness) -> None:
    for code in table.equal.index:
        others = most_alike(table, code)
        reasons = list(zip(others["equal"] + others["partly"] / 2, others["equal"], others["compared"], strict=True))
        points = [(Fraction(float(count)) / int(compared), equal) for count, equal, compared in reasons]
        assert points == sorted(points, reverse=True), code


def test_four_equal_choices_never_stand_above_seven_as_once_for_zuid_holland_zuid(table: Likeness) -> None:
    others = most_alike(table, "JZ31")
    west_brabant_oost, twente = others.loc["JZ34"], others.loc["JZ29"]
    assert (west_brabant_oost["equal"], west_brabant_oost["partly"], west_brabant_oost["compared"]) == (7, 2, 11)
    assert list(others.index).index("JZ34") < list(others.index).index("JZ29")
    assert west_brabant_oost["share"] > twente["share"]


def test_silence_counts_neither_for_nor_against() -> None:
    found = likeness(as_choices([[{"lokaal"}, set(), set()], [{"lokaal"}, {"regionaal"}, set()]]))
    assert found.share.loc["R0", "R1"] == 1
    assert found.compared.loc["R0", "R1"] == 1


def test_without_a_shared_task_likeness_is_unknown_and_comes_last() -> None:
    choices = as_choices([[{"lokaal"}, set()], [set(), {"lokaal"}], [{"regionaal"}, set()]])
    table = likeness(choices)
    assert pd.isna(table.share.loc["R0", "R1"])
    assert list(most_alike(table, "R0").index) == ["R2", "R1"]


@given(cells_of_regions)
def test_likeness_is_symmetric_between_0_and_1_and_1_with_oneself(cells: list[list[set[str]]]) -> None:
    table = likeness(as_choices(cells)).share
    values = table.to_numpy()
    assert ((values >= 0) & (values <= 1) | pd.isna(values)).all()
    pd.testing.assert_frame_equal(table, table.T)
    for region, row in enumerate(cells):
        own = table.iloc[region, region]
        assert own == 1 if any(row) else pd.isna(own)


def test_most_alike_leaves_out_the_region_itself_and_descends(table: Likeness) -> None:
    for code in table.share.index:
        others = most_alike(table, code)
        assert len(others) == 41
        assert code not in others.index
        assert others["share"].is_monotonic_decreasing


def exact_distances() -> dict[frozenset[str], Fraction]:
    named = levels_in_csv()
    return {
        frozenset((one, other)): 1 - likeness_by_hand(named[one], named[other]) for one, other in combinations(named, 2)
    }


def clusters_by_hand(count: int, largest_first: int) -> frozenset[frozenset[str]]:
    """Average linkage the slow way, in fractions: join the two clusters with the smallest mean distance until `count`
    are left; of equals those that together are largest (1) or smallest (-1).
    """
    distance, clusters = exact_distances(), [frozenset([code]) for code in levels_in_csv()]

    def rank(pair: tuple[frozenset[str], frozenset[str]]) -> tuple[Fraction, int]:
        apart = [distance[frozenset((a, b))] for a in pair[0] for b in pair[1]]
        return sum(apart, Fraction(0)) / len(apart), -largest_first * len(pair[0] | pair[1])

    while len(clusters) > count:
        one, other = min(combinations(clusters, 2), key=rank)
        clusters = [cluster for cluster in clusters if cluster not in (one, other)] + [one | other]
    return frozenset(clusters)


def mean_silhouette(distance: dict[frozenset[str], float], found: list[tuple[str, ...]]) -> float:
    """How much nearer regions lie to their own group than to the next one; 0 for a region alone."""
    widths = []
    for own in found:
        for code in own:
            inside = [distance[frozenset((code, b))] for b in own if b != code]
            near = min(fmean(distance[frozenset((code, b))] for b in other) for other in found if other is not own)
            widths.append((near - fmean(inside)) / max(near, fmean(inside)) if inside else 0.0)
    return fmean(widths)


def misplaced(one: frozenset[frozenset[str]], other: frozenset[frozenset[str]]) -> set[str]:
    """Regions that two divisions put in different groups, largest group beside largest."""
    pairs = zip(sorted(one, key=len), sorted(other, key=len), strict=True)
    return {code for a, b in pairs for code in a ^ b}


def test_groups_agree_with_clustering_by_hand(table: Likeness, choices: pd.DataFrame) -> None:
    found = groups(table, choices)
    one, other = (clusters_by_hand(GROUP_COUNT, largest_first) for largest_first in (1, -1))
    assert frozenset(frozenset(group.region_codes) for group in found) == one
    # One tie: Zuidoost-Brabant fits two groups as well. The decision record says so.
    assert misplaced(one, other) == {"JZ39"}
    sizes = [len(group.region_codes) for group in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == 42


def test_the_number_of_groups_is_the_one_that_fits_best(table: Likeness, choices: pd.DataFrame) -> None:
    distance = {pair: float(apart) for pair, apart in exact_distances().items()}
    silhouettes = {
        count: mean_silhouette(distance, [group.region_codes for group in groups(table, choices, count)])
        for count in range(2, 9)
    }
    assert max(silhouettes, key=silhouettes.__getitem__) == GROUP_COUNT
    assert silhouettes[GROUP_COUNT] == pytest.approx(0.567, abs=0.001)


def test_a_group_tells_what_it_chooses_most(table: Likeness, choices: pd.DataFrame) -> None:
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
        choices.assign(leading_class=choices["leading_levels"].map(lambda named: "+".join(named) or "geen_niveau")),
    )
    assert sorted(code for group in found for code in group.region_codes) == ["R0", "R1", "R2", "R3"]
    together = next(group for group in found if "R0" in group.region_codes)
    assert "R2" in together.region_codes
