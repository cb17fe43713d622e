"""The findings on the start page, computed from the scale choices."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from model.choices.classes import consensus, status_counts


@dataclass(frozen=True)
class Agreement:
    """A task with its most common class: `count` of `total` regions."""

    task_code: str
    leading_class: str
    count: int
    total: int
    class_count: int


@dataclass(frozen=True)
class Findings:
    """What stands out: where regions agree most and least, and how firm the choices were."""

    most_agreed: Agreement
    least_agreed: Agreement
    cells: int
    agreed_cells: int
    intended_cells: int
    open_cells: int


def find(choices: pd.DataFrame) -> Findings:
    """Findings over all regions. `choices` needs `task_code`, `region_code`, `leading_class`, `status`."""
    by_task = consensus(choices)
    total = choices["region_code"].nunique()

    def agreement(row: pd.Series) -> Agreement:
        classes = choices.loc[choices["task_code"] == row["task_code"], "leading_class"].nunique()
        return Agreement(row["task_code"], row["leading_class"], int(row["count"]), total, classes)

    statuses = status_counts(choices)
    return Findings(
        agreement(by_task.iloc[0]),
        agreement(by_task.iloc[-1]),
        len(choices),
        statuses["gedeelde_afspraak"],
        statuses["intentie"],
        statuses["geen_opvatting"],
    )
