"""What the costs really were, by the reader's own account, beside what is computed and beside the target.

It enters no computation: with or without it every figure of the what-if is the same. See docs/doorrekening.md,
section 17.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.what_if.costs import RESULT_DECIMALS, scenario_figures
from model.what_if.scenario import Scenario


class RealisedYear(NamedTuple):
    """One year of which the reader says what the costs really were, mln €.

    Attributes
    ----------
    year : int
    cost_mln_eur : float
        As the reader gave it.
    above_computed_mln_eur : float
        Minus the computed cost of that year; below 0 where less was spent than computed.
    above_target_mln_eur : float or None
        Minus the target of that year; None where the target gives none.
    """

    year: int
    cost_mln_eur: float
    above_computed_mln_eur: float
    above_target_mln_eur: float | None


def realised_years(scenario: Scenario) -> tuple[RealisedYear, ...]:
    """The years of which the reader gave an amount, in order; none where he gave none."""
    computed, target = scenario_figures(scenario).yearly_cost_mln_eur, scenario.target_path_mln_eur
    return tuple(
        RealisedYear(
            year,
            cost,
            _above(cost, computed[at]),
            None if np.isnan(target[at]) else _above(cost, target[at]),
        )
        for at, (year, cost) in enumerate(zip(scenario.plan.years, scenario.realised_cost_mln_eur, strict=True))
        if cost is not None
    )


def _above(cost_mln_eur: float, other_mln_eur: float) -> float:
    return round(cost_mln_eur - float(other_mln_eur), RESULT_DECIMALS) + 0.0
