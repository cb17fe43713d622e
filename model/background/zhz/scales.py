"""Scale table of the steering framework of Zuid-Holland Zuid beside the region's own cells in the inventory, 2013.

Source: 002_c88637e19d10946d.txt, lines 54-117 (the text lost its columns and colours), and 001_5833ac47ade829ca.txt,
lines 6059-6111 (profile 32).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import pandas as pd

from model.dataset.registry import LEVELS

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
    """One task of the inventory: rows of the framework that go with it, outcome, the scales it rests on.

    `framework_counts` are the numbers of scales that the framework can name, one where all readings give the same.
    """

    task_code: str
    framework_task_codes: tuple[str, ...]
    outcome: str
    scales: tuple[ScaleOutcome, ...]
    framework_counts: tuple[int, ...]


def with_possible_scales(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells of `framework_scales` with what the table by itself, without the inventory, says of their column.

    Adds `leans_on_inventory` (yes/no: the column was found with the help of the inventory, or by its position beside
    such a cell) and `possible_scales` (columns that stay open without the inventory; one where the column is firm). A
    cell between two firm cells with one column between them is firm, whatever else its reason names.
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
                possible_scales=_possible(firm),
            )
        )
    return pd.concat(parts)


def compare(cells: pd.DataFrame, choices: pd.DataFrame) -> tuple[TaskOutcome, ...]:
    """Each task of the inventory against the framework, in the order of `choices` (rows of one region).

    `cells` is `framework_scales`; `choices` needs `task_code`, `levels`, `leading_levels`. The framework names a scale
    where it puts purchasing or policy there; an escape, and a level that only qualifies, count as "only in some cases".
    A reading gives every cell a column that the table by itself allows. The two agree where they name the same scales
    in the same way in every reading, and differ where they do so in none. Else, and without a row, nothing can be said:
    a column that is known through the inventory proves nothing about it.
    """
    placed = with_possible_scales(cells)
    outcomes = []
    for choice in choices.itertuples(index=False):
        mine = placed[[choice.task_code in codes for codes in placed["inventory_task_codes"]]]
        rows = [row for _, row in mine.groupby("framework_task_code", sort=False)]
        inventory = {
            level: MAIN if level in set(choice.leading_levels) else SPECIAL
            for level in LEVELS
            if level in set(choice.levels)
        }
        readings = (
            [_named(zip(rows, reading, strict=True)) for reading in product(*map(_readings, rows))] if rows else []
        )
        outcomes.append(
            TaskOutcome(
                choice.task_code,
                tuple(row["framework_task_code"].iloc[0] for row in rows),
                _outcome({reading == inventory for reading in readings}),
                tuple(
                    _scale_outcome(
                        level, {reading.get(level, ABSENT) for reading in readings}, inventory.get(level, ABSENT)
                    )
                    for level in LEVELS
                    if level in inventory or any(level in reading for reading in readings)
                ),
                tuple(sorted({len(reading) for reading in readings})),
            )
        )
    return tuple(outcomes)


def _firm_columns(row: pd.DataFrame) -> list[str | None]:
    """Column of each cell of one task as far as the table alone shows it; `row` runs from left to right."""
    known = [
        scale if scale is not None and _INVENTORY not in reason else None
        for scale, reason in zip(row["scale"], row["column_reason"], strict=True)
    ]
    firm = [columns[0] if len(columns) == 1 else None for columns in _possible(known)]
    open_index = firm.index(None) if None in firm else len(firm)
    # What stands right of an open cell got its column by counting on from that cell.
    return [scale if index < open_index else None for index, scale in enumerate(firm)]


def _possible(firm: Sequence[str | None]) -> list[tuple[str, ...]]:
    """Columns that each cell of a task can stand in, given the firm ones and that they run from left to right."""
    readings = [
        columns
        for columns in combinations(LEVELS, len(firm))
        if all(wanted in (None, column) for wanted, column in zip(firm, columns, strict=True))
    ]
    return [tuple(level for level in LEVELS if level in set(columns)) for columns in zip(*readings, strict=True)]


def _readings(row: pd.DataFrame) -> list[tuple[str, ...]]:
    """Every way to give the cells of one task a column, from left to right."""
    possible = list(row["possible_scales"])
    return [
        columns
        for columns in combinations(LEVELS, len(possible))
        if all(column in allowed for column, allowed in zip(columns, possible, strict=True))
    ]


def _named(rows: Iterable[tuple[pd.DataFrame, tuple[str, ...]]]) -> dict[str, str]:
    """Scales that the framework names in one reading of its rows, and how."""
    named: dict[str, str] = {}
    for row, columns in rows:
        for column, roles, escape in zip(columns, row["roles"], row["escape"], strict=True):
            if STEERING_ROLES & set(roles):
                named[column] = MAIN if escape is None or named.get(column) == MAIN else SPECIAL
    return named


def _scale_outcome(level: str, framework: set[str], inventory: str) -> ScaleOutcome:
    how = framework.pop() if len(framework) == 1 else UNSURE
    return ScaleOutcome(level, how, inventory, CANNOT_SAY if how == UNSURE else _outcome({how == inventory}))


def _outcome(equal_per_reading: set[bool]) -> str:
    """Outcome from whether the two are equal in each reading."""
    if len(equal_per_reading) != 1:
        return CANNOT_SAY
    return SAME if True in equal_per_reading else DIFFERENT
