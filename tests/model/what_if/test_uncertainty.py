"""The band: its distributions, its steadiness and its speed."""

from __future__ import annotations

from dataclasses import replace
from math import comb

import numpy as np
import pytest

from model.what_if import (
    InvestmentCount,
    SavingsPlan,
    Scenario,
    chance_table,
    controls_of,
    fan,
    preset_scenario,
    with_values,
)
from model.what_if.costs import CostInputs, cost_before_effects
from model.what_if.draws import (
    DRAWS,
    QUANTILE_STEPS,
    drawn_overlaps,
    drawn_positions,
    levels,
    pert_quantiles,
    ranks,
)
from model.what_if.parameters import Scope
from model.what_if.uncertainty import whole_percent


@pytest.mark.parametrize(("mode", "alpha"), [(0.0, 1), (0.25, 2), (0.5, 3), (0.75, 4), (1.0, 5)])
def test_quantiles_fulfil_the_distribution_function(mode: float, alpha: int) -> None:
    # PERT with these modes is Beta(alpha, 6 - alpha), whose distribution function is a binomial sum:
    # the sum over j = alpha..5 of (5 over j) x^j (1 - x)^(5 - j).
    x = pert_quantiles(mode)
    probability = sum(comb(5, j) * x**j * (1 - x) ** (5 - j) for j in range(alpha, 6))
    # A quantile is half a step off at most, and the density is nowhere above 5.
    assert probability == pytest.approx(levels(), abs=1e-6 + 5 * 0.5 / QUANTILE_STEPS)


@pytest.mark.parametrize("mode", [0.0, 0.004, 0.333, 0.5, 0.777, 0.996, 1.0])
def test_mean_of_the_draws_is_that_of_pert(mode: float) -> None:
    # (low + 4 x mode + high) / 6
    assert drawn_positions((mode,)).mean() == pytest.approx((4 * mode + 1) / 6, abs=1e-4)


def test_quantiles_rise_with_the_level_and_with_the_mode() -> None:
    table = np.stack([pert_quantiles(mode) for mode in np.linspace(0, 1, 331)])
    assert np.all(np.diff(table, axis=1) > 0)
    assert np.all(np.diff(table, axis=0) >= 0)
    assert table.min() >= 0
    assert table.max() <= 1


def test_draws_of_different_measures_are_unrelated() -> None:
    correlations = np.corrcoef(ranks()) - np.eye(len(ranks()))
    assert np.abs(correlations).max() < 0.05
    assert all(np.array_equal(np.sort(row), np.arange(DRAWS)) for row in ranks())


def test_overlap_is_triangular_around_the_slider() -> None:
    drawn = np.sort(drawn_overlaps(0.7, 0.15))
    # Triangular on [0.55, 0.85]: at 0.55 + 0.075 half of the half: (0.5)^2 / 2 = 1/8 of the draws lie below.
    assert drawn.mean() == pytest.approx(0.7, abs=1e-6)
    assert np.searchsorted(drawn, 0.625) / DRAWS == pytest.approx(1 / 8, abs=2e-4)
    assert drawn[0] >= 0.55
    assert drawn[-1] <= 0.85
    assert np.all(drawn_overlaps(0.7, 0.0) == 0.7)
    # Draws beyond the ends are moved to the ends: with the slider at 0 half of them.
    assert np.count_nonzero(drawn_overlaps(0.0, 0.3) == 0.0) == pytest.approx(DRAWS / 2, abs=1)


def test_same_scenario_gives_the_same_band(default: Scenario) -> None:
    first, second = fan(default), fan(default)
    assert np.array_equal(first.p90_mln_eur, second.p90_mln_eur)
    assert first.chance_share == second.chance_share


def test_a_small_move_of_a_slider_moves_the_band_a_little(default: Scenario) -> None:
    before = fan(default)
    for step in np.linspace(5.5, 5.6, 11):
        after = fan(with_values(default, {"saving_mln_eur:1": float(step)}))
        assert np.abs(after.p10_mln_eur - before.p10_mln_eur).max() < 0.02
        assert abs(after.chance_share - before.chance_share) < 0.005
        before = after


def test_without_anything_uncertain_the_band_is_a_line(plan: SavingsPlan) -> None:
    band = fan(replace(preset_scenario(plan, "niets"), growth_pct=10.0))
    assert band.p10_mln_eur == pytest.approx([114.7, 126.17, 138.787, 152.6657])
    assert np.array_equal(band.p10_mln_eur, band.p90_mln_eur)
    assert band.chance_pct == 0


def test_reaching_the_target_exactly_counts_as_reaching_it(plan: SavingsPlan) -> None:
    path = replace(plan.trajectory, yearly_cost_mln_eur=(114.7, 109.7, 104.7, 114.7))
    assert fan(preset_scenario(replace(plan, trajectory=path), "niets")).chance_pct == 100


def test_contribution_is_unknown_where_the_source_leaves_it_open(default: Scenario) -> None:
    band = fan(default)
    assert band.national_contribution_mln_eur[:3] == pytest.approx([12.0, 9.5, 9.5])
    assert np.isnan(band.national_contribution_mln_eur[3])


