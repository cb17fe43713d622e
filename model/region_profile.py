"""What the documents say of one region: its choice for a task, its neighbours' choices, its words for 'regionaal'."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Choice:
    """One cell of the inventory, with its place in the source."""

    region_code: str
    task_code: str
    leading_class: str
    level_text: str | None
    status: str
    remark: str | None
    source_file: str
    line_from: int
    line_to: int


def choice_of(choices: pd.DataFrame, region_code: str, task_code: str) -> Choice:
    """The choice of a region for a task. Raises KeyError when the pair is not in the data."""
    cell = choices[(choices["region_code"] == region_code) & (choices["task_code"] == task_code)]
    if len(cell) != 1:
        raise KeyError((region_code, task_code))
    row = cell.iloc[0]
    return Choice(
        region_code,
        task_code,
        row["leading_class"],
        row["level_text"],
        row["status"],
        row["remark"],
        row["source_file"],
        int(row["line_from"]),
        int(row["line_to"]),
    )


def neighbour_choices(
    choices: pd.DataFrame, neighbours: pd.DataFrame, region_code: str, task_code: str
) -> pd.DataFrame:
    """Choices for one task of the regions next door: columns of `choices`, longest shared border first."""
    next_door = neighbours[neighbours["region_code"] == region_code].sort_values("border_km", ascending=False)
    for_task = choices[choices["task_code"] == task_code]
    return (
        next_door[["neighbour_region_code"]]
        .rename(columns={"neighbour_region_code": "region_code"})
        .merge(for_task, on="region_code", how="left", validate="1:1")
    )


def notes_of(notes: pd.DataFrame, region_code: str, kind: str) -> pd.DataFrame:
    """Notes of one kind on a region, in the order of the source."""
    own = notes[(notes["region_code"] == region_code) & (notes["kind"] == kind)]
    return own.sort_values("line_from", ignore_index=True)
