"""Scale table of the steering framework of Zuid-Holland Zuid beside the region's own cells in the inventory, 2013.

Source: 002_c88637e19d10946d.txt, lines 54-117 (the text lost its columns and colours), and 001_5833ac47ade829ca.txt,
lines 6059-6111 (profile 32).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from model.fields import LEVELS

REGION_CODE = "JZ31"
"""Zuid-Holland Zuid in the inventory."""

STEERING_ROLES = frozenset({"inkoop", "beleid", "voorwaardenstellend_beleid"})
"""What counts in the comparison: the framework takes local execution as a principle for all tasks (lines 113-117)."""

SAME, DIFFERENT, CANNOT_SAY = "gelijk", "verschilt", "niet_te_zeggen"
OUTCOMES = (SAME, DIFFERENT, CANNOT_SAY)
"""The three outcomes of the comparison, from agreement to no answer."""

MAIN, SPECIAL, ABSENT, UNSURE = "gewoon", "alleen_soms", "niet", "onzeker"
"""How a document names a scale: as such, only in some cases, not at all, or one cannot tell."""

_INVENTORY = "inventarisatie"


@dataclass(frozen=True)
class ScaleOutcome:
    """One scale of one task: how each document names it, and what follows."""

    scale: str
    framework: str
    inventory: str
    outcome: str


@dataclass(frozen=True)
class TaskOutcome:
    """One task of the inventory: rows of the framework that go with it, outcome, and the scales it rests on."""

    task_code: str
    framework_task_codes: tuple[str, ...]
    outcome: str
    scales: tuple[ScaleOutcome, ...]


def with_possible_scales(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells of `framework_scales` with what the table by itself, without the inventory, says of their column.

    Adds `leans_on_inventory` (yes/no: the column was found with the help of the inventory, or by its place beside such a
    cell) and `possible_scales` (columns that stay open without the inventory; one where the column is firm).
    A cell between two firm cells with one column between them is firm, whatever else its reason names.
    """
    parts = []
    for _, row in cells.groupby("framework_task_code", sort=False):
        row = row.sort_values("cell_order")
        firm = _firm_columns(row)
        parts.append(
            row.assign(
                leans_on_inventory=[
                    basis != "onbekend" and column is None
                    for basis, column in zip(row["column_basis"], firm, strict=True)
                ],
                possible_scales=[_possible(firm, place) for place in range(len(firm))],
            )
        )
    return pd.concat(parts)


def compare(cells: pd.DataFrame, choices: pd.DataFrame) -> tuple[TaskOutcome, ...]:
    """Each task of the inventory against the framework, in the order of `choices` (rows of one region).

    `cells` is `framework_scales`; `choices` needs `task_code`, `levels`, `leading_levels`. The framework names a scale
    where it puts purchasing or policy there; an escape, and a level that only qualifies, count as "only in some cases".
    A task differs where a scale certainly does; else nothing can be said where a scale is unsure or no row goes with the
    task; else the two agree. A column known through the inventory proves nothing about it, so it is unsure.
    """
    placed = with_possible_scales(cells)
    placed = placed[[bool(STEERING_ROLES & set(roles)) for roles in placed["roles"]]]
    outcomes = []
    for choice in choices.itertuples(index=False):
        mine = placed[[choice.task_code in codes for codes in placed["inventory_task_codes"]]]
        scales = tuple(
            scale
            for level in LEVELS
            if (scale := _scale_outcome(level, mine, set(choice.levels), set(choice.leading_levels))) is not None
        )
        codes = tuple(dict.fromkeys(mine["framework_task_code"]))
        outcomes.append(TaskOutcome(choice.task_code, codes, _task_outcome(scales, has_row=bool(codes)), scales))
    return tuple(outcomes)


def _firm_columns(row: pd.DataFrame) -> list[str | None]:
    """Column of each cell of one task as far as the table alone shows it; `row` runs from left to right."""
    scales = list(row["scale"])
    leans = [scale is None or _INVENTORY in reason for scale, reason in zip(scales, row["column_reason"], strict=True)]
    firm: list[str | None] = [None if lean else scale for scale, lean in zip(scales, leans, strict=True)]
    for place, lean in enumerate(leans):
        if lean and len(_possible(firm, place)) == 1:
            firm[place] = _possible(firm, place)[0]
    open_place = next((place for place, scale in enumerate(firm) if scale is None), len(firm))
    # What stands right of an open cell got its column by counting on from that cell, unless all columns are filled.
    return [scale if place < open_place else None for place, scale in enumerate(firm)]


def _possible(firm: Sequence[str | None], place: int) -> tuple[str, ...]:
    """Columns that a cell can stand in, given the firm ones beside it and that every cell has a column of its own."""
    scale = firm[place]
    if scale is not None:
        return (scale,)
    low = max((LEVELS.index(s) + place - i for i, s in enumerate(firm[:place]) if s), default=place)
    high = min(
        (LEVELS.index(s) - (i - place) for i, s in enumerate(firm) if s and i > place),
        default=len(LEVELS) - (len(firm) - place),
    )
    return LEVELS[low : high + 1]


def _scale_outcome(level: str, cells: pd.DataFrame, named: set[str], leading: set[str]) -> ScaleOutcome | None:
    inventory = MAIN if level in leading else SPECIAL if level in named else ABSENT
    here = [
        (len(possible) == 1, escape is None)
        for possible, escape in zip(cells["possible_scales"], cells["escape"], strict=True)
        if level in possible
    ]
    if (True, True) in here:
        framework = MAIN
    elif any(not firm for firm, _ in here):
        framework = UNSURE
    else:
        framework = SPECIAL if here else ABSENT
    if framework == inventory == ABSENT:
        return None
    if framework == UNSURE or cells.empty:
        return ScaleOutcome(level, UNSURE, inventory, CANNOT_SAY)
    return ScaleOutcome(level, framework, inventory, SAME if framework == inventory else DIFFERENT)


def _task_outcome(scales: Sequence[ScaleOutcome], *, has_row: bool) -> str:
    found = {scale.outcome for scale in scales}
    if DIFFERENT in found:
        return DIFFERENT
    return CANNOT_SAY if CANNOT_SAY in found or not has_row else SAME
