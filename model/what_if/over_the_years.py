"""The years together: what is spent, saved and missed in all, when the target is reached, and what a later start costs.

Explained in docs/doorrekening.md, section 11.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE
from model.what_if.costs import RESULT_DECIMALS, CostInputs, scenario_figures, yearly_figures
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

LATER_STARTS_MONTHS = (0, 6, 12)
"""Later starts of all measures that are put side by side."""


class YearsTogether(NamedTuple):
    """All years of the path together, mln €.

    Attributes
    ----------
    yearly_cost_mln_eur, net_effect_mln_eur : float
        Sums over all years.
    gap_mln_eur : float
        Sum of cost minus target over the years for which the target gives an amount; above 0 where too much is spent.
    gap_years : tuple of int
        Those years.
    years_on_target : tuple of int
        Those of them with the cost at or below the target of that year. The first year of the source's path is one of
        them whatever is done, for its target is the start itself.
    first_year_at_goal : int or None
        First year with the cost at or below the amount to reach in the target year; None where there is none.
    """

    yearly_cost_mln_eur: float
    net_effect_mln_eur: float
    gap_mln_eur: float
    gap_years: tuple[int, ...]
    years_on_target: tuple[int, ...]
    first_year_at_goal: int | None


class LaterStart(NamedTuple):
    """The same scenario with every measure so many months later; amounts in mln €, `yearly_cost_mln_eur` one a year."""

    months_later: int
    yearly_cost_mln_eur: tuple[float, ...]
    target_year_cost_mln_eur: float
    target_year_gap_mln_eur: float
    total_cost_mln_eur: float
    total_net_effect_mln_eur: float
    total_gap_mln_eur: float
    more_than_now_mln_eur: float
    first_year_at_goal: int | None


def gap_by_year(scenario: Scenario) -> FloatArray:
    """Yearly cost minus target, shape (y,), mln €; NaN in a year for which the target gives none."""
    return _gap(scenario, scenario_figures(scenario).yearly_cost_mln_eur)


def years_together(scenario: Scenario) -> YearsTogether:
    """All years of one scenario together."""
    figures, gap = scenario_figures(scenario), gap_by_year(scenario)
    known = ~np.isnan(gap)
    return YearsTogether(
        _sum(figures.yearly_cost_mln_eur),
        _sum(figures.net_effect_mln_eur),
        _sum(gap[known]),
        _years_where(scenario, known),
        _years_where(scenario, gap <= TOLERANCE),
        _first_year(scenario, figures.yearly_cost_mln_eur),
    )


def later_starts(scenario: Scenario, months: Iterable[int] = LATER_STARTS_MONTHS) -> tuple[LaterStart, ...]:
    """The scenario with all its measures later by so many months, on top of the delays it has already."""
    inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
    listed = tuple(months)
    now = _sum(scenario_figures(scenario).yearly_cost_mln_eur)
    # Beyond the range of the slider where a measure is late already, so not scenarios of their own.
    later = np.add.outer(np.array(listed, dtype=np.float64), inputs.delay_months)
    figures = yearly_figures(inputs.varied(delay_months=later))
    rows = []
    for months_later, cost, effect in zip(listed, figures.yearly_cost_mln_eur, figures.net_effect_mln_eur, strict=True):
        gap, total = _gap(scenario, cost), _sum(cost)
        rows.append(
            LaterStart(
                months_later,
                tuple(cost.tolist()),
                float(cost[at]),
                float(gap[at]),
                total,
                _sum(effect),
                _sum(gap[~np.isnan(gap)]),
                round(total - now, RESULT_DECIMALS) + 0.0,
                _first_year(scenario, cost),
            )
        )
    return tuple(rows)


def _gap(scenario: Scenario, yearly_cost_mln_eur: FloatArray) -> FloatArray:
    gap: FloatArray = np.round(yearly_cost_mln_eur - scenario.target_path_mln_eur, RESULT_DECIMALS) + 0.0
    return gap


def _first_year(scenario: Scenario, yearly_cost_mln_eur: FloatArray) -> int | None:
    reached = yearly_cost_mln_eur <= scenario.target_cost_mln_eur + TOLERANCE
    return next(iter(_years_where(scenario, reached)), None)


def _years_where(scenario: Scenario, holds: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(year for year, it_holds in zip(scenario.plan.years, holds.tolist(), strict=True) if it_holds)


def _sum(amounts_mln_eur: FloatArray) -> float:
    return round(float(amounts_mln_eur.sum()), RESULT_DECIMALS) + 0.0
