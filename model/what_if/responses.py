"""Response table: the yearly figures at every step of every control, with all others as they stand.

The browser looks a row up while a slider is dragged, so that the model exists once. A row holds exactly what
`scenario_figures` gives once the control has that value: same function, same rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from model.what_if.controls import Control, controls_of
from model.what_if.costs import FIGURES, RESULT_DECIMALS, CostInputs, YearlyFigures, yearly_figures
from model.what_if.parameters import DELAY_MONTHS, Kind, Scope
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

_MOVE_ONE_EFFECT = ("position_share", "on", DELAY_MONTHS.key)


@dataclass(frozen=True, eq=False)
class ControlResponse:
    """What one control does at each of its n values.

    Attributes
    ----------
    control : Control
    figures : YearlyFigures
        Arrays of shape (n, y), mln €.
    effect_mln_eur : array or None
        For controls of the effect of one measure: what falls away in the target year if only this measure goes, shape
        (n,), mln €.
    lost_to_overlap_mln_eur : array or None
        For these controls: its gross effect minus that, shape (n,), mln €.
    """

    control: Control
    figures: YearlyFigures
    effect_mln_eur: FloatArray | None = None
    lost_to_overlap_mln_eur: FloatArray | None = None


def response_table(scenario: Scenario) -> dict[str, ControlResponse]:
    """Yearly figures at every value of every control that moves one, by the key of the control.

    Left out are controls that leave the yearly figures alone, such as the margin of the overlap; see `chances` for what
    these do.
    """
    inputs = CostInputs.of(scenario)
    controls = [control for control in controls_of(scenario.plan).values() if control.input is not None]
    figures = _figures_of_all(inputs, controls)
    without, at = _figures_without_each(inputs), scenario.plan.trajectory.target_index
    table = {}
    for control in controls:
        response = ControlResponse(control, figures[control.key])
        table[control.key] = _with_own_effect(response, without, at) if moves_one_effect(control) else response
    return table


def moves_one_effect(control: Control) -> bool:
    """Whether a control moves the effect of one measure and nothing else."""
    return control.scope is Scope.MEASURE and control.input in _MOVE_ONE_EFFECT


def _figures_of_all(inputs: CostInputs, controls: Sequence[Control]) -> dict[str, YearlyFigures]:
    """Figures of each control, by its key. Controls that change the same input form one batch.

    One batch of all would repeat every input for every row: with 40 measures and 10 years that takes ten times as long.
    """
    figures = {control.key: _figures_of_choice(inputs, control) for control in controls if control.kind is Kind.CHOICE}
    numeric = [control for control in controls if control.kind is not Kind.CHOICE]
    for name in dict.fromkeys(control.input for control in numeric):
        together = [control for control in numeric if control.input == name]
        rows = np.concatenate([control.batch(inputs)[str(name)] for control in together])
        # The positions carry the batch axis, whichever input changes.
        batch = {"position_share": np.tile(inputs.position_share, (len(rows), 1)), str(name): rows}
        of_batch, first = yearly_figures(inputs.changed(**batch)), 0
        for control in together:
            figures[control.key] = of_batch.rows(first, first + len(control.values))
            first += len(control.values)
    return figures


def _figures_of_choice(inputs: CostInputs, control: Control) -> YearlyFigures:
    # Ways of computing instead of numbers, so no batch.
    ways: list[dict[str, Any]] = [{str(control.input): value} for value in control.values]
    each = [yearly_figures(replace(inputs, **way)) for way in ways]
    stacked = {name: np.stack([getattr(figures, name) for figures in each]) for name in FIGURES}
    return YearlyFigures(years=inputs.plan.years, **stacked)


def _figures_without_each(inputs: CostInputs) -> YearlyFigures:
    """Figures with one measure left out in turn, shape (m, y)."""
    on = np.tile(inputs.on, (len(inputs.plan.measures), 1))
    np.fill_diagonal(on, 0.0)
    return yearly_figures(inputs.changed(on=on))


def _with_own_effect(response: ControlResponse, without: YearlyFigures, at: int) -> ControlResponse:
    figures, measure = response.figures, response.control.index
    gross = figures.gross_effect_mln_eur[:, at] - without.gross_effect_mln_eur[measure, at]
    net = figures.net_effect_mln_eur[:, at] - without.net_effect_mln_eur[measure, at]
    # Adding 0.0 turns a rounded −0.0 into 0.0, which would otherwise show as "-0,0".
    effect, lost = np.round(net, RESULT_DECIMALS) + 0.0, np.round(gross - net, RESULT_DECIMALS) + 0.0
    return replace(response, effect_mln_eur=effect, lost_to_overlap_mln_eur=lost)
