"""With whom: the ranked partners of a region for a task, recomputed from the CSV, and for made-up countries."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import NO_LEVEL, level_class
from model.choices.neighbour_groups import TaskGroups, adjacency, connected_groups, task_groups
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from model.regions.partners import partners_of, partnerships
from model.regions.with_whom import (
    ELSEWHERE,
    GROUP,
    MUTUAL,
    NEXT_DOOR,
    ONE_SIDED,
    TIERS,
    Partner,
    level_of,
    level_shown,
    partners_for_task,
)
from tests.data.shipped import CSV, csv_rows, shipped

NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
TASKS = [row["task_code"] for row in csv_rows(CSV / "tasks.csv")]
LEADING = {
    (row["region_code"], row["task_code"]): list(filter(None, row["leading_levels"].split(";")))
    for row in csv_rows(CSV / "scale_choices.csv")
}
NAMED = {
    (row["region_code"], row["partner_region_code"])
    for row in csv_rows(CSV / "partners.csv")
    if row["partner_region_code"]
}
GRAPH = adjacency(read_table("neighbours"))
CHOICES, PAIRS = read_table("scale_choices"), partnerships(read_table("partners"))


def found(region_code: str, task_code: str) -> list[Partner]:
    level = level_of(level_class(LEADING[region_code, task_code])) or "bovenregionaal"
    groups = task_groups(CHOICES, GRAPH, task_code, level)
    return partners_for_task(groups, GRAPH, partners_of(PAIRS, region_code), NAMES, region_code)


def reachable(region_code: str, members: set[str]) -> set[str]:
    """Regions that a walk over borders within `members` reaches."""
    borders = shipped("neighbours")
    edges = set(zip(borders["region_code"], borders["neighbour_region_code"], strict=True))
    seen, front = {region_code}, {region_code}
    while front:
        front = {b for a, b in edges if a in front and b in members} - seen
        seen |= front
    return seen


def tier_by_hand(region_code: str, other: str, task_code: str, group: set[str]) -> str | None:
    own = LEADING[region_code, task_code]
    same = bool(own) and max(own, key=LEVELS.index) in LEADING[other, task_code]
    there, back = (region_code, other) in NAMED, (other, region_code) in NAMED
    if same and other in GRAPH[region_code]:
        return NEXT_DOOR
    if there and back:
        return MUTUAL
    if there or back:
        return ONE_SIDED
    if other in group:
        return GROUP
    return ELSEWHERE if same else None


@pytest.mark.parametrize("task_code", TASKS)
def test_every_region_has_the_partners_that_the_csv_gives_it_for_every_task(task_code: str) -> None:
    for region_code in NAMES:
        own = LEADING[region_code, task_code]
        members = {code for code in NAMES if own and max(own, key=LEVELS.index) in LEADING[code, task_code]}
        group = reachable(region_code, members) if own else set()
        by_hand = {
            code: tier
            for code in NAMES
            if code != region_code and (tier := tier_by_hand(region_code, code, task_code, group))
        }
        partners = found(region_code, task_code)
        assert {item.region_code: item.tier for item in partners} == by_hand, (region_code, task_code)
        assert len(partners) == len(by_hand), "nobody twice"


def test_ranking_goes_by_reason_then_naming_then_level_then_alphabet() -> None:
    order = [found("JZ31", "jeugdzorgplus"), found("JZ10", "jeugdbescherming"), found("JZ17", "pleegzorg")]
    for partners in order:
        keys = [
            (
                list(TIERS).index(item.tier),
                {"mutual": 0, "names": 1, "named_by": 1, None: 2}[item.naming],
                [True, None, False].index(item.same_level),
                NAMES[item.region_code],
            )
            for item in partners
        ]
        assert keys == sorted(keys)
    shown = [(NAMES[item.region_code], item.tier) for item in order[0]]
    assert shown[:5] == [
        ("Rijnmond", NEXT_DOOR),
        ("West-Brabant-Oost", NEXT_DOOR),
        ("West-Brabant-West", NEXT_DOOR),
        ("Holland Rijnland", MUTUAL),
        ("Midden-Holland", ONE_SIDED),
    ]
    assert ("Zeeland", GROUP) in shown, "no neighbour itself, but joined by regions that choose the same"
    assert ("Twente", ELSEWHERE) in shown, "also chose regionaal, beside bovenregionaal"


def test_first_line_has_partners_too() -> None:
    """Nobody chooses bovenregionaal there, and the page once showed a grey map full of lines."""
    partners = found("JZ01", "eerste_lijn")
    assert {item.tier for item in partners} >= {NEXT_DOOR, GROUP}
    assert all(item.same_level for item in partners if item.tier in (NEXT_DOOR, GROUP, ELSEWHERE))


def test_where_a_region_names_no_level_only_naming_counts_and_the_rest_is_unknown() -> None:
    partners = found("JZ27", "jeugdzorgplus")
    assert not LEADING["JZ27", "jeugdzorgplus"]
    assert {item.region_code for item in partners} == {"JZ18", "JZ31"}
    assert {item.tier for item in partners} == {ONE_SIDED}
    assert {item.same_level for item in partners} == {None}


def test_level_that_counts_is_the_widest_and_a_map_without_a_region_shows_what_anyone_chooses() -> None:
    assert level_of("lokaal+subregionaal") == "subregionaal"
    assert level_of(NO_LEVEL) is None
    classes = {code: level_class(LEADING[code, "eerste_lijn"]) for code in NAMES}
    assert level_shown(classes, None) == "lokaal", "nobody chooses bovenregionaal: the most chosen one"
    assert level_shown(classes, "JZ31") == "subregionaal"
    classes = {code: level_class(LEADING[code, "jeugdzorgplus"]) for code in NAMES}
    assert level_shown(classes, None) == level_shown(classes, "JZ27") == "bovenregionaal"


CODES = list("ABCDEF")
countries = st.fixed_dictionaries(
    {
        "levels": st.fixed_dictionaries({code: st.sets(st.sampled_from(LEVELS), max_size=2) for code in CODES}),
        "borders": st.sets(st.sampled_from([(a, b) for a in CODES for b in CODES if a < b])),
        "naming": st.dictionaries(st.sampled_from(CODES[1:]), st.sampled_from(["mutual", "names", "named_by"])),
    }
)


@given(countries)
def test_in_any_country_each_region_stands_once_under_its_strongest_reason(country: dict[str, Any]) -> None:
    graph = {code: frozenset(b if a == code else a for a, b in country["borders"] if code in (a, b)) for code in CODES}
    classes = {code: level_class(levels) for code, levels in country["levels"].items()}
    level = level_of(classes["A"]) or "bovenregionaal"
    parts = connected_groups([code for code in CODES if level in country["levels"][code]], graph)
    groups = TaskGroups(
        "x", tuple(part for part in parts if len(part) > 1), tuple(p[0] for p in parts if len(p) == 1), classes, level
    )
    partners = partners_for_task(groups, graph, country["naming"], {code: code for code in CODES}, "A")
    codes = [item.region_code for item in partners]
    assert len(set(codes)) == len(codes)
    assert "A" not in codes
    assert set(country["naming"]) <= set(codes), "whoever is named is never left out"
    tiers = [list(TIERS).index(item.tier) for item in partners]
    assert all(one <= other for one, other in pairwise(tiers))
    for item in partners:
        assert item.neighbour == (item.region_code in graph["A"])
        known = classes["A"] != NO_LEVEL and item.leading_class != NO_LEVEL
        assert (item.same_level is None) == (not known)
        if item.tier in (NEXT_DOOR, GROUP, ELSEWHERE):
            assert item.same_level
    left_out = set(CODES) - set(codes) - {"A"}
    assert all(classes["A"] == NO_LEVEL or level not in classes[code].split("+") for code in left_out)
