"""What the map in the browser needs, as small as possible: classes, cells and words; the geometry comes by URL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

import pandas as pd

from components.look.palette import ANSWER_COLOURS, DOTTED, PURPOSE_COLOURS, STATUS_COLOURS, class_colours
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_order, class_words, said_beyond
from model.dataset.registry import LEVELS, STATUSES
from model.regions.governance import ANSWER_WORDS, PURPOSE_WORDS, answers_to, purpose_of_cooperation

LAYERS = {
    "niveau": "Niveau van de keuze",
    "breedst": "Ruimste niveau dat is genoemd",
    "status": "Status van de keuze",
    "raden": "Stemden de gemeenteraden in?",
    "juridisch": "Is de samenwerking juridisch vastgelegd?",
    "doel": "Waarvoor is de samenwerking?",
}
TASK_LAYERS = ("niveau", "breedst", "status")
"""Layers that differ per task; the others hold for a region as a whole."""
QUESTIONS = {"raden": "1b", "juridisch": "1d", "doel": "1c"}
"""Question of the inventory behind each layer that holds for a region as a whole."""


class LayerItem(TypedDict):
    """One way to colour the map."""

    code: str
    name: str
    perTask: bool


class ClassItem(TypedDict):
    """One class of a layer, with one colour or the two of a mixture."""

    code: str
    name: str
    colours: list[str]


class MapContent(TypedDict):
    """What the map shows, the same for every visitor.

    `cells` (positions in the classes of the layers that differ per task) and `words` run region by region, with the
    tasks in their order. `answers` has per layer that holds for a region as a whole the position of its class.
    """

    layers: list[LayerItem]
    tasks: list[list[str]]
    regions: list[list[str]]
    classes: dict[str, list[ClassItem]]
    cells: list[list[int]]
    words: list[str]
    answers: dict[str, list[int]]
    moved: dict[str, str]


def map_payload(
    regions: pd.DataFrame,
    tasks: pd.DataFrame,
    choices: pd.DataFrame,
    governance: pd.DataFrame,
    moved: Mapping[str, str],
) -> MapContent:
    """Data for the map component.

    `choices` needs `leading_class` and `widest_level` (model.choices.classes.with_classes). `moved` gives per region
    code a sentence on what changed at its border since 2013.
    """
    classes = _layer_classes(choices)
    position = {layer: {item["code"]: i for i, item in enumerate(items)} for layer, items in classes.items()}
    by_cell = choices.set_index(["region_code", "task_code"])
    cells, words = [], []
    for region_code in regions["region_code"]:
        for task_code in tasks["task_code"]:
            cell = by_cell.loc[(region_code, task_code)]
            cells.append(
                [
                    position["niveau"][cell["leading_class"]],
                    position["breedst"][cell["widest_level"]],
                    position["status"][cell["status"]],
                ]
            )
            words.append(said_beyond(cell["level_text"], cell["leading_class"]))
    answers = {layer: layer_answers(governance, layer) for layer in QUESTIONS}
    return {
        "layers": [{"code": code, "name": name, "perTask": code in TASK_LAYERS} for code, name in LAYERS.items()],
        "tasks": tasks[["task_code", "name", "short_name"]].to_numpy().tolist(),
        "regions": regions[["region_code", "name"]].to_numpy().tolist(),
        "classes": classes,
        "cells": cells,
        "words": words,
        "answers": {
            layer: [position[layer][series[code]] for code in regions["region_code"]]
            for layer, series in answers.items()
        },
        "moved": dict(moved),
    }


def layer_answers(governance: pd.DataFrame, layer: str) -> pd.Series:
    """Class per region of a layer of QUESTIONS, indexed by `region_code`."""
    return purpose_of_cooperation(governance) if layer == "doel" else answers_to(governance, QUESTIONS[layer])


def answer_words(layer: str, code: str) -> str:
    """Class of a layer of QUESTIONS in words."""
    return (PURPOSE_WORDS if layer == "doel" else ANSWER_WORDS)[code]


def _layer_classes(choices: pd.DataFrame) -> dict[str, list[ClassItem]]:
    def item(code: str, name: str, colours: tuple[str, ...]) -> ClassItem:
        return {"code": code, "name": name, "colours": list(colours)}

    leading = sorted(set(choices["leading_class"]), key=class_order)
    answers = [item(code, ANSWER_WORDS[code], colours) for code, colours in _single(ANSWER_COLOURS)]
    no_answer = item("geen_antwoord", ANSWER_WORDS["geen_antwoord"], DOTTED)
    return {
        "niveau": [item(code, class_words(code), class_colours(code)) for code in leading],
        "breedst": [item(code, class_words(code), class_colours(code)) for code in (*LEVELS, NO_LEVEL)],
        "status": [item(code, STATUS_WORDS[code], (STATUS_COLOURS[code],)) for code in reversed(STATUSES)],
        "raden": [*answers, no_answer],
        "juridisch": [*answers, no_answer],
        "doel": [
            *(item(code, PURPOSE_WORDS[code], colours) for code, colours in _single(PURPOSE_COLOURS)),
            item("geen_antwoord", PURPOSE_WORDS["geen_antwoord"], DOTTED),
        ],
    }


def _single(colours: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(code, (colour,)) for code, colour in colours.items()]
