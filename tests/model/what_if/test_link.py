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
    read_link,
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
        ("o=nan", "Overlap: “nan” kan niet; toegestaan is 0 tot en met 1 (0 tot en met 100%)."),
        ("o=1_000", "Overlap: “1_000”"),
        ("o=٣", "Overlap: “٣”"),
        ("o=1.5", "Overlap: “1.5” kan niet; toegestaan is 0 tot en met 1 (0 tot en met 100%)."),
        ("o=700", "Overlap: “700” kan niet; toegestaan is 0 tot en met 1 (0 tot en met 100%)."),
        ("m=1", "Onzekerheid van de overlap: “1” kan niet; toegestaan is 0 tot en met 0,3 (0 tot en met 30%)."),
        ("o=70 mln", "Overlap: “70 mln” kan niet"),
        ("e=97500", "Eigen doel: € 97.500 mln kan niet; toegestaan is € 57,3 mln tot en met € 172,1 mln"),
        ("e=€ 97,5 mld", "Eigen doel: “€ 97,5 mld” kan niet; toegestaan is € 57,3 mln tot en met € 172,1 mln"),
        ("w=plafond1", "Doel: “plafond1” kan niet; toegestaan is “het pad van"),
        ("o=", "Overlap: leeg kan niet"),
        ("o", "Overlap: leeg kan niet"),
        ("o=a%0Ab", "Overlap: “a·b” kan niet"),
        ("o=0.5&o=0.6", "Overlap: dit staat meer dan één keer in de link, als “0.5” en “0.6”; welke geldt, is niet te"),
        ("x=1&y=2", "onderdeel dat deze app niet kent: “x” en “y”."),
        ("u=99", "Maatregelen uit: maatregel “99” staat niet in de tabel; die heeft de maatregelen 1 tot en met 14."),
        ("u=1&a=2", "Maatregelen aan: de link zegt welke maatregelen aanstaan en ook welke uitstaan"),
        ("b=1_11", "Besparing van maatregel 1: € 11 mln kan niet; toegestaan is € 1 mln tot en met € 10 mln"),
        ("b=1_11~2_12~4_9", "Besparing van maatregel 1 en 2: € 11 mln en € 12 mln kan niet; toegestaan is € 1 mln tot"),
        ("a=1,99", "Maatregelen aan: maatregel “1,99” staat niet in de tabel"),
        ("r=22_5~2022_6", "Bijdrage van het Rijk: jaar 2022 heeft meer dan één getal"),
        ("b=1_5~1_6", "Besparing: maatregel 1 heeft meer dan één getal"),
        ("d=25", "Later starten: 25 maanden kan niet; toegestaan is 0 tot en met 24 maanden"),
        ("r=2020_5", "Bijdrage van het Rijk in 2020: € 5 mln kan niet; toegestaan is leeg, want de tabel geeft"),
        ("r=2030_5", "Bijdrage van het Rijk: jaar “2030” staat niet in de tabel; die heeft de jaren 2019 tot en met"),
        ("i=soms", "Investeringen meetellen: “soms” kan niet; toegestaan is “niet”, “eenmalig, in het"),
        ("e=970", "Eigen doel: € 970 mln kan niet; toegestaan is € 57,3 mln tot en met € 172,1 mln"),
        ("n=6_1", "investering van maatregel 6: € 1 mln kan niet"),
        ("j=2020_1134", "kosten in 2020: € 1.134 mln kan niet; toegestaan is onbekend, of € 20 mln tot en met € 574"),
        ("j=2020_0", "Werkelijke kosten in 2020: € 0 mln kan niet"),
        ("j=2020_-113.4", "Werkelijke kosten in 2020: € −113,4 mln kan niet"),
        ("j=2020_1134~2021_0", "Werkelijke kosten in 2020 en 2021: € 1.134 mln en € 0 mln kan niet"),
        ("j=2023_113.4", "Werkelijke kosten: jaar “2023” staat niet in de tabel; die heeft de jaren 2019 tot en met"),
        ("j=2020_nan", "Werkelijke kosten in 2020: “nan” kan niet"),
        ("j=2020_veel", "Werkelijke kosten in 2020: “veel” kan niet"),
        ("j=113.4", "Werkelijke kosten: “113.4” is niet te lezen; er hoort een jaar met een bedrag in mln € te"),
        ("j=2020_113.4~2020_118", "Werkelijke kosten: jaar 2020 heeft meer dan één getal"),
        ("j=<script>", "Werkelijke kosten: “<script>” is niet te lezen"),
        ("=1+1", "niet kent: “”"),
    ],
)  # fmt: skip
def test_a_wrong_part_is_told_in_the_words_of_the_page_and_leaves_the_rest(
    plan: SavingsPlan, rest: str, words: str
) -> None:
    read = read_link(f"v=1&t={plan.fingerprint}&{rest}&g=1.5", plan)
    assert words in "\n".join(fault.text for fault in read.faults)
    assert read.scenario.growth_pct == 1.5
    with pytest.raises(LinkError, match=r"."):
        scenario_from_query(f"v=1&t={plan.fingerprint}&{rest}", plan)


