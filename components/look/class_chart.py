"""Bar per task with the choices of all regions: chart and table from the same counts."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.look.fitting import legend
from components.look.palette import EDGE, GROUND, INK, blended, class_colours
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


def build_class_chart(counts: pd.DataFrame) -> alt.Chart:
    """Stacked bars of `class_counts`; a mixture gets the colour halfway between its levels."""
    classes = counts.drop_duplicates("class_code").sort_values("class_rank")
    tasks = counts.drop_duplicates("task").sort_values("task_order")["short_name"].tolist()
    chart: alt.Chart = (
        alt.Chart(counts)
        .mark_bar(stroke=EDGE, strokeWidth=0.5)
        .encode(
            y=alt.Y("short_name:N", sort=tasks, title=None, axis=alt.Axis(labelLimit=400, labelColor=INK)),
            x=alt.X(
                "count:Q",
                title="aantal regio's",
                scale=alt.Scale(domain=[0, 42]),
                axis=alt.Axis(labelColor=INK, titleColor=INK),
            ),
            color=alt.Color(
                "class_name:N",
                title="Niveau",
                sort=classes["class_name"].tolist(),
                scale=alt.Scale(
                    domain=classes["class_name"].tolist(), range=[_mean_colour(code) for code in classes["class_code"]]
                ),
                legend=legend(210, beside_px=165, title="Niveau", titleColor=INK),
            ),
            order=alt.Order("class_rank:Q"),
            tooltip=[
                alt.Tooltip("task:N", title="Taak"),
                alt.Tooltip("class_name:N", title="Niveau"),
                alt.Tooltip("count:Q", title="Regio's"),
            ],
        )
        .properties(
            background="transparent",
            height=alt.Step(28),
            description="Staafdiagram: per taak het aantal regio's per niveau.",
        )
    )
    return chart


def class_table(counts: pd.DataFrame) -> pd.DataFrame:
    """The same counts as a table: one row per task, one column per class."""
    wide = counts.pivot(index="task", columns="class_name", values="count").fillna(0).astype(int)
    tasks = counts.drop_duplicates("task").sort_values("task_order")["task"]
    classes = counts.drop_duplicates("class_name").sort_values("class_rank")["class_name"]
    return wide.loc[tasks, classes].reset_index().rename(columns={"task": "Taak"}).rename_axis(columns=None)


def _mean_colour(class_code: str) -> str:
    return blended(class_colours(class_code) or (GROUND.light,))
