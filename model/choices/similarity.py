"""Likeness of regions by the levels they name, and the groups that follow from it. Defined once, here.

For one task, two regions are as alike as the number of levels that both name, divided by the number of levels that at
least one of them names (the Jaccard index over `levels`). The likeness of two regions is the mean over the tasks for
which both name a level. Silence is no choice: a task for which one of them names no level does not count, neither for
nor against. See docs/besluiten/0008-gelijkenis-en-groepen.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.cluster.hierarchy import fcluster, leaves_list, linkage
from scipy.spatial.distance import squareform

from model.choices.classes import NO_LEVEL, class_order
from model.dataset.registry import LEVELS

GROUP_COUNT = 3
"""Number of groups: of two to eight, the one in which regions lie closest to their own group (mean silhouette)."""


@dataclass(frozen=True)
class Group:
    """Regions that choose alike, neighbours in the order being most alike, with the class that they choose most."""

    region_codes: tuple[str, ...]
    leading_class: str
    share_pct: float


def likeness(choices: pd.DataFrame) -> pd.DataFrame:
    """Likeness of each pair of regions, 0 to 1: a square table by region code, in the order of `choices`.

    `choices` needs `region_code`, `task_code` and `levels`. NaN where two regions share no task with a level.
    """
    named, codes = _named_levels(choices)
    pairs = named[:, None], named[None, :]
    both = (pairs[0] & pairs[1]).sum(axis=-1)
    either = (pairs[0] | pairs[1]).sum(axis=-1)
    counts = pairs[0].any(axis=-1) & pairs[1].any(axis=-1)
    per_task = np.where(counts, both / np.maximum(either, 1), 0.0)
    shared_tasks = counts.sum(axis=-1)
    mean = np.where(shared_tasks > 0, per_task.sum(axis=-1) / np.maximum(shared_tasks, 1), np.nan)
    return pd.DataFrame(mean, index=codes, columns=codes)


def most_alike(likeness_table: pd.DataFrame, region_code: str) -> pd.Series:
    """Likeness of all other regions to one, most alike first; equals keep the order of the table, unknown is last."""
    others = likeness_table.loc[region_code].drop(region_code)
    return others.sort_values(ascending=False, kind="stable", na_position="last")


def groups(likeness_table: pd.DataFrame, choices: pd.DataFrame, count: int = GROUP_COUNT) -> list[Group]:
    """At most `count` groups of regions, from hierarchical clustering on mean distance; the largest group first.

    `choices` needs `region_code` and `leading_class`. The distance is 1 - likeness, and 1 where the likeness is
    unknown.
    """
    distance = 1 - likeness_table.fillna(0).to_numpy(copy=True)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average", optimal_ordering=True)
    labels = fcluster(tree, count, criterion="maxclust")
    members: dict[int, list[str]] = {}
    for leaf in leaves_list(tree):
        members.setdefault(int(labels[leaf]), []).append(str(likeness_table.index[leaf]))
    found = [_group(tuple(codes), choices) for codes in members.values()]
    return sorted(found, key=lambda group: -len(group.region_codes))


def _group(region_codes: tuple[str, ...], choices: pd.DataFrame) -> Group:
    classes = Counter(choices.loc[choices["region_code"].isin(region_codes), "leading_class"])
    named = {code: count for code, count in classes.items() if code != NO_LEVEL}
    if not named:
        return Group(region_codes, NO_LEVEL, 100.0)
    top = max(sorted(named, key=class_order), key=lambda code: named[code])
    return Group(region_codes, top, 100 * named[top] / classes.total())


def _named_levels(choices: pd.DataFrame) -> tuple[npt.NDArray[np.bool_], list[str]]:
    """Which levels each region names per task: regions × tasks × levels; and the region codes."""
    regions, tasks = list(dict.fromkeys(choices["region_code"])), list(dict.fromkeys(choices["task_code"]))
    named = np.zeros((len(regions), len(tasks), len(LEVELS)), dtype=bool)
    for region_code, task_code, levels in zip(
        choices["region_code"], choices["task_code"], choices["levels"], strict=True
    ):
        for level in levels:
            named[regions.index(region_code), tasks.index(task_code), LEVELS.index(level)] = True
    return named, regions
