"""The findings on the start page, computed from the scale choices."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from model.choices.classes import status_counts
from model.choices.consensus import by_difference


@dataclass(frozen=True)
class Agreement:
    """A task with its most common class: `count` of `total` regions; `spread_pct` as in model.choices.consensus."""

    task_code: str
    leading_class: str
    count: int
    total: int
    class_count: int
    spread_pct: float


@dataclass(frozen=True)
class Findings:
    """What stands out: where regions differ least and most, and how firm the choices were."""

    most_agreed: Agreement
    least_agreed: Agreement
    cells: int
    agreed_cells: int
    intended_cells: int
    open_cells: int


def find(choices: pd.DataFrame) -> Findings:
    """Findings over all regions. `choices` needs `task_code`, `region_code`, `leading_class`, `status`."""
    by_task = by_difference(choices)
    known = by_task.dropna(subset="spread_pct")
    least, most = (known if len(known) else by_task).iloc[[0, -1]].iloc
    total = choices["region_code"].nunique()

    def agreement(row: pd.Series) -> Agreement:
        classes = choices.loc[choices["task_code"] == row["task_code"], "leading_class"].nunique()
        return Agreement(row["task_code"], row["leading_class"], int(row["count"]), total, classes, row["spread_pct"])

    statuses = status_counts(choices)
    return Findings(
        agreement(least),
        agreement(most),
        len(choices),
        statuses["gedeelde_afspraak"],
        statuses["intentie"],
        statuses["geen_opvatting"],
    )
