"""Response table: the yearly figures at every step of every control, with all others as they stand.

The browser looks a row up while a slider is dragged, so that the model exists once. A row holds exactly what
`scenario_figures` gives once the control has that value: same function, same rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from model.faults import Fault, InputError, number_fault, present, raise_if_any
from model.what_if.changes import ControlValue
from model.what_if.costs import FIGURES, RESULT_DECIMALS, CostInputs, YearlyFigures, yearly_figures
from model.what_if.parameters import DELAY_MONTHS, GROWTH_PCT, OVERLAP_SHARE, InvestmentCount, Parameter
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario, position_share

DELAY_OF_ALL = "delay_months"


@dataclass(frozen=True, eq=False)
class ControlResponse:
    """What one control does at each of its values.

    Attributes
    ----------
    field, of : str
        Field of `Scenario`, and the measure code or year it is for; empty where it is for the whole.
    values : tuple
        Values of the control, n of them; None is unknown.
    figures : YearlyFigures
        Arrays of shape (n, y), mln €.
    effect_mln_eur : array or None
        For controls of one measure: what falls away in the target year if only this measure goes, shape (n,), mln €.
    lost_to_overlap_mln_eur : array or None
        For controls of one measure: its gross effect minus that, shape (n,), mln €.
    """

    field: str
    of: str
    values: tuple[ControlValue, ...]
    figures: YearlyFigures
    effect_mln_eur: FloatArray | None = None
    lost_to_overlap_mln_eur: FloatArray | None = None

    @property
    def control(self) -> str:
        """Key of the control: the field, with ':' and the measure code or year where there is one."""
        return f"{self.field}:{self.of}" if self.of else self.field

    def to_dict(self, figures: Sequence[str] = ("yearly_cost_mln_eur",)) -> dict[str, Any]:
        """Plain lists for the browser: values, chosen figures (n rows of y, None where unknown), and own effects."""
        plain: dict[str, Any] = {"values": [str(v) if isinstance(v, InvestmentCount) else v for v in self.values]}
        plain |= {name: none_for_nan(getattr(self.figures, name)) for name in figures}
        if self.effect_mln_eur is not None and self.lost_to_overlap_mln_eur is not None:
            plain["effect_mln_eur"] = self.effect_mln_eur.tolist()
            plain["lost_to_overlap_mln_eur"] = self.lost_to_overlap_mln_eur.tolist()
        return plain


@dataclass(frozen=True, eq=False)
class _Rows:
    """Values of one control and the input arrays that change with them."""

    field: str
    of: str
    values: tuple[ControlValue, ...]
    arrays: dict[str, FloatArray]
    measure: int | None = None


def response_table(scenario: Scenario, steps: Sequence[Sequence[float]] | None = None) -> dict[str, ControlResponse]:
    """Yearly figures at every value of every control, by the key of the control.

    Parameters
    ----------
    scenario : Scenario
    steps : sequence of sequence of float, optional
        Savings to compute per measure, mln €, each within its band; by default every step of each slider.

    Returns
    -------
    dict of str to ControlResponse
        Keys saving_mln_eur:<code>, on:<code>, delay_months:<code>, delay_months (one delay for all), overlap_share,
        growth_pct, national_contribution_mln_eur:<year>, unknown_investment_mln_eur:<code> and investments_counted.
        The margin of the overlap changes no yearly figure; see `chances` for what it does.
    """
    inputs = CostInputs.of(scenario)
    listed = [
        *_saving_rows(scenario, inputs, steps), *_on_rows(scenario, inputs), *_delay_rows(scenario, inputs),
        *_assumption_rows(scenario, inputs),
    ]  # fmt: skip
    figures = _figures_of_all(inputs, listed)
    without = _figures_without_each(inputs)
    at = scenario.plan.trajectory.target_index
    table: dict[str, ControlResponse] = {}
    for rows, its_figures in zip(listed, figures, strict=True):
        response = ControlResponse(rows.field, rows.of, rows.values, its_figures)
        if rows.measure is not None:
            response = _with_own_effect(response, without, rows.measure, at)
        table[response.control] = response
    counted = _investments_counted_response(inputs)
    return table | {counted.control: counted}


def parameter_values(parameter: Parameter) -> tuple[float, ...]:
    """Every step of an assumption, from its low to its high end."""
    count = round((parameter.high - parameter.low) / parameter.step)
    return tuple(round(parameter.low + parameter.step * place, 9) for place in range(count + 1))


def none_for_nan(values: FloatArray) -> list[Any]:
    """Array as nested lists with None for NaN, which JSON cannot hold."""
    plain = values.astype(object)
    plain[np.isnan(values)] = None
    listed: list[Any] = plain.tolist()
    return listed


def _saving_rows(scenario: Scenario, inputs: CostInputs, steps: Sequence[Sequence[float]] | None) -> list[_Rows]:
    plan = scenario.plan
    chosen = plan.slider_values_mln_eur if steps is None else steps
    if len(chosen) != len(plan.codes):
        raise InputError(
            [Fault("stappen van de schuiven", str(len(chosen)), f"{len(plan.codes)}, één rij per maatregel")]
        )
    rows = []
    for place, (code, savings) in enumerate(zip(plan.codes, chosen, strict=True)):
        values = tuple(float(saving) for saving in savings)
        low, high = float(plan.band_low_mln_eur[place]), float(plan.band_high_mln_eur[place])
        of = f"besparing van maatregel {code}"
        raise_if_any(present(*(number_fault(saving, of, low, high, unit="mln euro") for saving in values)))
        positions = np.array([position_share(saving, low, high) for saving in values])
        arrays = {"position_share": _with_column(inputs.position_share, place, positions)}
        rows.append(_Rows("saving_mln_eur", code, values, arrays, place))
    return rows


def _on_rows(scenario: Scenario, inputs: CostInputs) -> list[_Rows]:
    return [
        _Rows("on", code, (False, True), {"on": _with_column(inputs.on, place, np.array([0.0, 1.0]))}, place)
        for place, code in enumerate(scenario.plan.codes)
    ]


def _delay_rows(scenario: Scenario, inputs: CostInputs) -> list[_Rows]:
    months = parameter_values(DELAY_MONTHS)
    column = np.array(months)
    of_all = {"delay_months": np.tile(column[:, None], (1, len(scenario.plan.measures)))}
    return [
        *(
            _Rows(
                "delay_months", code, months, {"delay_months": _with_column(inputs.delay_months, place, column)}, place
            )
            for place, code in enumerate(scenario.plan.codes)
        ),
        _Rows(DELAY_OF_ALL, "", months, of_all),
    ]


def _assumption_rows(scenario: Scenario, inputs: CostInputs) -> list[_Rows]:
    plan = scenario.plan
    rows = [
        _Rows(parameter.key, "", values, {parameter.key: np.array(values)})
        for parameter in (OVERLAP_SHARE, GROWTH_PCT)
        for values in [parameter_values(parameter)]
    ]
    amounts = (None, *parameter_values(plan.national_contribution_parameter))
    for year in plan.years_with_unknown_contribution:
        contribution = _with_column(inputs.national_contribution_mln_eur, plan.year_index(year), _nan_for_none(amounts))
        arrays = {"national_contribution_mln_eur": contribution}
        rows.append(_Rows("national_contribution_mln_eur", str(year), amounts, arrays))
    amounts = (None, *parameter_values(plan.unknown_investment_parameter))
    for code in plan.codes_to_be_stated:
        arrays = {
            "investment_mln_eur": _with_column(inputs.investment_mln_eur, plan.index_of(code), _nan_for_none(amounts))
        }
        rows.append(_Rows("unknown_investment_mln_eur", code, amounts, arrays))
    return rows


def _investments_counted_response(inputs: CostInputs) -> ControlResponse:
    ways = tuple(InvestmentCount)
    each = [yearly_figures(replace(inputs, investments_counted=way)) for way in ways]
    stacked = {name: np.stack([getattr(figures, name) for figures in each]) for name in FIGURES}
    return ControlResponse("investments_counted", "", ways, YearlyFigures(years=inputs.plan.years, **stacked))


def _figures_of_all(inputs: CostInputs, listed: list[_Rows]) -> list[YearlyFigures]:
    """Figures of each control, in order. Controls that change the same input form one batch.

    One batch of all would repeat every input for every row: with 40 measures and 10 years that takes ten times as long.
    """
    figures: list[YearlyFigures | None] = [None] * len(listed)
    for names in dict.fromkeys(tuple(rows.arrays) for rows in listed):
        places = [place for place, rows in enumerate(listed) if tuple(rows.arrays) == names]
        batch = {name: np.concatenate([listed[place].arrays[name] for place in places]) for name in names}
        ends = np.cumsum([len(listed[place].values) for place in places]).tolist()
        # The positions carry the batch axis, whichever input changes.
        batch.setdefault("position_share", np.tile(inputs.position_share, (ends[-1], 1)))
        together = yearly_figures(inputs.changed(**batch))
        for place, end in zip(places, ends, strict=True):
            figures[place] = together.rows(end - len(listed[place].values), end)
    return [found for found in figures if found is not None]


def _figures_without_each(inputs: CostInputs) -> YearlyFigures:
    """Figures with one measure left out in turn, shape (m, y)."""
    on = np.tile(inputs.on, (len(inputs.plan.measures), 1))
    np.fill_diagonal(on, 0.0)
    return yearly_figures(inputs.changed(on=on))


def _with_own_effect(response: ControlResponse, without: YearlyFigures, measure: int, at: int) -> ControlResponse:
    figures = response.figures
    gross = figures.gross_effect_mln_eur[:, at] - without.gross_effect_mln_eur[measure, at]
    net = figures.net_effect_mln_eur[:, at] - without.net_effect_mln_eur[measure, at]
    # Adding 0.0 turns a rounded −0.0 into 0.0, which would otherwise show as "-0,0".
    effect, lost = np.round(net, RESULT_DECIMALS) + 0.0, np.round(gross - net, RESULT_DECIMALS) + 0.0
    return replace(response, effect_mln_eur=effect, lost_to_overlap_mln_eur=lost)


def _with_column(base: FloatArray, place: int, column: FloatArray) -> FloatArray:
    batch: FloatArray = np.tile(base, (len(column), 1))
    batch[:, place] = column
    return batch


def _nan_for_none(values: Sequence[float | None]) -> FloatArray:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
