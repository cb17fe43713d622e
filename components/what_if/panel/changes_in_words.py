"""Sentences on what a step did: which control, from what to what, and what that does to the result."""

from __future__ import annotations

from typing import Any

from components.look.words import amount, number
from components.what_if.panel.controls import COUNT_WORDS, assumption_rows
from components.what_if.session import WhatIfSession
from model.what_if import Change, GoalSeek, Scenario, change_of_target_cost_mln_eur, scenario_changes

_MOST_CHANGES_NAMED = 2


def last_step_in_words(session: WhatIfSession) -> str:
    """What the last step changed and what it did to the target year; empty before the first step."""
    before, after = session.previous, session.scenario
    if before is None or before.plan != after.plan:
        return ""
    changes = scenario_changes(before, after)
    if not changes:
        return ""
    effect = change_of_target_cost_mln_eur(before, after)
    year = after.plan.trajectory.target_year
    sign = "+" if effect > 0 else ""
    done = (
        "; ".join(_change_in_words(after, change) for change in changes)
        if len(changes) <= _MOST_CHANGES_NAMED
        else f"{len(changes)} instellingen tegelijk veranderd"
    )
    return f"{done}. Effect op de jaarkosten {year}: {sign}{amount(effect)} mln euro."


def goal_in_words(found: GoalSeek, *, only_active: bool) -> str:
    """Answer to "wat is er nodig?"."""
    which = "de maatregelen die aan staan" if only_active else "alle maatregelen"
    trajectory = found.scenario.plan.trajectory
    goal = f"{amount(trajectory.target_cost_mln_eur)} mln euro in {trajectory.target_year}"
    if found.share is not None:
        return (
            f"Met {which} op {number(100 * found.share)}% van hun bandbreedte komt {goal} in zicht. "
            f"De schuiven staan nu zo, naar boven afgerond: {amount(found.yearly_cost_mln_eur)} mln euro."
        )
    return (
        f"Ook met {which} op hun maximum is {goal} niet haalbaar: "
        f"het blijft steken op {amount(found.yearly_cost_mln_eur)}, {amount(found.shortfall_mln_eur)} mln euro te hoog."
    )


def control_in_words(scenario: Scenario, field: str, of: str) -> str:
    """Name of a control in a sentence."""
    if field == "national_contribution_mln_eur":
        return f"bijdrage van het rijk {of}"
    if of:
        name = next(measure.name for measure in scenario.plan.measures if measure.code == of)
        what = {"on": "", "saving_mln_eur": "besparing van ", "delay_months": "later starten van "}
        return f"{what.get(field, 'investering van ')}maatregel {of} ({name})"
    return next(row["name"].lower() for row in assumption_rows(scenario.plan) if row["control"] == field)


def value_in_words(field: str, value: Any) -> str:
    """Value of a control with its unit."""
    if value is None:
        return "onbekend"
    if value in COUNT_WORDS:
        return COUNT_WORDS[value]
    if field == "on":
        return "aan" if value else "uit"
    if field.endswith("_share"):
        return f"{number(100 * value)}%"
    if field == "growth_pct":
        return f"{number(value, 1)}% per jaar"
    return f"{number(value)} maanden" if field == "delay_months" else f"{amount(value)} mln euro"


def _change_in_words(scenario: Scenario, change: Change) -> str:
    name = control_in_words(scenario, change.field, change.of)
    before, after = (value_in_words(change.field, value) for value in (change.before, change.after))
    return f"{name[:1].upper()}{name[1:]}: van {before} naar {after}"
