"""Yearly figures, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from model.what_if import (
    CostInputs,
    InputError,
    InvestmentCount,
    SavingsPlan,
    Scenario,
    preset_scenario,
    scenario_figures,
    with_values,
    yearly_figures,
)
from tests.model.what_if.calibration import calibrated_overlap_share


def _only(scenario: Scenario, *codes: str) -> Scenario:
    return replace(scenario, on=tuple(code in codes for code in scenario.plan.codes))


def _effects_later(alone: Scenario, months: float) -> NDArray[np.float64]:
    return scenario_figures(with_values(alone, {"delay_months": months})).net_effect_mln_eur


def test_all_measures_in_the_middle(default: Scenario) -> None:
    figures = scenario_figures(default)
    # Middle of the last column: 1 and 2: 5.5 each; 3a, 3b, 4, 5, 6, 7: 3 each; 8: 1.5; 9: 2; 10, 11: 0.5 each;
    # 12, 13, 14: 1 each. Sum 11 + 18 + 1.5 + 2 + 1 + 3 = 36.5; largest 5.5.
    # Net 5.5 + 0.3 x (36.5 - 5.5) = 5.5 + 9.3 = 14.8; cost 114.7 - 14.8 = 99.9.
    assert figures.gross_effect_mln_eur[3] == 36.5
    assert figures.largest_effect_mln_eur[3] == 5.5
    assert figures.net_effect_mln_eur[3] == pytest.approx(14.8)
    assert figures.yearly_cost_mln_eur[3] == pytest.approx(99.9)


def test_first_two_years_in_the_middle(default: Scenario) -> None:
    figures = scenario_figures(default)
    # 2019: 2: 1; 3a, 3b, 5, 6: 0.5 each; 10, 12, 13: 0.5 each: 1 + 2 + 1.5 = 4.5. Net 1 + 0.3 x 3.5 = 2.05.
    # 2020: 1, 2: 4.5 each; 3a, 3b, 4, 5: 2.5 each; 6: 1.5; 7: 2; 8: 1.5; 9: 2; 10, 11: 0.5 each; 12, 13: 1 each; 14: 0.
    # 9 + 10 + 1.5 + 2 + 1.5 + 2 + 1 + 2 = 29. Net 4.5 + 0.3 x 24.5 = 11.85.
    assert figures.gross_effect_mln_eur[:2] == pytest.approx([4.5, 29.0])
    assert figures.yearly_cost_mln_eur[:2] == pytest.approx([114.7 - 2.05, 114.7 - 11.85])


def test_calibrated_overlap_gives_the_target_of_the_source(plan: SavingsPlan, default: Scenario) -> None:
    # 1 - (14.7 - 5.5) / (36.5 - 5.5) = 1 - 9.2 / 31 = 0.7032...
    share = calibrated_overlap_share(plan)
    assert share == pytest.approx(1 - 9.2 / 31)
    assert share == pytest.approx(0.703, abs=0.0005)
    rounded = scenario_figures(replace(default, overlap_share=0.703))
    assert round(float(rounded.yearly_cost_mln_eur[3]), 1) == 100.0
    assert share is not None
    exact = scenario_figures(replace(default, overlap_share=share))
    assert exact.yearly_cost_mln_eur[3] == pytest.approx(100.0, abs=1e-9)


def test_nothing_on_leaves_the_start_cost_flat(plan: SavingsPlan) -> None:
    assert scenario_figures(preset_scenario(plan, "niets")).yearly_cost_mln_eur.tolist() == [114.7] * 4


def test_position_carries_over_to_every_year(default: Scenario) -> None:
    # Measure 1 at 7.3 is (7.3 - 1) / (10 - 1) = 0.7 of its band: 2020: 1 + 0.7 x (8 - 1) = 5.9; later 7.3.
    figures = scenario_figures(with_values(_only(default, "1"), {"saving_mln_eur:1": 7.3}))
    assert figures.net_effect_mln_eur == pytest.approx([0.0, 5.9, 7.3, 7.3])


def test_delay_of_whole_and_part_years(default: Scenario) -> None:
    # Measure 2 in the middle: 1.0, 4.5, 5.5, 5.5.
    alone = _only(default, "2")
    # 12 months: k = 1, f = 0: 0, 1.0, 4.5, 5.5.
    assert _effects_later(alone, 12) == pytest.approx([0.0, 1.0, 4.5, 5.5])
    # 3 months: k = 0, f = 0.25: 0.75 x 1; 0.75 x 4.5 + 0.25 x 1; 0.75 x 5.5 + 0.25 x 4.5; 5.5.
    assert _effects_later(alone, 3) == pytest.approx([0.75, 3.625, 5.25, 5.5])
    # 18 months: k = 1, f = 0.5: 0; 0.5 x 1; 0.5 x 4.5 + 0.5 x 1; 0.5 x 5.5 + 0.5 x 4.5.
    assert _effects_later(alone, 18) == pytest.approx([0.0, 0.5, 2.75, 5.0])
    # 24 months: k = 2: 0, 0, 1.0, 4.5.
    assert _effects_later(alone, 24) == pytest.approx([0.0, 0.0, 1.0, 4.5])


def test_growth_starts_after_the_first_year(plan: SavingsPlan) -> None:
    figures = scenario_figures(replace(preset_scenario(plan, "niets"), growth_pct=10.0))
    # 114.7, x 1.1 = 126.17, x 1.1 = 138.787, x 1.1 = 152.6657.
    assert figures.yearly_cost_mln_eur == pytest.approx([114.7, 126.17, 138.787, 152.6657])


def test_regional_cost_of_2022_is_unknown_until_the_contribution_is_given(default: Scenario) -> None:
    unknown = scenario_figures(default).regional_cost_mln_eur
    # 112.65 - 12 = 100.65; 102.85 - 9.5 = 93.35; 99.9 - 9.5 = 90.4; unknown.
    assert unknown[:3] == pytest.approx([100.65, 93.35, 90.4])
    assert np.isnan(unknown[3])
    # 99.9 - 8 = 91.9; and a contribution of nothing is a choice: 99.9.
    for contribution, regional in ((8.0, 91.9), (0.0, 99.9)):
        given = with_values(default, {"national_contribution_mln_eur:2022": contribution})
        assert scenario_figures(given).regional_cost_mln_eur[3] == pytest.approx(regional)


def test_investments_once_fall_in_the_year_the_effect_begins(default: Scenario) -> None:
    once = replace(default, investments_counted=InvestmentCount.ONCE)
    # First effect 2019: 3a 0.5, 3b 0.5, 5 0.2 = 1.2. First effect 2020: 7 2.0.
    assert scenario_figures(once).investment_mln_eur.tolist() == [1.2, 2.0, 0.0, 0.0]
    # 3a five months later still begins in 2019; 7 fourteen months later begins in 2021.
    moved = with_values(once, {"delay_months:3a": 5, "delay_months:7": 14})
    assert scenario_figures(moved).investment_mln_eur.tolist() == [1.2, 0.0, 2.0, 0.0]
    assert scenario_figures(with_values(once, {"on:7": False})).investment_mln_eur.tolist() == [1.2, 0.0, 0.0, 0.0]


def test_investments_every_year_run_on_from_the_start(default: Scenario) -> None:
    yearly = replace(default, investments_counted=InvestmentCount.YEARLY)
    # 1.2 from 2019, and 2.0 more from 2020: cost of 2022 is 99.9 + 3.2.
    assert scenario_figures(yearly).investment_mln_eur == pytest.approx([1.2, 3.2, 3.2, 3.2])
    assert scenario_figures(yearly).yearly_cost_mln_eur[3] == pytest.approx(103.1)


def test_unknown_investments_count_once_the_reader_gives_them(default: Scenario) -> None:
    yearly = with_values(default, {"investments_counted": InvestmentCount.YEARLY, "unknown_investment_mln_eur:4": 1.5})
    # Measure 4 has its first effect in 2020: 3.2 + 1.5 = 4.7.
    assert scenario_figures(yearly).investment_mln_eur == pytest.approx([1.2, 4.7, 4.7, 4.7])


def test_batches_of_any_shape_give_the_bits_of_single_runs(default: Scenario) -> None:
    inputs = CostInputs.of(with_values(default, {"delay_months:2": 7}))
    generator = np.random.default_rng(1)
    positions = generator.random((3, 4, 15))
    overlaps = generator.random((4,))
    delays = generator.integers(0, 25, (3, 1, 15))
    batch = yearly_figures(inputs.changed(position_share=positions, overlap_share=overlaps, delay_months=delays))
    assert batch.yearly_cost_mln_eur.shape == (3, 4, 4)
    for row in range(3):
        for column in range(4):
            single = yearly_figures(
                inputs.changed(
                    position_share=positions[row, column], overlap_share=overlaps[column], delay_months=delays[row, 0]
                )
            )
            assert np.array_equal(batch.yearly_cost_mln_eur[row, column], single.yearly_cost_mln_eur)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("position_share", [0.5] * 14 + [1.5], "Plaats in de bandbreedte: 1,5"),
        ("position_share", [0.5] * 14 + [np.nan], "geen getal"),
        ("position_share", [0.5] * 14, "een laatste as van 15"),
        ("on", [0.5] * 15, "Aan of uit: 0,5 kan niet; toegestaan is 0 of 1"),
        ("delay_months", [25.0] * 15, "Later starten: 25 kan niet; toegestaan is 0 tot en met 24 maanden"),
        ("overlap_share", -0.1, "Overlap: −0,1"),
        ("growth_pct", np.inf, "Autonome groei: oneindig"),
        ("national_contribution_mln_eur", [16.0] * 4, "toegestaan is € 0 mln tot en met € 15 mln"),
        ("investment_mln_eur", [11.0] * 15, "toegestaan is € 0 mln tot en met € 10 mln"),
    ],
)
def test_arrays_out_of_range_are_refused(default: Scenario, field: str, value: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        CostInputs.of(default).changed(**{field: value})


def test_batches_that_do_not_fit_are_refused(default: Scenario) -> None:
    with pytest.raises(InputError, match="vormen die op elkaar passen"):
        CostInputs.of(default).changed(overlap_share=np.full(3, 0.5), growth_pct=np.zeros(4))
