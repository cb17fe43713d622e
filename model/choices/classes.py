"""Scale choices as classes that can be counted and coloured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from model.dataset.registry import LEVELS, STATUSES

NO_LEVEL = "geen_niveau"
"""Class of a cell in which the source names no level. Never part of the scale from lokaal to bovenregionaal."""

STATUS_WORDS = {
    "gedeelde_afspraak": "gedeelde afspraak",
    "intentie": "intentie",
    "geen_opvatting": "nog geen opvatting",
}


@dataclass(frozen=True)
class ClassCount:
    """How many regions fall in one class."""

    class_code: str
    count: int
    share_pct: float


def level_class(levels: Iterable[str]) -> str:
    """Class of one cell: one level, levels joined by '+', or NO_LEVEL.

    >>> level_class(["regionaal", "bovenregionaal"])
    'regionaal+bovenregionaal'
    """
    return "+".join(sorted(levels, key=LEVELS.index)) or NO_LEVEL


def class_words(class_code: str) -> str:
    """Class in Dutch words, for legends and tables."""
    return "geen niveau genoemd" if class_code == NO_LEVEL else " en ".join(class_code.split("+"))


def exact_words(class_code: str, classes: Iterable[str]) -> str:
    """Class in words beside how often it is chosen: "alleen" where one of `classes` names its level beside another.

    A count of a class leaves those out; a count of all who name the level has them too.

    >>> exact_words("lokaal", ["lokaal", "lokaal+regionaal"]), exact_words("lokaal", ["lokaal", "regionaal"])
    ('alleen lokaal', 'lokaal')
    """
    beside = any(other != class_code and class_code in other.split("+") for other in classes)
    return f"alleen {class_words(class_code)}" if beside else class_words(class_code)


def said_beyond(level_text: str | None, class_code: str) -> str:
    """What the source writes in a cell, where that says more than the class; empty where it only writes it otherwise.

    >>> said_beyond("Regionaal / bovenregionaal", "regionaal+bovenregionaal"), said_beyond("Regionaal*", "regionaal")
    ('', 'Regionaal*')
    """
    both = re.sub(r"\(boven\)\s*regionaal", "regionaal bovenregionaal", (level_text or "").lower())
    said = set(re.split(r"[\s/+]+", both.replace(" en ", " ")))
    return "" if said in ({""}, set(class_code.split("+"))) else level_text or ""


def class_order(class_code: str) -> tuple[float, int, str]:
    """Sort key from lokaal to bovenregionaal, mixtures between their levels, no level last."""
    if class_code == NO_LEVEL:
        return (len(LEVELS), 0, "")
    ranks = [LEVELS.index(level) for level in class_code.split("+")]
    return (sum(ranks) / len(ranks), len(ranks), class_code)


def with_classes(choices: pd.DataFrame) -> pd.DataFrame:
    """Scale choices with `leading_class` (from leading_levels) and `widest_level` (largest named, or NO_LEVEL)."""
    return choices.assign(
        leading_class=choices["leading_levels"].map(level_class),
        widest_level=choices["levels"].map(lambda levels: max(levels, key=LEVELS.index) if len(levels) else NO_LEVEL),
    )


def counts_per_class(classes: pd.Series) -> list[ClassCount]:
    """Count and share of each class that occurs, from lokaal to bovenregionaal."""
    counts = classes.value_counts()
    ordered = sorted(counts.index, key=class_order)
    return [ClassCount(code, int(counts[code]), 100 * float(counts[code]) / len(classes)) for code in ordered]


def consensus(choices: pd.DataFrame) -> pd.DataFrame:
    """Per task the most common leading class: `task_code`, `leading_class`, `count`, `share_pct`; most shared first.

    `choices` needs `task_code` and `leading_class`. Of equally common classes the more local one is named.
    """
    rows = []
    for task_code, cells in choices.groupby("task_code", sort=False):
        top = max(counts_per_class(cells["leading_class"]), key=lambda item: item.count)
        rows.append((task_code, top.class_code, top.count, top.share_pct))
    table = pd.DataFrame(rows, columns=["task_code", "leading_class", "count", "share_pct"])
    return table.sort_values("count", ascending=False, kind="stable", ignore_index=True)


def status_counts(choices: pd.DataFrame) -> dict[str, int]:
    """Number of cells per status, from settled to open."""
    counts = choices["status"].value_counts()
    return {status: int(counts.get(status, 0)) for status in reversed(STATUSES)}
