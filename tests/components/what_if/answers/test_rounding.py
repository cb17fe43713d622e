"""Rounded figures that stand together add up on the screen and in files, or it is said that they do not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.words import NO_BREAK, distance
from components.what_if.answers import evidence as evidence_module
from components.what_if.answers.amounts import rounding_in_words
from components.what_if.answers.evidence import Evidence
from components.what_if.answers.findings import findings
from components.what_if.answers.how_sure import chances_rounding, tornado_rounding, tornado_table
from components.what_if.answers.over_the_years import (
    DISTANCE,
    GOAL,
    INVESTED,
    NATIONAL,
    REGIONAL,
    later_rounding,
    later_table,
    yearly_note,
    yearly_rounding,
    yearly_table,
)
from components.what_if.answers.who_does_what import (
    groups_rounding,
    groups_table,
    measures_rounding,
    measures_table,
    waterfall_rounding,
    waterfall_table,
)
from components.what_if.panel.changes_in_words import value_in_words
from components.what_if.realised import ABOVE_COMPUTED, ABOVE_GOAL, OWN_ACCOUNT
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.notation import adds_up, shown
from model.what_if import InvestmentCount, SavingsPlan, Scenario, controls_of, input_decimals
from tests.components.what_if.own_table.tables import own_plan
from tests.serving import ROOT

PLAN = source_plan()
SMALL, SMALLEST = own_plan(4, 3, high=0.9, start=9.8), own_plan(3, 2, high=0.6, start=1.75)
PLANS = (PLAN, SMALL, SMALLEST, own_plan(2, 2, high=0.7, start=40.0))


def adds(parts: Sequence[float], total: float) -> bool:
    """Whether numbers of a table add up, as a reader adds them."""
    return pd.isna([*parts, total]).any() or abs(sum(parts) - total) < 1e-6


def _costs_near(plan: SavingsPlan) -> st.SearchStrategy[float]:
    start = round(1000 * plan.trajectory.start_cost_mln_eur)
    return st.integers(start // 2, 2 * start).map(lambda thousandths: thousandths / 1000)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A scenario of one of the plans, with amounts that stand between two decimals."""
    plan = draw(st.sampled_from(PLANS))
    low, high = plan.band_low_mln_eur, plan.band_high_mln_eur
    savings = [a + draw(st.integers(0, 20)) / 20 * (b - a) for a, b in zip(low, high, strict=True)]
    return replace(
        Scenario.default(plan),
        saving_mln_eur=tuple(float(each) for each in savings),
        on=tuple(draw(st.booleans()) for _ in plan.codes),
        overlap_share=draw(st.integers(0, 100)) / 100,
        growth_pct=draw(st.sampled_from([0.0, 0.0, 1.3])),
        delay_months=(float(draw(st.integers(0, 24))),) * len(plan.codes),
        investments_counted=draw(st.sampled_from(list(InvestmentCount))),
        realised_cost_mln_eur=tuple(draw(st.none() | _costs_near(plan)) for _ in plan.years),
    )


