"""Scenarios refuse what lies outside the range of an input, by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from model.what_if import (
    PARAMETERS,
    InputError,
    SavingsPlan,
    Scenario,
    change_of_target_cost_mln_eur,
    preset_scenario,
    presets,
    presets_equal_to,
    scenario_changes,
    scenario_figures,
    with_values,
)
from model.what_if.presets import PresetName

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("field", "name", "low", "high", "unit"),
    [
        ("overlap_share", "Overlap", 0.0, 1.0, ""),
        ("overlap_margin_share", "Onzekerheid van de overlap", 0.0, 0.3, ""),
        ("growth_pct", "Autonome groei", -2.0, 10.0, "% per jaar"),
    ],
)
def test_assumptions_out_of_range_are_refused(
    default: Scenario, field: str, name: str, low: float, high: float, unit: str
) -> None:
    for value in (low, high):
        replace(default, **{field: value})
    wrong: list[Any] = [low - 0.01, high + 0.01, NAN, INF, -INF, None, "0.5", True]
    for value in wrong:
        with pytest.raises(InputError, match=rf"^{name}: .+ kan niet; toegestaan is .+ tot en met .+{unit}\.$"):
            replace(default, **{field: value})


@pytest.mark.parametrize("value", [0.9, 10.1, NAN, INF, None, "5"])
def test_saving_outside_its_band_is_refused(default: Scenario, value: Any) -> None:
    with pytest.raises(
        InputError, match=r"Besparing van maatregel 1: .+ kan niet; toegestaan is € 1 mln tot en met € 10 mln"
    ):
        with_values(default, {"saving_mln_eur:1": value})


@pytest.mark.parametrize("value", [-0.1, 24.1, NAN, INF, None])
def test_delay_out_of_range_is_refused(default: Scenario, value: Any) -> None:
    with pytest.raises(InputError, match=r"Later starten van maatregel 3a: .+ toegestaan is 0 tot en met 24 maanden"):
        with_values(default, {"delay_months:3a": value})


@pytest.mark.parametrize("value", [-0.1, 15.1, NAN, INF])
def test_contribution_out_of_range_is_refused(default: Scenario, value: float) -> None:
    with pytest.raises(
        InputError, match=r"Bijdrage van het Rijk in 2022: .+ toegestaan is onbekend, of € 0 mln tot en met € 15 mln"
    ):
        with_values(default, {"national_contribution_mln_eur:2022": value})


def test_contribution_that_the_source_gives_cannot_be_changed(default: Scenario) -> None:
    with pytest.raises(InputError, match=r"Bijdrage van het Rijk in 2020: 8 kan niet; .+ geeft € 9,5 mln"):
        replace(default, national_contribution_mln_eur=(None, 8.0, None, None))


def test_unknown_investment_only_where_one_is_to_be_stated(default: Scenario) -> None:
    for value in (-1.0, 10.1, NAN):
        with pytest.raises(InputError, match="Nog op te geven investering van maatregel 1"):
            with_values(default, {"unknown_investment_mln_eur:1": value})
    with pytest.raises(InputError, match=r"maatregel 6: 1 kan niet; toegestaan is leeg, want .+ “leeg”"):
        replace(default, unknown_investment_mln_eur=tuple(1.0 if code == "6" else None for code in default.plan.codes))


def test_wrong_kinds_and_lengths_are_refused(default: Scenario) -> None:
    with pytest.raises(InputError, match="niet, eenmalig, jaarlijks"):
        replace(default, investments_counted="soms")
    with pytest.raises(InputError, match="15, één per maatregel"):
        replace(default, on=(True,))
    with pytest.raises(InputError, match="4, één per jaar"):
        replace(default, national_contribution_mln_eur=())
    with pytest.raises(InputError, match="Aan of uit van maatregel 1: 1 kan niet; toegestaan is ja of nee"):
        with_values(default, {"on:1": 1})


def test_scenarios_are_values(default: Scenario, plan: SavingsPlan) -> None:
    assert Scenario.default(plan) == default
    assert hash(Scenario.default(plan)) == hash(default)
    assert with_values(default, {"on:1": False}) != default


def test_every_parameter_is_described_and_its_default_allowed() -> None:
    for parameter in PARAMETERS:
        assert parameter.description.endswith(".")
        assert parameter.fault(parameter.default) is None
        assert parameter.fault(parameter.low - parameter.step) is not None
        steps = (parameter.high - parameter.low) / parameter.step
        assert steps == pytest.approx(round(steps))


def test_presets_of_the_source(plan: SavingsPlan) -> None:
    by_name = {preset.name: preset.scenario for preset in presets(plan)}
    assert list(by_name) == list(PresetName)
    on = {
        name: [code for code, is_on in zip(plan.codes, scenario.on, strict=True) if is_on]
        for name, scenario in by_name.items()
    }
    assert on["loopt"] == ["10", "12", "13"]
    assert on["besluiten"] == ["1", "2"]
    assert on["niets"] == []
    assert on["laag"] == on["midden"] == on["hoog"] == list(plan.codes)
    assert by_name[PresetName.ALL_MIDDLE] == Scenario.default(plan)
    # All low: 8 x 1 + 2 x 1 = 10 with 1 the largest: 1 + 0.3 x 9 = 3.7. All high: 2 x 10 + 6 x 5 + 2 + 3 + 2 + 6 = 63:
    # 10 + 0.3 x 53 = 25.9.
    assert scenario_figures(by_name[PresetName.ALL_LOW]).net_effect_mln_eur[3] == pytest.approx(3.7)
    assert scenario_figures(by_name[PresetName.ALL_HIGH]).net_effect_mln_eur[3] == pytest.approx(25.9)
    with pytest.raises(InputError, match="“alles” kan niet; toegestaan is een van laag, midden"):
        preset_scenario(plan, "alles")


def test_what_is_proposed_per_2020_is_no_decision_and_says_where_its_figures_come_from(plan: SavingsPlan) -> None:
    preset = next(preset for preset in presets(plan) if preset.name == PresetName.PROPOSED)
    assert preset.label == "Voorgesteld per 2020", "004, line 558: still to be decided"
    assert "moest nog worden genomen" in preset.note
    # Line 351 prints an effect of 0 to 2 in 2019 for measure 2, though lines 590-592 let it start in 2020.
    assert scenario_figures(preset.scenario).net_effect_mln_eur[0] == pytest.approx(1.0)
    assert "al in 2019 een effect van € 0 mln tot € 2 mln" in preset.note
    assert [other.name for other in presets(plan) if other.note] == [preset.name]


def test_a_scenario_equals_its_preset_until_anything_is_changed(plan: SavingsPlan) -> None:
    for preset in presets(plan):
        assert presets_equal_to(preset.scenario) == (preset.name,)
        assert presets_equal_to(with_values(preset.scenario, {"overlap_share": 0.65})) == ()


def test_presets_without_decisions_or_running_measures_are_left_out(plan: SavingsPlan) -> None:
    idle = replace(plan.measures, measures=tuple(replace(measure, running=False) for measure in plan.measures))
    other = replace(plan, measures=idle, proposed_codes=())
    assert [str(preset.name) for preset in presets(other)] == ["laag", "midden", "hoog", "niets"]


def test_changes_are_listed_with_before_and_after(default: Scenario, plan: SavingsPlan) -> None:
    after = with_values(
        default, {"saving_mln_eur:1": 6.5, "overlap_share": 0.5, "national_contribution_mln_eur:2022": 8.0}
    )
    listed = [(change.control.key, change.before, change.after) for change in scenario_changes(default, after)]
    assert listed == [
        ("saving_mln_eur:1", 5.5, 6.5),
        ("overlap_share", 0.7, 0.5),
        ("national_contribution_mln_eur:2022", None, 8.0),
    ]
    # Measure 1 becomes the largest at 6.5: net 6.5 + 0.5 x (37.5 - 6.5) = 22.0 against 14.8.
    assert change_of_target_cost_mln_eur(default, after) == pytest.approx(-7.2)
    assert scenario_changes(default, default) == ()
    with pytest.raises(InputError):
        scenario_changes(default, Scenario.default(replace(plan, proposed_codes=())))
