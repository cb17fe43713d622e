"""Which measure first: what each contributes, how long it takes to prepare, what it costs to start, and its risk.

No score: what weighs most is for the reader to say. Explained in docs/doorrekening.md, section 12.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.faults import TOLERANCE
from model.what_if.contributions import contributions
from model.what_if.investments import investment_by_measure
from model.what_if.measures import InvestmentKind
from model.what_if.scenario import Scenario


class MeasurePriority(NamedTuple):
    """What there is to weigh of one measure.

    Attributes
    ----------
    measure_code, name, lead, category, risk : str
        Texts of the table; empty where it has none.
    on, running : bool
        Whether it counts in the scenario, and whether it already runs according to the table.
    contribution_mln_eur : float
        Contribution in the target year; 0 when off.
    total_contribution_mln_eur : float
        Contribution over all years together.
    preparation_months_low, preparation_months_high : float or None
        None where unknown; a measure that already runs needs none.
    investment_kind : InvestmentKind
    investment_mln_eur : float or None
        Amount, filled in by the reader where the table leaves it open; None where unknown, 0 where the region pays
        nothing itself.
    payback_years : float or None
        Years in which the contribution in the target year earns the amount back; None without amount or contribution.
    """

    measure_code: str
    name: str
    lead: str
    category: str
    risk: str
    on: bool
    running: bool
    contribution_mln_eur: float
    total_contribution_mln_eur: float
    preparation_months_low: float | None
    preparation_months_high: float | None
    investment_kind: InvestmentKind
    investment_mln_eur: float | None
    payback_years: float | None


def priorities(scenario: Scenario) -> tuple[MeasurePriority, ...]:
    """One row per measure, in the order of the table."""
    plan, amounts, of_all = scenario.plan, investment_by_measure(scenario).tolist(), contributions(scenario)
    yearly = of_all.contribution_mln_eur[:, plan.trajectory.target_index].tolist()
    totals = of_all.total_mln_eur.tolist()
    return tuple(
        MeasurePriority(
            measure.code,
            measure.name,
            measure.lead,
            measure.category,
            measure.risk,
            scenario.on[index],
            measure.running,
            yearly[index],
            totals[index],
            measure.preparation_months_low,
            measure.preparation_months_high,
            measure.investment_kind,
            None if np.isnan(amounts[index]) else amounts[index],
            _payback_years(amounts[index], yearly[index]),
        )
        for index, measure in enumerate(plan.measures)
    )


class InvestmentOverview(NamedTuple):
    """What is known of the investments of the measures that are on, and what is not.

    Attributes
    ----------
    known_mln_eur : float
        Total of the known amounts, with those of the reader filled in.
    known_codes, unknown_codes, without_codes, fund_codes : tuple of str
        Measures with a known amount; with one that nobody has stated, which is not 0; with none according to the
        table; and paid from the transformation fund, outside the region's costs.
    """

    known_mln_eur: float
    known_codes: tuple[str, ...]
    unknown_codes: tuple[str, ...]
    without_codes: tuple[str, ...]
    fund_codes: tuple[str, ...]


def investment_overview(scenario: Scenario) -> InvestmentOverview:
    """Investments of the measures that are on; a delay, or the way of counting, plays no part."""
    rows = [row for row in priorities(scenario) if row.on]
    free = {InvestmentKind.NONE, InvestmentKind.TRANSFORMATION_FUND}
    known = [row for row in rows if row.investment_mln_eur is not None and row.investment_kind not in free]
    return InvestmentOverview(
        sum(row.investment_mln_eur or 0.0 for row in known),
        tuple(row.measure_code for row in known),
        tuple(row.measure_code for row in rows if row.investment_mln_eur is None),
        tuple(row.measure_code for row in rows if row.investment_kind is InvestmentKind.NONE),
        tuple(row.measure_code for row in rows if row.investment_kind is InvestmentKind.TRANSFORMATION_FUND),
    )


def _payback_years(amount_mln_eur: float, contribution_mln_eur: float) -> float | None:
    """A measure that costs nothing has nothing to earn back."""
    if not amount_mln_eur > 0.0 or contribution_mln_eur <= TOLERANCE:
        return None
    return amount_mln_eur / contribution_mln_eur
