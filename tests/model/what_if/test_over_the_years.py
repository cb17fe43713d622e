"""The years together, later starts side by side, and which measure first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    InvestmentKind,
    Scenario,
    TargetKind,
    investment_overview,
    later_starts,
    preset_scenario,
    priorities,
    scenario_figures,
    with_values,
    years_together,
)
from tests.examples import examples

CLOSE = 1e-8


def test_years_together_worked_by_hand(default: Scenario) -> None:
    """2019: sum 4.5 of 2 (1), 3a, 3b, 5, 6, 10, 12 and 13 (0.5 each), largest 1, so 1 + 0.3 x 3.5 = 2.05."""
    together = years_together(default)
    costs = scenario_figures(default).yearly_cost_mln_eur
    assert costs[0] == pytest.approx(114.7 - 2.05)
    assert together.yearly_cost_mln_eur == pytest.approx(415.3)
    assert together.net_effect_mln_eur == pytest.approx(4 * 114.7 - 415.3)
    assert together.gap_mln_eur == pytest.approx(415.3 - (114.7 + 109.7 + 104.7 + 100.0))
    assert together.years_on_target == (2019, 2020, 2021, 2022)
    assert together.first_year_at_goal == 2021


def test_nothing_done_never_reaches_the_goal(default: Scenario) -> None:
    together = years_together(preset_scenario(default.plan, "niets"))
    assert together.first_year_at_goal is None
    # The target of 2019 is the start itself.
    assert together.years_on_target == (2019,)
    assert together.gap_mln_eur == pytest.approx(5 + 10 + 14.7)


def test_a_year_without_a_target_has_no_gap(default: Scenario) -> None:
    together = years_together(replace(default, target=TargetKind.OWN, own_target_mln_eur=99.0))
    assert together.gap_years == (2022,)
    assert together.gap_mln_eur == pytest.approx(0.9)
    assert together.first_year_at_goal is None


def test_a_later_start_costs_money_although_the_last_year_is_the_same(default: Scenario) -> None:
    """The finding that a delay looks free: a year later still 99.9 in 2022, yet 14.8 more in all."""
    now, half_a_year, a_year = later_starts(default)
    assert [start.months_later for start in (now, half_a_year, a_year)] == [0, 6, 12]
    assert [start.target_year_cost_mln_eur for start in (now, half_a_year, a_year)] == pytest.approx([99.9] * 3)
    assert now.more_than_now_mln_eur == 0.0
    assert a_year.more_than_now_mln_eur == pytest.approx(14.8)
    assert half_a_year.more_than_now_mln_eur == pytest.approx(7.4)
    assert [start.first_year_at_goal for start in (now, half_a_year, a_year)] == [2021, 2022, 2022]


def test_a_later_start_comes_on_top_of_the_delays_there_are(default: Scenario) -> None:
    late = with_values(default, {"delay_months": 20.0})
    assert later_starts(late, [12])[0].total_cost_mln_eur > later_starts(late, [0])[0].total_cost_mln_eur
    again = scenario_figures(with_values(default, {"delay_months": 18.0})).yearly_cost_mln_eur.sum()
    assert later_starts(with_values(default, {"delay_months": 6.0}), [12])[0].total_cost_mln_eur == pytest.approx(again)


def test_investments_known_and_unknown(default: Scenario) -> None:
    """Printed: 0.5 for 3a and 3b, 0.2 for 5, 2.0 for 7; 1 and 4 to be stated; 2 none; 13 from the fund."""
    overview = investment_overview(default)
    assert overview.known_mln_eur == pytest.approx(3.2)
    assert overview.known_codes == ("3a", "3b", "5", "7")
    assert overview.unknown_codes == ("1", "4", "6", "8", "9", "10", "11", "12", "14")
    assert (overview.without_codes, overview.fund_codes) == (("2",), ("13",))
    filled = investment_overview(with_values(default, {"unknown_investment_mln_eur:1": 2.5, "on:7": False}))
    assert filled.known_mln_eur == pytest.approx(3.7)
    assert filled.known_codes == ("1", "3a", "3b", "5")


def test_what_first_worked_by_hand(default: Scenario) -> None:
    rows = {row.measure_code: row for row in priorities(default)}
    assert rows["7"].contribution_mln_eur == pytest.approx(3 * 14.8 / 36.5)
    assert rows["7"].payback_years == pytest.approx(2.0 / (3 * 14.8 / 36.5))
    assert (rows["1"].investment_mln_eur, rows["1"].payback_years) == (None, None)
    assert rows["1"].investment_kind is InvestmentKind.TO_BE_STATED
    assert (rows["2"].investment_mln_eur, rows["2"].payback_years) == (0.0, None)
    assert (rows["4"].preparation_months_low, rows["4"].preparation_months_high) == (6, 18)
    off = {row.measure_code: row for row in priorities(with_values(default, {"on:7": False}))}
    assert (off["7"].on, off["7"].contribution_mln_eur, off["7"].payback_years) == (False, 0.0, None)


@examples(60)
@given(data=st.data())
def test_years_together_are_the_sums_of_the_years(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    together, figures = years_together(scenario), scenario_figures(scenario)
    assert together.yearly_cost_mln_eur == pytest.approx(figures.yearly_cost_mln_eur.sum(), abs=CLOSE)
    assert together.net_effect_mln_eur == pytest.approx(figures.net_effect_mln_eur.sum(), abs=CLOSE)
    assert set(together.years_on_target) <= set(together.gap_years)
    costs = [start.total_cost_mln_eur for start in later_starts(scenario)]
    assert costs[0] == pytest.approx(together.yearly_cost_mln_eur, abs=CLOSE)
    if not figures.investment_mln_eur.any():
        assert costs == sorted(costs)
