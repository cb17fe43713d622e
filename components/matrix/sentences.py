"""Sentences on regions side by side: per task where they choose the same and where not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.look.words import capitalised, listed
from model.choices.classes import class_words
from model.choices.comparison import DIFFERENT, PARTLY, SAME, UNKNOWN, TaskComparison

_STATUS_CLAUSES = {
    "gedeelde_afspraak": "in {} is het een gedeelde afspraak",
    "geen_opvatting": "in {} is er nog geen opvatting",
}
_NUMBERS = {2: "beide", 3: "alle drie", 4: "alle vier"}


def task_sentence(item: TaskComparison, names: Mapping[str, str]) -> str:
    """One sentence on one task: who chooses what, what is named beside it, and where the status differs.

    >>> item = TaskComparison("x", "gelijk", (("lokaal", ("A", "B")),), (), {}, {"A": "intentie", "B": "intentie"})
    >>> task_sentence(item, {"A": "Twente", "B": "Zeeland"})
    'Beide kiezen lokaal.'
    """
    parts = [_choices(item, names), _silent(item, names), _beside(item, names), _status(item, names)]
    return f"{capitalised('; '.join(part for part in parts if part))}."


def relation_counts(items: Sequence[TaskComparison]) -> str:
    """How many tasks are the same, partly the same and different, in one sentence; what does not occur stays out."""
    words = {SAME: "gelijk", PARTLY: "deels gelijk", DIFFERENT: "verschillend", UNKNOWN: "onbekend"}
    counts = {relation: sum(item.relation == relation for item in items) for relation in words}
    parts = [f"bij {counts[relation]} {word}" for relation, word in words.items() if counts[relation]]
    return f"{len(items)} taken: {listed(parts)}."


def _choices(item: TaskComparison, names: Mapping[str, str]) -> str:
    named = sum(len(codes) for _, codes in item.groups)
    if not item.groups:
        nobody = "geen van beide" if len(item.silent) == 2 else "geen van deze regio's"
        return f"{nobody} noemt een niveau"
    if len(item.groups) == 1 and named == len(item.statuses):
        return f"{_NUMBERS[named]} kiezen {class_words(item.groups[0][0])}"
    if len(item.groups) == named > 2 and item.relation == DIFFERENT:
        return f"elk kiest anders: {_each(item, names)}"
    return _each(item, names)


def _each(item: TaskComparison, names: Mapping[str, str]) -> str:
    first, *others = item.groups
    verb = "kiest" if len(first[1]) == 1 else "kiezen"
    chosen = [f"{listed([names[code] for code in codes])} {class_words(class_code)}" for class_code, codes in others]
    return ", ".join([f"{listed([names[code] for code in first[1]])} {verb} {class_words(first[0])}", *chosen])


def _silent(item: TaskComparison, names: Mapping[str, str]) -> str:
    if not item.silent or not item.groups:
        return ""
    return (
        f"{listed([names[code] for code in item.silent])} {'noemt' if len(item.silent) == 1 else 'noemen'} geen niveau"
    )


def _beside(item: TaskComparison, names: Mapping[str, str]) -> str:
    by_levels: dict[tuple[str, ...], list[str]] = {}
    for code, levels in item.also_named.items():
        by_levels.setdefault(levels, []).append(names[code])
    return "; ".join(
        f"{listed(regions)} {'noemt' if len(regions) == 1 else 'noemen'} ook {listed(levels)}"
        for levels, regions in by_levels.items()
    )


def _status(item: TaskComparison, names: Mapping[str, str]) -> str:
    by_status: dict[str, list[str]] = {}
    for code, status in item.statuses.items():
        by_status.setdefault(status, []).append(names[code])
    if len(by_status) == 1:
        return ""
    # The intention is the rule; what departs from it is worth saying.
    return "; ".join(
        words.format(listed(by_status[status])) for status, words in _STATUS_CLAUSES.items() if status in by_status
    )
