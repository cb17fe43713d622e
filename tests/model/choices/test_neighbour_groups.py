"""Groups of neighbours that choose bovenregionaal: recomputed in plain Python from the CSV and the shipped polygons."""

from functools import cache
from itertools import combinations

import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from model.choices.neighbour_groups import (
    Standing,
    adjacency,
    connected_groups,
    groups_per_task,
    most_chosen,
    standing,
    standing_sentence,
)
from model.dataset.reading import read_table
from tests.data.shipped import CSV, csv_rows, region_of_profile, shipped
from tests.data.test_geometry import BY_A_DYKE, NEIGHBOURS_FROM_THE_ATLAS, NO_NEIGHBOURS

CELLS = csv_rows(CSV / "scale_choices.csv")
TASKS = [row["task_code"] for row in csv_rows(CSV / "tasks.csv")]
NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
GRAPH = adjacency(read_table("neighbours"))
GROUPS = groups_per_task(read_table("scale_choices"), read_table("neighbours"))


@cache
def touching() -> frozenset[frozenset[str]]:
    """Pairs of regions whose shipped polygons share a line."""
    geometry = shipped("regions").set_index("region_code")["geometry"]
    edge = {code: shapely.boundary(shape) for code, shape in geometry.items()}
    return frozenset(
        frozenset((one, other))
        for one, other in combinations(edge, 2)
        if shapely.length(shapely.intersection(edge[one], edge[other])) > 0
    )


def members_by_hand(task_code: str) -> set[str]:
    return {
        row["region_code"]
        for row in CELLS
        if row["task_code"] == task_code and "bovenregionaal" in row["leading_levels"].split(";")
    }


def components_by_hand(members: set[str]) -> set[frozenset[str]]:
    """Every member starts on its own; a shared border merges two sets."""
    sets = {code: {code} for code in members}
    for one, other in (tuple(pair) for pair in touching() if pair <= members):
        if sets[one] is not sets[other]:
            sets[one] |= sets[other]
            for code in sets[other]:
                sets[code] = sets[one]
    return {frozenset(group) for group in sets.values()}


# The graph


@pytest.mark.parametrize("profile", NEIGHBOURS_FROM_THE_ATLAS)
def test_graph_has_the_hand_checked_neighbours(profile: str) -> None:
    assert GRAPH[region_of_profile(profile)] == {
        region_of_profile(other) for other in NEIGHBOURS_FROM_THE_ATLAS[profile]
    }


def test_dykes_join_and_water_parts() -> None:
    for one, other in BY_A_DYKE:
        assert region_of_profile(other) in GRAPH[region_of_profile(one)]
    for one, other in NO_NEIGHBOURS:
        assert region_of_profile(other) not in GRAPH[region_of_profile(one)]


def test_graph_is_that_of_the_shipped_polygons() -> None:
    assert {frozenset((one, other)) for one, around in GRAPH.items() for other in around} == touching()
    assert set(GRAPH) == set(NAMES), "no region is without neighbours"


def test_border_from_one_side_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\('A', 'B'\)"):
        adjacency(pd.DataFrame({"region_code": ["A"], "neighbour_region_code": ["B"]}))


# Groups


@pytest.mark.parametrize("task_code", TASKS)
def test_groups_equal_components_by_hand(task_code: str) -> None:
    found, wanted = GROUPS[task_code], components_by_hand(members_by_hand(task_code))
    assert {frozenset(group) for group in found.groups} == {group for group in wanted if len(group) > 1}
    assert {frozenset([code]) for code in found.alone} == {group for group in wanted if len(group) == 1}
    assert set(found.members) == members_by_hand(task_code)
    assert [len(group) for group in found.groups] == sorted(map(len, found.groups), reverse=True)


@pytest.mark.parametrize("task_code", TASKS)
def test_mixtures_are_told_apart(task_code: str) -> None:
    cells = {row["region_code"]: row["leading_levels"] for row in CELLS if row["task_code"] == task_code}
    mixed = {code for code, levels in cells.items() if "bovenregionaal" in levels.split(";") and ";" in levels}
    assert {code for code in cells if GROUPS[task_code].mixed(code)} == mixed


