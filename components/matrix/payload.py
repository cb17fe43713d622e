"""What the matrix in the browser needs: cells, words, and every order of rows and columns that all visitors share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypedDict

import pandas as pd

from components.look.cell_face import cell_face
from components.look.words import percent
from model.choices.classes import STATUS_WORDS, class_order, class_words, said_beyond
from model.choices.consensus import task_consensus, usual_counts
from model.choices.orders import Band, agreement_counts, region_bands, task_orders
from model.choices.similarity import Group
from model.dataset.registry import STATUSES
from model.site.citation import Citations

ROW_ORDER_WORDS = {
    "noord-zuid": "Van noord naar zuid",
    "provincie": "Per provincie",
    "alfabet": "Alfabet",
    "afspraken": "Meeste gedeelde afspraken eerst",
    "gelijkenis": "Gelijkenis met uw regio",
    "groepen": "Groepen die op elkaar lijken",
}
COLUMN_ORDER_WORDS = {
    "bron": "Zoals in de bron",
    "zwaarte": "Van lichte naar zware hulp",
    "eens": "Kleinste kans op verschil eerst",
}


class ClassItem(TypedDict):
    """One class of a cell, and how it looks."""

    code: str
    name: str
    colours: list[str]
    letters: str
    ink: str


class StatusItem(TypedDict):
    """One status of a choice."""

    code: str
    name: str


class BandItem(TypedDict):
    """Regions under one heading, by their positions."""

    heading: str
    regions: list[int]


class RowOrder(TypedDict):
    """One order of the regions."""

    code: str
    name: str
    bands: list[BandItem]


class ColumnOrder(TypedDict):
    """One order of the tasks, by their positions."""

    code: str
    name: str
    tasks: list[int]


# `class` is a word of Python, so this one cannot be written as the others.
TaskConsensus = TypedDict("TaskConsensus", {"class": int, "count": int, "share": str, "spread": str})


class MatrixContent(TypedDict):
    """What the matrix shows, the same for every visitor. Regions, tasks and classes are named by their positions.

    `cells` run region by region: class, status, what the source says beyond the class, remark, and lines of the text
    edition; the place of a cell is that of its region in `places` and its row in `printed`. `agreements` counts per
    region the choices that were a shared agreement; `agreement` tells per task how far the regions choose alike.
    """

    tasks: list[list[str]]
    regions: list[list[str]]
    classes: list[ClassItem]
    statuses: list[StatusItem]
    cells: list[tuple[int, int, str, str, str]]
    places: list[str]
    printed: list[str]
    rowOrders: list[RowOrder]
    columnOrders: list[ColumnOrder]
    agreements: list[int]
    usual: list[int]
    agreement: list[TaskConsensus]


def matrix_payload(
    regions: pd.DataFrame,
    tasks: pd.DataFrame,
    choices: pd.DataFrame,
    found_groups: Sequence[Group],
    citations: Citations,
) -> MatrixContent:
    """Data for the matrix component; `choices` needs `leading_class` (model.choices.classes.with_classes)."""
    codes, task_codes = list(regions["region_code"]), list(tasks["task_code"])
    position = {code: index for index, code in enumerate(codes)}
    classes = sorted(set(choices["leading_class"]), key=class_order)
    statuses = list(reversed(STATUSES))
    by_cell = choices.set_index(["region_code", "task_code"])
    cells = []
    for region_code in codes:
        for task_code in task_codes:
            cell = by_cell.loc[(region_code, task_code)]
            cells.append(
                (
                    classes.index(cell["leading_class"]),
                    statuses.index(cell["status"]),
                    said_beyond(cell["level_text"], cell["leading_class"]),
                    cell["remark"] or "",
                    citations.of_row("scale_choices", {**cell, "task_code": task_code}).lines,
                )
            )
    bands = region_bands(regions, choices, found_groups)
    usual = usual_counts(choices).set_index("region_code").loc[codes]
    return {
        "tasks": tasks[["task_code", "name", "short_name", "explanation"]].to_numpy().tolist(),
        "regions": regions[["region_code", "name", "province"]].to_numpy().tolist(),
        "classes": [_class_item(code) for code in classes],
        "statuses": [{"code": code, "name": STATUS_WORDS[code]} for code in statuses],
        "cells": cells,
        "places": [citations.of_all(choices[choices["region_code"] == code]).text for code in codes],
        "printed": [citations.of_row("tasks", row).row for row in tasks.itertuples(index=False)],
        "rowOrders": [
            {"code": code, "name": name, "bands": _bands_by_position(code, bands.get(code, ()), position, found_groups)}
            for code, name in ROW_ORDER_WORDS.items()
        ],
        "columnOrders": [
            {"code": code, "name": COLUMN_ORDER_WORDS[code], "tasks": [task_codes.index(task) for task in order]}
            for code, order in task_orders(tasks, choices).items()
        ],
        "agreements": [int(count) for count in agreement_counts(choices).loc[codes]],
        "usual": usual["usual_count"].tolist(),
        "agreement": _task_items(choices, task_codes, classes),
    }


def band_words(order: str, band: Band, found_groups: Sequence[Group]) -> str:
    """Heading above the regions of a band; empty where the order has no bands."""
    if order != "groepen":
        return band.name
    group = found_groups[int(band.name) - 1]
    return (
        f"Groep {band.name}: {len(band.region_codes)} regio's, vooral {class_words(group.leading_class)} "
        f"({percent(group.share_pct)} van hun keuzes)"
    )


def _class_item(code: str) -> ClassItem:
    face = cell_face(code)
    return {
        "code": code,
        "name": face["name"],
        "colours": face["colours"],
        "letters": face["letters"],
        "ink": face["ink"],
    }


def _bands_by_position(
    order: str, bands: Sequence[Band], position: Mapping[str, int], found_groups: Sequence[Group]
) -> list[BandItem]:
    return [
        {"heading": band_words(order, band, found_groups), "regions": [position[code] for code in band.region_codes]}
        for band in bands
    ]


def _task_items(choices: pd.DataFrame, task_codes: Sequence[str], classes: Sequence[str]) -> list[TaskConsensus]:
    consensus = task_consensus(choices).set_index("task_code").loc[list(task_codes)]
    return [
        {
            "class": classes.index(row.leading_class),
            "count": int(row.count),
            "share": percent(row.share_pct),
            "spread": "onbekend" if math.isnan(row.spread_pct) else percent(row.spread_pct),
        }
        for row in consensus[["leading_class", "count", "share_pct", "spread_pct"]].itertuples(index=False)
    ]