@given(scenarios())
def test_what_does_not_add_up_in_a_table_is_named_below_it(scenario: Scenario) -> None:
    results, at = Results(scenario), scenario.plan.trajectory.target_index
    said = yearly_rounding(results)
    table = yearly_table(results)
    for row in table.to_dict("records"):
        cost = row["Jaarkosten"]
        fits = (
            adds([row["Zonder maatregelen"], -row["Besparing na overlap"], row[INVESTED]], cost)
            and adds([row[GOAL], row[DISTANCE]], cost)
            and adds([row[REGIONAL], row[NATIONAL]], cost)
            and (OWN_ACCOUNT not in row or adds([cost, row[ABOVE_COMPUTED]], row[OWN_ACCOUNT]))
            and (OWN_ACCOUNT not in row or adds([row[GOAL], row[ABOVE_GOAL]], row[OWN_ACCOUNT]))
        )
        assert fits or str(row["Jaar"]) in said, (row, said)
    fits = adds(table["Jaarkosten"].tolist(), shown(results.together.yearly_cost_mln_eur, results.decimals))
    assert fits == ("jaarkosten samen" not in said)

    first, *others = later_table(results).to_dict("records")
    year = scenario.plan.years[at]
    for row, later in zip([first, *others], results.later, strict=True):
        fits = adds([first["Jaarkosten samen"], row["Meer dan zoals ingesteld"]], row["Jaarkosten samen"]) and adds(
            [shown(scenario.target_cost_mln_eur, results.decimals), row[f"Verschil met het doel in {year}"]],
            row[f"Jaarkosten {year}"],
        )
        assert fits or str(later.months_later or "ingesteld") in later_rounding(results)

    for row in tornado_table(results).to_dict("records"):
        ends = sorted((row["Bij de laagste stand"], row["Bij de hoogste stand"]))
        code = "overlap" if row["Onderdeel"] == "Overlap" else f"maatregel {row['Onderdeel'].split()[0]}"
        said = tornado_rounding(results)
        assert adds([ends[0], row["Verschil"]], ends[1]) or code in said or " en nog " in said

    steps = dict(zip([step.step for step in results.waterfall], waterfall_table(results)["Bedrag"], strict=True))
    gap, result = steps.pop("distance_to_target"), steps.pop("result")
    named = waterfall_rounding(results)
    assert adds(list(steps.values()), result) == ("jaarkosten" not in named)
    assert adds([shown(scenario.target_cost_mln_eur, results.decimals), gap], result) == ("verschil" not in named)


@given(scenarios())
def test_contributions_add_up_or_are_named(scenario: Scenario) -> None:
    results, at = Results(scenario), scenario.plan.trajectory.target_index
    table, said = measures_table(results, at), measures_rounding(results, at)
    columns = ("Effect op zichzelf", "Bijdrage", "Kwijt aan overlap")
    for row in table.to_dict("records"):
        code = str(row["Maatregel"]).split()[0]
        gross, *parts = (row[column] for column in columns)
        assert adds(parts, gross) or f"maatregel {code}" in said or " en nog " in said
    saving = shown(float(results.figures.net_effect_mln_eur[at]), results.decimals)
    assert adds(table["Bijdrage"].tolist(), saving) == (re.search(r"(bij: |, | en )bijdrage\b", said) is None)
    by_lead = groups_table(results, results.by_lead, at, "trekker")
    year = scenario.plan.years[at]
    fits = adds(by_lead[f"Bijdrage {year}"].tolist(), saving)
    assert fits == (f"bijdrage {year}" not in groups_rounding(results, results.by_lead, at).replace(f"{year}-", "-"))


def test_the_start_says_where_its_rounded_years_miss() -> None:
    """114.7 - 2.1 beside 112.7, and 112.7 + 102.9 + 99.9 + 99.9 beside 415.3."""
    said = yearly_rounding(Results(Scenario.default(PLAN)))
    assert said == (
        "Door afronding tellen de getallen niet precies op bij: 2019, 2020, jaarkosten samen en besparing samen."
    )
    assert "Alle jaren samen: jaarkosten € 415,3 mln, besparing € 43,5 mln." in yearly_note(
        Results(Scenario.default(PLAN))
    ).replace(NO_BREAK, " ")


def test_many_rows_that_miss_are_counted_after_the_first_ones() -> None:
    sums = [(f"maatregel {place}", (0.04, 0.04), 0.08) for place in range(1, 41)]
    assert rounding_in_words(sums, 1).endswith("maatregel 8 en nog 32.")
    assert rounding_in_words(sums, 2) == ""
    assert rounding_in_words([("onbekend", (float("nan"), 0.04), 0.08)], 1) == ""


