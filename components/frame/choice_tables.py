"""Tables of scale choices with Dutch headings, for the screen and for download."""

from __future__ import annotations

import pandas as pd

from components.frame import loading
from components.look.citation import place_columns
from components.look.words import capitalised
from model.choices.classes import STATUS_WORDS, class_words


def choices_for_task(task_code: str) -> pd.DataFrame:
    """One row per region: choice, status, remark and place in the source."""
    return _worded(loading.scale_choices().query("task_code == @task_code")).drop(columns="Taak")


def choices_of_region(region_code: str) -> pd.DataFrame:
    """One row per task: choice, status, remark and place in the source."""
    return _worded(loading.scale_choices().query("region_code == @region_code")).drop(columns="Regio")


def all_choices() -> pd.DataFrame:
    """All 462 cells."""
    return _worded(loading.scale_choices())


def _worded(choices: pd.DataFrame) -> pd.DataFrame:
    names, tasks = loading.region_names(), loading.table("tasks").set_index("task_code")
    ordered = choices.assign(
        order=choices["task_code"].map(tasks["task_order"]), region=choices["region_code"].map(names)
    ).sort_values(["region", "order"])
    return pd.DataFrame(
        {
            "Regio": ordered["region"],
            "Taak": ordered["task_code"].map(tasks["name"]),
            "Niveau": ordered["leading_class"].map(class_words).map(capitalised),
            "Zoals in de bron": ordered["level_text"].fillna(""),
            "Status": ordered["status"].map(STATUS_WORDS),
            "Opmerking": ordered["remark"].fillna(""),
            **place_columns(loading.citations().of_rows("scale_choices", ordered.drop(columns=["order", "region"]))),
        }
    ).reset_index(drop=True)
