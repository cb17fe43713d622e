"""Parts that the exhibits of several pages share: faces of classes, counts in words, and all choices in one grid."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.frame import loading
from components.frame.agreement_words import findings
from components.look.exhibit import ClassFace, GridDrawing
from components.look.palette import STATUS_COLOURS, class_colours
from model.choices.classes import STATUS_WORDS, class_order, class_words
from model.dataset.registry import STATUSES

NO_REGION = "uw regio"
"""Name for the sentences of a storyline, for a visitor who has not chosen a region."""
KEPT_EXHIBITS = 500
"""Exhibits that a page keeps for who comes next to the same view, as a hall in which many follow."""
CHANCE_TO_DIFFER = "Elke balk is de kans dat twee regio's, door het lot gekozen, niet hetzelfde niveau kozen."
"""What bars of the differences between regions are."""
SELF_REPORTED = "Zo gaven de regio's het zelf op, in juni 2013."


def like_others(same_count: int) -> str:
    """How many regions have the same, after what one of them has; `same_count` includes that one.

    >>> like_others(1), like_others(2), like_others(22)
    ('als enige regio', 'net als 1 andere regio', "net als 21 andere regio's")
    """
    others = same_count - 1
    if not others:
        return "als enige regio"
    return f"net als {others} andere regio" + ("" if others == 1 else "'s")


def agree_and_differ() -> str:
    """Where regions agree most and where least, in one line."""
    found, tasks = findings(), loading.tasks_in_sentence()
    most, least = tasks[found.most_agreed.task_code], tasks[found.least_agreed.task_code]
    return f"De meeste overeenstemming is er bij {most}, de minste bij {least}"


def short_tasks(task_codes: Sequence[str]) -> tuple[str, ...]:
    """Short names of tasks."""
    names = loading.table("tasks").set_index("task_code")["short_name"]
    return tuple(str(names[code]) for code in task_codes)


def level_faces(codes: Sequence[str], counts: pd.Series) -> tuple[ClassFace, ...]:
    """Faces of classes of a level, each with how often it occurs in `counts` (by class)."""
    return tuple(ClassFace(f"{class_words(code)}: {counts[code]}", class_colours(code)) for code in codes)


def status_faces(codes: Sequence[str], counts: pd.Series) -> tuple[ClassFace, ...]:
    """Faces of statuses, each with how often it occurs in `counts` (by status)."""
    return tuple(ClassFace(f"{STATUS_WORDS[code]}: {counts[code]}", (STATUS_COLOURS[code],)) for code in codes)


def grid_of_choices(
    column: str, task_codes: Sequence[str], bands: Sequence[tuple[str, Sequence[str]]], mine: str | None
) -> GridDrawing:
    """All choices by `leading_class`, `widest_level` or `status`: a row per task, a column per region.

    `bands` holds the regions from left to right, under headings; a heading may be empty.
    """
    choices, names = loading.scale_choices(), loading.region_names()
    codes = [code for _, region_codes in bands for code in region_codes]
    counts = choices[column].value_counts()
    is_status = column == "status"
    order = list(reversed(STATUSES)) if is_status else sorted(counts.index, key=class_order)
    present = [code for code in order if code in counts.index]
    by_cell = choices.set_index(["task_code", "region_code"])
    cells, status = by_cell[column].map(present.index), by_cell["status"]
    return GridDrawing(
        short_tasks(task_codes),
        tuple(names[code] for code in codes),
        tuple(tuple(int(cells[task, code]) for code in codes) for task in task_codes),
        (status_faces if is_status else level_faces)(present, counts),
        codes.index(mine) if mine in codes else None,
        tuple((heading, len(region_codes)) for heading, region_codes in bands) if any(h for h, _ in bands) else (),
        () if is_status else tuple(tuple(str(status[task, code]) for code in codes) for task in task_codes),
    )