def test_the_file_of_a_table_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, object] = {}
    monkeypatch.setattr(evidence_module, "show_table", lambda *_, **options: told.update(decimals=options["decimals"]))
    monkeypatch.setattr(evidence_module, "show_downloads", lambda *_, **options: told.update(about=options["about"]))
    monkeypatch.setattr(evidence_module.st, "caption", lambda text: told.update(caption=text))

    class About:
        def rows(self, unit: str) -> tuple[tuple[str, str], ...]:
            return (("Eenheid", unit),)

        marks = ()

    results = Results(Scenario.default(SMALLEST))
    Evidence(results, "Bron", About()).table(  # type: ignore[arg-type]
        waterfall_table, "Waterval", "waterval", rounding="Door afronding anders."
    )
    assert told["about"] == (("Eenheid", "mln €, niet geïndexeerd"), ("Afronding", "Door afronding anders."))
    assert told["caption"] == "Door afronding anders."
    assert told["decimals"] == 3


@given(st.floats(-200, 200), st.integers(-2000, 2000), st.integers(1, 3))
def test_what_lies_between_an_amount_and_a_target_is_what_the_screen_leaves(
    amount: float, units: int, decimals: int
) -> None:
    goal = units / 10**decimals
    cost = shown(amount, 3)
    left = abs(shown(cost, decimals) - goal)
    text = distance(cost - goal, decimals).replace(NO_BREAK, " ").removeprefix("€ ").removesuffix(" mln")
    assert float(text.replace(".", "").replace(",", ".")) == pytest.approx(left, abs=1e-9)
    assert adds_up([goal, cost - goal], cost, decimals)


# The decimals of a plan.


@pytest.mark.parametrize(
    ("start", "high", "decimals"),
    [(500.0, 5.0, 1), (20.0, 0.6, 1), (19.9, 0.6, 2), (2.0, 0.6, 2), (1.9, 0.6, 3), (0.75, 0.6, 3), (40.0, 0.6, 1)],
)
def test_a_smaller_plan_has_finer_amounts(start: float, high: float, decimals: int) -> None:
    assert own_plan(2, 1, high=high, start=start).decimals == decimals


def test_a_measure_that_saves_little_still_shows() -> None:
    assert own_plan(2, 1, low=0.02, high=0.04, start=40.0).decimals == 2
    assert own_plan(2, 1, low=0.002, high=0.004, start=9.8).decimals == 3
    assert own_plan(2, 1, low=0.0002, high=0.0004, start=0.75).decimals == 3
    assert PLAN.decimals == 1


def test_what_was_given_keeps_its_digits() -> None:
    plan = own_plan(2, 1, low=0.15, high=0.35, start=40.0)
    control = controls_of(plan)["saving_mln_eur:1"]
    assert input_decimals(plan)["saving_mln_eur:1"] == 2
    assert value_in_words(control, 0.15, plan).replace(NO_BREAK, " ") == "€ 0,15 mln"
    assert not input_decimals(PLAN)


def test_tenths_that_are_not_those_of_the_whole_percents_are_named_below_them() -> None:
    said = chances_rounding(Results(Scenario.default(PLAN))).replace(NO_BREAK, " ")
    assert "Zoals ingesteld: 55% naast ongeveer 5 op 10" in said
    assert "69%" not in said
    assert chances_rounding(Results(replace(Scenario.default(PLAN), on=(False,) * len(PLAN.codes)))) == ""


def test_the_findings_of_a_small_plan_have_its_digits() -> None:
    for plan, digits in ((SMALL, 2), (SMALLEST, 3)):
        for text in findings(Results(Scenario.default(plan))).values():
            amounts = re.findall(r"€ [-−]?\d+,(\d+) mln", text.replace(NO_BREAK, " "))
            assert {len(amount) for amount in amounts} <= {digits}, text


def test_every_amount_of_a_scenario_is_written_with_the_decimals_of_its_plan() -> None:
    """One decimal is what `million` and its like give without: too coarse for a small plan, so each call names them."""
    calls = list(_calls())
    assert len(calls) > 40
    for path, call in calls:
        assert len(call.args) >= 2, f"{path}:{call.lineno}"


_TAKES_DECIMALS = ("million", "distance", "amount", "shown")


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in (ROOT / "components/what_if").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TAKES_DECIMALS:
                yield path, node
