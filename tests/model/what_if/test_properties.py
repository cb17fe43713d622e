"""What must hold for any inputs, on the source's table and on any other region's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import CostInputs, InvestmentCount, Scenario, fan, scenario_figures, with_values, yearly_figures
from model.what_if.costs import BASELINE_STEPS
from tests.examples import examples

CLOSE = 1e-8
"""Results are rounded to 1e-9 mln €; two roundings can differ by a little more than one."""

Scenarios = st.SearchStrategy[Scenario]

properties = examples(60)


@pytest.fixture(scope="session", params=["source", "any region"])
def drawn(request: pytest.FixtureRequest, scenarios: Scenarios, scenarios_of_any_region: Scenarios) -> Scenarios:
    return scenarios if request.param == "source" else scenarios_of_any_region


def _place(data: st.DataObject, scenario: Scenario) -> tuple[int, str]:
    place = data.draw(st.integers(0, len(scenario.on) - 1))
    return place, scenario.plan.codes[place]


@properties
@given(data=st.data())
def test_raising_a_saving_never_raises_a_cost(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    place, code = _place(data, scenario)
    higher = data.draw(st.floats(scenario.saving_mln_eur[place], float(scenario.plan.band_high_mln_eur[place])))
    before, after = (
        scenario_figures(scenario),
        scenario_figures(with_values(scenario, {f"saving_mln_eur:{code}": higher})),
    )
    assert np.all(after.yearly_cost_mln_eur <= before.yearly_cost_mln_eur + CLOSE)


@properties
@given(data=st.data())
def test_a_longer_delay_never_lowers_a_cost(drawn: Scenarios, data: st.DataObject) -> None:
    # Investments are left out: they move along with the start, so a delay rightly takes them out of the first years.
    scenario = replace(data.draw(drawn), investments_counted=InvestmentCount.NO)
    place, code = _place(data, scenario)
    longer = data.draw(st.floats(scenario.delay_months[place], 24.0))
    before, after = (
        scenario_figures(scenario),
        scenario_figures(with_values(scenario, {f"delay_months:{code}": longer})),
    )
    assert np.all(after.yearly_cost_mln_eur >= before.yearly_cost_mln_eur - CLOSE)


@properties
@given(data=st.data())
def test_net_effect_lies_between_the_largest_and_the_sum(drawn: Scenarios, data: st.DataObject) -> None:
    figures = scenario_figures(data.draw(drawn))
    assert np.all(figures.largest_effect_mln_eur <= figures.net_effect_mln_eur + CLOSE)
    assert np.all(figures.net_effect_mln_eur <= figures.gross_effect_mln_eur + CLOSE)


@properties
@given(data=st.data())
def test_no_overlap_is_the_sum_and_full_overlap_the_largest(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    none, full = (scenario_figures(replace(scenario, overlap_share=share)) for share in (0.0, 1.0))
    assert none.net_effect_mln_eur == pytest.approx(none.gross_effect_mln_eur, abs=CLOSE)
    assert full.net_effect_mln_eur == pytest.approx(full.largest_effect_mln_eur, abs=CLOSE)


@properties
@given(data=st.data())
def test_order_of_the_measures_does_not_matter(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    order = data.draw(st.permutations(range(len(scenario.on))))
    measures = scenario.plan.measures
    plan = replace(
        scenario.plan, measures=replace(measures, measures=tuple(measures.measures[place] for place in order))
    )
    shuffled = replace(
        scenario,
        plan=plan,
        on=tuple(scenario.on[place] for place in order),
        saving_mln_eur=tuple(scenario.saving_mln_eur[place] for place in order),
        delay_months=tuple(scenario.delay_months[place] for place in order),
        unknown_investment_mln_eur=tuple(scenario.unknown_investment_mln_eur[place] for place in order),
    )
    before, after = scenario_figures(scenario), scenario_figures(shuffled)
    assert after.net_effect_mln_eur == pytest.approx(before.net_effect_mln_eur, abs=CLOSE)
    assert after.yearly_cost_mln_eur == pytest.approx(before.yearly_cost_mln_eur, abs=CLOSE)


@properties
@given(data=st.data())
def test_all_off_without_growth_is_the_start_cost_in_every_year(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    nothing_added = {assumption.key: 0.0 for assumption in BASELINE_STEPS.values()}
    off = with_values(replace(scenario, on=(False,) * len(scenario.on)), nothing_added)
    start = scenario.plan.trajectory.start_cost_mln_eur
    assert scenario_figures(off).yearly_cost_mln_eur.tolist() == [start] * len(scenario.plan.years)


@properties
@given(data=st.data())
def test_costs_add_up(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    figures = scenario_figures(scenario)
    without, net = figures.cost_without_measures_mln_eur, figures.net_effect_mln_eur
    assert figures.yearly_cost_mln_eur == pytest.approx(without - net + figures.investment_mln_eur, abs=CLOSE)
    contribution = CostInputs.of(scenario).national_contribution_mln_eur
    assert np.array_equal(np.isnan(figures.regional_cost_mln_eur), np.isnan(contribution))
    known = ~np.isnan(contribution)
    regional = figures.yearly_cost_mln_eur[known] - contribution[known]
    assert figures.regional_cost_mln_eur[known] == pytest.approx(regional, abs=CLOSE)


@properties
@given(data=st.data())
def test_the_vectorised_model_equals_a_plain_reading_of_the_definition(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    figures = scenario_figures(scenario)
    for year in range(len(scenario.plan.years)):
        effects = [_effect(scenario, place, year) for place in range(len(scenario.on))]
        net = max(effects) + (1 - scenario.overlap_share) * (sum(effects) - max(effects))
        assert figures.net_effect_mln_eur[year] == pytest.approx(net, abs=CLOSE)


def _effect(scenario: Scenario, place: int, year: int) -> float:
    """Section 4 of the definition, steps 1 to 3, one measure and year at a time."""
    measure, path = scenario.plan.measures.measures[place], scenario.plan.years
    low_end, high_end = measure.effect_low_mln_eur[-1], measure.effect_high_mln_eur[-1]
    saving = scenario.saving_mln_eur[place]
    position = 1.0 if high_end == low_end else (saving - low_end) / (high_end - low_end)

    def in_time(at: int) -> float:
        if at < 0 or path[at] < measure.effect_years[0] or not scenario.on[place]:
            return 0.0
        column = min(path[at], measure.effect_years[-1]) - measure.effect_years[0]
        low, high = measure.effect_low_mln_eur[column], measure.effect_high_mln_eur[column]
        return low + position * (high - low)

    whole, months = divmod(scenario.delay_months[place], 12)
    part = months / 12
    return (1 - part) * in_time(year - int(whole)) + part * in_time(year - int(whole) - 1)


@properties
@given(data=st.data())
def test_percentiles_are_in_order(drawn: Scenarios, data: st.DataObject) -> None:
    band = fan(data.draw(drawn))
    assert np.all(band.p10_mln_eur <= band.p50_mln_eur)
    assert np.all(band.p50_mln_eur <= band.p90_mln_eur)
    assert 0 <= band.chance_pct <= 100


@properties
@given(data=st.data())
def test_raising_a_saving_never_raises_the_band_nor_lowers_the_chance(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    place, code = _place(data, scenario)
    higher = data.draw(st.floats(scenario.saving_mln_eur[place], float(scenario.plan.band_high_mln_eur[place])))
    before, after = fan(scenario), fan(with_values(scenario, {f"saving_mln_eur:{code}": higher}))
    for name in ("p10_mln_eur", "p50_mln_eur", "p90_mln_eur"):
        assert np.all(getattr(after, name) <= getattr(before, name) + CLOSE)
    assert after.chance_share >= before.chance_share - CLOSE


@properties
@given(data=st.data())
def test_the_band_lies_within_what_is_possible(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    band, inputs = fan(scenario), CostInputs.of(scenario)
    margin = scenario.overlap_margin_share
    best = inputs.changed(
        position_share=np.ones(len(scenario.on)), overlap_share=max(0.0, scenario.overlap_share - margin)
    )
    worst = inputs.changed(
        position_share=np.zeros(len(scenario.on)), overlap_share=min(1.0, scenario.overlap_share + margin)
    )
    assert np.all(band.p10_mln_eur >= yearly_figures(best).yearly_cost_mln_eur - CLOSE)
    assert np.all(band.p90_mln_eur <= yearly_figures(worst).yearly_cost_mln_eur + CLOSE)


@properties
@given(data=st.data())
def test_dependence_moves_the_band_and_never_the_line(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    other = replace(scenario, dependence_share=data.draw(st.floats(0.0, 1.0)))
    before, after = scenario_figures(scenario), scenario_figures(other)
    assert np.array_equal(before.yearly_cost_mln_eur, after.yearly_cost_mln_eur)
    assert np.array_equal(before.net_effect_mln_eur, after.net_effect_mln_eur)
    band = fan(other)
    assert np.all(band.p10_mln_eur <= band.p50_mln_eur)
    assert np.all(band.p50_mln_eur <= band.p90_mln_eur)
    assert 0.0 <= band.chance_share <= 1.0
