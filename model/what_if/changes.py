"""What differs between two scenarios, control by control, and what that does to the result."""

from __future__ import annotations

from dataclasses import dataclass

from model.faults import Fault, InputError
from model.what_if.controls import Control, ControlValue, controls_of
from model.what_if.costs import RESULT_DECIMALS, scenario_figures
from model.what_if.scenario import Scenario


@dataclass(frozen=True)
class Change:
    """One control with its value before and after; None is unknown."""

    control: Control
    before: ControlValue
    after: ControlValue


def scenario_changes(before: Scenario, after: Scenario) -> tuple[Change, ...]:
    """Controls that differ between two scenarios of one plan, in the order of `controls_of`.

    A control for all measures at once is left out: what it does shows in those of the measures.

    Raises
    ------
    InputError
        If the scenarios belong to different plans.
    """
    if before.plan != after.plan:
        raise InputError([Fault("vergelijking van scenario's", "twee tabellen", "één tabel met maatregelen")])
    controls = [control for control in controls_of(after.plan).values() if not control.for_all]
    changes = (Change(control, control.get(before), control.get(after)) for control in controls)
    return tuple(change for change in changes if change.before != change.after)


def change_of_target_cost_mln_eur(before: Scenario, after: Scenario) -> float:
    """Yearly cost in the target year after minus before, mln €."""
    at = after.plan.trajectory.target_index
    costs = [float(scenario_figures(scenario).yearly_cost_mln_eur[at]) for scenario in (before, after)]
    return round(costs[1] - costs[0], RESULT_DECIMALS)
