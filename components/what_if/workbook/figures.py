"""Figures of one scenario step by step, as the sheet with the computation shows them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.what_if import Scenario, contributions, gap_by_year, scenario_figures
from model.what_if.costs import CostInputs, YearlyFigures
from model.what_if.investments import investment_in_years
from model.what_if.plan import FloatArray


@dataclass(frozen=True, eq=False)
class Steps:
    """Amounts in mln €: per measure and year, shape (m, y), and per year, shape (y,); NaN where unknown."""

    inputs: CostInputs
    yearly: YearlyFigures
    source_timed_mln_eur: FloatArray
    effect_mln_eur: FloatArray
    investment_mln_eur: FloatArray
    contribution_mln_eur: FloatArray
    target_mln_eur: FloatArray
    gap_mln_eur: FloatArray

    @property
    def regional_cost_mln_eur(self) -> FloatArray:
        """Costs for the region; where the national contribution is unknown those without it, as the source prints."""
        known = self.yearly.regional_cost_mln_eur
        return np.where(np.isnan(known), self.yearly.yearly_cost_mln_eur, known)

    @staticmethod
    def of(scenario: Scenario) -> Steps:
        """Steps of a scenario."""
        inputs, plan, yearly = CostInputs.of(scenario), scenario.plan, scenario_figures(scenario)
        position = inputs.position_share[:, None]
        level = inputs.on[:, None] * (plan.effect_low_mln_eur + position * plan.effect_span_mln_eur)
        each = np.diag(np.ones(len(plan.codes)))
        falls = investment_in_years(
            plan, each * inputs.on, inputs.delay_months, np.ones(len(each)), scenario.investments_counted
        )
        found = contributions(scenario)
        return Steps(
            inputs=inputs,
            yearly=yearly,
            source_timed_mln_eur=level,
            effect_mln_eur=found.gross_effect_mln_eur,
            investment_mln_eur=np.where(falls > 0, inputs.investment_mln_eur[:, None], 0.0),
            contribution_mln_eur=found.contribution_mln_eur,
            target_mln_eur=scenario.target_path_mln_eur,
            gap_mln_eur=gap_by_year(scenario),
        )
