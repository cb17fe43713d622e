"""Neighbouring regions that all choose one level for a task: who has company next door, and who stands alone. The level
is bovenregionaal unless another is asked for.

A region counts when its leading levels hold that level. It may name another level beside it ("regionaal en
bovenregionaal"); such a region is listed as mixed. A level that only qualifies the choice, as in "Regionaal; mogelijk
bovenregionaal", does not count. A group is a connected component of the graph of shared borders (`neighbours`, borders
of 2017; see docs/besluiten/0006): each member borders on at least one other, not on all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from model.choices.classes import NO_LEVEL, class_words, level_class
from model.dataset.registry import LEVELS
from model.notation import listed

LEVEL = LEVELS[-1]

Adjacency = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class TaskGroups:
    """For one task: groups of two or more neighbours, largest first, and the regions without such a neighbour."""

    task_code: str
    groups: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    classes: Mapping[str, str]
    """Leading class of every region for the task, whatever it chooses."""
    level: str = LEVEL
    """Level that the groups share."""

    def mixed(self, region_code: str) -> bool:
        """Whether the region names another leading level beside that of the groups."""
        return self.classes[region_code] != self.level and self.level in self.classes[region_code].split("+")

    @property
    def members(self) -> tuple[str, ...]:
        """All regions that choose the level for the task."""
        return tuple(sorted([*(code for group in self.groups for code in group), *self.alone]))

    def group_number(self, region_code: str) -> int | None:
        """Number of the region's group, from 1; None for a region that stands alone or chooses otherwise."""
        return next((i for i, group in enumerate(self.groups, 1) if region_code in group), None)


@dataclass(frozen=True)
class Standing:
    """How one region stands for one task. `next_door` are direct neighbours that choose bovenregionaal."""

    task_code: str
    leading_class: str
    next_door: tuple[str, ...]
    group_size: int
    """Regions in its group, itself included: 1 where it stands alone, 0 where it chooses otherwise."""


def adjacency(neighbours: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Region code to the codes of the regions that share a border with it. Raises ValueError on a one-way border."""
    found: dict[str, set[str]] = {}
    for row in neighbours.itertuples():
        found.setdefault(str(row.region_code), set()).add(str(row.neighbour_region_code))
    one_way = sorted((a, b) for a, around in found.items() for b in around if a not in found.get(b, set()))
    if one_way:
        raise ValueError(f"neighbours that are listed from one side only: {one_way}")
    return {code: frozenset(around) for code, around in found.items()}


def connected_groups(members: Collection[str], graph: Adjacency) -> list[tuple[str, ...]]:
    """Connected components of `graph` within `members`, each sorted; largest first, then by first code."""
    left, groups = set(members), []
    while left:
        front = [min(left)]
        left.discard(front[0])
        group = []
        while front:
            code = front.pop()
            group.append(code)
            reached = graph.get(code, frozenset()) & left
            left -= reached
            front.extend(reached)
        groups.append(tuple(sorted(group)))
    return sorted(groups, key=lambda group: (-len(group), group))


def task_groups(choices: pd.DataFrame, graph: Adjacency, task_code: str, level: str = LEVEL) -> TaskGroups:
    """Groups and lone regions for one task and level. `choices` needs `region_code`, `task_code`, `leading_levels`."""
    cells = choices[choices["task_code"] == task_code]
    levels = {str(row.region_code): tuple(row.leading_levels) for row in cells.itertuples()}
    components = connected_groups([code for code, named in levels.items() if level in named], graph)
    return TaskGroups(
        task_code,
        tuple(group for group in components if len(group) > 1),
        tuple(group[0] for group in components if len(group) == 1),
        {code: level_class(named) for code, named in levels.items()},
        level,
    )


def groups_per_task(choices: pd.DataFrame, neighbours: pd.DataFrame) -> dict[str, TaskGroups]:
    """Task code to its groups that choose bovenregionaal, in the order in which `choices` lists the tasks."""
    graph = adjacency(neighbours)
    return {str(code): task_groups(choices, graph, str(code)) for code in choices["task_code"].unique()}


def most_chosen(groups: Mapping[str, TaskGroups]) -> str:
    """Task for which most regions choose bovenregionaal; the first of equals."""
    return max(groups, key=lambda task_code: len(groups[task_code].members))


def standing(groups: TaskGroups, graph: Adjacency, region_code: str) -> Standing:
    """How a region stands for the task of `groups`."""
    members = set(groups.members)
    own = next((group for group in groups.groups if region_code in group), ())
    return Standing(
        groups.task_code,
        groups.classes[region_code],
        tuple(sorted(graph.get(region_code, frozenset()) & members)),
        len(own) or int(region_code in members),
    )


def standing_sentence(found: Standing, region_name: str, next_door_names: Collection[str], neighbour_count: int) -> str:
    """One Dutch sentence on `found`. `next_door_names` are the names of `found.next_door`, as they must be shown."""
    own = "noemt geen niveau" if found.leading_class == NO_LEVEL else f"kiest {class_words(found.leading_class)}"
    around = (
        f"van de {neighbour_count} buren {'kiest' if len(next_door_names) == 1 else 'kiezen'} {listed(next_door_names)}"
    )
    nobody = f"geen van de {neighbour_count} buren kiest bovenregionaal"
    match bool(found.group_size), bool(found.next_door):
        case True, True:
            larger = found.group_size > len(found.next_door) + 1
            group = f", in een groep van {found.group_size} regio's" if larger else ""
            return f"{region_name} {own}, en {around} ook bovenregionaal{group}."
        case True, False:
            return f"{region_name} {own} en staat daarin alleen: {nobody}."
        case False, True:
            return f"{region_name} {own}, maar {around} bovenregionaal."
        case _:
            return f"{region_name} {own}, en {nobody}."
