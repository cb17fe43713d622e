"""The controls of the what-if: every slider, switch and choice as one object, listed once per plan.

Session, words, response table, chances and the browser's payload loop over them. An assumption of `parameters.py` has
its controls without a line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

from model.faults import Fault, InputError, shown_value
from model.notation import decimals_needed
from model.what_if.costs import INPUT_NAMES, CostInputs
from model.what_if.parameters import (
    ASSUMPTIONS,
    UNKNOWN_INVESTMENT_MLN_EUR,
    Assumption,
    Choice,
    Kind,
    Origin,
    Parameter,
    Scope,
    Way,
)
from model.what_if.plan import FloatArray, SavingsPlan
from model.what_if.scenario import Scenario, position_share

ControlValue: TypeAlias = bool | float | Way | None
"""Value of a control; None is unknown."""


@dataclass(frozen=True)
class Control:
    """One slider, switch or choice.

    Attributes
    ----------
    key : str
        Name in a report of the browser: the field, with ':' and the measure code or year where there is one.
    field : str
        Name of the field of `Scenario` that it sets.
    scope : Scope
        Whether it is for one measure, one year, or the whole.
    of : str
        Measure code or year; empty for the whole.
    index : int or None
        Index of the measure or year in the field; None where the field has one value, or gets one value for all.
    label : str
        Dutch name.
    kind : Kind
        How its values are written.
    values : tuple
        What it can be set to, in order, n of them; of what is typed only unknown and both ends.
    input : str or None
        Input of `CostInputs` that it changes; None where it leaves the costs alone.
    words : tuple of str
        Dutch words for the values of a choice; empty for numbers.
    origin, description : str
        Where the first value comes from and what it means, in Dutch; empty for the two of a measure itself.
    for_all : bool
        Whether it sets one value for every measure.
    typed_step : float or None
        From one value to the next between these ends, where it is typed and has no slider; else None.
    """

    key: str
    field: str
    scope: Scope
    of: str
    index: int | None
    label: str
    kind: Kind
    values: tuple[ControlValue, ...]
    input: str | None
    words: tuple[str, ...] = ()
    origin: str = ""
    description: str = ""
    for_all: bool = False
    typed_step: float | None = None

    def value_at(self, step: object) -> ControlValue:
        """Value at a step that the browser reports: its index, and of what is typed the steps above the low end.

        There step 0 is unknown, and step 1 the low end.

        Raises
        ------
        InputError
            If there is no such step.
        """
        last = len(self.values) - 1
        if self.typed_step is not None:
            low, high = (float(end) for end in self.values[1:] if isinstance(end, float))
            last = 1 + round((high - low) / self.typed_step)
        if not isinstance(step, int) or not 0 <= step <= last:
            allowed = "een schuif en stand van deze pagina"
            raise InputError([Fault("stand van een schuif", f"{self.key} {step}", allowed)])
        if self.typed_step is None or not step:
            return self.values[step]
        return round(low + (step - 1) * self.typed_step, 9)

    def get(self, scenario: Scenario) -> ControlValue:
        """Value in a scenario; for one value for all the value that all share, else None."""
        held: Any = getattr(scenario, self.field)
        value: ControlValue = held if self.index is None else held[self.index]
        if self.for_all:
            value = held[0] if len(set(held)) == 1 else None
        return value

    def set(self, scenario: Scenario, value: ControlValue) -> Scenario:
        """The same scenario with this value.

        Raises
        ------
        InputError
            If the value is outside the range.
        """
        return with_values(scenario, {self.key: value})

    def field_with(self, value: ControlValue, held: Any) -> Any:
        """What the field holds, after `held`, once the control has this value."""
        if self.for_all:
            return (value,) * len(held)
        return value if self.index is None else (*held[: self.index], value, *held[self.index + 1 :])

    def batch(self, inputs: CostInputs) -> dict[str, FloatArray]:
        """Inputs of the cost computation that differ, with one row per value; none for a choice.

        Parameters
        ----------
        inputs : CostInputs
            Those of the scenario as it stands, without batch axes.
        """
        if self.input is None or self.kind is Kind.CHOICE:
            return {}
        column = self.column(inputs.plan)
        base: FloatArray = getattr(inputs, self.input)
        if base.ndim == 0:
            return {self.input: column}
        if self.index is None:
            return {self.input: np.tile(column[:, None], (1, len(base)))}
        rows: FloatArray = np.tile(base, (len(column), 1))
        rows[:, self.index] = column
        return {self.input: rows}

    def ways(self, inputs: CostInputs) -> list[CostInputs]:
        """Inputs with each value of a choice in turn: these are ways of computing instead of numbers, so no batch."""
        each: list[dict[str, Any]] = [{str(self.input): value} for value in self.values]
        return [inputs.varied(**way) for way in each]

    def column(self, plan: SavingsPlan) -> FloatArray:
        """The values as they enter the computation, shape (n,), read-only."""
        return _column(plan, self.key)


@lru_cache(maxsize=2_000)
def _column(plan: SavingsPlan, key: str) -> FloatArray:
    control = controls_of(plan)[key]
    numbers: list[Any] = [np.nan if value is None else value for value in control.values]
    if control.input == "position_share":
        low, high = float(plan.band_low_mln_eur[control.index]), float(plan.band_high_mln_eur[control.index])
        numbers = [position_share(saving, low, high) for saving in numbers]
    column = np.array(numbers, dtype=np.float64)
    column.setflags(write=False)
    return column


@lru_cache(maxsize=16)
def controls_of(plan: SavingsPlan) -> Mapping[str, Control]:
    """Every control of a plan by its key: those of each measure in the order of the table, then those of the whole."""
    return MappingProxyType({control.key: control for control in (*_of_measures(plan), *_of_the_whole(plan))})


@lru_cache(maxsize=16)
def input_decimals(plan: SavingsPlan) -> Mapping[str, int]:
    """Decimals of the amounts that a control sets, by its key, where these are not those of the plan.

    What someone gave stands in the digits that he gave, at most one more than what is computed with it.
    """
    most = min(plan.decimals + 1, 3)
    needed = {
        control.key: decimals_needed(
            [float(value) for value in control.values if isinstance(value, (int, float))], plan.decimals, most
        )
        for control in controls_of(plan).values()
        if control.kind is Kind.AMOUNT
    }
    return MappingProxyType({key: decimals for key, decimals in needed.items() if decimals != plan.decimals})


def with_values(scenario: Scenario, values: Mapping[str, ControlValue]) -> Scenario:
    """The same scenario with some controls set; one value for all comes first, so that one of them can still differ.

    Parameters
    ----------
    scenario : Scenario
    values : mapping of str to bool, float, Way or None
        By the key of the control.

    Raises
    ------
    InputError
        If the plan has no such control, or a value is outside its range.
    """
    controls = controls_of(scenario.plan)
    unknown = [key for key in values if key not in controls]
    if unknown:
        raise InputError([Fault("schuif", shown_value(key), "een schuif van deze pagina") for key in unknown])
    fields: dict[str, Any] = {}
    for control in sorted((controls[key] for key in values), key=lambda control: not control.for_all):
        held = fields.get(control.field, getattr(scenario, control.field))
        fields[control.field] = control.field_with(values[control.key], held)
    return replace(scenario, **fields)


def _of_measures(plan: SavingsPlan) -> Iterator[Control]:
    for index, measure in enumerate(plan.measures):
        code, name = measure.code, f"maatregel {measure.code} ({measure.name})"
        savings = tuple(plan.slider_values_mln_eur[index].tolist())
        yield Control(f"on:{code}", "on", Scope.MEASURE, code, index, f"M{name[1:]}", Kind.SWITCH, (False, True), "on")
        yield Control(
            f"saving_mln_eur:{code}", "saving_mln_eur", Scope.MEASURE, code, index, f"Besparing van {name}",
            Kind.AMOUNT, savings, "position_share",
        )  # fmt: skip
        for assumption in ASSUMPTIONS:
            if assumption.scope is Scope.MEASURE and plan.said_by_source(assumption, index) is None:
                yield _of_assumption(plan, assumption, index, f"van {name}")


def _of_the_whole(plan: SavingsPlan) -> Iterator[Control]:
    for assumption in ASSUMPTIONS:
        if assumption.scope is Scope.WHOLE or (isinstance(assumption, Parameter) and assumption.one_for_all):
            yield _of_assumption(plan, assumption)
        elif assumption.scope is Scope.YEAR:
            for index, year in enumerate(plan.years):
                if plan.said_by_source(assumption, index) is None:
                    yield _of_assumption(plan, assumption, index, str(year))


def _of_assumption(
    plan: SavingsPlan, assumption: Assumption, index: int | None = None, of_in_words: str = ""
) -> Control:
    """Control of an assumption: for one measure or year, or for the whole."""
    of = "" if index is None else plan.names(assumption.scope)[index]
    assumption = plan.assumption(assumption)
    label, values = assumption.label, assumption.values
    if isinstance(assumption, Parameter):
        label = (of and assumption.short_label) or label
    open_in_source = assumption.origin is Origin.SOURCE and assumption.default is None
    return Control(
        key=f"{assumption.key}:{of}" if of else assumption.key,
        field=assumption.key,
        scope=assumption.scope if of else Scope.WHOLE,
        of=of,
        index=index,
        label=f"{label} {of_in_words}".rstrip(),
        kind=assumption.kind,
        values=values,
        input=_input_of(assumption),
        words=assumption.words if isinstance(assumption, Choice) else (),
        origin=f"{assumption.origin}: onbekend" if open_in_source else str(assumption.origin),
        description=assumption.description,
        for_all=not of and assumption.scope is Scope.MEASURE,
        typed_step=assumption.step if isinstance(assumption, Parameter) and assumption.is_typed else None,
    )


def _input_of(assumption: Assumption) -> str | None:
    if assumption.key == UNKNOWN_INVESTMENT_MLN_EUR.key:
        return "investment_mln_eur"
    return assumption.key if assumption.key in INPUT_NAMES else None
