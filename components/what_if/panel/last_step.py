"""The last step of a visit, as the browser plays it again: which controls moved, from where to where."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from components.what_if.panel.changes_in_words import changes_named, one_for_all
from components.what_if.results import results_of
from components.what_if.session import WhatIfSession
from model.notation import thousandths
from model.what_if import Control, ControlValue, Scenario, scenario_changes, scenario_figures, with_values

FRAMES = 24
"""Pictures between the scenario before a step of several controls and the one after it."""
NOTHING_YET = "Er is nog geen stap om te herhalen. Beweeg een schuif."
OTHER_TABLE = "De laatste stap ging naar een andere tabel. Zo'n stap is niet te herhalen."
NO_COSTS = "De laatste stap veranderde geen schuif, dus er is niets om te herhalen."
_KEPT_STEPS = 64


def last_step(session: WhatIfSession) -> dict[str, Any]:
    """`why` there is nothing to play; or what to say of it, per control the index from and to, and its pictures.

    Of one control the browser knows all between by itself; of several at once it gets the costs in between, in
    thousandths of a million, and the chance before.
    """
    before, after = session.previous, session.scenario
    if before is None:
        return {"why": NOTHING_YET}
    if before.plan != after.plan:
        return {"why": OTHER_TABLE}
    changes = one_for_all(before, after, scenario_changes(before, after))
    moved = [change for change in changes if change.control.typed_step is None]
    if not moved:
        return {"why": NO_COSTS}
    ends = [(each.control, each.before, each.after) for each in moved]
    return {
        "said": f"{changes_named(moved, after.plan)}.",
        "moves": {control.key: (_index(control, start), _index(control, end)) for control, start, end in ends},
        "frames": list(_frames(before, after)) if len(moved) > 1 else [],
    }


@lru_cache(maxsize=_KEPT_STEPS)
def _frames(before: Scenario, after: Scenario) -> tuple[dict[str, Any], ...]:
    """Pictures from the scenario before, in equal steps of every control; the browser has the one after."""
    start = {**_picture(before), "chance": results_of(before).fan.chance_tenths}
    return (start, *(_picture(_between(before, after, at / FRAMES)) for at in range(1, FRAMES)))


def _between(before: Scenario, after: Scenario, share: float) -> Scenario:
    controls = {change.control.key: change.control for change in scenario_changes(before, after)}
    values = {}
    for key, control in controls.items():
        if control.typed_step is None:
            start, end = _index(control, control.get(before)), _index(control, control.get(after))
            values[key] = control.values[round(start + share * (end - start))]
    return with_values(before, values)


def _picture(scenario: Scenario) -> dict[str, Any]:
    figures = scenario_figures(scenario)
    return {
        "cost": thousandths(figures.yearly_cost_mln_eur),
        "baseline": thousandths(figures.cost_without_measures_mln_eur),
        "target": thousandths(scenario.target_path_mln_eur),
        "chance": None,
    }


def _index(control: Control, value: ControlValue) -> int:
    """Index of a value among those of its control, or of the nearest one: a link may hold a number in between."""
    if value in control.values:
        return control.values.index(value)
    numbers = [np.inf if each is None else abs(float(each) - float(value or 0.0)) for each in control.values]
    return int(np.argmin(numbers))
