"""Controls: listed once, what is set is what is read, through a scenario, a link and words."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.what_if import (
    CostInputs,
    InputError,
    InvestmentCount,
    SavingsPlan,
    Scenario,
    controls_of,
    scenario_changes,
    scenario_from_query,
    scenario_to_query,
    with_values,
)
from model.what_if.parameters import ASSUMPTIONS, Kind
from tests.model.what_if.conftest import any_value

Scenarios = st.SearchStrategy[Scenario]

properties = settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="session", params=["source", "any region"])
def drawn(request: pytest.FixtureRequest, scenarios: Scenarios, scenarios_of_any_region: Scenarios) -> Scenarios:
    return scenarios if request.param == "source" else scenarios_of_any_region


def test_controls_of_the_source(plan: SavingsPlan) -> None:
    expected = []
    for code in plan.codes:
        expected += [f"on:{code}", f"saving_mln_eur:{code}", f"delay_months:{code}"]
        expected += [f"unknown_investment_mln_eur:{code}"] * (code in ("1", "4"))
    expected += ["overlap_share", "overlap_margin_share", "delay_months", "growth_pct"]
    expected += ["national_contribution_mln_eur:2022", "investments_counted"]
    expected += [f"realised_cost_mln_eur:{year}" for year in plan.years]
    assert [key for key in controls_of(plan) if key in expected] == expected
    assert set(controls_of(plan)) - set(expected) <= {assumption.key for assumption in ASSUMPTIONS}


def test_every_field_of_a_scenario_has_a_control(plan: SavingsPlan) -> None:
    assert {control.field for control in controls_of(plan).values()} == {f.name for f in fields(Scenario)} - {"plan"}


def test_assumptions_have_keys_of_their_own() -> None:
    assert len({assumption.key for assumption in ASSUMPTIONS}) == len(ASSUMPTIONS)
    assert len({assumption.link_key for assumption in ASSUMPTIONS}) == len(ASSUMPTIONS)
    assert not {assumption.link_key for assumption in ASSUMPTIONS} & {"v", "t", "a", "u", "b"}


@properties
@given(data=st.data())
def test_a_control_reads_what_it_set_and_leaves_the_others_alone(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    controls = controls_of(scenario.plan)
    for control in controls.values():
        value = data.draw(any_value(control), label=control.key)
        after = control.set(scenario, value)
        assert control.get(after) == value
        changed = {change.control.key for change in scenario_changes(scenario, after)}
        own = (
            {key for key, other in controls.items() if other.field == control.field}
            if control.for_all
            else {control.key}
        )
        assert changed <= own


@properties
@given(data=st.data())
def test_every_control_goes_through_a_link(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    for control in controls_of(scenario.plan).values():
        after = control.set(Scenario.default(scenario.plan), data.draw(any_value(control), label=control.key))
        read = scenario_from_query(scenario_to_query(after), scenario.plan)
        assert control.get(read) == control.get(after)
        assert read == after


@properties
@given(data=st.data())
def test_every_value_lies_within_the_range(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    for control in controls_of(scenario.plan).values():
        assert len(set(control.values)) == len(control.values) >= 1
        for value in (control.values[0], control.values[1 % len(control.values)], control.values[-1]):
            assert control.get(control.set(scenario, value)) == value


@properties
@given(data=st.data())
def test_a_batch_has_a_row_per_value_and_passes_the_check_of_inputs(drawn: Scenarios, data: st.DataObject) -> None:
    scenario = data.draw(drawn)
    inputs = CostInputs.of(scenario)
    for control in controls_of(scenario.plan).values():
        batch = control.batch(inputs)
        assert bool(batch) is (control.input is not None and control.kind is not Kind.CHOICE)
        for rows in batch.values():
            assert len(rows) == len(control.values)
        inputs.changed(**batch)


def test_one_value_for_all_comes_first(default: Scenario) -> None:
    values = {"delay_months:3a": 2.0, "delay_months": 6.0}
    after = with_values(default, values)
    assert [after.delay_months[index] for index in (0, 2)] == [6.0, 2.0]
    controls = controls_of(default.plan)
    assert controls["delay_months"].get(after) is None
    assert controls["delay_months"].get(with_values(default, {"delay_months": 6.0})) == 6.0


def test_what_is_no_control_or_out_of_range_is_refused(default: Scenario) -> None:
    for key in ("on:99", "national_contribution_mln_eur:2020", "unknown_investment_mln_eur:6", "plan", ""):
        with pytest.raises(InputError, match=f"Schuif: “{key}” kan niet"):
            with_values(default, {key: True})
    with pytest.raises(InputError, match="Overlap: 150% kan niet"):
        controls_of(default.plan)["overlap_share"].set(default, 1.5)


def test_choices_have_words_for_every_value(plan: SavingsPlan) -> None:
    for control in controls_of(plan).values():
        assert len(control.words) == (len(control.values) if control.kind is Kind.CHOICE else 0)
    assert controls_of(plan)["investments_counted"].values == tuple(InvestmentCount)
