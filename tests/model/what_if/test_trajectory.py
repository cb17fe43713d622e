"""The printed path, figure by figure."""

from __future__ import annotations

import pandas as pd
import pytest

from model.what_if import SavingsPlan, controls_of, read_trajectory

YEARLY_COST = {2019: 114.7, 2020: 109.7, 2021: 104.7, 2022: 100.0}
"""Jaarkosten as printed."""
REGIONAL_COST = {2019: 102.7, 2020: 100.2, 2021: 95.2, 2022: 100.0}
"""Kosten voor regio as printed; without national contribution in 2022."""


def test_every_printed_figure_follows_from_the_others(plan: SavingsPlan) -> None:
    # Yearly cost: 104.5 + 10.2 = 114.7; 114.7 - 5 = 109.7; 109.7 - 5 = 104.7; 104.7 - 4.7 = 100.0.
    # Regional cost: 114.7 - 12 = 102.7; 109.7 - 9.5 = 100.2; 104.7 - 9.5 = 95.2; in 2022 the contribution is unknown.
    assert plan.trajectory.identity_breaches(tolerance_mln_eur=0.05) == ()


@pytest.mark.parametrize("year", YEARLY_COST)
def test_golden_path(plan: SavingsPlan, year: int) -> None:
    place = plan.years.index(year)
    path = plan.trajectory
    cost, contribution = path.yearly_cost_mln_eur[place], path.national_contribution_mln_eur[place]
    budget = path.budget_mln_eur[place]
    assert cost is not None
    assert budget is not None
    computed = budget + (path.interim_report_mln_eur[place] or 0) - (path.target_mln_eur[place] or 0)
    assert computed == pytest.approx(YEARLY_COST[year], abs=0.05)
    assert cost - (contribution or 0) == pytest.approx(REGIONAL_COST[year], abs=0.05)


def test_national_contribution_of_2022_is_unknown_and_not_nil(plan: SavingsPlan) -> None:
    assert plan.trajectory.national_contribution_mln_eur[3] is None
    assert [year for year in plan.years if f"national_contribution_mln_eur:{year}" in controls_of(plan)] == [2022]


def test_start_and_target(plan: SavingsPlan) -> None:
    assert (plan.trajectory.start_cost_mln_eur, plan.trajectory.target_year) == (114.7, 2022)
    assert plan.trajectory.target_cost_mln_eur == 100.0


def test_a_misprint_is_found(trajectory_frame: pd.DataFrame) -> None:
    trajectory_frame.loc[2, "yearly_cost_mln_eur"] = 104.5
    breaches = read_trajectory(trajectory_frame).identity_breaches()
    found = [(breach.year, breach.figure, round(breach.expected_mln_eur, 1)) for breach in breaches]
    # 109.7 - 5 = 104.7; the budget of 2022 should be 104.5; 104.5 - 9.5 = 95.0.
    assert found == [
        (2021, "yearly_cost_mln_eur", 104.7),
        (2022, "budget_mln_eur", 104.5),
        (2021, "regional_cost_mln_eur", 95.0),
    ]


def test_target_year_is_the_last_with_a_known_cost(trajectory_frame: pd.DataFrame) -> None:
    trajectory_frame.loc[3, "yearly_cost_mln_eur"] = None
    path = read_trajectory(trajectory_frame)
    assert (path.target_year, path.target_cost_mln_eur) == (2021, 104.7)


def test_other_ranges_follow_the_source(plan: SavingsPlan) -> None:
    # 1.25 x 12 = 15; the largest saving is 10.
    assert plan.national_contribution_parameter.high == 15.0
    assert plan.unknown_investment_parameter.high == 10.0
