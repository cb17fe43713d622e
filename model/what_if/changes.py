"""What differs between two scenarios, control by control, and what that does to the result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.faults import Fault, InputError
from model.what_if.costs import RESULT_DECIMALS, scenario_figures
from model.what_if.parameters import InvestmentCount
from model.what_if.scenario import Scenario

ControlValue = bool | float | InvestmentCount | None


@dataclass(frozen=True)
class Change:
    """One control with its value before and after.

    Attributes
    ----------
    field : str
        Name of the field of `Scenario`, with its unit.
    of : str
        Measure code or year that the field has a value for; empty for an assumption about the whole.
    before, after : bool, float, InvestmentCount or None
        None is unknown.
    """

    field: str
    of: str
    before: ControlValue
    after: ControlValue


def scenario_changes(before: Scenario, after: Scenario) -> tuple[Change, ...]:
    """Controls that differ between two scenarios of one plan, measures first.

    Raises
    ------
    InputError
        If the scenarios belong to different plans.
    """
    if before.plan != after.plan:
        raise InputError([Fault("vergelijking van scenario's", "twee tabellen", "één tabel met maatregelen")])
    return tuple(change for change in _pairs(before, after) if change.before != change.after)


def change_of_target_cost_mln_eur(before: Scenario, after: Scenario) -> float:
    """Yearly cost in the target year after minus before, mln €."""
    at = after.plan.trajectory.target_index
    costs = [float(scenario_figures(scenario).yearly_cost_mln_eur[at]) for scenario in (before, after)]
    return round(costs[1] - costs[0], RESULT_DECIMALS)


def _pairs(before: Scenario, after: Scenario) -> Iterator[Change]:
    for place, code in enumerate(before.plan.codes):
        for field in ("on", "saving_mln_eur", "delay_months", "unknown_investment_mln_eur"):
            yield Change(field, code, getattr(before, field)[place], getattr(after, field)[place])
    for field in ("overlap_share", "overlap_margin_share", "growth_pct", "investments_counted"):
        yield Change(field, "", getattr(before, field), getattr(after, field))
    for place, year in enumerate(before.plan.years):
        field = "national_contribution_mln_eur"
        yield Change(field, str(year), getattr(before, field)[place], getattr(after, field)[place])
