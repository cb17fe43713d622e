"""How usual the choices of a region are: the most chosen class (model.spread), an unusual one, or something between."""

from __future__ import annotations

import pandas as pd

from model.choices.classes import NO_LEVEL
from model.choices.consensus import with_usual

UNUSUAL_BELOW_PCT = 10.0
"""Assumption of the app: unusual is what fewer than a tenth of the regions chose, the region itself included."""

USUAL_WORDS = {
    "most": "meest gekozen",
    "less": "minder vaak gekozen",
    "unusual": "ongewoon",
    "silent": "geen niveau genoemd",
}


def usual_choices(choices: pd.DataFrame) -> pd.DataFrame:
    """Per region and task `same_count`, `region_count`, `share_pct` and `how_usual`, a key of USUAL_WORDS.

    `choices` needs `region_code`, `task_code` and `leading_class`; rows and other columns stay. `same_count` counts the
    regions with the same class for the task, the region itself included. A cell without a level is silent: neither
    usual nor unusual.
    """
    table = with_usual(choices)
    total = table.groupby("task_code")["region_code"].transform("size").astype(int)
    table = table.assign(region_count=total, share_pct=100.0 * table["same_count"] / total)
    how_usual = pd.Series("less", index=table.index)
    how_usual = how_usual.mask(table["share_pct"] < UNUSUAL_BELOW_PCT, "unusual").mask(table["usual"], "most")
    return table.assign(how_usual=how_usual.mask(table["leading_class"] == NO_LEVEL, "silent"))
