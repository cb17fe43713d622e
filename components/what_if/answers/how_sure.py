"""Hoe zeker: the band per year, what the chance depends on, and what the start owes to a choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from components.look import component_files
from components.look.axis import Axis
from components.look.words import amount, chance_in_words, listed, number
from components.what_if.answers.amounts import (
    amounts_or,
    chance_in_file,
    chance_on_screen,
    rounded,
    rounding_in_words,
)
from components.what_if.answers.evidence import Evidence
from components.what_if.answers.over_the_years import GOAL, NO_GOAL
from components.what_if.results import MOST_SCENARIOS_KEPT, Results
from components.what_if.targets import target_in_words
from model.notation import chance_tenths, whole_percent
from model.what_if.uncertainty import chances_with_dependences, chances_with_overlaps

_spread = component_files.component("what_if_spread", __file__, "spread")

OVERLAP_STEP_SHARE = 0.05
DEPENDENCES_SHARE = (0.0, 0.5, 1.0)
"""Values of the dependence that are put side by side."""
CHANCE = "Kans (%)"
_MARKS = {"mid": "midden (P50)", "line": "zoals de schuiven staan", "target": "doel"}


def show_how_sure(evidence: Evidence) -> None:
    """Band per year, chances with other assumptions, and the tables of both and of what the costs depend on most."""
    results = evidence.results
    scenario = results.scenario
    year = scenario.plan.trajectory.target_year
    band = "Jaarkosten in mln €: in 8 van de 10 doorrekeningen vallen zij binnen de balk"
    st.markdown(f"**{band}**")
    _spread(key="what_if_band", data=band_data(results))
    evidence.picture("what_if_band", band, "band", drawn=(".spread", ".legend"))
    chance = f"Kans op {target_in_words(scenario)}, als een aanname anders is"
    st.markdown(f"**{chance}**")
    _spread(key="what_if_chances", data=chances_data(results))
    evidence.picture("what_if_chances", chance, "kans", drawn=(".spread", ".legend"))
    st.caption("Samenhang verandert de kans en de band, niet de jaarkosten zelf.")
    evidence.table(
        band_table,
        "Band van de jaarkosten (mln €)",
        "band",
        on_screen=lambda table: table.assign(**{GOAL: amounts_or(NO_GOAL, table[GOAL], results.decimals)}),
    )
    evidence.table(
        chances_table,
        f"Kans op {target_in_words(scenario)}, in hele procenten",
        "kans",
        on_screen=lambda table: table.assign(**{CHANCE: [chance_on_screen(share) for _, share in chances(results)]}),
        rounding=chances_rounding(results),
        unit="hele procenten",
    )
    evidence.table(
        tornado_table,
        f"Waar de jaarkosten van {year} het meest van afhangen (mln €)",
        "gevoeligheid",
        rounding=tornado_rounding(results),
    )


def band_data(results: Results) -> dict[str, Any]:
    """One row per year: the band, its middle, the line, and the target."""
    scenario, found = results.scenario, results.fan
    low, mid, high = found.p10_mln_eur, found.p50_mln_eur, found.p90_mln_eur
    line, target = results.figures.yearly_cost_mln_eur, scenario.target_path_mln_eur
    decimals = results.decimals
    axis = Axis.around([*low, *high, *line, *target], decimals)
    rows = [
        {
            "name": str(year),
            "from": axis.at(low[at]),
            "to": axis.at(high[at]),
            "marks": [
                [kind, axis.at(of[at])]
                for kind, of in (("target", target), ("mid", mid), ("line", line))
                if of[at] == of[at]  # a target that gives nothing for this year is NaN
            ],
            "text": f"{amount(low[at], decimals)} tot {amount(high[at], decimals)}",
        }
        for at, year in enumerate(scenario.plan.years)
    ]
    said = listed(f"{row['name']} {row['text']}" for row in rows)
    return {
        "words": f"Band van de jaarkosten per jaar in mln €: {said}.",
        "rows": rows,
        "ticks": axis.ticks,
        "key": list(_MARKS.items()),
    }


def chances_data(results: Results) -> dict[str, Any]:
    """One row per assumption with a bar of as many tenths as its chance; whole percents stand in the table."""
    axis = Axis.around([0.0, 10.0], 0)
    rows = [
        {"name": name, "from": 0.0, "to": axis.at(chance_tenths(share)), "marks": [], "text": chance_in_words(share)}
        for name, share in chances(results)
    ]
    said = listed(f"{row['name']} {row['text']}" for row in rows)
    return {"words": f"Kans op het doel: {said}.", "rows": rows, "ticks": axis.ticks, "key": []}


def band_table(results: Results) -> pd.DataFrame:
    """One row per year: the line, the band, and the target, mln €."""
    found, scenario, decimals = results.fan, results.scenario, results.decimals
    return pd.DataFrame(
        {
            "Jaar": list(scenario.plan.years),
            "Zoals de schuiven staan": rounded(results.figures.yearly_cost_mln_eur, decimals),
            "Laag (P10)": rounded(found.p10_mln_eur, decimals),
            "Midden (P50)": rounded(found.p50_mln_eur, decimals),
            "Hoog (P90)": rounded(found.p90_mln_eur, decimals),
            GOAL: rounded(scenario.target_path_mln_eur, decimals),
        }
    )


def chances_table(results: Results) -> pd.DataFrame:
    """Chance of the target as it stands and with another overlap or dependence, as `chance_in_file` says it."""
    rows = chances(results)
    return pd.DataFrame({"Aanname": [name for name, _ in rows], CHANCE: [chance_in_file(share) for _, share in rows]})


def chances_rounding(results: Results) -> str:
    """Of which rows the tenths are not those of the whole percents; empty where there are none."""
    found = [
        f"{name}: {whole_percent(share)}% naast {chance_in_words(share)}"
        for name, share in chances(results)
        if chance_tenths(whole_percent(share) / 100.0) != chance_tenths(share)
    ]
    said = "Tienden en hele procenten zijn elk voor zich afgerond van dezelfde kans"
    return f"{said} ({'; '.join(found)})." if found else ""


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def chances(results: Results) -> Sequence[tuple[str, float]]:
    """The chance as it stands, and with one assumption otherwise, 0 to 1."""
    now = results.scenario
    near = (round(now.overlap_share + step, 9) for step in (-OVERLAP_STEP_SHARE, OVERLAP_STEP_SHARE))
    overlaps = [share for share in near if 0.0 <= share <= 1.0]
    dependences = [share for share in DEPENDENCES_SHARE if share != now.dependence_share]
    names = [f"Overlap {_percent(share)} in plaats van {_percent(now.overlap_share)}" for share in overlaps]
    names += [f"Samenhang {_percent(share)} in plaats van {_percent(now.dependence_share)}" for share in dependences]
    changed = [*chances_with_overlaps(now, overlaps), *chances_with_dependences(now, dependences)]
    return (("Zoals ingesteld", results.fan.chance_share), *zip(names, changed, strict=True))


def tornado_table(results: Results) -> pd.DataFrame:
    """Yearly cost in the target year with each input at its ends, mln €."""
    names = {measure.code: f"{measure.code} {measure.name}" for measure in results.scenario.plan.measures}
    bars, decimals = results.tornado, results.decimals
    return pd.DataFrame(
        {
            "Onderdeel": [names.get(bar.control, "Overlap") for bar in bars],
            "Bij de laagste stand": rounded([bar.cost_at_low_mln_eur for bar in bars], decimals),
            "Bij de hoogste stand": rounded([bar.cost_at_high_mln_eur for bar in bars], decimals),
            "Verschil": rounded([bar.width_mln_eur for bar in bars], decimals),
        }
    )


def tornado_rounding(results: Results) -> str:
    """Of which rows the rounded width is not the difference of the rounded ends."""
    ends = [(bar, sorted((bar.cost_at_low_mln_eur, bar.cost_at_high_mln_eur))) for bar in results.tornado]
    names = {measure.code: f"maatregel {measure.code}" for measure in results.scenario.plan.measures}
    sums = [(names.get(bar.control, "overlap"), (low, bar.width_mln_eur), high) for bar, (low, high) in ends]
    return rounding_in_words(sums, results.decimals)


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"
