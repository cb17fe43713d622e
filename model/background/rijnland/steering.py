"""Scale of steering and of execution in the plan of Holland Rijnland beside the choice of the region in the inventory.

The inventory asks at which level a task is bought and organised, one answer for both (001_5833ac47ade829ca.txt, lines
5625-5626); the plan has two scales. So each is compared on its own, and the outcome is one of three:

* gelijk: the plan names the same levels as the inventory's leading levels;
* anders: the plan names other levels, or one more or less;
* niet te vergelijken: the plan (or the inventory) names no level.

Which part of the plan belongs to which task is our own mapping (`inventory_task_codes`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import pandas as pd

from model.dataset.registry import LEVELS

REGION_CODE = "JZ18"
"""Holland Rijnland in the inventory."""


class Outcome(StrEnum):
    """How a scale of the plan compares with the inventory."""

    SAME = "gelijk"
    OTHER = "anders"
    UNKNOWN = "niet te vergelijken"


def outcome_of(plan_levels: Iterable[str], inventory_levels: Iterable[str]) -> Outcome:
    """Outcome of two sets of levels; an empty set is an unknown level.

    >>> str(outcome_of(["lokaal", "regionaal"], ["regionaal"]))
    'anders'
    """
    plan, inventory = _known(plan_levels), _known(inventory_levels)
    if not plan or not inventory:
        return Outcome.UNKNOWN
    return Outcome.SAME if plan == inventory else Outcome.OTHER


def difference_words(plan_levels: Iterable[str], inventory_levels: Iterable[str]) -> str:
    """What the plan adds to and drops from the inventory, such as 'erbij: lokaal'; empty where nothing."""
    plan, inventory = _known(plan_levels), _known(inventory_levels)
    if not plan or not inventory:
        return ""
    parts = {"erbij": plan - inventory, "weg": inventory - plan}
    return "; ".join(
        f"{word}: {' en '.join(sorted(levels, key=LEVELS.index))}" for word, levels in parts.items() if levels
    )


def compared_with_inventory(steering: pd.DataFrame, choices: pd.DataFrame) -> pd.DataFrame:
    """One row per part of the plan and task of the inventory that belong together, in the order of the plan.

    Parameters
    ----------
    steering : DataFrame
        Table steering_scales.
    choices : DataFrame
        Table scale_choices; only the rows of Holland Rijnland are used.

    Returns
    -------
    DataFrame
        Columns `steering_code`, `name`, `task_code`, `inventory_levels` (tuple), `status`, `steering_outcome`,
        `steering_difference`, `execution_outcome`, `execution_difference`, `confidence`, and the lines of both sources:
        `line_from`, `line_to`, `more_lines`, `inventory_line_from`, `inventory_line_to`.
    """
    own = choices[choices["region_code"] == REGION_CODE].set_index("task_code")
    rows = [
        {
            "steering_code": part["steering_code"],
            "name": part["name"],
            "task_code": task,
            "inventory_levels": tuple(own.at[task, "leading_levels"]),
            "status": own.at[task, "status"],
            "steering_outcome": outcome_of(part["steering_levels"], own.at[task, "leading_levels"]),
            "steering_difference": difference_words(part["steering_levels"], own.at[task, "leading_levels"]),
            "execution_outcome": outcome_of(part["execution_levels"], own.at[task, "leading_levels"]),
            "execution_difference": difference_words(part["execution_levels"], own.at[task, "leading_levels"]),
            "confidence": part["confidence"],
            "line_from": part["line_from"],
            "line_to": part["line_to"],
            "more_lines": part["more_lines"],
            "inventory_line_from": own.at[task, "line_from"],
            "inventory_line_to": own.at[task, "line_to"],
        }
        for part in steering.sort_values("steering_order").to_dict("records")
        for task in part["inventory_task_codes"]
    ]
    return pd.DataFrame(rows)


def _known(levels: Iterable[str]) -> set[str]:
    return {level for level in levels if level}