def test_wider_margin_of_the_overlap_widens_the_band(default: Scenario) -> None:
    narrow, wide = fan(replace(default, overlap_margin_share=0.0)), fan(replace(default, overlap_margin_share=0.3))
    assert (wide.p90_mln_eur - wide.p10_mln_eur)[3] > (narrow.p90_mln_eur - narrow.p10_mln_eur)[3] + 1.0


def test_whole_percents_round_halves_up() -> None:
    assert [whole_percent(share) for share in (0.0, 0.0049, 0.005, 0.125, 0.995, 1.0)] == [0, 0, 1, 13, 100, 100]


def test_independent_simulation_gives_the_same_band(default: Scenario) -> None:
    # Plain sampling with numpy's own beta and triangular generators, a hundred thousand draws.
    plan, generator, count = default.plan, np.random.default_rng(7), 100_000
    positions = generator.beta(3.0, 3.0, (count, 15))
    overlap = generator.triangular(0.55, 0.7, 0.85, count)
    effects = plan.effect_low_mln_eur[:, 3] + positions * plan.effect_span_mln_eur[:, 3]
    largest = effects.max(axis=1)
    cost = 114.7 - (largest + (1 - overlap) * (effects.sum(axis=1) - largest))
    band = fan(default)
    expected = np.percentile(cost, [10, 50, 90])
    found = [band.p10_mln_eur[3], band.p50_mln_eur[3], band.p90_mln_eur[3]]
    assert found == pytest.approx(expected, abs=0.06)
    assert band.chance_share == pytest.approx(np.mean(cost <= 100.0), abs=0.01)


@pytest.mark.parametrize("counted", list(InvestmentCount))
def test_chance_while_dragging_is_the_chance_on_release(default: Scenario, counted: InvestmentCount) -> None:
    scenario = with_values(
        default, {"investments_counted": counted, "growth_pct": 0.3, "on:9": False, "delay_months:2": 5.0}
    )
    controls = controls_of(scenario.plan)
    chances = chance_table(scenario, controls.values())
    assert set(chances) == set(controls)
    for key, control in controls.items():
        assert len(chances[key]) == len(control.values)
        # Of the fifteen measures four: the largest, two others, and one that is off.
        if control.scope is Scope.MEASURE and control.of not in ("1", "3a", "4", "9"):
            continue
        for index in {*range(0, len(control.values), 13), len(control.values) - 1}:
            released = control.set(scenario, control.values[index])
            assert chances[key][index] == fan(released).chance_pct, (key, index)


@pytest.mark.parametrize("overlap", [0.0, 1.0])
def test_chance_while_dragging_at_the_ends_of_the_overlap(default: Scenario, overlap: float) -> None:
    scenario = replace(default, overlap_share=overlap, overlap_margin_share=0.0)
    control = controls_of(scenario.plan)["saving_mln_eur:1"]
    chances = chance_table(scenario, [control])
    for index in (0, 30, 60, 90):
        released = control.set(scenario, control.values[index])
        assert chances[control.key][index] == fan(released).chance_pct


def _plain_chance_pct(scenario: Scenario, draws: int, seed: int) -> float:
    """Chance by plain sampling with numpy's own generators, percent."""
    plan, generator, reached, left = scenario.plan, np.random.default_rng(seed), 0, draws
    inputs = CostInputs.of(scenario)
    low, span = (inputs.on * end[:, plan.trajectory.target_index] for end in inputs.effect_bands)
    before = float(cost_before_effects(inputs)[plan.trajectory.target_index])
    while left:
        count = min(left, 100_000)
        modes = inputs.position_share
        positions = generator.beta(1.0 + 4.0 * modes, 5.0 - 4.0 * modes, (count, len(modes)))
        margin = scenario.overlap_margin_share
        overlap = np.clip(generator.triangular(-1.0, 0.0, 1.0, count) * margin + scenario.overlap_share, 0.0, 1.0)
        effects = low + positions * span
        largest = effects.max(axis=1)
        net = largest + (1.0 - overlap) * (effects.sum(axis=1) - largest)
        reached += int(np.count_nonzero(before - net <= plan.trajectory.target_cost_mln_eur))
        left -= count
    return 100.0 * reached / draws


@pytest.mark.parametrize("preset", ["laag", "midden", "hoog", "loopt", "besluiten", "niets"])
def test_chance_lies_within_half_a_point_of_many_plain_draws(plan: SavingsPlan, preset: str) -> None:
    scenario = preset_scenario(plan, preset)
    # The error of 200,000 plain draws themselves is 0.11 point at most.
    assert 100.0 * fan(scenario).chance_share == pytest.approx(_plain_chance_pct(scenario, 200_000, 5), abs=0.5)


@pytest.mark.deep
@pytest.mark.parametrize("preset", ["laag", "midden", "hoog", "loopt", "besluiten", "niets"])
def test_chance_lies_within_half_a_point_of_a_million_plain_draws(plan: SavingsPlan, preset: str) -> None:
    scenario = preset_scenario(plan, preset)
    assert 100.0 * fan(scenario).chance_share == pytest.approx(_plain_chance_pct(scenario, 1_000_000, 6), abs=0.5)
