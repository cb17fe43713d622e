"""All tasks in one chart, with the same counts as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit
from components.look import component_files
from components.look.cell_face import cell_face
from components.look.citation import INVENTORY_CREDIT
from components.look.class_counts import class_counts, class_table
from components.look.table import show_downloads, show_table

_TITLE = "Alle elf taken naast elkaar: hoeveel regio's kozen welk niveau?"

_overview = component_files.component("overview", __file__)


def show_overview(visit: Visit) -> None:
    """A bar per task; what "uw regio" chose is framed."""
    st.header(_TITLE, anchor=False, help=meaning("schaal", "taak"))
    _overview(key="overview", data=_content(visit.region_code, visit.region_name))
    table = st.expander("Dezelfde gegevens als tabel", key="overview_table", on_change="rerun")
    if table.open:
        with table:
            show_table(class_table(_counts()), "Aantal regio's per taak en niveau", key="overview_rows")
            show_downloads(lambda: class_table(_counts()), "overzicht-taken", INVENTORY_CREDIT)
    st.caption(INVENTORY_CREDIT)


@st.cache_resource(show_spinner=False)
def _counts() -> pd.DataFrame:
    return class_counts(loading.scale_choices(), loading.table("tasks"))


def _content(region_code: str | None, region_name: str | None) -> dict[str, Any]:
    """What the browser draws: counts per task in the order of the classes, and the class that a region chose."""
    counts = _counts()
    classes = counts.drop_duplicates("class_code").sort_values("class_rank")["class_code"].tolist()
    per_task = counts.pivot(index="task", columns="class_code", values="count").fillna(0).astype(int)[classes]
    choices = loading.scale_choices()
    own = choices[choices["region_code"] == region_code].set_index("task_code")["leading_class"]
    return {
        "title": _TITLE,
        "credit": INVENTORY_CREDIT,
        "mine": region_name,
        "classes": [cell_face(code) for code in classes],
        "tasks": [
            {
                "name": str(task.name),
                "short": str(task.short_name),
                "counts": per_task.loc[task.name].tolist(),
                "own": classes.index(own[task.task_code]) if region_code else None,
            }
            for task in loading.table("tasks").sort_values("task_order").itertuples(index=False)
        ],
    }
