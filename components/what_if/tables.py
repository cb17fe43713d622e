"""The what-if as tables with Dutch headings: the same figures as the panel, for the screen and for download."""

from __future__ import annotations

import numpy as np
import pandas as pd

from components.what_if.panel.controls import INVESTMENT_WORDS
from components.what_if.panel.payload import WATERFALL_WORDS
from components.what_if.results import Results
from model.notation import shown_tenths


def yearly_table(results: Results) -> pd.DataFrame:
    """One row per year: printed path, costs without measures, effect, result with band, and regional costs."""
    figures, fan = results.figures, results.fan
    plan = results.scenario.plan
    return pd.DataFrame(
        {
            "Jaar": list(plan.years),
            "Doel": _shown(results.scenario.target_path_mln_eur),
            "Zonder maatregelen": _shown(figures.cost_without_measures_mln_eur),
            "Effect na overlap": _shown(figures.net_effect_mln_eur),
            "Investeringen": _shown(figures.investment_mln_eur),
            "Jaarkosten": _shown(figures.yearly_cost_mln_eur),
            "Laag (P10)": _shown(fan.p10_mln_eur),
            "Midden (P50)": _shown(fan.p50_mln_eur),
            "Hoog (P90)": _shown(fan.p90_mln_eur),
            "Bijdrage van het rijk": _shown(fan.national_contribution_mln_eur),
            "Kosten voor de regio": _shown(figures.regional_cost_mln_eur),
        }
    )


def waterfall_table(results: Results) -> pd.DataFrame:
    """Steps from the start cost to the result, mln €."""
    trajectory = results.scenario.plan.trajectory
    years = {"first_year": results.scenario.plan.years[0], "target_year": trajectory.target_year}
    steps = results.waterfall
    return pd.DataFrame(
        {
            "Stap": [WATERFALL_WORDS[step.step].format(**years) for step in steps],
            "Bedrag": _shown([step.amount_mln_eur for step in steps]),
        }
    )


def tornado_table(results: Results) -> pd.DataFrame:
    """Yearly cost in the target year with each input at its ends, mln €."""
    names = {measure.code: f"{measure.code} {measure.name}" for measure in results.scenario.plan.measures}
    bars = results.tornado
    return pd.DataFrame(
        {
            "Onderdeel": [names.get(bar.control, "Overlap") for bar in bars],
            "Bij de laagste stand": _shown([bar.cost_at_low_mln_eur for bar in bars]),
            "Bij de hoogste stand": _shown([bar.cost_at_high_mln_eur for bar in bars]),
            "Verschil": _shown([bar.width_mln_eur for bar in bars]),
        }
    )


def measures_table(results: Results) -> pd.DataFrame:
    """One row per measure: setting, gross effect, what overlap takes, and what falls away without it, mln €."""
    scenario = results.scenario
    rows = []
    for index, (measure, effect) in enumerate(zip(scenario.plan.measures, results.measures, strict=True)):
        invested = "" if measure.investment_mln_eur is None else f"{measure.investment_mln_eur:g}".replace(".", ",")
        rows.append(
            {
                "Maatregel": f"{measure.code} {measure.name}",
                "Aan": "ja" if scenario.on[index] else "nee",
                "Besparing per jaar": shown_tenths(scenario.saving_mln_eur[index]),
                "Later starten (maanden)": scenario.delay_months[index],
                "Effect op zichzelf": _tenths_or_none(effect.gross_effect_mln_eur),
                "Bijdrage": _tenths_or_none(effect.contribution_mln_eur),
                "Kwijt aan overlap": _tenths_or_none(effect.lost_to_overlap_mln_eur),
                "Trekker": measure.lead,
                "Investering": INVESTMENT_WORDS[measure.investment_kind].format(amount=invested),
            }
        )
    return pd.DataFrame(rows)


def _shown(amounts: object) -> list[float | None]:
    return [_tenths_or_none(value) for value in np.asarray(amounts, dtype=float)]


def _tenths_or_none(value: float) -> float | None:
    return None if np.isnan(value) else shown_tenths(float(value))