def test_all_faults_of_a_link_are_told_once_for_each_cause(plan: SavingsPlan) -> None:
    late = "~".join(f"{code}_30" for code in plan.codes)
    read = read_link(f"v=1&t={plan.fingerprint}&b=1_7,3~2_99~77_1&d={late}&o=1.2&i=soms", plan)
    subjects = [fault.text.split(":")[0] for fault in read.faults]
    assert subjects == [
        "Besparing",
        "Besparing van maatregel 2",
        "Later starten van maatregel 1, 2, 3a, 3b, 4 en nog 10",
        "Overlap",
        "Investeringen meetellen",
    ]
    assert read.scenario == with_values(Scenario.default(plan), {"saving_mln_eur:1": 7.3})


@pytest.mark.parametrize("rest", ["e=97,5", "e=97.5", "e=97,50"])
def test_a_comma_is_read_as_a_point(plan: SavingsPlan, rest: str) -> None:
    read = scenario_from_query(f"v=1&t={plan.fingerprint}&w=eigen&{rest}", plan)
    assert read.target_cost_mln_eur == 97.5


@pytest.mark.parametrize(
    ("rest", "words", "example"),
    [
        ("b=1", "Besparing: “1” is niet te lezen; er hoort een maatregel met een bedrag in mln € te staan", "1_5.5"),
        ("d=6~3a_3", "Later starten: “6” is niet te lezen; er hoort een maatregel met een aantal maanden te", "1_6"),
        (
            "r=5",
            "Bijdrage van het Rijk: “5” is niet te lezen; er hoort een jaar met een bedrag in mln € te",
            "2022_2.5",
        ),
        ("n=5", "investering: “5” is niet te lezen; er hoort een maatregel met een bedrag in mln € te staan", "1_2.5"),
        ("j=5", "kosten: “5” is niet te lezen; er hoort een jaar met een bedrag in mln € te staan", "2019_114.7"),
    ],
)
def test_what_cannot_be_read_is_told_with_an_example_of_its_kind_that_can(
    plan: SavingsPlan, rest: str, words: str, example: str
) -> None:
    (fault,) = read_link(f"v=1&t={plan.fingerprint}&{rest}", plan).faults
    assert words in fault.text
    assert fault.text.endswith(f", zoals {example}.")
    assert read_link(f"v=1&t={plan.fingerprint}&{rest[0]}={example}", plan).faults == ()


@pytest.mark.parametrize(
    ("rest", "meant", "reading"),
    [
        ("o=65", "o=0.65", "Overlap: gelezen is “65” als 65%."),
        ("m=7,5", "m=0.075", "Onzekerheid van de overlap: gelezen is “7,5” als 7,5%."),
        ("w=eigen&e=97500000", "w=eigen&e=97.5", "Eigen doel: gelezen is “97500000” als € 97,5 mln."),
        ("w=eigen&e=97.450.000", "w=eigen&e=97.45", "Eigen doel: gelezen is “97.450.000” als € 97,45 mln."),
        ("b=1_7300000~2_6", "b=1_7.3~2_6", "Besparing: gelezen is “7300000” als € 7,3 mln."),
        ("b=1_7300000~2_99", "b=1_7.3", "Besparing: gelezen is “7300000” als € 7,3 mln."),
        ("r=2022_8000000", "r=2022_8", "Bijdrage van het Rijk: gelezen is “8000000” als € 8 mln."),
    ],
)
def test_a_number_in_another_unit_with_one_meaning_is_read_and_that_is_told(
    plan: SavingsPlan, rest: str, meant: str, reading: str
) -> None:
    head = f"v=1&t={plan.fingerprint}&"
    read = read_link(head + rest, plan)
    assert read.readings == (reading,)
    assert read.scenario == scenario_from_query(head + meant, plan)
    assert read_link(head + meant, plan).readings == ()


