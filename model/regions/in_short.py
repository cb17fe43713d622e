"""One region in a few figures: what it chose, how that differs from the others, and whom it names as a partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from model.choices.classes import NO_LEVEL, class_order, status_counts
from model.choices.comparison import SAME
from model.choices.consensus import with_usual
from model.regions.partners import collectives, partners_of, partnerships
from model.regions.profile import beside, neighbours_of


@dataclass(frozen=True)
class InShort:
    """A region in short; regions and tasks by their codes.

    `classes` holds the number of tasks per leading class, the most frequent first; `statuses` that per status.
    `usual_count` is the number of tasks for which it chose what no class beats (model.choices.consensus.with_usual),
    `unusual_tasks` are the others for which it names a level. `nearest` are the neighbours with the most tasks,
    `same_count`, for which they chose the same. `mutual`, `named` and `naming` are the regions that it names and that
    name it back, that it names only, and that only name it; `names_groups` tells of partners that are no single region.
    """

    task_count: int
    classes: tuple[tuple[str, int], ...]
    statuses: dict[str, int]
    usual_count: int
    unusual_tasks: tuple[str, ...]
    neighbour_count: int
    nearest: tuple[str, ...]
    same_count: int
    mutual: tuple[str, ...]
    named: tuple[str, ...]
    naming: tuple[str, ...]
    names_groups: bool


def in_short(choices: pd.DataFrame, neighbours: pd.DataFrame, partners: pd.DataFrame, region_code: str) -> InShort:
    """The region in short, from the tables of these names; `choices` needs the classes (classes.with_classes).

    Raises KeyError when the region is not in the data.
    """
    own = with_usual(choices)
    own = own[own["region_code"] == region_code]
    if own.empty:
        raise KeyError(region_code)
    counts = Counter(map(str, own["leading_class"]))
    around = neighbours_of(neighbours, region_code)
    compared = beside(choices, region_code, around)
    same = compared[compared["relation"] == SAME].groupby("region_code").size().reindex(around, fill_value=0)
    most = int(same.max()) if len(same) else 0
    directions = partners_of(partnerships(partners), region_code)
    groups = collectives(partners[partners["region_code"] == region_code])
    unusual = own[~own["usual"] & (own["leading_class"] != NO_LEVEL)]
    return InShort(
        task_count=len(own),
        classes=tuple(sorted(counts.items(), key=lambda item: (item[0] == NO_LEVEL, -item[1], class_order(item[0])))),
        statuses=status_counts(own),
        usual_count=int(own["usual"].sum()),
        unusual_tasks=tuple(map(str, unusual["task_code"])),
        neighbour_count=len(around),
        nearest=tuple(code for code in around if most and same[code] == most),
        same_count=most,
        mutual=_in_direction(directions, "mutual"),
        named=_in_direction(directions, "names"),
        naming=_in_direction(directions, "named_by"),
        names_groups=len(groups) > 0,
    )


def _in_direction(directions: Mapping[str, str], wanted: str) -> tuple[str, ...]:
    return tuple(code for code, direction in directions.items() if direction == wanted)
