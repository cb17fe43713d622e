"""Links: what goes in comes out, and rubbish is refused in words."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    LINK_KEYS,
    ControlValue,
    InputError,
    InvestmentCount,
    LinkError,
    SavingsPlan,
    Scenario,
    preset_scenario,
    presets,
    scenario_from_query,
    scenario_to_query,
    with_values,
)
from model.what_if.link import version_1_defaults
from tests.examples import examples

properties = examples(80)


def test_defaults_of_the_current_version_are_the_defaults_of_the_app(plan: SavingsPlan) -> None:
    # Fails when a default changes: then links need a new version, and version 1 keeps its old meaning.
    assert version_1_defaults(plan) == Scenario.default(plan)


def test_what_a_link_of_version_1_leaves_out_never_changes_its_meaning(plan: SavingsPlan) -> None:
    meant = version_1_defaults(plan)
    assert set(meant.on) == {True}
    assert meant.saving_mln_eur[:3] == (5.5, 5.5, 3.0)
    assert set(meant.delay_months) == {0.0}
    assert (meant.overlap_share, meant.overlap_margin_share, meant.growth_pct) == (0.70, 0.15, 0.0)
    assert set(meant.national_contribution_mln_eur) | set(meant.unknown_investment_mln_eur) == {None}
    assert set(meant.realised_cost_mln_eur) == {None}
    assert meant.investments_counted is InvestmentCount.NO


def test_only_what_differs_is_written(plan: SavingsPlan, default: Scenario) -> None:
    head = f"v=1&t={plan.fingerprint}"
    assert scenario_to_query(default) == head
    assert scenario_to_query(preset_scenario(plan, "laag")) == f"{head}&b=laag"
    assert scenario_to_query(preset_scenario(plan, "hoog")) == f"{head}&b=hoog"
    assert scenario_to_query(preset_scenario(plan, "niets")) == f"{head}&a=-"
    assert scenario_to_query(preset_scenario(plan, "loopt")) == f"{head}&a=10~12~13"
    assert scenario_to_query(with_values(default, {"on:3a": False})) == f"{head}&u=3a"
    changed = with_values(
        default,
        {
            "saving_mln_eur:1": 7.3,
            "delay_months": 6,
            "overlap_share": 0.65,
            "growth_pct": -1.5,
            "national_contribution_mln_eur:2022": 9.5,
            "unknown_investment_mln_eur:4": 0.0,
            "investments_counted": InvestmentCount.ONCE,
            "realised_cost_mln_eur:2020": 113.4,
            "realised_cost_mln_eur:2021": 118.0,
        },
    )
    shown = "b=1_7.3&d=6&o=0.65&g=-1.5&r=2022_9.5&i=eenmalig&n=4_0&j=2020_113.4~2021_118"
    assert scenario_to_query(changed) == f"{head}&{shown}"


def test_fingerprint_of_the_source_is_fixed(plan: SavingsPlan) -> None:
    # A change here makes every link in circulation unreadable: only when a figure of the source was corrected.
    assert plan.fingerprint == "524a60"


def test_presets_survive(plan: SavingsPlan) -> None:
    for preset in presets(plan):
        assert scenario_from_query(scenario_to_query(preset.scenario), plan) == preset.scenario


@properties
@given(data=st.data())
def test_round_trip(scenarios: st.SearchStrategy[Scenario], plan: SavingsPlan, data: st.DataObject) -> None:
    scenario = data.draw(scenarios)
    query = scenario_to_query(scenario)
    assert scenario_from_query(query, plan) == scenario
    assert scenario_from_query(f"?{query}", plan) == scenario
    parts = {key: values[0] for key, values in parse_qs(query).items()}
    assert set(parts) <= set(LINK_KEYS)
    assert scenario_from_query(parts, plan) == scenario
    # Addresses that a program encodes once more stay the same: no character needs it.
    assert urlencode(parts) == query
    assert quote(query, safe="=&") == query


@properties
@given(data=st.data())
def test_round_trip_for_any_region(scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject) -> None:
    scenario = data.draw(scenarios_of_any_region)
    assert scenario_from_query(scenario_to_query(scenario), scenario.plan) == scenario


@properties
@given(query=st.text(max_size=200))
def test_rubbish_is_refused_without_another_error(plan: SavingsPlan, query: str) -> None:
    with pytest.raises(LinkError):
        scenario_from_query(query, plan)


@properties
@given(data=st.data())
def test_a_damaged_link_is_read_or_refused_without_another_error(
    scenarios: st.SearchStrategy[Scenario], plan: SavingsPlan, data: st.DataObject
) -> None:
    query = scenario_to_query(data.draw(scenarios))
    at = data.draw(st.integers(0, len(query) - 1))
    damaged = query[:at] + data.draw(st.sampled_from("~_&=-.9aé%+ \x00")) + query[at + data.draw(st.integers(0, 3)) :]
    with contextlib.suppress(LinkError):
        scenario_from_query(damaged, plan)


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("o=0,5", "Deel o van de link: “0,5” kan niet; toegestaan is een getal met een punt"),
        ("o=nan", "“nan”"),
        ("o=1_000", "“1_000”"),
        ("o=٣", "getal"),
        ("o=1.5", "Overlap: 1,5 kan niet; toegestaan is 0 tot en met 1"),
        ("o=", "getal"),
        ("o=0.5&o=0.6", "ten hoogste één keer"),
        ("x=1", "Deel x van de link"),
        ("u=99", "“99”"),
        ("u=1~1", "ten hoogste één keer"),
        ("u=1&a=2", "niet allebei"),
        ("b=1_11", "Besparing van maatregel 1: 11 kan niet; toegestaan is € 1 mln tot en met € 10 mln"),
        ("b=1", "een lijst als 3a_2.5~4_1"),
        ("b=1_5~1_6", "ten hoogste één keer"),
        ("d=25", "toegestaan is 0 tot en met 24 maanden"),
        ("r=2020_5", "Bijdrage van het Rijk in 2020"),
        ("r=2030_5", "“2030”"),
        ("i=soms", "niet, eenmalig, jaarlijks"),
        ("n=6_1", "maatregel 6"),
        (
            "j=2020_1134",
            "Werkelijke kosten in 2020: 1.134 kan niet; toegestaan is onbekend, of € 20 mln tot en met € 574 mln",
        ),
        ("j=2020_0", "Werkelijke kosten in 2020: 0 kan niet"),
        ("j=2020_-113.4", "Werkelijke kosten in 2020: -113,4 kan niet"),
        ("j=2023_113.4", "“2023”"),
        ("j=2020_113,4", "een getal met een punt voor de decimalen"),
        ("j=2020_nan", "“nan”"),
        ("j=2020_onbekend", "“onbekend”"),
        ("j=113.4", "een lijst als 3a_2.5~4_1"),
        ("j=2020_113.4~2020_118", "ten hoogste één keer"),
        ("j=<script>", "Deel j van de link"),
        ("=1+1", "Deel"),
    ],
)
def test_a_wrong_part_is_refused_by_name(plan: SavingsPlan, rest: str, words: str) -> None:
    with pytest.raises(LinkError) as refused:
        scenario_from_query(f"v=1&t={plan.fingerprint}&{rest}", plan)
    assert words in str(refused.value)


@pytest.mark.parametrize("query", ["", "?", "v=0&t=000000", "v=2&t=000000", "v=1.0", "t=000000", "v=", "o=0.5"])
def test_another_version_is_refused_and_never_read(plan: SavingsPlan, query: str) -> None:
    with pytest.raises(LinkError, match=r"Versie van de link: .+ deze link is van een andere versie"):
        scenario_from_query(query, plan)


def test_a_link_of_another_table_is_refused_and_never_read(plan: SavingsPlan, default: Scenario) -> None:
    path = replace(plan.trajectory, yearly_cost_mln_eur=(114.7, 109.7, 104.7, 99.0))
    with pytest.raises(LinkError, match="deze link hoort bij andere cijfers"):
        scenario_from_query(scenario_to_query(default), replace(plan, trajectory=path))


def test_an_endless_link_is_refused(plan: SavingsPlan) -> None:
    with pytest.raises(InputError, match=r"ten hoogste 4.?000 tekens"):
        scenario_from_query("v=1&" + "u=1~" * 2000, plan)


def test_scenarios_of_the_source_fit_in_a_chat_message(plan: SavingsPlan, default: Scenario) -> None:
    values: dict[str, ControlValue] = {"delay_months": 7}
    for code, savings in zip(plan.codes, plan.slider_values_mln_eur, strict=True):
        values |= {f"saving_mln_eur:{code}": float(savings[3]), f"on:{code}": code in ("1", "14")}
    assert len(scenario_to_query(with_values(default, values))) < 200


def test_one_value_for_all_out_of_range_is_one_fault(plan: SavingsPlan) -> None:
    with pytest.raises(LinkError) as refused:
        scenario_from_query(f"v=1&t={plan.fingerprint}&d=-3", plan)
    assert [fault.subject for fault in refused.value.faults] == ["Later starten"]
