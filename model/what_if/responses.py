"""Responses: the yearly figures that each control would give, with all others as they stand.

The browser looks them up while a slider is dragged, so that the model exists once. A control with many values has
figures at a few of them only: between two of these the costs are a straight line, so that the browser finds what
`scenario_figures` gives once the control has that value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.what_if.controls import Control, controls_of
from model.what_if.costs import (
    BASELINE_STEPS,
    FIGURES,
    INPUT_NAMES,
    CostInputs,
    YearlyFigures,
    cost_without_measures,
    effect_bands,
    exact_figures,
)
from model.what_if.parameters import (
    DELAY_MONTHS,
    INVESTMENTS_COUNTED,
    NATIONAL_CONTRIBUTION_MLN_EUR,
    OVERLAP_SHARE,
    Kind,
    Scope,
)
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

_MOVE_ONE_EFFECT = ("position_share", "on", DELAY_MONTHS.key)
_STRAIGHT = (OVERLAP_SHARE.key, "investment_mln_eur")
_BASELINE_INPUTS = {assumption.key for assumption in BASELINE_STEPS.values()}
_BATCHED = tuple(
    name
    for name in INPUT_NAMES
    if name not in {*_BASELINE_INPUTS, NATIONAL_CONTRIBUTION_MLN_EUR.key, INVESTMENTS_COUNTED.key}
)
"""Inputs of which a batch has a row per value; the others are the same in every row."""
_MONTHS_PER_YEAR = 12


@dataclass(frozen=True, eq=False)
class ControlResponse:
    """What one control does at k of its values.

    Attributes
    ----------
    control : Control
    at : tuple of int
        Indices of these values, rising. One index where the control leaves the costs alone; otherwise from the first to
        the last value, and between two of them every figure is a straight line over the values.
    figures : YearlyFigures
        Arrays of shape (k, y), mln €; not rounded, for what lies between two of them is computed from both.
    effect_mln_eur : array or None
        For controls of the effect of one measure: what falls away in the target year if only this measure goes, shape
        (k,), mln €.
    lost_to_overlap_mln_eur : array or None
        For these controls: its gross effect minus that, shape (k,), mln €.
    """

    control: Control
    at: tuple[int, ...]
    figures: YearlyFigures
    effect_mln_eur: FloatArray | None = None
    lost_to_overlap_mln_eur: FloatArray | None = None


def response_table(scenario: Scenario) -> dict[str, ControlResponse]:
    """Yearly figures at the values of every control between which they bend, by the key of the control.

    Left out are controls whose figures follow without the model: those that leave the yearly figures alone (see
    `chances` for what they do), the national contribution, which is its own value, and those of the cost without
    measures (see `baseline_values`).
    """
    inputs = CostInputs.of(scenario)
    controls = [control for control in controls_of(scenario.plan).values() if _is_computed(control)]
    choices = [control for control in controls if control.kind is Kind.CHOICE]
    numeric = [control for control in controls if control.kind is not Kind.CHOICE]
    bends = _Bends(inputs, _largest_of_others(inputs), bands_by_delay(inputs))
    places = {control.key: bends.of(control) for control in numeric}
    figures, without = _figures_of(inputs, numeric, places)
    at = scenario.plan.trajectory.target_index
    table = {control.key: _of_choice(inputs, control) for control in choices}
    for control in numeric:
        response = ControlResponse(control, places[control.key], figures[control.key])
        table[control.key] = _with_own_effect(response, without, at) if moves_one_effect(control) else response
    return table


def moves_one_effect(control: Control) -> bool:
    """Whether a control moves the effect of one measure and nothing else."""
    return control.scope is Scope.MEASURE and control.input in _MOVE_ONE_EFFECT


def moves_baseline(control: Control) -> bool:
    """Whether a control moves the cost without measures, and the yearly cost by as much."""
    return control.input in _BASELINE_INPUTS


def baseline_values(scenario: Scenario, control: Control) -> FloatArray:
    """Cost without measures at each of the n values of a control that moves it, shape (n, y), mln €."""
    inputs = CostInputs.of(scenario)
    return cost_without_measures(inputs.varied(**control.batch(inputs)))


def _is_computed(control: Control) -> bool:
    return (
        control.input is not None and control.input != NATIONAL_CONTRIBUTION_MLN_EUR.key and not moves_baseline(control)
    )


def _largest_of_others(inputs: CostInputs) -> FloatArray:
    """Largest effect among the other measures, for each measure and year, shape (m, y), mln €; 0 without others."""
    effect = _effect_by_measure(inputs)
    in_order = np.sort(np.concatenate([np.zeros((2, effect.shape[1])), effect]), axis=0)
    largest, second = in_order[-1], in_order[-2]
    result: FloatArray = np.where(effect >= largest, second, largest)
    return result


def _effect_by_measure(inputs: CostInputs) -> FloatArray:
    low, span = effect_bands(inputs)
    result: FloatArray = inputs.on[:, None] * (low + inputs.position_share[:, None] * span)
    return result


@dataclass(frozen=True, eq=False)
class _Bends:
    """Where the figures of a scenario bend.

    Costs bend where a measure becomes or ceases to be the largest, for only the largest counts in full; with a delay
    also at a whole year, where the effect comes from the next column, and an investment falls in the next year.
    """

    inputs: CostInputs
    largest_of_others: FloatArray
    by_delay: tuple[FloatArray, FloatArray]

    def of(self, control: Control) -> tuple[int, ...]:
        """Indices of the values of a control at which the figures may bend, with the first and the last one."""
        last = len(control.values) - 1
        if moves_one_effect(control):
            index = _index_of(control)
            if control.input == "on":
                return (0, last)
            if not self.inputs.on[index]:
                return (0,)
            return (
                self._of_saving(control, index) if control.input == "position_share" else self._of_delay(control, index)
            )
        if control.input in _STRAIGHT:
            # An unknown amount comes before the smallest one, and lies on no line.
            return _within(last, np.array([1])) if control.values[0] is None else (0, last)
        return tuple(range(last + 1))

    def _of_saving(self, control: Control, index: int) -> tuple[int, ...]:
        low, span = (end[index] for end in effect_bands(self.inputs))
        rises = span > 0.0
        crossings = (self.largest_of_others[index, rises] - low[rises]) / span[rises]
        after = np.searchsorted(control.column(self.inputs.plan), crossings)
        return _within(len(control.values) - 1, after, after - 1)

    def _of_delay(self, control: Control, index: int) -> tuple[int, ...]:
        low, span = (end[:, index] for end in self.by_delay)
        is_largest = low + self.inputs.position_share[index] * span > self.largest_of_others[index]
        after = 1 + np.flatnonzero((is_largest[1:] != is_largest[:-1]).any(axis=1))
        whole_years = np.flatnonzero(control.column(self.inputs.plan) % _MONTHS_PER_YEAR == 0)
        return _within(len(control.values) - 1, after, after - 1, whole_years, whole_years - 1)


def _within(last: int, *indices: NDArray[np.intp]) -> tuple[int, ...]:
    """The first index, the last, and those of `indices` that lie between."""
    return tuple(sorted({0, last, *(int(i) for array in indices for i in array if 0 < i < last)}))


def bands_by_delay(inputs: CostInputs) -> tuple[FloatArray, FloatArray]:
    """Low end and span of the effects when all measures start later, at each delay, two arrays of shape (n, m, y)."""
    return effect_bands(inputs.varied(**controls_of(inputs.plan)[DELAY_MONTHS.key].batch(inputs)))


def _figures_of(
    inputs: CostInputs, controls: Iterable[Control], places: Mapping[str, tuple[int, ...]]
) -> tuple[dict[str, YearlyFigures], YearlyFigures]:
    """Figures of each control at its places, by its key, and those with one measure left out in turn, shape (m, y)."""
    listed, count = list(controls), len(inputs.plan.measures)
    first = dict(zip((c.key for c in listed), np.cumsum([count, *(len(places[c.key]) for c in listed)]), strict=False))
    rows = count + sum(len(places[control.key]) for control in listed)
    batch = {name: np.tile(getattr(inputs, name), (rows, *(1,) * np.ndim(getattr(inputs, name)))) for name in _BATCHED}
    np.fill_diagonal(batch["on"][:count], 0.0)
    for control in listed:
        start, at = int(first[control.key]), places[control.key]
        column = control.column(inputs.plan)[list(at)]
        held = batch[str(control.input)][start : start + len(at)]
        if held.ndim == 1:
            held[:] = column
        elif control.index is None:
            held[:] = column[:, None]
        else:
            held[:, control.index] = column
    of_all = exact_figures(inputs.varied(**batch))
    ends = {control.key: int(first[control.key]) for control in listed}
    figures = {key: of_all.rows(start, start + len(places[key])) for key, start in ends.items()}
    return figures, of_all.rows(0, count)


def _of_choice(inputs: CostInputs, control: Control) -> ControlResponse:
    # Ways of computing instead of numbers, so no batch.
    ways: list[dict[str, Any]] = [{str(control.input): value} for value in control.values]
    each = [exact_figures(replace(inputs, **way)) for way in ways]
    stacked = {name: np.stack([getattr(figures, name) for figures in each]) for name in FIGURES}
    return ControlResponse(control, tuple(range(len(ways))), YearlyFigures(years=inputs.plan.years, **stacked))


def _with_own_effect(response: ControlResponse, without: YearlyFigures, at: int) -> ControlResponse:
    figures, measure = response.figures, _index_of(response.control)
    gross = figures.gross_effect_mln_eur[:, at] - without.gross_effect_mln_eur[measure, at]
    net = figures.net_effect_mln_eur[:, at] - without.net_effect_mln_eur[measure, at]
    return replace(response, effect_mln_eur=net, lost_to_overlap_mln_eur=gross - net)


def _index_of(control: Control) -> int:
    if control.index is None:
        raise ValueError(f"{control.key} is for no measure in particular")
    return control.index
