"""Responses: the yearly figures that each control would give, with all others as they stand.

The browser looks them up while a slider is dragged, so that the model exists once. A control with many values has
figures at a few of them only: between two of these the costs are a straight line, so that the browser finds what
`scenario_figures` gives once the control has that value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from model.what_if.controls import Control, controls_of
from model.what_if.costs import (
    BASELINE_STEPS,
    INPUT_NAMES,
    CostInputs,
    cost_without_measures,
    exact_figures,
)
from model.what_if.effects import delayed
from model.what_if.parameters import (
    DELAY_MONTHS,
    INVESTMENTS_COUNTED,
    NATIONAL_CONTRIBUTION_MLN_EUR,
    OVERLAP_SHARE,
    Kind,
    Scope,
)
from model.what_if.plan import FloatArray, SavingsPlan
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
        the last value, and between two of them every amount is a straight line over the values.
    cost_mln_eur : array, shape (k, y)
        Yearly cost, mln €; not rounded, for what lies between two rows is computed from both.
    net_effect_mln_eur : array or None
        Effect of all measures after overlap in the target year, shape (k,), mln €; None where one row stands for all.
    own_effect_mln_eur : array or None
        For controls of the effect of one measure: the gross effect of that measure in the target year, shape (k,),
        mln €. The plain sum moves by as much, so that with the net effect every contribution follows.
    """

    control: Control
    at: tuple[int, ...]
    cost_mln_eur: FloatArray
    net_effect_mln_eur: FloatArray | None = None
    own_effect_mln_eur: FloatArray | None = None


def response_table(scenario: Scenario) -> dict[str, ControlResponse]:
    """Yearly costs at the values of every control between which they bend, by the key of the control.

    Left out are controls whose figures follow without the model: those that leave the yearly figures alone (see
    `chances` for what they do), the national contribution, which is its own value, and those of the cost without
    measures (see `baseline_values`).
    """
    inputs = CostInputs.of(scenario)
    controls = [control for control in controls_of(scenario.plan).values() if _is_computed(control)]
    choices = [control for control in controls if control.kind is Kind.CHOICE]
    numeric = [control for control in controls if control.kind is not Kind.CHOICE]
    places = _places_of(numeric, inputs)
    at = scenario.plan.trajectory.target_index
    table = {control.key: _of_choice(inputs, control) for control in choices}
    return table | _of_numeric(inputs, numeric, places, at)


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
    low, span = inputs.effect_bands
    result: FloatArray = inputs.on[:, None] * (low + inputs.position_share[:, None] * span)
    return result


def _places_of(controls: Iterable[Control], inputs: CostInputs) -> dict[str, tuple[int, ...]]:
    """Indices of the values of each control at which the costs may bend, with the first and the last one, by its key.

    Costs bend where a measure becomes or ceases to be the largest, for only the largest counts in full; with a delay
    also at a whole year, where the effect comes from the next column, and an investment falls in the next year.
    """
    others = _largest_of_others(inputs)
    low, span = inputs.effect_bands
    with np.errstate(divide="ignore", invalid="ignore"):
        crossings = np.where(span > 0.0, (others - low) / span, np.inf).tolist()
    late_low, late_span = bands_by_delay(inputs.plan)
    is_largest = late_low + inputs.position_share[:, None] * late_span > others
    overtakes = (is_largest[1:] != is_largest[:-1]).any(axis=2).T.tolist()
    places: dict[str, tuple[int, ...]] = {}
    numbers = _numbers(inputs.plan)
    for control in controls:
        last, index = len(control.values) - 1, control.index
        if not moves_one_effect(control) or index is None:
            places[control.key] = _places_of_the_whole(control)
        elif control.input == "on":
            places[control.key] = (0, last)
        elif not inputs.on[index]:
            places[control.key] = (0,)
        elif control.input == "position_share":
            of_control = numbers[control.key]
            places[control.key] = _around(last, [bisect_left(of_control, crossing) for crossing in crossings[index]])
        else:
            after = [place for place, overtaken in enumerate(overtakes[index], start=1) if overtaken]
            places[control.key] = _around(last, (*after, *whole_years(control.values)))
    return places


def _places_of_the_whole(control: Control) -> tuple[int, ...]:
    last = len(control.values) - 1
    if control.input in _STRAIGHT:
        # An unknown amount comes before the smallest one, and lies on no line.
        return _around(last, [1]) if control.values[0] is None else (0, last)
    return tuple(range(last + 1))


