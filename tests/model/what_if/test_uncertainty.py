"""The band and the chance: their distributions, what goes together, and their steadiness."""

from __future__ import annotations

from dataclasses import replace
from math import comb

import numpy as np
import pytest
from scipy.stats import norm

from model.notation import whole_percent
from model.what_if import (
    SavingsPlan,
    Scenario,
    chance_range,
    chance_share,
    fan,
    preset_scenario,
    with_values,
)
from model.what_if.draws import (
    DRAWS,
    MOST_DRAWS,
    SMOOTHING_MARGIN_SHARE,
    clean_mode,
    drawn_overlaps,
    drawn_positions,
    draws_for,
    levels,
    measure_levels,
    pert_quantiles,
    slices,
)
from model.what_if.overlap_odds import OverlapOdds, RisingRoom


@pytest.mark.parametrize(("mode", "alpha"), [(0.0, 1), (0.25, 2), (0.5, 3), (0.75, 4), (1.0, 5)])
def test_quantiles_fulfil_the_distribution_function(mode: float, alpha: int) -> None:
    # PERT with these modes is Beta(alpha, 6 - alpha), whose distribution function is a binomial sum:
    # the sum over j = alpha..5 of (5 over j) x^j (1 - x)^(5 - j).
    x = pert_quantiles(mode, DRAWS)
    probability = sum(comb(5, j) * x**j * (1 - x) ** (5 - j) for j in range(alpha, 6))
    assert probability == pytest.approx(levels(DRAWS), abs=1e-6)


@pytest.mark.parametrize("mode", [0.0, 0.004, 0.333, 0.5, 0.777, 0.996, 1.0])
def test_mean_of_the_draws_is_that_of_pert(mode: float) -> None:
    # (low + 4 x mode + high) / 6
    assert drawn_positions((mode,), 0.5, DRAWS).mean() == pytest.approx((4 * mode + 1) / 6, abs=1e-4)


def test_quantiles_rise_with_the_level_and_with_the_mode() -> None:
    table = np.stack([pert_quantiles(clean_mode(mode), DRAWS) for mode in np.linspace(0, 1, 331)])
    assert np.all(np.diff(table, axis=1) > 0)
    assert np.all(np.diff(table, axis=0) >= 0)
    assert table.min() >= 0
    assert table.max() <= 1


@pytest.mark.parametrize("draws", [DRAWS, MOST_DRAWS])
def test_without_dependence_the_measures_are_unrelated(draws: int) -> None:
    rows = np.concatenate([measure_levels(40, 0.0, draws), slices(draws)[:2]])
    assert np.array_equal(rows[:40], slices(draws)[2:])
    assert np.abs(np.corrcoef(rows) - np.eye(len(rows))).max() < 0.07
    assert all(np.array_equal(np.sort(row), np.arange(draws)) for row in rows)


def test_with_full_dependence_all_measures_stand_at_the_same_quantile() -> None:
    rows = measure_levels(15, 1.0, DRAWS)
    assert np.all(rows == rows[0])
    positions = drawn_positions((0.5,) * 15, 1.0, DRAWS)
    assert np.all(positions == positions[0])


@pytest.mark.parametrize("dependence", [0.05, 0.5, 0.9])
def test_dependence_is_the_correlation_of_the_normal_scores(dependence: float) -> None:
    scores = norm.ppf(levels(DRAWS))[measure_levels(15, dependence, DRAWS)]
    between = np.corrcoef(scores)[np.triu_indices(15, 1)]
    assert between.mean() == pytest.approx(dependence, abs=0.01)
    assert between == pytest.approx(np.full(len(between), dependence), abs=0.07)


@pytest.mark.parametrize("dependence", [0.0, 0.3, 0.5, 1.0])
def test_what_one_measure_does_by_itself_does_not_depend_on_the_others(dependence: float) -> None:
    alone = np.sort(drawn_positions((0.3, 0.8), 0.0, DRAWS), axis=1)
    assert np.array_equal(np.sort(drawn_positions((0.3, 0.8), dependence, DRAWS), axis=1), alone)


