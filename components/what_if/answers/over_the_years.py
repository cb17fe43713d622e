"""Over de jaren: what is spent, saved and missed per year and together, and what starting later costs."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from components.look import component_files
from components.look.axis import Axis
from components.look.words import listed, million
from components.what_if.answers.amounts import amounts_or, rounded, rounding_in_words
from components.what_if.answers.evidence import Evidence
from components.what_if.answers.findings import is_delayed
from components.what_if.realised import ABOVE_COMPUTED, ABOVE_GOAL, OWN_ACCOUNT, realised_in_words
from components.what_if.results import Results
from components.what_if.saved.comparison import PATH_STYLE, REALISED_STYLE, SCENARIO_STYLES
from components.what_if.session import is_of_source
from components.what_if.targets import target_in_words
from model.what_if import InvestmentCount, LaterStart, gap_by_year, realised_years
from model.what_if.plan import FloatArray

_lines = component_files.component("what_if_lines", __file__, "lines")

FIRST = "Eerste jaar op of onder het doel"
GOAL, DISTANCE, NO_GOAL = "Doel", "Verschil met het doel", "geen doel"
NATIONAL, REGIONAL, INVESTED = "Bijdrage van het Rijk", "Kosten voor de regio", "Investeringen"
REGIONAL_WORDS, PRINTED_WORDS = "Rijksbijdrage in de kosten voor de regio", "Rijksbijdrage in die kosten"
AFTER, WITHOUT = "ervan af", "vóór rijksbijdrage"
"""Whether the national contribution is taken off costs for the region; where it is unknown it is not, as in print."""
_UNKNOWN = "onbekend"


def show_over_the_years(evidence: Evidence) -> None:
    """Lines for now and for later starts beside the target, and two tables."""
    results = evidence.results
    plan = results.scenario.plan
    title = "Jaarkosten in mln €, als alles later begint en naast het doel"
    st.markdown(f"**{title}**")
    _lines(key="what_if_later_chart", data=lines_data(results))
    evidence.picture("what_if_later_chart", title, "later-beginnen", drawn=(".lines>svg", ".legend"))
    evidence.table(
        later_table,
        f"Alles later beginnen: {plan.trajectory.target_year}, en {plan.years[0]}-{plan.years[-1]} samen (mln €)",
        "later-beginnen",
        on_screen=lambda table: table.assign(
            **{FIRST: table[FIRST].astype(object).where(table[FIRST].notna(), "geen")}
        ),
        note=later_note(results),
        rounding=later_rounding(results),
    )
    evidence.table(
        yearly_table,
        f"Kosten per jaar, gemeten aan {target_in_words(results.scenario)} (mln €)",
        "kosten-per-jaar",
        on_screen=partial(yearly_on_screen, results),
        note=yearly_note(results),
        rounding=yearly_rounding(results),
    )


def lines_data(results: Results) -> dict[str, Any]:
    """The target, and a line for every later start; what is first lies on top."""
    scenario, at = results.scenario, results.scenario.plan.trajectory.target_index
    named = {later_name(row, results): row.yearly_cost_mln_eur for row in results.later}
    costs = {"Doel": scenario.target_path_mln_eur.tolist(), **named}
    styles = dict(zip(costs, (PATH_STYLE, *SCENARIO_STYLES), strict=False))
    realised = {row.year: row.cost_mln_eur for row in realised_years(scenario)}
    if realised:
        costs[OWN_ACCOUNT] = [realised.get(year, np.nan) for year in scenario.plan.years]
        styles[OWN_ACCOUNT] = REALISED_STYLE
    decimals = results.decimals
    axis = Axis.around((cost for of in costs.values() for cost in of), decimals)
    lines = [
        {
            "name": name,
            "style": {
                "colour": styles[name].colour,
                "dash": " ".join(f"{part:g}" for part in styles[name].dash),
                "symbol": styles[name].symbol,
            },
            "points": [None if np.isnan(cost) else [axis.at(cost), million(cost, decimals)] for cost in of],
        }
        for name, of in costs.items()
    ]
    said = listed(f"{name} {million(of[at], decimals)}" for name, of in costs.items() if not np.isnan(of[at]))
    words = [f"Lijnen van de jaarkosten per jaar. In {scenario.plan.years[at]}: {said}.", *realised_in_words(scenario)]
    return {
        "words": " ".join(words),
        "years": [str(year) for year in scenario.plan.years],
        "lines": lines,
        "ticks": axis.ticks,
    }


def later_name(row: LaterStart, results: Results) -> str:
    """What is started when; "nog" where it comes on top of a delay that is set already."""
    more = "nog " if is_delayed(results) else ""
    return f"Alles {more}{row.months_later} maanden later" if row.months_later else "Zoals ingesteld"


def later_table(results: Results) -> pd.DataFrame:
    """One row per later start, mln €: the target year, and all years together."""
    rows, year, decimals = results.later, results.scenario.plan.trajectory.target_year, results.decimals
    return pd.DataFrame(
        {
            "Begin": [later_name(row, results) for row in rows],
            f"Jaarkosten {year}": rounded([row.target_year_cost_mln_eur for row in rows], decimals),
            f"Verschil met het doel in {year}": rounded([row.target_year_gap_mln_eur for row in rows], decimals),
            "Jaarkosten samen": rounded([row.total_cost_mln_eur for row in rows], decimals),
            "Meer dan zoals ingesteld": rounded([row.more_than_now_mln_eur for row in rows], decimals),
            "Besparing samen": rounded([row.total_net_effect_mln_eur for row in rows], decimals),
            "Verschil met het doel samen": rounded([row.total_gap_mln_eur for row in rows], decimals),
            FIRST: pd.array([row.first_year_at_goal for row in rows], dtype="Int64"),
        }
    )


def later_note(results: Results) -> str:
    """How to read the signs, which years the target has an amount for, and what is counted."""
    scenario, together = results.scenario, results.together
    goal = million(scenario.target_cost_mln_eur, results.decimals)
    said = f"Het doel is {target_in_words(scenario)}. Een verschil onder nul is minder dan het doel."
    if together.gap_years != scenario.plan.years:
        said += f" Het doel geeft alleen een bedrag voor {listed(str(year) for year in together.gap_years)}."
    said += f" Met “op of onder het doel” is hier steeds {goal} bedoeld, ook in eerdere jaren."
    if is_delayed(results):
        said += " Wat later begint, komt boven op het latere starten dat al is ingesteld."
    return said + " Ook maatregelen die al lopen, schuiven in deze vergelijking op."


def later_rounding(results: Results) -> str:
    """Which rounded differences are not what two other amounts of the table leave."""
    now, goal = results.later[0], results.scenario.target_cost_mln_eur
    sums = [
        (later_name(row, results).lower(), parts, total)
        for row in results.later
        for parts, total in (
            ((goal, row.target_year_gap_mln_eur), row.target_year_cost_mln_eur),
            ((now.total_cost_mln_eur, row.more_than_now_mln_eur), row.total_cost_mln_eur),
        )
    ]
    return rounding_in_words(sums, results.decimals)


def yearly_table(results: Results) -> pd.DataFrame:
    """One row per year, mln €: target, costs without measures, saving, result, and the costs for the region.

    Then what the costs really were by the visitor's own account, and how far that lies above the result and the target.
    Where the national contribution is unknown, these are the costs without it, as the source prints them; a column
    beside them says so.
    """
    scenario, figures, decimals = results.scenario, results.figures, results.decimals
    plan = scenario.plan
    columns: dict[str, object] = {
        "Jaar": list(plan.years),
        GOAL: rounded(scenario.target_path_mln_eur, decimals),
        "Zonder maatregelen": rounded(figures.cost_without_measures_mln_eur, decimals),
        "Besparing na overlap": rounded(figures.net_effect_mln_eur, decimals),
        INVESTED: rounded(figures.investment_mln_eur, decimals),
        "Jaarkosten": rounded(figures.yearly_cost_mln_eur, decimals),
        DISTANCE: rounded(gap_by_year(scenario), decimals),
        NATIONAL: rounded(results.fan.national_contribution_mln_eur, decimals),
        REGIONAL: rounded(_regional(results), decimals),
        REGIONAL_WORDS: _with_or_without(_is_open(results)),
    }
    printed = plan.trajectory.regional_cost_mln_eur
    if any(cost is not None for cost in printed):
        columns[_printed(results)] = rounded([np.nan if cost is None else cost for cost in printed], decimals)
        columns[PRINTED_WORDS] = _with_or_without(np.isnan(plan.national_contribution_mln_eur))
    if realised_years(scenario):
        amounts = [rounded(of, decimals) for of in _realised(results)]
        columns |= dict(zip((OWN_ACCOUNT, ABOVE_COMPUTED, ABOVE_GOAL), amounts, strict=True))
    return pd.DataFrame(columns)


def yearly_on_screen(results: Results, table: pd.DataFrame) -> pd.DataFrame:
    """On the screen an unknown contribution is called so, and costs without it are followed by those words."""
    words = {NATIONAL: _UNKNOWN, GOAL: NO_GOAL, DISTANCE: NO_GOAL, OWN_ACCOUNT: _UNKNOWN, ABOVE_COMPUTED: _UNKNOWN}
    decimals = results.decimals
    known = {column: amounts_or(said, table[column], decimals) for column, said in words.items() if column in table}
    if ABOVE_GOAL in table:
        beside = zip(table[ABOVE_GOAL], table[GOAL], strict=True)
        known[ABOVE_GOAL] = [_above_goal(*cells, decimals) for cells in beside]
    regional = {REGIONAL: REGIONAL_WORDS, _printed(results): PRINTED_WORDS}
    costs = {
        column: [
            _with_words(cost, said, results.decimals) for cost, said in zip(table[column], table[words], strict=True)
        ]
        for column, words in regional.items()
        if column in table
    }
    needless = [*regional.values(), *(() if _are_counted(results) else (INVESTED,))]
    return table.assign(**known, **costs).drop(columns=needless, errors="ignore")


def yearly_note(results: Results) -> str:
    """What is counted where something is not known."""
    open_years = [str(year) for year, is_open in zip(results.scenario.plan.years, _is_open(results), strict=True)
                  if is_open]  # fmt: skip
    said = [together_in_words(results)]
    if open_years:
        said.append(
            f"De bijdrage van het Rijk in {listed(open_years)} is onbekend en niet op nul gezet: "
            f"de kosten voor de regio staan er {WITHOUT}."
        )
    unknown = results.investments.unknown_codes
    if not _are_counted(results):
        said.append("Investeringen tellen in deze stand niet mee.")
    elif unknown:
        said.append(f"Van deze maatregelen is de investering onbekend en niet meegeteld: {listed(unknown)}.")
    if realised_years(results.scenario):
        said.append("Wat het werkelijk werd, is uw eigen opgave; de doorrekening verandert er niet door.")
    return " ".join(filter(None, said))


def together_in_words(results: Results) -> str:
    """Totals of the columns that the finding speaks of."""
    years, found = results.scenario.plan.years, results.together
    cost, saved = (million(each, results.decimals) for each in (found.yearly_cost_mln_eur, found.net_effect_mln_eur))
    return f"Alle jaren samen: jaarkosten {cost}, besparing {saved}." if len(years) > 1 else ""


def yearly_rounding(results: Results) -> str:
    """Which rounded amounts of a year, or of the years together, do not add up."""
    figures, found, years = results.figures, results.together, results.scenario.plan.years
    target = results.scenario.target_path_mln_eur
    national = np.where(_is_open(results), 0.0, results.fan.national_contribution_mln_eur)
    realised, above_computed, above_goal = _realised(results)
    # From the cost down to what it is made of: each row of this is one sum, with one column per year.
    sums = (
        ((figures.yearly_cost_mln_eur, figures.net_effect_mln_eur, -figures.investment_mln_eur),
         figures.cost_without_measures_mln_eur),
        ((target, gap_by_year(results.scenario)), figures.yearly_cost_mln_eur),
        ((_regional(results), national), figures.yearly_cost_mln_eur),
        ((figures.yearly_cost_mln_eur, above_computed), realised),
        ((target, above_goal), realised),
    )  # fmt: skip
    per_year = [
        (str(year), [float(part[at]) for part in parts], float(total[at]))
        for at, year in enumerate(years)
        for parts, total in sums
    ]
    together = [
        ("jaarkosten samen", figures.yearly_cost_mln_eur.tolist(), found.yearly_cost_mln_eur),
        ("besparing samen", figures.net_effect_mln_eur.tolist(), found.net_effect_mln_eur),
    ]
    return rounding_in_words([*per_year, *together], results.decimals)


def _regional(results: Results) -> FloatArray:
    """Costs for the region; without the national contribution where that is unknown, as the source prints them."""
    figures = results.figures
    return np.where(_is_open(results), figures.yearly_cost_mln_eur, figures.regional_cost_mln_eur)


def _realised(results: Results) -> FloatArray:
    """What the costs really were, how far above the result, and how far above the target, shape (3, y), mln €.

    NaN where the visitor gave no amount, or the target has none.
    """
    rows = {row.year: row[1:] for row in realised_years(results.scenario)}
    unknown = (None, None, None)
    each = [rows.get(year, unknown) for year in results.scenario.plan.years]
    return np.array(each, dtype=np.float64).T


def _above_goal(above_mln_eur: float, goal_mln_eur: float, decimals: int) -> tuple[str, float | None]:
    ((text, key),) = amounts_or(NO_GOAL if np.isnan(goal_mln_eur) else _UNKNOWN, [above_mln_eur], decimals)
    return text, key


def _are_counted(results: Results) -> bool:
    return results.scenario.investments_counted is not InvestmentCount.NO


def _printed(results: Results) -> str:
    return f"Regio volgens {'het plan' if is_of_source(results.scenario.plan) else 'uw tabel'}"


def _is_open(results: Results) -> NDArray[np.bool_]:
    return np.isnan(results.fan.national_contribution_mln_eur)


def _with_or_without(is_open: NDArray[np.bool_]) -> list[str]:
    return [WITHOUT if without else AFTER for without in is_open]


def _with_words(cost_mln_eur: float, said: str, decimals: int) -> tuple[str, float | None]:
    ((text, key),) = amounts_or(_UNKNOWN, [cost_mln_eur], decimals)
    return f"{text} {said}" if said == WITHOUT else text, key
