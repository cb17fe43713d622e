"""Choices of all regions counted per task and class, and the same as a table."""

from __future__ import annotations

import pandas as pd

from model.choices.classes import class_order, class_words, counts_per_class


def class_counts(choices: pd.DataFrame, tasks: pd.DataFrame) -> pd.DataFrame:
    """Counts per task and class.

    Columns: `task`, `short_name`, `task_order`, `class_code`, `class_name`, `class_rank`, `count`.
    """
    present = sorted(set(choices["leading_class"]), key=class_order)
    rows = [
        (
            task.name,
            task.short_name,
            task.task_order,
            item.class_code,
            class_words(item.class_code),
            present.index(item.class_code),
            item.count,
        )
        for task in tasks[["task_code", "name", "short_name", "task_order"]].itertuples(index=False)
        for item in counts_per_class(choices.loc[choices["task_code"] == task.task_code, "leading_class"])
    ]
    return pd.DataFrame(
        rows, columns=["task", "short_name", "task_order", "class_code", "class_name", "class_rank", "count"]
    )


def class_table(counts: pd.DataFrame) -> pd.DataFrame:
    """The same counts as a table: one row per task, one column per class."""
    wide = counts.pivot(index="task", columns="class_name", values="count").fillna(0).astype(int)
    tasks = counts.drop_duplicates("task").sort_values("task_order")["task"]
    classes = counts.drop_duplicates("class_name").sort_values("class_rank")["class_name"]
    return wide.loc[tasks, classes].reset_index().rename(columns={"task": "Taak"}).rename_axis(columns=None)