@pytest.mark.parametrize(
    ("rest", "meant"),
    [
        ("o=65%25", "o=0.65"),
        ("o=65%2525", "o=0.65"),
        ("o=%200,65+", "o=0.65"),
        ("o=0%252C65", "o=0.65"),
        ("g=1,5%25", "g=1.5"),
        ("g=%E2%88%921.5", "g=-1.5"),
        ("w=Eigen&e=%E2%82%AC+97,5+mln", "w=eigen&e=97.5"),
        ("u=3A", "u=3a"),
        ("u=3A,4+1", "u=1~3a~4"),
        ("b=3A_2.5~+4+_+1", "b=3a_2.5~4_1"),
        ("b=Laag", "b=laag"),
        ("d=6+maanden", "d=6"),
        ("r=22_8", "r=2022_8"),
        ("i=Elk+jaar", "i=jaarlijks"),
    ],
)
def test_other_ways_to_write_the_same_are_read(plan: SavingsPlan, rest: str, meant: str) -> None:
    head = f"v=1&t={plan.fingerprint}&"
    assert read_link(head + rest, plan) == read_link(head + meant, plan)
    assert scenario_from_query(head + rest, plan) != Scenario.default(plan)


def test_what_the_app_writes_is_read_as_it_stands(plan: SavingsPlan) -> None:
    for preset in presets(plan):
        assert read_link(scenario_to_query(preset.scenario), plan).readings == ()


def test_measures_that_are_all_unknown_do_not_mean_that_none_is_on(plan: SavingsPlan) -> None:
    assert read_link(f"v=1&t={plan.fingerprint}&a=98~99", plan).scenario == Scenario.default(plan)
    assert read_link(f"v=1&t={plan.fingerprint}&a=1~99", plan).scenario.on.count(True) == 1


_PARTS = st.tuples(
    st.sampled_from([*LINK_KEYS, "x", ""]),
    st.one_of(
        st.text(st.sampled_from("0123456789.,-~_abe%€ \n\x00"), max_size=30),
        st.sampled_from(["laag", "hoog", "-", "eigen", "plafond1_95.7", "plafond9_1", "1_5~2_6", "2022_8", "0,5", "6"]),
        st.text(max_size=20),
    ),
)


@properties
@given(parts=st.lists(_PARTS, max_size=12))
def test_any_broken_link_is_used_as_far_as_it_can_be_and_the_rest_is_told(
    plan: SavingsPlan, parts: list[tuple[str, str]]
) -> None:
    kept = [(key, text) for key, text in parts if key not in ("v", "t")]
    read = read_link(f"v=1&t={plan.fingerprint}&{urlencode(kept, errors='replace')}", plan)
    for fault in read.faults:
        assert fault.text.isprintable()
        assert fault.text.endswith(".")
        assert len(fault.text) < 600
    # What was used is a whole link again; each part by itself is used, or has its own fault.
    assert scenario_from_query(scenario_to_query(read.scenario), plan) == read.scenario
    alone = [read_link({"v": "1", "t": plan.fingerprint, key: text}, plan) for key, text in kept]
    if not read.faults and kept:
        assert not any(part.faults for part in alone)
    if any(part.faults for part in alone):
        assert read.faults


@properties
@given(data=st.data())
def test_one_broken_part_leaves_all_others_as_they_are(
    scenarios: st.SearchStrategy[Scenario], plan: SavingsPlan, data: st.DataObject
) -> None:
    query = scenario_to_query(data.draw(scenarios))
    parts = dict(part.split("=") for part in query.split("&"))
    broken = data.draw(st.sampled_from([key for key in LINK_KEYS if key not in ("v", "t", "a", "u")]))
    rest = {key: text for key, text in parts.items() if key != broken}
    read = read_link({**rest, broken: "?!"}, plan)
    assert len(read.faults) == 1
    assert read.scenario == scenario_from_query(rest, plan)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "niet volledig"),
        ("?", "niet volledig"),
        ("o=0.5", "niet volledig"),
        ("v=1&o=0.5", "niet volledig"),
        ("t=524a60", "niet volledig"),
        ("v=&t=524a60", "niet volledig"),
        ("v=0&t=000000", "andere versie van de app: “0”, en hier is het 1"),
        ("v=1.0&t=524a60", "andere versie"),
        ("v=1&v=2&t=524a60", "niet volledig"),
    ],
)
def test_another_version_is_refused_and_never_read(plan: SavingsPlan, query: str, words: str) -> None:
    with pytest.raises(LinkError, match=words):
        read_link(query, plan)


def test_a_link_of_another_table_is_refused_and_never_read(plan: SavingsPlan, default: Scenario) -> None:
    path = replace(plan.trajectory, yearly_cost_mln_eur=(114.7, 109.7, 104.7, 99.0))
    with pytest.raises(LinkError, match="hoort bij andere cijfers"):
        read_link(scenario_to_query(default), replace(plan, trajectory=path))


def test_an_endless_link_is_refused(plan: SavingsPlan) -> None:
    with pytest.raises(InputError, match="ten hoogste 4000 tekens"):
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
