"""Sentences on what a step did: which control, from what to what, and what that does to the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from components.look.words import chance_in_words, distance, million, number
from components.what_if.panel.controls import choice_in_words
from components.what_if.session import WhatIfSession
from model.notation import decimals_needed, shown, whole_percent
from model.what_if import (
    CertaintySeek,
    Change,
    Control,
    ControlValue,
    GoalSeek,
    SavingsPlan,
    Scenario,
    change_of_target_cost_mln_eur,
    controls_of,
    input_decimals,
    scenario_changes,
    years_together,
)
from model.what_if.parameters import REALISED_COST_MLN_EUR, Kind

_MOST_CHANGES_NAMED = 2
_NOTHING_ON = "Er staat geen maatregel aan, dus er is niets om te verzetten. Zet er eerst een aan."
_WORDS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.PERCENT: lambda share: f"{number(100 * share)}%",
    Kind.GROWTH: lambda growth: f"{number(growth, 1)}% per jaar",
    Kind.MONTHS: lambda months: f"{number(months)} {'maand' if months == 1 else 'maanden'}",
    Kind.SWITCH: lambda on: "aan" if on else "uit",
}
"""Words for a known value that is no amount, by the kind of its control."""


def last_step_in_words(session: WhatIfSession) -> str:
    """What made the panel show what it shows, and what that did to the costs; empty where nothing did yet."""
    before, after, act = session.previous, session.scenario, session.act
    if before is None or before.plan != after.plan:
        return f"{act}; daarna nog niets." if act else ""
    changes = _one_for_all(before, after, scenario_changes(before, after))
    if not changes:
        return ""
    done = (
        "; ".join(change_in_words(change, after.plan) for change in changes)
        if len(changes) <= _MOST_CHANGES_NAMED
        else f"{len(changes)} instellingen tegelijk veranderd"
    )
    done = f"{act}: {done}" if act else done
    if all(change.control.field == REALISED_COST_MLN_EUR.key for change in changes):
        return f"{done}. Dat staat naast de doorrekening en verandert er niets aan."
    return f"{done}. {_effect_in_words(before, after)}"


def _effect_in_words(before: Scenario, after: Scenario) -> str:
    """What a step did to the costs of the target year and of all years, and to the target where that is another."""
    first, *others = after.plan.years
    decimals = after.plan.decimals
    effect = _difference_in_words(change_of_target_cost_mln_eur(before, after), decimals)
    said = f"Effect op de jaarkosten {after.plan.trajectory.target_year}: {effect}"
    if others:
        together = years_together(after).yearly_cost_mln_eur - years_together(before).yearly_cost_mln_eur
        said += f"; in {first}-{others[-1]} samen: {_difference_in_words(together, decimals)}"
    if before.target is after.target:
        return f"{said}."
    old, new = million(before.target_cost_mln_eur, decimals), million(after.target_cost_mln_eur, decimals)
    return f"{said}. " + (f"Het doel blijft {new}." if old == new else f"Het doel was {old} en is nu {new}.")


def _difference_in_words(amount_mln_eur: float, decimals: int) -> str:
    more_or_less = {-1.0: " lager", 0.0: "", 1.0: " hoger"}[float(np.sign(shown(amount_mln_eur, decimals)))]
    return f"{distance(amount_mln_eur, decimals)}{more_or_less}"


def goal_in_words(found: GoalSeek, *, only_active: bool) -> str:
    """Answer to "wat is er nodig?"."""
    if not any(found.scenario.on):
        return _NOTHING_ON
    which, goal = _which_in_words(only_active=only_active), _goal_of(found.scenario)
    decimals = found.scenario.plan.decimals
    if found.share is not None:
        return (
            f"Met {which} op {number(100 * found.share)}% van hun bandbreedte wordt het doel van {goal} gehaald. "
            "Elke schuif staat nu op de eerste stap daar of daarboven; "
            f"de jaarkosten zijn dan {million(found.yearly_cost_mln_eur, decimals)}."
        )
    return (
        f"Ook met {which} op hun maximum is het doel van {goal} niet haalbaar: de jaarkosten blijven "
        f"{million(found.yearly_cost_mln_eur, decimals)}, {million(found.shortfall_mln_eur, decimals)} te hoog. "
        "De schuiven zijn blijven staan."
    )


def certainty_in_words(found: CertaintySeek, *, only_active: bool) -> str:
    """Answer to "wat is er nodig voor een kans van …?"."""
    if found.nothing_on:
        return _NOTHING_ON
    which, goal = _which_in_words(only_active=only_active), _goal_of(found.scenario)
    wished = f"{whole_percent(found.wished_share)}%"
    if found.share is not None:
        return (
            f"Met {which} op {number(100 * found.share)}% van hun bandbreedte is de kans op het doel van {goal} "
            f"minstens {wished}. Elke schuif staat nu op de eerste stap daar of daarboven."
        )
    return (
        f"Ook met {which} op hun maximum is een kans van {wished} op het doel van {goal} niet haalbaar: "
        f"de kans is dan {chance_in_words(found.chance_share)}. De schuiven zijn blijven staan."
    )


def _which_in_words(*, only_active: bool) -> str:
    return "de maatregelen die aanstaan" if only_active else "alle maatregelen"


def _goal_of(scenario: Scenario) -> str:
    return f"{million(scenario.target_cost_mln_eur, scenario.plan.decimals)} in {scenario.plan.trajectory.target_year}"


def _one_for_all(before: Scenario, after: Scenario, changes: Sequence[Change]) -> list[Change]:
    """Changes with one of a control for all measures in the place of those that it made."""
    made: list[Change] = []
    for control in controls_of(after.plan).values():
        of_field = [change for change in changes if change.control.field == control.field]
        if control.for_all and len(of_field) > 1 and control.get(after) is not None:
            made.append(Change(control, control.get(before), control.get(after)))
            changes = [change for change in changes if change not in of_field]
    return [*made, *changes]


def change_in_words(change: Change, plan: SavingsPlan) -> str:
    """Which control, from what to what."""
    control = change.control
    before, after = (value_in_words(control, value, plan) for value in (change.before, change.after))
    if not control.for_all:
        return f"{control.label}: van {before} naar {after}"
    return (
        f"{control.label}, alle maatregelen: van {before if change.before is not None else 'verschillend'} naar {after}"
    )


def value_in_words(control: Control, value: ControlValue, plan: SavingsPlan) -> str:
    """Value of a control with its unit."""
    if value is None:
        return "onbekend"
    if control.kind is Kind.AMOUNT:
        least = input_decimals(plan).get(control.key, plan.decimals)
        return million(float(value), least if control.typed_step is None else decimals_needed([float(value)], least, 3))
    return choice_in_words(control, value) if control.kind is Kind.CHOICE else _WORDS[control.kind](value)
