"""Investments: how large they are, and when they fall in the yearly costs."""

from __future__ import annotations

import numpy as np

from model.what_if.parameters import InvestmentCount
from model.what_if.plan import FloatArray, SavingsPlan
from model.what_if.scenario import Scenario


def investment_by_measure(scenario: Scenario) -> FloatArray:
    """Investment per measure with the reader's own figures filled in, shape (m,), mln €; NaN where unknown."""
    filled_in = [np.nan if amount is None else amount for amount in scenario.unknown_investment_mln_eur]
    own = np.array(filled_in, dtype=np.float64)
    return np.where(np.isnan(own), scenario.plan.known_investment_mln_eur, own)


def uncounted_investments(scenario: Scenario) -> tuple[str, ...]:
    """Codes of the measures that are on and whose investment is unknown: none where investments do not count."""
    if scenario.investments_counted is InvestmentCount.NO:
        return ()
    unknown = np.isnan(investment_by_measure(scenario))
    return tuple(
        code for code, on, is_open in zip(scenario.plan.codes, scenario.on, unknown, strict=True) if on and is_open
    )


def counted_investments(scenario: Scenario) -> tuple[str, ...]:
    """Codes of the measures that are on and whose known investment is in the costs of some year."""
    yearly = [
        investment_in_year(
            scenario.plan,
            np.array(scenario.on, dtype=np.float64),
            np.array(scenario.delay_months, dtype=np.float64),
            investment_by_measure(scenario),
            scenario.investments_counted,
            year,
        )
        for year in range(len(scenario.plan.years))
    ]
    paid = np.sum(yearly, axis=0) > 0
    return tuple(code for code, is_paid in zip(scenario.plan.codes, paid, strict=True) if is_paid)


def investment_in_years(
    plan: SavingsPlan,
    on: FloatArray,
    delay_months: FloatArray,
    investment_mln_eur: FloatArray,
    counted: InvestmentCount,
) -> FloatArray:
    """Investments in the yearly costs, shape (…, y), mln €; unknown amounts are left out, not taken as a known 0.

    Own assumption: a measure is paid for in its start year, the year in which its effect begins. That is the first year
    with an effect in the source's columns (which already allow for preparation), moved by the whole years of the delay,
    whatever the position of its slider. With a start beyond the path nothing is counted.

    Parameters
    ----------
    plan : SavingsPlan
    on, delay_months, investment_mln_eur : array, shape (…, m)
    counted : InvestmentCount
        Not, once in the start year, or every year from then on.
    """
    batch = np.broadcast_shapes(on.shape, delay_months.shape, investment_mln_eur.shape)[:-1]
    total = np.zeros((*batch, len(plan.years)))
    if counted is InvestmentCount.NO:
        return total
    for year in range(len(plan.years)):
        each = investment_in_year(plan, on, delay_months, investment_mln_eur, counted, year)
        total[..., year] = each.sum(axis=-1)
    return total


def investment_in_year(
    plan: SavingsPlan,
    on: FloatArray,
    delay_months: FloatArray,
    investment_mln_eur: FloatArray,
    counted: InvestmentCount,
    year_index: int,
) -> FloatArray:
    """What each measure adds to the costs of one year, shape (…, m), mln €; see `investment_in_years`."""
    amount: FloatArray = on * np.where(np.isnan(investment_mln_eur), 0.0, investment_mln_eur)
    if counted is InvestmentCount.NO:
        return np.zeros_like(amount)
    start = plan.first_effect_index + np.floor(delay_months / 12.0)
    result: FloatArray = amount * (start == year_index if counted is InvestmentCount.ONCE else start <= year_index)
    return result
