"""What each measure contributes, per year, and added up per leading party and per category.

The contribution of a measure is its effect times E/S: its share of the plain sum, taken of the effect after overlap.
Contributions add up to that effect exactly, in every year and whatever is on. Explained in docs/doorrekening.md,
section 9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from model.what_if.costs import CostInputs, exact_figures
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Contributions:
    """Effects of every measure, arrays of shape (m, y), mln €; 0 where a measure is off.

    Attributes
    ----------
    measure_codes : tuple of str
    years : tuple of int
    gross_effect_mln_eur : array
        Effect of the measure on itself, as it is timed.
    contribution_mln_eur : array
        Its part of the effect after overlap; a column adds up to `YearlyFigures.net_effect_mln_eur`.
    """

    measure_codes: tuple[str, ...]
    years: tuple[int, ...]
    gross_effect_mln_eur: FloatArray
    contribution_mln_eur: FloatArray

    @property
    def lost_to_overlap_mln_eur(self) -> FloatArray:
        """Gross effect minus contribution, shape (m, y), mln €."""
        return self.gross_effect_mln_eur - self.contribution_mln_eur

    @property
    def total_mln_eur(self) -> FloatArray:
        """Contribution of each measure over all years together, shape (m,), mln €."""
        total: FloatArray = self.contribution_mln_eur.sum(axis=1)
        return total


class GroupContribution(NamedTuple):
    """Contribution of the measures of one leading party or category.

    `name` is empty for measures without one; `measure_codes` are those that are on; the amounts are mln €, one for each
    year and all years together.
    """

    name: str
    measure_codes: tuple[str, ...]
    contribution_mln_eur: tuple[float, ...]
    total_mln_eur: float


@lru_cache(maxsize=64)
def contributions(scenario: Scenario) -> Contributions:
    """Contributions of one scenario; shared, so read-only."""
    inputs = CostInputs.of(scenario)
    low, span = inputs.effect_bands
    gross = inputs.on[:, None] * (low + inputs.position_share[:, None] * span)
    figures = exact_figures(inputs)
    total, net = figures.gross_effect_mln_eur, figures.net_effect_mln_eur
    kept = np.divide(net, total, out=np.zeros_like(net), where=total > 0.0)
    contribution = gross * kept
    for array in (gross, contribution):
        array.setflags(write=False)
    return Contributions(scenario.plan.codes, scenario.plan.years, gross, contribution)


def contributions_by_lead(scenario: Scenario) -> tuple[GroupContribution, ...]:
    """Contribution per leading party, in the order in which the table first names them."""
    return _grouped(scenario, [measure.lead for measure in scenario.plan.measures])


def contributions_by_category(scenario: Scenario) -> tuple[GroupContribution, ...]:
    """Contribution per category, in the order in which the table first names them."""
    return _grouped(scenario, [measure.category for measure in scenario.plan.measures])


def _grouped(scenario: Scenario, names: Sequence[str]) -> tuple[GroupContribution, ...]:
    each = contributions(scenario).contribution_mln_eur
    groups = []
    for name in dict.fromkeys(names):
        members = [index for index, other in enumerate(names) if other == name]
        codes = tuple(scenario.plan.codes[index] for index in members if scenario.on[index])
        by_year = each[members].sum(axis=0)
        groups.append(GroupContribution(name, codes, tuple(by_year.tolist()), float(by_year.sum())))
    return tuple(groups)
