"""The plan that the source prints, from the tables of the product."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from model.what_if.plan import Ceiling, SavingsPlan
from model.what_if.presets import ZHZ_PROPOSED_CODES
from model.what_if.table_reader import read_plan

_WRITTEN_OUT = {"SOJ": "Serviceorganisatie Jeugd"}
"""Parties that the source abbreviates; who hears of a measure in a hall need not know the letters."""


def plan_of_source(table: Callable[[str], pd.DataFrame]) -> SavingsPlan:
    """Measures, path and ceilings of Zuid-Holland Zuid as the source prints them, with
    the names of parties written out; `table` gives a table by its name."""
    ceilings = table("ceilings")
    known = ceilings[ceilings["excess_mln_eur"].notna()]
    named = tuple(
        Ceiling(f"scenario {scenario}", float(cost))
        for scenario, cost in zip(known["scenario"], known["ceiling_mln_eur"], strict=True)
    )
    measures = table("measures")
    parties = measures["involved"].map(lambda names: [_WRITTEN_OUT.get(name, name) for name in names])
    measures = measures.assign(lead=measures["lead"].replace(_WRITTEN_OUT), involved=parties)
    return read_plan(measures, table("trajectory"), ZHZ_PROPOSED_CODES, named)
