"""How far regions agree: per task the most common class and the spread, per region how usual its choices are."""

from __future__ import annotations

import pandas as pd

from model.choices.classes import NO_LEVEL, consensus


def spread_pct(classes: pd.Series) -> float:
    """Chance, in percents, that two different regions picked at random choose a different class.

    The Gini-Simpson index without replacement: 1 - Σ n(n-1) / N(N-1), with n the number of regions per class and N all
    regions that name a level. NaN where fewer than two do.

    >>> round(spread_pct(pd.Series(["lokaal", "lokaal", "regionaal"])), 1)
    66.7
    """
    counts = classes[classes != NO_LEVEL].value_counts()
    total = int(counts.sum())
    if total < 2:
        return float("nan")
    return 100 * (1 - float((counts * (counts - 1)).sum()) / (total * (total - 1)))


def task_consensus(choices: pd.DataFrame) -> pd.DataFrame:
    """Per task: `task_code`, most common `leading_class`, its `count` and `share_pct` of all regions, and `spread_pct`.

    `choices` needs `task_code` and `leading_class`. Most consensus first, as `consensus`.
    """
    spreads = choices.groupby("task_code", sort=False)["leading_class"].agg(spread_pct)
    shared = consensus(choices)
    return shared.assign(spread_pct=shared["task_code"].map(spreads))


def by_difference(choices: pd.DataFrame) -> pd.DataFrame:
    """`task_consensus` from the task for which regions differ least to the one for which they differ most.

    The one definition of how much they differ, on every page: `spread_pct`, the chance that two of them choose another
    class. Equals stay in the order of most consensus first; a task without a spread comes last.
    """
    return task_consensus(choices).sort_values("spread_pct", kind="stable", na_position="last", ignore_index=True)


def with_usual(choices: pd.DataFrame) -> pd.DataFrame:
    """Choices with `same_count` (regions with that class for that task, itself included) and `usual`.

    A choice is usual when no class is more common for that task. A cell without a level is never usual.
    """
    same = choices.groupby(["task_code", "leading_class"])["region_code"].transform("size")
    named = choices["leading_class"] != NO_LEVEL
    top = same.where(named, 0).groupby(choices["task_code"]).transform("max")
    return choices.assign(same_count=same, usual=named & (same == top))


def usual_counts(choices: pd.DataFrame) -> pd.DataFrame:
    """Per region: `region_code` and `usual_count`, of all tasks: one without a level counts as chosen otherwise."""
    counts = with_usual(choices).groupby("region_code", sort=False)["usual"].sum().astype(int)
    return counts.rename("usual_count").reset_index()
