"""Wie doet wat: what each measure contributes, and with it each leading party and each category."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.look import component_files
from components.look.axis import Axis
from components.look.words import listed, million
from components.what_if.answers.amounts import rounded, rounding_in_words
from components.what_if.answers.evidence import Evidence
from components.what_if.panel.payload import WATERFALL_WORDS, step_amount
from components.what_if.panel.plan_words import NO_CATEGORY, categories_of
from components.what_if.results import Results
from model.what_if import GroupContribution
from model.what_if.plan import FloatArray
from model.what_if.sensitivity import net_change_when_switched

_bars = component_files.component("what_if_parts", __file__, "parts")

CONTRIBUTION, YEAR = "Bijdrage", "Jaar"
SET = ("Besparing per jaar volgens de schuif", "Later starten (maanden)", "Categorie")
"""What the panel shows already: it stands in the file only, so that the table fits a screen."""
ALONE = "Wat wegvalt als alleen deze maatregel stopt"
_KEY = "Elk vak is een maatregel, met zijn nummer; de vakken van een balk tellen op tot het bedrag erachter."


def show_who_does_what(evidence: Evidence) -> None:
    """Bars per leading party and per category for a year that the reader chooses, and the same as tables."""
    results = evidence.results
    plan = results.scenario.plan
    year = st.selectbox(
        "Bijdragen in het jaar",
        plan.years,
        index=plan.trajectory.target_index,
        # Another table has other years.
        key=f"what_if_contribution_year_{plan.years[0]}_{plan.years[-1]}",
    )
    at = plan.years.index(year)
    order = categories_of(plan)
    by_category = sorted(results.by_category, key=lambda group: order.index(group.name or NO_CATEGORY))
    groups: dict[str, Sequence[GroupContribution]] = {"trekker": results.by_lead, "categorie": by_category}
    groups = {kind: of_kind for kind, of_kind in groups.items() if is_grouped(of_kind)}
    for kind, of_kind in groups.items():
        title, key = f"Bijdrage per {kind} in {year}, in mln €", f"what_if_parts_{kind}"
        st.markdown(f"**{title}**")
        _bars(key=key, data=parts_data(results, of_kind, at, kind))
        evidence.picture(key, title, f"bijdrage-per-{kind}-{year}", drawn=(".parts",), notes=[_KEY])
    if groups:
        st.caption(_KEY)
    else:
        st.caption("Uw tabel noemt geen trekkers en geen categorieën; de bijdragen staan daarom per maatregel.")
    for kind, of_kind in groups.items():
        evidence.table(
            partial(groups_table, groups=of_kind, at=at, kind=kind),
            f"Bijdrage per {kind} in {year} en in alle jaren samen (mln €)",
            f"bijdrage-per-{kind}-{year}",
            note=groups_note(results, at),
            rounding=groups_rounding(results, of_kind, at),
        )
    evidence.table(
        partial(measures_table, at=at),
        f"Bijdrage per maatregel in {year} (mln €)",
        f"bijdrage-per-maatregel-{year}",
        on_screen=lambda table: table.drop(columns=[YEAR, *SET]),
        note=measures_note(results, at),
        rounding=measures_rounding(results, at),
    )
    evidence.table(
        waterfall_table, "Van begin naar resultaat (mln €)", "waterval", rounding=waterfall_rounding(results)
    )


def is_grouped(groups: Sequence[GroupContribution]) -> bool:
    """Whether the table says at all which group a measure belongs to: else one bar would hold everything."""
    return any(group.name for group in groups)


def parts_data(results: Results, groups: Sequence[GroupContribution], at: int, kind: str) -> dict[str, Any]:
    """One bar per group, largest first; its parts are its measures in the order of the table."""
    names, decimals = (
        {each.code: f"{each.code} {each.name}" for each in results.scenario.plan.measures},
        results.decimals,
    )
    contribution = dict(zip(names, results.contributions.contribution_mln_eur[:, at].tolist(), strict=True))
    ordered = sorted(groups, key=lambda group: -group.contribution_mln_eur[at])
    axis = Axis.around([group.contribution_mln_eur[at] for group in ordered], decimals, from_zero=True)
    rows = [
        {
            "name": group_name(group, kind),
            "amount": million(group.contribution_mln_eur[at], decimals),
            "parts": [
                {"label": code, "words": f"{names[code]}: {million(contribution[code], decimals)}", "size": size}
                for code in group.measure_codes
                if (size := axis.at(contribution[code])) > 0
            ],
        }
        for group in ordered
    ]
    in_words = listed(f"{row['name']} {row['amount']}" for row in rows)
    year = results.scenario.plan.years[at]
    return {"words": f"Staven van de bijdrage per {kind} in {year}: {in_words}.", "rows": rows, "ticks": axis.ticks}


def group_name(group: GroupContribution, kind: str) -> str:
    """Name of a group, also where the table gives its measures none."""
    return group.name or f"zonder {kind}"


def groups_table(results: Results, groups: Sequence[GroupContribution], at: int, kind: str) -> pd.DataFrame:
    """One row per group: its measures that are on, contribution in the year, and in all years together, mln €."""
    plan, decimals = results.scenario.plan, results.decimals
    return pd.DataFrame(
        {
            kind.capitalize(): [group_name(group, kind) for group in groups],
            "Maatregelen die aanstaan": [", ".join(group.measure_codes) or "geen" for group in groups],
            f"{CONTRIBUTION} {plan.years[at]}": rounded([group.contribution_mln_eur[at] for group in groups], decimals),
            f"{CONTRIBUTION} {plan.years[0]}-{plan.years[-1]} samen": rounded(
                [group.total_mln_eur for group in groups], decimals
            ),
        }
    )


def groups_note(results: Results, at: int) -> str:
    """Totals of the contributions, which are the savings."""
    years, saved = results.scenario.plan.years, results.together.net_effect_mln_eur
    totals = ((str(years[at]), float(results.figures.net_effect_mln_eur[at])), (f"{years[0]}-{years[-1]}", saved))
    said = listed(f"in {when} {million(total, results.decimals)}" for when, total in totals)
    return f"Samen {said}: de besparing na overlap."


def groups_rounding(results: Results, groups: Sequence[GroupContribution], at: int) -> str:
    """Which columns of rounded contributions do not add up to the saving."""
    years = results.scenario.plan.years
    columns = [
        (f"bijdrage {years[at]}", [float(group.contribution_mln_eur[at]) for group in groups]),
        (f"bijdrage {years[0]}-{years[-1]} samen", [group.total_mln_eur for group in groups]),
    ]
    totals = [float(results.figures.net_effect_mln_eur[at]), results.together.net_effect_mln_eur]
    return rounding_in_words(
        [(name, parts, total) for (name, parts), total in zip(columns, totals, strict=True)], results.decimals
    )


def measures_table(results: Results, at: int) -> pd.DataFrame:
    """One row per measure, mln € in the year: effect by itself, contribution, what overlap takes, and what stops."""
    scenario, effects, decimals = results.scenario, results.contributions, results.decimals
    measures = scenario.plan.measures
    switched = net_change_when_switched(scenario, at)
    return pd.DataFrame(
        {
            "Maatregel": [f"{measure.code} {measure.name}" for measure in measures],
            YEAR: [scenario.plan.years[at]] * len(measures),
            "Aan": ["ja" if on else "nee" for on in scenario.on],
            SET[0]: rounded(scenario.saving_mln_eur, decimals),
            SET[1]: [int(months) for months in scenario.delay_months],
            "Effect op zichzelf": rounded(effects.gross_effect_mln_eur[:, at], decimals),
            CONTRIBUTION: rounded(effects.contribution_mln_eur[:, at], decimals),
            "Kwijt aan overlap": rounded(effects.lost_to_overlap_mln_eur[:, at], decimals),
            ALONE: rounded(
                [-change if on else 0.0 for on, change in zip(scenario.on, switched, strict=True)], decimals
            ),
            "Trekker": [measure.lead for measure in measures],
            SET[2]: [measure.category for measure in measures],
        }
    )


def measures_note(results: Results, at: int) -> str:
    """Totals of the columns that add up, and which one does not."""
    totals = ", ".join(
        f"{name} {million(float(each.sum()), results.decimals)}" for name, each in _columns(results, at).items()
    )
    return (
        f"Samen: {totals}. De effecten op zichzelf mag u niet als besparing optellen: maatregelen overlappen elkaar. "
        f"“{ALONE}” staat hier los van en telt niet op: "
        "stopt er een, dan gaat van de andere minder aan overlap verloren."
    )


def measures_rounding(results: Results, at: int) -> str:
    """Which columns, and which rows, of rounded amounts do not add up."""
    columns, codes = _columns(results, at), results.scenario.plan.codes
    gross, *parts = columns.values()
    sums = [(name, each.tolist(), float(each.sum())) for name, each in columns.items()]
    sums += [
        (f"maatregel {code}", [float(part[row]) for part in parts], float(gross[row])) for row, code in enumerate(codes)
    ]
    totals = [float(each.sum()) for each in columns.values()]
    return rounding_in_words([*sums, ("de totalen", totals[1:], totals[0])], results.decimals)


def _columns(results: Results, at: int) -> dict[str, FloatArray]:
    """Columns that add up, the first one from the two others."""
    effects = results.contributions
    return {
        "effect op zichzelf": effects.gross_effect_mln_eur[:, at],
        "bijdrage": effects.contribution_mln_eur[:, at],
        "kwijt aan overlap": effects.lost_to_overlap_mln_eur[:, at],
    }


def waterfall_table(results: Results) -> pd.DataFrame:
    """Steps from the start cost to the result, mln €."""
    trajectory = results.scenario.plan.trajectory
    years = {"first_year": results.scenario.plan.years[0], "target_year": trajectory.target_year}
    steps = results.waterfall
    return pd.DataFrame(
        {
            "Stap": [WATERFALL_WORDS[step.step].format(**years) for step in steps],
            "Bedrag": rounded([step_amount(step, results.decimals) for step in steps], results.decimals),
        }
    )


def waterfall_rounding(results: Results) -> str:
    """Whether the rounded steps miss the result, or that the target."""
    steps = {step.step: step_amount(step, results.decimals) for step in results.waterfall}
    to_result = [amount for step, amount in steps.items() if step not in ("result", "distance_to_target")]
    to_goal = (results.scenario.target_cost_mln_eur, steps["distance_to_target"])
    sums = (("jaarkosten", to_result, steps["result"]), ("verschil met het doel", to_goal, steps["result"]))
    return rounding_in_words(sums, results.decimals)
