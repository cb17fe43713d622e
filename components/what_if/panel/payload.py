"""What the browser gets of one scenario: first the results, then for every step of every control what it would do.

Amounts are whole thousandths of a million euros (model.notation), so that both sides show the same digits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from components.what_if.panel.controls import assumption_rows, control_entries, measure_rows
from components.what_if.results import Results
from model.notation import thousandths
from model.what_if import ControlResponse, SavingsPlan, presets
from model.what_if.costs import BASELINE_STEPS
from model.what_if.parameters import NATIONAL_CONTRIBUTION_MLN_EUR

WATERFALL_WORDS = {
    "start": "Kosten {first_year}",
    **{step: assumption.label for step, assumption in BASELINE_STEPS.items()},
    "gross_effect": "Som van alle maatregelen",
    "lost_to_overlap": "Valt weg door overlap",
    "investment": "Investeringen",
    "result": "Jaarkosten {target_year}",
    "distance_to_target": "Afstand tot het doel",
}
_BASELINE_INPUTS = {assumption.key for assumption in BASELINE_STEPS.values()}


def scenario_payload(results: Results) -> dict[str, Any]:
    """Everything about one scenario that the panel shows."""
    plan = results.scenario.plan
    figures, trajectory = results.figures, plan.trajectory
    at = trajectory.target_index
    return {
        **_plan_payload(plan),
        "controls": control_entries(results.scenario),
        "own": _own_effects(results),
        "result": {
            "cost": thousandths(figures.yearly_cost_mln_eur),
            "baseline": thousandths(figures.cost_without_measures_mln_eur),
            "target": thousandths(plan.target_path_mln_eur),
            "contribution": thousandths(results.fan.national_contribution_mln_eur),
            "p10": thousandths(results.fan.p10_mln_eur),
            "p90": thousandths(results.fan.p90_mln_eur),
            "chance": results.fan.chance_pct,
            "plainSum": thousandths([figures.cost_without_measures_mln_eur[at] - figures.gross_effect_mln_eur[at]])[0],
            "gross": thousandths([figures.gross_effect_mln_eur[at]])[0],
        },
        "ceilings": [[name, thousandths([ceiling])[0]] for name, ceiling in results.ceilings],
        "waterfall": _waterfall(results),
        "tornado": _tornado(results),
    }


def responses_payload(results: Results) -> dict[str, Any]:
    """What each step of each control would do, by the key of the control. Larger and later than the results."""
    responses = {key: _response(response) for key, response in results.responses.items()}
    for key, chances in results.chances.items():
        responses.setdefault(key, {})["chance"] = _once_if_all_equal(list(chances))
    return responses


@lru_cache(maxsize=16)
def _plan_payload(plan: SavingsPlan) -> dict[str, Any]:
    """What holds for every scenario of a plan; shared, so treat it as read-only."""
    trajectory = plan.trajectory
    return {
        "years": list(plan.years),
        "targetYear": trajectory.target_year,
        "targetCost": thousandths([trajectory.target_cost_mln_eur])[0],
        "measures": measure_rows(plan),
        "assumptions": assumption_rows(plan),
        "presets": [[str(preset.name), preset.label] for preset in presets(plan)],
    }


def _own_effects(results: Results) -> dict[str, list[int]]:
    """Per measure code what falls away if only that measure goes, and what it loses to overlap."""
    effects = results.measures
    pairs = thousandths(effects[["loss_without_mln_eur", "lost_to_overlap_mln_eur"]].to_numpy())
    return dict(zip(effects["measure_code"], pairs, strict=True))


def _response(response: ControlResponse) -> dict[str, Any]:
    figures, control = response.figures, response.control
    cost = figures.yearly_cost_mln_eur
    # A control that leaves the costs alone sends one row for all its values.
    rows = thousandths(cost[:1] if (cost == cost[0]).all() else cost)
    # The first row, then what each row adds to the one before: less than half the size with many measures and years.
    entry: dict[str, Any] = {"costSteps": np.diff(rows, axis=0, prepend=0).tolist()}
    if control.input in _BASELINE_INPUTS:
        entry["baseline"] = thousandths(figures.cost_without_measures_mln_eur)
    if control.input == NATIONAL_CONTRIBUTION_MLN_EUR.key:
        # Only the year that the control is for differs from the result.
        contribution = figures.yearly_cost_mln_eur - figures.regional_cost_mln_eur
        entry |= {"year": control.index, "contribution": thousandths(contribution[:, control.index])}
    if response.effect_mln_eur is not None and response.lost_to_overlap_mln_eur is not None:
        entry["effect"] = thousandths(response.effect_mln_eur)
        entry["lost"] = thousandths(response.lost_to_overlap_mln_eur)
    return entry


def _once_if_all_equal(entries: list[Any]) -> list[Any]:
    return entries[:1] if all(entry == entries[0] for entry in entries) else entries


def _waterfall(results: Results) -> list[dict[str, Any]]:
    trajectory, table = results.scenario.plan.trajectory, results.waterfall
    years = {"first_year": results.scenario.plan.years[0], "target_year": trajectory.target_year}
    amounts = thousandths(table[["amount_mln_eur", "from_mln_eur", "to_mln_eur"]].to_numpy())
    return [
        {"name": WATERFALL_WORDS[step].format(**years), "amount": amount, "from": start, "to": end, "step": step}
        for step, (amount, start, end) in zip(table["step"], amounts, strict=True)
    ]


def _tornado(results: Results) -> list[dict[str, Any]]:
    names = {measure.code: f"{measure.code} {measure.name}" for measure in results.scenario.plan.measures}
    table = results.tornado
    amounts = thousandths(table[["cost_at_low_mln_eur", "cost_at_high_mln_eur"]].to_numpy())
    return [
        {"name": names.get(control, "Overlap"), "low": low, "high": high}
        for control, (low, high) in zip(table["control"], amounts, strict=True)
    ]
