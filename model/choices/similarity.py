"""Likeness of regions by their choices, and the groups that follow from it. Defined once, here.

Counted is what the map and the matrix show: the leading levels of a choice. An equal choice counts as one task, one
that is partly the same (they share a level, and at least one of them names another beside it) as half a task. The
likeness of two regions is that count as a share of the tasks for which both name a level, so that whoever reads "7 of
11 equal, 2 partly" can work it out. Silence is no choice: a task for which one of them names no level does not count,
neither for nor against. See docs/besluiten/0008-gelijkenis-en-groepen.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
PARTLY_COUNTS = 0.5
"""What a choice that is partly the same counts for, beside an equal one."""


@dataclass(frozen=True)
class Group:
    """Regions that choose alike, neighbours in the order being most alike, with the class that they choose most."""

    region_codes: tuple[str, ...]
    leading_class: str
    share_pct: float


@dataclass(frozen=True)
class Likeness:
    """How each pair of regions compares: square tables by region code, in one order.

    `equal` and `partly` count the tasks with the same choice and with one shared level among others, `compared` the
    tasks for which both name a level.
    """

    equal: pd.DataFrame
    partly: pd.DataFrame
    compared: pd.DataFrame

    @property
    def share(self) -> pd.DataFrame:
        """Likeness, 0 to 1; NaN where two regions share no task with a level."""
        return (self.equal + PARTLY_COUNTS * self.partly) / self.compared.where(self.compared > 0)

    def ordered(self, region_codes: Sequence[str]) -> Likeness:
        """The same tables in another order of the regions."""
        codes = list(region_codes)
        return Likeness(*(table.loc[codes, codes] for table in (self.equal, self.partly, self.compared)))


def likeness(choices: pd.DataFrame) -> Likeness:
    """Likeness of each pair of regions, in the order of `choices`.

    `choices` needs `region_code`, `task_code` and `leading_levels`.
    """
    named, codes = _leading_levels(choices)
    one, other = named[:, None], named[None, :]
    counts = one.any(axis=-1) & other.any(axis=-1)
    equal = counts & (one == other).all(axis=-1)
    partly = (one & other).any(axis=-1) & ~equal
    return Likeness(
        *(pd.DataFrame(found.sum(axis=-1), index=codes, columns=codes) for found in (equal, partly, counts))
    )


def most_alike(found: Likeness, region_code: str) -> pd.DataFrame:
    """All other regions, most alike to one first: `share`, `equal`, `partly` and `compared` by region code.

    Of the same likeness the one with most equal choices comes first, then the order of the tables; unknown is last.
    """
    others = pd.DataFrame(
        {name: getattr(found, name).loc[region_code] for name in ("share", "equal", "partly", "compared")}
    ).drop(region_code)
    return others.sort_values(["share", "equal"], ascending=False, kind="stable", na_position="last")


def groups(found: Likeness, choices: pd.DataFrame, count: int = GROUP_COUNT) -> list[Group]:
    """At most `count` groups of regions, from hierarchical clustering on mean distance; the largest group first.

    `choices` needs `region_code` and `leading_class`. Of equally near
    groups the order of the tables decides. The distance is 1 - likeness, and 1 where the likeness is
    unknown.
    """
    share = found.share
    distance = 1 - share.fillna(0).to_numpy(copy=True)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average", optimal_ordering=True)
    labels = fcluster(tree, count, criterion="maxclust")
    members: dict[int, list[str]] = {}
    for leaf in leaves_list(tree):
        members.setdefault(int(labels[leaf]), []).append(str(share.index[leaf]))
    made = [_group(tuple(codes), choices) for codes in members.values()]
    return sorted(made, key=lambda group: -len(group.region_codes))


def _group(region_codes: tuple[str, ...], choices: pd.DataFrame) -> Group:
    classes = Counter(choices.loc[choices["region_code"].isin(region_codes), "leading_class"])
    named = {code: count for code, count in classes.items() if code != NO_LEVEL}
    if not named:
        return Group(region_codes, NO_LEVEL, 100.0)
    top = max(sorted(named, key=class_order), key=lambda code: named[code])
    return Group(region_codes, top, 100 * named[top] / classes.total())


def _leading_levels(choices: pd.DataFrame) -> tuple[npt.NDArray[np.bool_], list[str]]:
    """Leading levels of each region per task: regions × tasks × levels; and the region codes."""
    regions, tasks = list(dict.fromkeys(choices["region_code"])), list(dict.fromkeys(choices["task_code"]))
    named = np.zeros((len(regions), len(tasks), len(LEVELS)), dtype=bool)
    for region_code, task_code, levels in zip(
        choices["region_code"], choices["task_code"], choices["leading_levels"], strict=True
    ):
        for level in levels:
            named[regions.index(region_code), tasks.index(task_code), LEVELS.index(level)] = True
    return named, regions
