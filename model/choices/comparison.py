"""Two to four regions side by side: per task who chooses the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from model.choices.classes import NO_LEVEL, class_order

MAX_REGIONS = 4
SAME, PARTLY, DIFFERENT, UNKNOWN = "gelijk", "deels", "verschillend", "onbekend"


@dataclass(frozen=True)
class TaskComparison:
    """The choices of some regions for one task.

    `groups` holds per leading class the regions that choose it, largest group first; `silent` the regions that name no
    level; `also_named` the levels that a region names beside its leading ones; `statuses` the status per region.
    """

    task_code: str
    relation: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    silent: tuple[str, ...]
    also_named: dict[str, tuple[str, ...]]
    statuses: dict[str, str]


def compare(choices: pd.DataFrame, region_codes: Sequence[str]) -> list[TaskComparison]:
    """Comparison per task, in the order of `choices`.

    `choices` needs `region_code`, `task_code`, `levels`, `leading_levels`, `leading_class` and `status`.
    Raises ValueError unless two to four different regions of `choices` are asked for.
    """
    if not 2 <= len(set(region_codes)) == len(region_codes) <= MAX_REGIONS:
        raise ValueError(f"compare takes two to {MAX_REGIONS} different regions, not {list(region_codes)}")
    unknown = set(region_codes) - set(choices["region_code"])
    if unknown:
        raise ValueError(f"unknown regions: {sorted(unknown)}")
    return [
        _compare_task(str(task_code), cells.set_index("region_code").loc[list(region_codes)])
        for task_code, cells in choices.groupby("task_code", sort=False)
    ]


def _compare_task(task_code: str, cells: pd.DataFrame) -> TaskComparison:
    by_class: dict[str, list[str]] = {}
    for region_code, class_code in cells["leading_class"].items():
        by_class.setdefault(class_code, []).append(str(region_code))
    silent = tuple(by_class.pop(NO_LEVEL, ()))
    ordered = sorted(by_class, key=lambda code: (-len(by_class[code]), class_order(code)))
    return TaskComparison(
        task_code,
        _relation(ordered, by_class, all_named=not silent),
        tuple((code, tuple(by_class[code])) for code in ordered),
        silent,
        {
            str(code): tuple(level for level in row["levels"] if level not in set(row["leading_levels"]))
            for code, row in cells.iterrows()
            if len(row["levels"]) > len(row["leading_levels"]) > 0
        },
        {str(code): str(status) for code, status in cells["status"].items()},
    )


def _relation(classes: Sequence[str], by_class: dict[str, list[str]], *, all_named: bool) -> str:
    """How the regions relate: unknown where one names no level, partly the same when two choose alike or share a level
    in a mixture.
    """
    if not all_named:
        return UNKNOWN
    if len(classes) == 1:
        return SAME
    shared_level = any(set(a.split("+")) & set(b.split("+")) for a, b in combinations(classes, 2))
    return PARTLY if shared_level or any(len(codes) > 1 for codes in by_class.values()) else DIFFERENT