def test_tasks_keep_their_order_and_the_most_chosen_is_found() -> None:
    assert list(GROUPS) == TASKS
    counts = {task: len(members_by_hand(task)) for task in TASKS}
    assert counts[most_chosen(GROUPS)] == max(counts.values())


def test_level_that_only_qualifies_does_not_count() -> None:
    """Zuid-Holland Zuid: "Regionaal; mogelijk bovenregionaal"."""
    cell = next(row for row in CELLS if (row["region_code"], row["task_code"]) == ("JZ31", "jeugdzorgplus"))
    assert "bovenregionaal" in cell["levels"].split(";")
    assert "JZ31" not in GROUPS["jeugdzorgplus"].members


def test_number_of_the_group() -> None:
    groups = GROUPS["meldpunten"]
    for number, group in enumerate(groups.groups, 1):
        assert {groups.group_number(code) for code in group} == {number}
    assert {groups.group_number(code) for code in set(NAMES) - {c for group in groups.groups for c in group}} == {None}


nodes = st.integers(0, 8).map(str)


@given(st.sets(nodes), st.sets(st.tuples(nodes, nodes).filter(lambda pair: pair[0] != pair[1])))
def test_groups_of_any_graph(members: set[str], edges: set[tuple[str, str]]) -> None:
    both = edges | {pair[::-1] for pair in edges}
    graph = {node: frozenset(other for one, other in both if one == node) for node in map(str, range(9))}
    found = connected_groups(members, graph)
    assert sorted(code for group in found for code in group) == sorted(members), "each member in one group"
    for one, other in combinations(found, 2):
        assert not any((a, b) in both for a in one for b in other), "no border between groups"
    for group in found:
        reached = {group[0]}
        for _ in group:
            reached |= {other for one, other in both if one in reached and other in group}
        assert reached == set(group), "a group hangs together"


# Sentences


def found(leading_class: str = "bovenregionaal", next_door: tuple[str, ...] = (), group_size: int = 0) -> Standing:
    return Standing("taak", leading_class, next_door, group_size)


@pytest.mark.parametrize(
    ("standing_found", "names", "sentence"),
    [
        (
            found(next_door=("A", "B"), group_size=3),
            ["A", "B"],
            "X kiest bovenregionaal, en van de 4 buren kiezen A en B ook bovenregionaal.",
        ),
        (
            found(next_door=("A",), group_size=9),
            ["A"],
            "X kiest bovenregionaal, en van de 4 buren kiest A ook bovenregionaal, in een groep van 9 regio's.",
        ),
        (
            found("regionaal+bovenregionaal", group_size=1),
            [],
            "X kiest regionaal en bovenregionaal en staat daarin alleen: geen van de 4 buren kiest bovenregionaal.",
        ),
        (found("lokaal", ("A",)), ["A"], "X kiest lokaal, maar van de 4 buren kiest A bovenregionaal."),
        (
            found("geen_niveau", ("A", "B", "C")),
            ["A", "B", "C"],
            "X noemt geen niveau, maar van de 4 buren kiezen A, B en C bovenregionaal.",
        ),
        (found("lokaal"), [], "X kiest lokaal, en geen van de 4 buren kiest bovenregionaal."),
    ],
)
def test_one_sentence_per_finding(standing_found: Standing, names: list[str], sentence: str) -> None:
    assert standing_sentence(standing_found, "X", names, 4) == sentence


@pytest.mark.parametrize("task_code", TASKS)
def test_sentence_of_every_region_says_what_the_csv_says(task_code: str) -> None:
    members = members_by_hand(task_code)
    for code in NAMES:
        around = {other for pair in touching() if code in pair for other in pair} - {code}
        shown = standing(GROUPS[task_code], GRAPH, code)
        assert set(shown.next_door) == around & members
        sentence = standing_sentence(
            shown, NAMES[code], [f"[{NAMES[other]}]" for other in shown.next_door], len(around)
        )
        assert ("staat daarin alleen" in sentence) == (code in members and not around & members)
        assert f"de {len(around)} buren" in sentence
        for other in around:
            assert (f"[{NAMES[other]}]" in sentence) == (other in members)
