"""Scale table and its comparison with the inventory in words: for the drawing, the tables and the downloads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.frame import loading
from components.look.citation import PLACE, place_columns
from components.look.words import capitalised, listed
from model.background.zhz.scales import (
    ABSENT,
    CANNOT_SAY,
    DIFFERENT,
    MAIN,
    SAME,
    SPECIAL,
    UNSURE,
    ScaleOutcome,
    TaskOutcome,
)
from model.dataset.registry import LEVELS

LETTERS = {"uitvoering": "U", "inkoop": "I", "beleid": "B", "voorwaardenstellend_beleid": "VB"}
ROLE_WORDS = {
    "uitvoering": "uitvoering",
    "inkoop": "inkoop",
    "beleid": "beleid",
    "voorwaardenstellend_beleid": "voorwaardenstellend beleid",
}
BASIS_WORDS = {"zeker": "kolom zeker", "afgeleid": "kolom afgeleid", "onbekend": "kolom onbekend"}
OUTCOME_WORDS = {SAME: "komt overeen", DIFFERENT: "verschilt", CANNOT_SAY: "niet te zeggen"}
OUTCOME_SIGNS = {SAME: "=", DIFFERENT: "≠", CANNOT_SAY: "?"}
UNKNOWN_COLUMN = "Kolom onbekend"

_NAMED = {MAIN: "{}", SPECIAL: "{} (alleen soms)", UNSURE: "{} (onzeker)"}
_IN_WORDS = {MAIN: "gewoon", SPECIAL: "alleen in sommige gevallen", ABSENT: "niet", UNSURE: "misschien"}


def drawing_of(cells: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows for the drawn table: name of the task, columns that an unplaced cell may stand in, and the cells in order.

    `cells` as with_possible_scales gives them.
    """
    return [
        {
            "code": code,
            "name": row["name"].iloc[0],
            "open": sorted(
                LEVELS.index(scale)
                for scale in {
                    each
                    for own, possible in zip(row["scale"], row["possible_scales"], strict=True)
                    if own is None
                    for each in possible
                }
            ),
            "cells": [
                {
                    "column": LEVELS.index(cell.scale) if cell.scale else len(LEVELS),
                    "letters": [[LETTERS[role], ROLE_WORDS[role]] for role in cell.roles],
                    "basis": cell.column_basis,
                    "basisWords": BASIS_WORDS[cell.column_basis],
                    "escape": cell.escape or "",
                }
                for cell in row.itertuples(index=False)
            ],
        }
        for code, row in cells.groupby("framework_task_code", sort=False)
    ]


def cells_table(cells: pd.DataFrame) -> pd.DataFrame:
    """Every cell with Dutch headings, as table and for download."""
    return pd.DataFrame(
        {
            "Taak": cells["name"],
            "Schaal": [scale or "onbekend" for scale in cells["scale"]],
            "Zekerheid van de kolom": cells["column_basis"],
            "Wat er ligt": [roles_in_words(roles) for roles in cells["roles"]],
            "Zoals gedrukt": cells["role_text"],
            "Voorwaarde": cells["escape"].fillna("geen genoemd"),
            "Waarom deze kolom": cells["column_reason"],
            "Kolom berust op de inventarisatie": cells["leans_on_inventory"].map({True: "ja", False: "nee"}),
            **place_columns(loading.citations().of_rows("framework_scales", cells)),
        }
    )


def comparison_table(
    outcomes: list[TaskOutcome], tasks: Mapping[str, str], rows: Mapping[str, str], choices: pd.DataFrame
) -> pd.DataFrame:
    """One row per task of the inventory: outcome, what each document names, why, and the place."""
    cells = {choice.task_code: choice for choice in choices.itertuples(index=False)}
    return pd.DataFrame(
        {
            "Taak": [tasks[item.task_code] for item in outcomes],
            "Uitkomst": [f"{OUTCOME_SIGNS[item.outcome]} {OUTCOME_WORDS[item.outcome]}" for item in outcomes],
            "Waarom": [reason_in_words(item) for item in outcomes],
            "Schaaltabel": [_named(item, "framework") for item in outcomes],
            "Inventarisatie": [_named(item, "inventory") for item in outcomes],
            "Rijen in de schaaltabel": [
                "; ".join(rows[code] for code in item.framework_task_codes) or "geen" for item in outcomes
            ],
            f"{PLACE} in de inventarisatie": [
                loading.citations().of_row("scale_choices", cells[item.task_code]).place for item in outcomes
            ],
        }
    )


def roles_in_words(roles: Any) -> str:
    """What lies on a scale.

    >>> roles_in_words(["uitvoering", "inkoop"])
    'uitvoering en inkoop'
    """
    return listed(ROLE_WORDS[role] for role in roles)


def reason_in_words(item: TaskOutcome) -> str:
    """Why a task has its outcome, in one or two sentences."""
    if not item.framework_task_codes:
        return "De schaaltabel heeft geen rij voor deze taak."
    if item.outcome == DIFFERENT:
        return _difference(item)
    if item.outcome == CANNOT_SAY:
        unsure = [scale.scale for scale in item.scales if scale.outcome == CANNOT_SAY]
        return f"De schaaltabel zelf laat open wat er staat bij {listed(unsure)}."
    return " ".join(_agreed(scale) for scale in item.scales)


def _difference(item: TaskOutcome) -> str:
    certain = [scale for scale in item.scales if scale.outcome == DIFFERENT]
    if certain:
        return " ".join(
            f"{capitalised(scale.scale)} staat {_stands(scale.framework)} in de schaaltabel en "
            f"{_stands(scale.inventory)} in de inventarisatie."
            for scale in certain
        )
    named = sum(scale.inventory != ABSENT for scale in item.scales)
    if named not in item.framework_counts:
        counts = " of ".join(map(str, item.framework_counts))
        return f"Hoe u de kolommen ook leest: de schaaltabel noemt {counts} schalen, de inventarisatie {named}."
    return "Hoe u de kolommen ook leest: de twee noemen niet dezelfde schalen op dezelfde manier."


def _agreed(scale: ScaleOutcome) -> str:
    sometimes = ", alleen in sommige gevallen" if scale.framework == SPECIAL else ""
    return f"Beide noemen {scale.scale}{sometimes}."


def _stands(how: str) -> str:
    return {MAIN: "zonder voorwaarde"}.get(how, _IN_WORDS[how])


def _named(item: TaskOutcome, document: str) -> str:
    named = [(scale.scale, getattr(scale, document)) for scale in item.scales]
    words = [_NAMED[how].format(scale) for scale, how in named if how != ABSENT]
    return "; ".join(words) if item.framework_task_codes or document == "inventory" else "geen rij"
