"""Drawings of the note on a scenario as places on their axes; sheet and letters are the template's."""

from __future__ import annotations

from typing import Any

from components.look.exhibit import Fall, PathDrawing, WaterfallDrawing
from components.look.words import amount
from components.what_if.panel.payload import WATERFALL_WORDS
from model.notation import shown

PATH_WORDS = {
    "cost": "Jaarkosten",
    "without": "Zonder maatregelen",
    "target": "Doel",
    "band": "In 8 van de 10 doorrekeningen",
}
"""What the lines and the band of the path are called."""


def path_places(drawing: PathDrawing) -> dict[str, Any]:
    """Lines and band of the path: percent of the height per year, None where there is no amount."""
    decimals = drawing.decimals
    series = {
        "cost": drawing.cost_mln_eur,
        "without": drawing.without_measures_mln_eur,
        "target": drawing.target_mln_eur,
        "low": drawing.p10_mln_eur,
        "high": drawing.p90_mln_eur,
    }
    axis = drawing.axis
    return {
        "beginning": axis.beginning,
        "years": [str(year) for year in drawing.years],
        "ticks": [list(tick) for tick in axis.ticks],
        "costs": [amount(value, decimals) for value in drawing.cost_mln_eur],
        "words": PATH_WORDS,
        **{name: [None if value is None else axis.at(value) for value in values] for name, values in series.items()},
    }


def waterfall_places(drawing: WaterfallDrawing) -> dict[str, Any]:
    """Bars of the waterfall: percent of the width, with the amount as it is read."""
    axis = drawing.axis
    return {
        "beginning": axis.beginning,
        "rows": [
            {
                "label": step.label,
                "from": axis.at(drawing.ends(step)[0]),
                "to": axis.at(drawing.ends(step)[1]),
                "total": step.is_total,
                "down": step.end_mln_eur < step.start_mln_eur,
                "amount": _amount_of(step, drawing.decimals),
            }
            for step in drawing.steps
        ],
    }


def _amount_of(step: Fall, decimals: int) -> str:
    """Amount of a bar; the sum of the effects has the digits that it has in a sentence, where no minus stands."""
    change = step.end_mln_eur - (0.0 if step.is_total else step.start_mln_eur)
    if step.label == WATERFALL_WORDS["gross_effect"]:
        return amount(-shown(-change, decimals), decimals)
    return amount(change, decimals)