def _around(last: int, after: Iterable[int]) -> tuple[int, ...]:
    """First and last index, and the two around each bend: the first one after it, and the one before."""
    both = {0, last, *(index for place in after for index in (place - 1, place))}
    return tuple(sorted(index for index in both if 0 <= index <= last))


@lru_cache(maxsize=16)
def whole_years(months: tuple[Any, ...]) -> tuple[int, ...]:
    """Indices of the delays of a whole number of years."""
    return tuple(index for index, value in enumerate(months) if value % _MONTHS_PER_YEAR == 0)


@lru_cache(maxsize=16)
def _numbers(plan: SavingsPlan) -> dict[str, list[float]]:
    """Values of every control with numbers as they enter the computation, by its key; shared, so read-only."""
    numeric = [control for control in controls_of(plan).values() if control.kind is not Kind.CHOICE]
    return {control.key: control.column(plan).tolist() for control in numeric}


@lru_cache(maxsize=16)
def bands_by_delay(plan: SavingsPlan) -> tuple[FloatArray, FloatArray]:
    """Low end and span of the effects when all measures start later, at each delay, two arrays of shape (n, m, y).

    Shared, so read-only. The band of a measure depends on its own delay alone, so they also say what one later start
    does.
    """
    months = np.tile(controls_of(plan)[DELAY_MONTHS.key].column(plan)[:, None], (1, len(plan.measures)))
    low, span = delayed(plan.effect_low_mln_eur, months), delayed(plan.effect_span_mln_eur, months)
    for end in (low, span):
        end.setflags(write=False)
    return low, span


def _of_numeric(
    inputs: CostInputs, controls: Sequence[Control], places: Mapping[str, tuple[int, ...]], at: int
) -> dict[str, ControlResponse]:
    """Responses of the controls with numbers, by their key: one batch."""
    starts = np.cumsum([0, *(len(places[control.key]) for control in controls)]).tolist()
    held = {name: getattr(inputs, name) for name in _BATCHED}
    batch = {name: np.tile(array, (starts[-1], *(1,) * array.ndim)) for name, array in held.items()}
    known = _numbers(inputs.plan)
    numbers = {key: [known[key][place] for place in at_places] for key, at_places in places.items()}
    for name, rows in batch.items():
        of_input = [(control, start) for control, start in zip(controls, starts, strict=False) if control.input == name]
        _fill(rows, of_input, numbers)
    figures = exact_figures(inputs.varied(**batch))
    cost, gross = figures.yearly_cost_mln_eur, figures.gross_effect_mln_eur[:, at]
    net = figures.net_effect_mln_eur[:, at]
    without = _gross_without(inputs, at)
    table: dict[str, ControlResponse] = {}
    for control, start in zip(controls, starts, strict=False):
        own = places[control.key]
        of_control = slice(start, start + len(own))
        if moves_one_effect(control) and control.index is not None:
            effect = gross[of_control] - without[control.index]
            table[control.key] = ControlResponse(control, own, cost[of_control], net[of_control], effect)
        else:
            table[control.key] = _of_costs(control, own, cost[of_control], net[of_control])
    return table


def _gross_without(inputs: CostInputs, at: int) -> FloatArray:
    """Plain sum in one year of all measures but one, for each of them, shape (m,), mln €."""
    effect = _effect_by_measure(inputs)[:, at]
    result: FloatArray = effect.sum() - effect
    return result


def _of_costs(
    control: Control, places: tuple[int, ...], cost_mln_eur: FloatArray, net_mln_eur: FloatArray | None = None
) -> ControlResponse:
    if (cost_mln_eur == cost_mln_eur[0]).all() and (net_mln_eur is None or (net_mln_eur == net_mln_eur[0]).all()):
        return ControlResponse(control, (0,), cost_mln_eur[:1])
    return ControlResponse(control, places, cost_mln_eur, net_mln_eur)


def _fill(rows: FloatArray, controls: Iterable[tuple[Control, int]], numbers: Mapping[str, list[float]]) -> None:
    """Sets the numbers of each control in its rows, from its start on."""
    filled: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for control, start in controls:
        own = numbers[control.key]
        if rows.ndim == 1 or control.index is None:
            rows[start : start + len(own)].T[...] = own
        else:
            filled += range(start, start + len(own))
            columns += [control.index] * len(own)
            values += own
    if filled:
        rows[filled, columns] = values


def _of_choice(inputs: CostInputs, control: Control) -> ControlResponse:
    cost = np.stack([exact_figures(way).yearly_cost_mln_eur for way in control.ways(inputs)])
    return _of_costs(control, tuple(range(len(cost))), cost)
