"""Sentences on what a step did: which control, from what to what, and what that does to the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from components.look.words import chance_in_words, distance, million, number
from components.what_if.panel.controls import choice_in_words
from components.what_if.results import Results, results_of
from components.what_if.session import WhatIfSession
from components.what_if.targets import chance_subject
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
    changes = one_for_all(before, after, scenario_changes(before, after))
    if not changes:
        return ""
    done = changes_named(changes, after.plan)
    done = f"{act}: {done}" if act else done
    if all(change.control.field == REALISED_COST_MLN_EUR.key for change in changes):
        return f"{done}. Dat staat naast de doorrekening en verandert er niets aan."
    return f"{done}. {_effect_in_words(before, after)}"


def changes_named(changes: Sequence[Change], plan: SavingsPlan) -> str:
    """Which controls went from what to what; of many how many."""
    if len(changes) > _MOST_CHANGES_NAMED:
        return f"{len(changes)} instellingen tegelijk veranderd"
    return "; ".join(change_in_words(change, plan) for change in changes)


def _effect_in_words(before: Scenario, after: Scenario) -> str:
    """What a step did to the costs of the target year and of all years, and to the target where that is another."""
    old, new = results_of(before), results_of(after)
    cost = _cost_effect_in_words(old, new)
    others = [_target_effect_in_words(before, after), _chance_effect_in_words(old, new)]
    others.append(_regional_effect_in_words(old, new))
    if cost:
        return " ".join([cost, *filter(None, others)])
    if not any(others) and _band(old) != _band(new):
        others.append("De band rond de jaarkosten verandert wel.")
    return " ".join(["De jaarkosten blijven gelijk.", *filter(None, others)])


def _cost_effect_in_words(before: Results, after: Results) -> str:
    """What a step did to the costs of the target year and of all years; empty where the screen shows none."""
    plan, decimals = after.scenario.plan, after.decimals
    first, *others = plan.years
    effect = change_of_target_cost_mln_eur(before.scenario, after.scenario)
    together = after.together.yearly_cost_mln_eur - before.together.yearly_cost_mln_eur
    if not shown(effect, decimals) and not shown(together, decimals):
        return ""
    said = f"Effect op de jaarkosten {plan.trajectory.target_year}: {_difference_in_words(effect, decimals)}"
    if others:
        said += f"; in {first}-{others[-1]} samen: {_difference_in_words(together, decimals)}"
    return f"{said}."


def _target_effect_in_words(before: Scenario, after: Scenario) -> str:
    decimals = after.plan.decimals
    old, new = million(before.target_cost_mln_eur, decimals), million(after.target_cost_mln_eur, decimals)
    if old != new:
        return f"Het doel was {old} en is nu {new}."
    return "" if before.target is after.target else f"Het doel blijft {new}."


def _chance_effect_in_words(before: Results, after: Results) -> str:
    """From which chance to which, where these are said otherwise."""
    old, new = before.fan.chance_tenths, after.fan.chance_tenths
    if old == new:
        return ""
    shares = [each.fan.chance_share for each in (before, after)]
    said = [chance_in_words(share) for share in shares]
    if any(chance_subject(share) != "de kans" for share in shares):
        return f"Het doel halen: eerst {said[0]}, nu {said[1]}."
    return f"De kans om het doel te halen ging van {said[0]} naar {said[1]}."


def _regional_effect_in_words(before: Results, after: Results) -> str:
    """What another contribution of the Rijk did to the costs for the region, per year that it is known for."""
    decimals, said = after.scenario.plan.decimals, []
    old, new = (each.fan.national_contribution_mln_eur.tolist() for each in (before, after))
    for year, was, now in zip(after.scenario.plan.years, old, new, strict=True):
        change = np.nan_to_num(was) - np.nan_to_num(now)
        if np.isnan(was) != np.isnan(now):
            words = "weer onbekend" if np.isnan(now) else f"nu bekend: {million(now, decimals)} gaat eraf"
            said.append(f"De bijdrage van het Rijk voor {year} is {words}.")
        elif shown(change, decimals):
            said.append(f"Kosten voor de regio {year} door die bijdrage: {_difference_in_words(change, decimals)}.")
    return " ".join(said)


def _band(results: Results) -> list[float]:
    ends = (results.fan.p10_mln_eur, results.fan.p90_mln_eur)
    return [shown(float(cost), results.decimals) for of in ends for cost in of]


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
        f"{chance_of_goal_in_words(found.chance_share)} De schuiven zijn blijven staan."
    )


def chance_of_goal_in_words(share: float) -> str:
    """Sentence on the chance then: of one that is hardly any or nearly certain, it is the goal that is called so."""
    return f"{chance_subject(share)} is dan {chance_in_words(share)}."


def _which_in_words(*, only_active: bool) -> str:
    return "de maatregelen die aanstaan" if only_active else "alle maatregelen"


def _goal_of(scenario: Scenario) -> str:
    return f"{million(scenario.target_cost_mln_eur, scenario.plan.decimals)} in {scenario.plan.trajectory.target_year}"


def one_for_all(before: Scenario, after: Scenario, changes: Sequence[Change]) -> list[Change]:
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
