"""Yearly figures of one scenario or a whole batch: the one place where costs are computed.

Explained in docs/doorrekening.md, section 3. An assumption about the whole enters here by a field of `CostInputs` with
its key and by its use below; its range and words come from `parameters.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from model.faults import TOLERANCE, Fault, present, raise_if_any, range_text, shown_value
from model.what_if.effects import delayed, net_of_overlap
from model.what_if.investments import investment_by_measure, investment_in_years
from model.what_if.parameters import ASSUMPTIONS, GROWTH_PCT, INVESTMENTS_COUNTED, InvestmentCount, Parameter, Scope
from model.what_if.plan import FloatArray, SavingsPlan
from model.what_if.scenario import Scenario, position_shares

RESULT_DECIMALS = 9
"""Results are rounded to a thousandth of a euro, so that two orders of addition never show another last digit."""


@dataclass(frozen=True, eq=False)
class CostInputs:
    """Inputs of the cost computation as arrays, with any batch shape … that broadcasts; m measures, y years.

    Attributes
    ----------
    plan : SavingsPlan
    position_share : array, shape (…, m)
        Position in the band, 0 to 1.
    on : array, shape (…, m)
        1 or True where the measure counts, 0 or False where not.
    delay_months : array, shape (…, m)
    overlap_share, growth_pct : array, shape (…)
    national_contribution_mln_eur : array, shape (…, y)
        NaN where unknown.
    investment_mln_eur : array, shape (…, m)
        NaN where unknown.
    investments_counted : InvestmentCount
        One for the whole batch.
    """

    plan: SavingsPlan
    position_share: FloatArray
    on: FloatArray
    delay_months: FloatArray
    overlap_share: FloatArray
    growth_pct: FloatArray
    national_contribution_mln_eur: FloatArray
    investment_mln_eur: FloatArray
    investments_counted: InvestmentCount

    @staticmethod
    def of(scenario: Scenario) -> CostInputs:
        """Inputs of one scenario, without batch axes; the same scenario shares them, so they are read-only."""
        return _inputs_of(scenario)

    def changed(self, **arrays: ArrayLike) -> Self:
        """The same inputs with some arrays replaced, for a batch around one scenario.

        Raises
        ------
        InputError
            Naming each input with a value outside its range, the first such value, and the range.
        """
        result = self.varied(**{name: np.asarray(array, dtype=np.float64) for name, array in arrays.items()})
        raise_if_any(result._faults())
        return result

    def varied(self, **arrays: FloatArray) -> Self:
        """The same with arrays that hold values of controls: these are within their range, so they are not checked."""
        result = replace(self, **arrays)  # type: ignore[arg-type]
        if "delay_months" not in arrays and "effect_bands" in self.__dict__:
            result.__dict__["effect_bands"] = self.effect_bands
        return result

    @cached_property
    def effect_bands(self) -> tuple[FloatArray, FloatArray]:
        """Low end and span of the effect of every measure, on or off, two arrays of shape (…, m, y), mln €."""
        plan, months = self.plan, self.delay_months
        return delayed(plan.effect_low_mln_eur, months), delayed(plan.effect_span_mln_eur, months)

    def _faults(self) -> Iterator[Fault]:
        for name, scope in _LAST_AXES.items():
            wanted = len(self.plan.names(scope))
            shape = np.shape(getattr(self, name))
            if not shape or shape[-1] != wanted:
                yield Fault(_LABELS[name], f"vorm {shape}", f"een laatste as van {wanted}")
                return
        batches = [np.shape(getattr(self, name))[: -1 if name in _LAST_AXES else None] for name in _LABELS]
        try:
            np.broadcast_shapes(*batches)
        except ValueError:
            yield Fault("invoer van de doorrekening", f"vormen {batches}", "vormen die op elkaar passen")
            return
        plan = self.plan
        contribution = max(plan.national_contribution_parameter.high, _largest(plan.national_contribution_mln_eur))
        investment = max(plan.unknown_investment_parameter.high, _largest(plan.known_investment_mln_eur))
        ranges = {
            "position_share": (0.0, 1.0, ""),
            "on": (0.0, 1.0, ""),
            **{name: (entry.low, entry.high, entry.unit) for name, entry in _AS_IN_THE_SCENARIO.items()},
            "national_contribution_mln_eur": (0.0, contribution, "mln €"),
            "investment_mln_eur": (0.0, investment, "mln €"),
        }
        for name, (low, high, unit) in ranges.items():
            values: FloatArray = getattr(self, name)
            inside = (values >= low - TOLERANCE) & (values <= high + TOLERANCE)
            allowed = range_text(low, high, unit)
            if name in _MAY_BE_UNKNOWN:
                inside |= np.isnan(values)
            elif name == "on":
                inside = (values == 0) | (values == 1)
                allowed = "0 of 1"
            if not np.all(inside):
                yield Fault(_LABELS[name], shown_value(float(np.extract(~inside, values)[0])), allowed)
        yield from present(INVESTMENTS_COUNTED.fault(self.investments_counted))


@dataclass(frozen=True, eq=False)
class YearlyFigures:
    """Figures per year, arrays of shape (…, y), mln €.

    Attributes
    ----------
    years : tuple of int
        The y years.
    gross_effect_mln_eur : array
        Plain sum S of the effects; the source says that it must not be taken for a result.
    largest_effect_mln_eur : array
        Effect M of the largest measure.
    net_effect_mln_eur : array
        Effect E after overlap.
    cost_without_measures_mln_eur : array
    investment_mln_eur : array
        Investments counted in the yearly cost.
    yearly_cost_mln_eur : array
    regional_cost_mln_eur : array
        After the national contribution; NaN where that is unknown.
    """

    years: tuple[int, ...]
    gross_effect_mln_eur: FloatArray
    largest_effect_mln_eur: FloatArray
    net_effect_mln_eur: FloatArray
    cost_without_measures_mln_eur: FloatArray
    investment_mln_eur: FloatArray
    yearly_cost_mln_eur: FloatArray
    regional_cost_mln_eur: FloatArray

    def rows(self, first: int, last: int) -> YearlyFigures:
        """Rows first up to last of a batch with one batch axis."""
        return replace(self, **{name: getattr(self, name)[first:last] for name in FIGURES})


FIGURES = tuple(field.name for field in fields(YearlyFigures) if field.name != "years")
"""Names of the yearly figures."""


@lru_cache(maxsize=512)
def _inputs_of(scenario: Scenario) -> CostInputs:
    own = np.array([np.nan if amount is None else amount for amount in scenario.national_contribution_mln_eur])
    known = scenario.plan.national_contribution_mln_eur
    arrays = {
        "position_share": np.array(position_shares(scenario)),
        "on": np.array(scenario.on, dtype=np.float64),
        "national_contribution_mln_eur": np.where(np.isnan(known), own.astype(np.float64), known),
        "investment_mln_eur": investment_by_measure(scenario),
        **{name: np.array(getattr(scenario, name), dtype=np.float64) for name in _AS_IN_THE_SCENARIO},
    }
    for array in arrays.values():
        array.setflags(write=False)
    return CostInputs(plan=scenario.plan, investments_counted=scenario.investments_counted, **arrays)


def yearly_figures(inputs: CostInputs) -> YearlyFigures:
    """Yearly figures of a batch of inputs, shape (…, y)."""
    exact = exact_figures(inputs)
    # Adding 0.0 turns a rounded −0.0 into 0.0, which would otherwise show as "-0,0".
    rounded = {name: np.round(getattr(exact, name), RESULT_DECIMALS) + 0.0 for name in FIGURES}
    return YearlyFigures(years=exact.years, **rounded)


def exact_figures(inputs: CostInputs) -> YearlyFigures:
    """The same before they are rounded, for who goes on computing with them."""
    low, span = inputs.effect_bands
    effect = inputs.on[..., None] * (low + inputs.position_share[..., None] * span)
    # Measures first: adding up whole rows takes a sixth of the time.
    effect = np.ascontiguousarray(np.moveaxis(effect, -2, 0))
    gross, largest = effect.sum(axis=0), effect.max(axis=0)
    net = net_of_overlap(gross, largest, inputs.overlap_share[..., None])
    without, invested = cost_without_measures(inputs), investment_by_year(inputs)
    cost = without - net + invested
    figures = {
        "gross_effect_mln_eur": gross,
        "largest_effect_mln_eur": largest,
        "net_effect_mln_eur": net,
        "cost_without_measures_mln_eur": without,
        "investment_mln_eur": invested,
        "yearly_cost_mln_eur": cost,
        "regional_cost_mln_eur": cost - inputs.national_contribution_mln_eur,
    }
    shape = np.broadcast_shapes(*{figure.shape for figure in figures.values()})
    # Asked first, for most have that shape, and one step of a slider comes by here some fifty times.
    same = {
        name: figure if figure.shape == shape else np.broadcast_to(figure, shape) for name, figure in figures.items()
    }
    return YearlyFigures(years=inputs.plan.years, **same)


@lru_cache(maxsize=512)
def scenario_figures(scenario: Scenario) -> YearlyFigures:
    """Yearly figures of one scenario, shape (y,); the same scenario shares them, so they are read-only."""
    figures = yearly_figures(CostInputs.of(scenario))
    for name in FIGURES:
        getattr(figures, name).setflags(write=False)
    return figures


def cost_without_measures(inputs: CostInputs) -> FloatArray:
    """Yearly cost if nothing is done, shape (…, y), mln €: the start cost with growth after the first year."""
    plan, factor = inputs.plan, 1.0 + inputs.growth_pct[..., None] / 100.0
    result: FloatArray = plan.trajectory.start_cost_mln_eur * factor ** np.arange(len(plan.years))
    return result


BASELINE_STEPS = {"growth": GROWTH_PCT}
"""Assumptions that the cost without measures depends on, by their step in the waterfall; each changes nothing at 0."""


def cost_before_effects(inputs: CostInputs) -> FloatArray:
    """Yearly cost from which the effects are taken, shape (…, y), mln €."""
    return cost_without_measures(inputs) + investment_by_year(inputs)


def investment_by_year(inputs: CostInputs) -> FloatArray:
    """Investments in the yearly costs, shape (…, y), mln €; see `investment_in_years`."""
    return investment_in_years(
        inputs.plan, inputs.on, inputs.delay_months, inputs.investment_mln_eur, inputs.investments_counted
    )


INPUT_NAMES = tuple(field.name for field in fields(CostInputs) if field.name != "plan")
"""Names of the inputs; `national_contribution_mln_eur` also holds what the source knows."""

_AS_IN_THE_SCENARIO = {
    assumption.key: assumption
    for assumption in ASSUMPTIONS
    if isinstance(assumption, Parameter) and assumption.default is not None and assumption.key in INPUT_NAMES
}
"""Assumptions that enter the computation with the values of the scenario."""
_LABELS = {
    "position_share": "plaats in de bandbreedte",
    "on": "aan of uit",
    **{name: assumption.label for name, assumption in _AS_IN_THE_SCENARIO.items()},
    "national_contribution_mln_eur": "bijdrage van het Rijk",
    "investment_mln_eur": "investering",
}
_LAST_AXES = {
    "position_share": Scope.MEASURE,
    "on": Scope.MEASURE,
    **{name: entry.scope for name, entry in _AS_IN_THE_SCENARIO.items() if entry.scope is not Scope.WHOLE},
    "national_contribution_mln_eur": Scope.YEAR,
    "investment_mln_eur": Scope.MEASURE,
}
_MAY_BE_UNKNOWN = ("national_contribution_mln_eur", "investment_mln_eur")


def _largest(values: FloatArray) -> float:
    known = values[~np.isnan(values)]
    return float(known.max()) if known.size else 0.0
