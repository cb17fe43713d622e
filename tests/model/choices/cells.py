"""The scale choices as plain rows of the CSV, for counting again."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pandas as pd

from model.choices.classes import with_classes
from tests.data.shipped import CSV, csv_rows, shipped

CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}


@cache
def choices() -> pd.DataFrame:
    """All choices with their classes."""
    return with_classes(shipped("scale_choices"))


def usual_tasks(region_code: str) -> set[str]:
    """Tasks for which the region chose what no other choice beats."""
    counts: dict[str, Counter[str]] = {}
    for (_, task), row in CELLS.items():
        if row["leading_levels"]:
            counts.setdefault(task, Counter())[row["leading_levels"]] += 1
    return {
        task
        for (code, task), row in CELLS.items()
        if code == region_code and counts[task][row["leading_levels"]] == max(counts[task].values())
    }
