"""The scale advice as a table and as a text to take along."""

from __future__ import annotations

import pandas as pd

from components.background.rotterdam.advice.sentences import (
    AID,
    argument_sentence,
    assumptions,
    reasons,
    shell_sentence,
    verdict,
)
from components.background.rotterdam.citation import CREDIT, criteria_source, place
from components.background.rotterdam.words import GROUP_NAMES, SIDE_NAMES, WEIGHT_NAMES
from components.look.citation import place_columns
from model.background.rotterdam.scale_advice import Advice, Criterion, Weighing


def weighing_table(weighing: Weighing) -> pd.DataFrame:
    """All criteria with weight, side and argument, the heaviest first; the task in every row."""
    ranked = sorted(zip(weighing.criteria, weighing.weights, weighing.sides, strict=True), key=lambda row: -row[1])
    rows = [
        {
            "Criterium": f"{item.code} {item.name}",
            "Gewicht": WEIGHT_NAMES[weight],
            "Gewicht (0-3)": weight,
            "Kant in deze afweging": SIDE_NAMES[side],
            "Kant in het document": document_side(item),
            "Argument voor groter": item.argument_up or "geen",
            "Argument voor kleiner": item.argument_down or "geen",
            "Taak": f"“{weighing.task}”",
        }
        for item, weight, side in ranked
    ]
    places = place_columns([place(item.line_from, item.line_to) for item, _, _ in ranked])
    return pd.DataFrame(rows).assign(**places)


def criteria_table(criteria: tuple[Criterion, ...]) -> pd.DataFrame:
    """The 20 criteria as the document has them, with both arguments and the place."""
    return pd.DataFrame(
        {
            "Criterium": [f"{item.code} {item.name}" for item in criteria],
            "Groep": [GROUP_NAMES[item.group] for item in criteria],
            "Pleit voor": [document_side(item) for item in criteria],
            "Argument voor groter": [item.argument_up or "geen" for item in criteria],
            "Argument voor kleiner": [item.argument_down or "geen" for item in criteria],
            **place_columns([place(item.line_from, item.line_to) for item in criteria]),
        }
    )


def document_side(item: Criterion) -> str:
    """Side that the document argues, and how sure that is."""
    if not item.explained:
        return "niet toegelicht"
    if item.direction == "either" and not (item.argument_up or item.argument_down):
        return "niet gezegd"
    return SIDE_NAMES[item.direction]


def advice_text(weighing: Weighing, advice: Advice, beside: str | None, address: str | None) -> str:
    """The advice as plain text: verdict, reasons, arguments per side, assumptions, source and link."""
    blocks: list[str] = [f"Schaalafweging: {weighing.task}", AID, verdict(advice, f"“{weighing.task}”")]
    blocks += [*reasons(advice), *filter(None, (shell_sentence(advice, weighing.shell), beside))]
    for heading, arguments in (
        ("Voor een grotere schaal", advice.larger),
        ("Voor een kleinere schaal", advice.smaller),
        ("Nog open: kan beide kanten op", advice.either),
    ):
        lines = [f"- {argument_sentence(item)}" for item in arguments] or ["- geen"]
        blocks.append("\n".join([f"{heading}:", *lines]))
    listed = [f"- {sentence.replace('**', '')}" for sentence in assumptions(weighing.criteria)]
    blocks.append("\n".join(["Wat dit hulpmiddel aanneemt:", *listed]))
    blocks.append(f"{CREDIT} De criteria: {criteria_source()}.")
    if address:
        blocks.append(f"Deze afweging opnieuw openen: {address}")
    return "\n\n".join(blocks) + "\n"