def test_dependence_widens_the_band(default: Scenario) -> None:
    widths = []
    for dependence in (0.0, 0.25, 0.5, 0.75, 1.0):
        band = fan(replace(default, dependence_share=dependence))
        widths.append(float(band.p90_mln_eur[3] - band.p10_mln_eur[3]))
    assert np.all(np.diff(widths) > 0.5)


def test_more_draws_where_the_overlap_smooths_little() -> None:
    margins = (0.0, SMOOTHING_MARGIN_SHARE - 0.01, SMOOTHING_MARGIN_SHARE, 0.3)
    assert [draws_for(margin) for margin in margins] == [MOST_DRAWS, MOST_DRAWS, DRAWS, DRAWS]


def test_overlap_is_triangular_around_the_slider() -> None:
    drawn = np.sort(drawn_overlaps(0.7, 0.15, DRAWS))
    # Triangular on [0.55, 0.85]: at 0.55 + 0.075 half of the half: (0.5)^2 / 2 = 1/8 of the draws lie below.
    assert drawn.mean() == pytest.approx(0.7, abs=1e-6)
    assert np.searchsorted(drawn, 0.625) / DRAWS == pytest.approx(1 / 8, abs=2e-4)
    assert drawn[0] >= 0.55
    assert drawn[-1] <= 0.85
    assert np.all(drawn_overlaps(0.7, 0.0, DRAWS) == 0.7)
    # Draws beyond the ends are moved to the ends: with the slider at 0 half of them.
    assert np.count_nonzero(drawn_overlaps(0.0, 0.3, DRAWS) == 0.0) == pytest.approx(DRAWS / 2, abs=1)


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
    band = fan(replace(default, dependence_share=0.0))
    expected = np.percentile(cost, [10, 50, 90])
    found = [band.p10_mln_eur[3], band.p50_mln_eur[3], band.p90_mln_eur[3]]
    assert found == pytest.approx(expected, abs=0.06)
    assert band.chance_share == pytest.approx(np.mean(cost <= 100.0), abs=0.005)


@pytest.mark.parametrize("overlap", [0.0, 0.02, 0.1, 0.7, 0.97, 1.0])
@pytest.mark.parametrize("margin", [0.0, 0.01, 0.15, 0.3])
def test_the_odds_of_the_overlap_are_what_drawing_it_gives(overlap: float, margin: float) -> None:
    # A draw with a room of r reaches the target with every overlap up to 1 + r, here compared with a million overlaps.
    drawn = np.clip(overlap + margin * np.random.default_rng(3).triangular(-1.0, 0.0, 1.0, 1_000_000), 0.0, 1.0)
    # Not exactly on a step: a chance is computed from a room with a little to spare.
    rooms = np.array([-1.5, -0.999, -0.95, -0.4, -0.3 + 1e-9, -0.2, -0.02, -0.001, 0.5])
    odds = OverlapOdds(overlap, margin)
    for room in rooms:
        assert odds.mean(np.array([room]) * odds.per_room) == pytest.approx(np.mean(drawn <= 1.0 + room), abs=0.002)
    expected = odds.mean(rooms * odds.per_room)
    assert RisingRoom(rooms).means(np.array([overlap]), margin)[0] == pytest.approx(expected, abs=1e-9 if margin else 1)


def test_the_range_is_the_chance_with_the_overlap_five_points_up_and_down(default: Scenario) -> None:
    low, high = chance_range(default)
    assert (low, high) == tuple(chance_share(replace(default, overlap_share=overlap)) for overlap in (0.75, 0.65))
    assert low < chance_share(default) < high


@pytest.mark.parametrize(("overlap", "ends"), [(0.02, (0.07, 0.0)), (0.98, (1.0, 0.93)), (1.0, (1.0, 0.95))])
def test_the_range_stays_within_possible_overlaps(default: Scenario, overlap: float, ends: tuple[float, float]) -> None:
    expected = [chance_share(replace(default, overlap_share=end)) for end in ends]
    assert chance_range(replace(default, overlap_share=overlap)) == pytest.approx(expected, abs=1e-9)
