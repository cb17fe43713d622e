"""Findings of the answers: the figures worked out by hand, and words that hold whatever is set."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components.look.words import NO_BREAK
from components.what_if.answers.findings import findings
from components.what_if.panel.plan_words import BORROWED_OVERLAP
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.what_if import InvestmentCount, Scenario, TargetKind, preset_scenario, with_values
from model.what_if.investments import counted_investments
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
START = Scenario.default(PLAN)
NOTHING = preset_scenario(PLAN, "niets")


def said(scenario: Scenario) -> dict[str, str]:
    return {key: text.replace(NO_BREAK, " ") for key, text in findings(Results(scenario)).items()}


def test_over_the_years_at_the_start() -> None:
    """112.65 + 102.85 + 99.9 + 99.9 = 415.3; without measures 4 × 114.7 = 458.8; the path adds up to 429.1."""
    assert said(START)["over_the_years"] == (
        "Zoals de schuiven staan, zijn de jaarkosten in 2019-2022 samen € 415,3 mln, na € 43,5 mln besparing; daarmee "
        "liggen ze samen € 13,8 mln onder het pad van het plan. Op of onder € 100,0 mln, het doel van 2022, komen ze "
        "voor het eerst in 2021. Begint alles een jaar later, dan worden de jaarkosten van deze "
        "jaren samen € 14,8 mln hoger dan nu; die van 2022 blijven even hoog."
    )


def test_who_does_what_at_the_start() -> None:
    """Sums of effects: Gemeenten 17, SOJ 11 and Jeugdteams 8.5 of 36.5, each times 14.8 / 36.5."""
    assert said(START)["who_does_what"] == (
        "De besparing van € 14,8 mln in 2022 bestaat per trekker uit deze bijdragen: "
        "Gemeenten € 6,9 mln, Serviceorganisatie Jeugd € 4,5 mln en Jeugdteams € 3,4 mln."
    )


def test_what_first_at_the_start() -> None:
    """Running: 10, 12 and 13, 2.5 of 36.5; more than six months: 4 and 14, 4 of 36.5."""
    assert said(START)["what_first"] == (
        "Van de besparing van € 14,8 mln in 2022 komt € 1,0 mln van maatregelen die al lopen, € 12,2 mln van "
        "maatregelen met ten hoogste 6 maanden voorbereiding en € 1,6 mln van maatregelen die langer nodig kunnen "
        "hebben. Van wat ten hoogste 6 maanden voorbereiding vraagt, dragen het meest bij: "
        "1 Budgetverantwoordelijkheid jeugdteams (€ 2,2 mln) en 2 Afschaffen nee-tenzijregeling (€ 2,2 mln). "
        "Aan investeringen is € 3,2 mln bekend; van 9 maatregelen is de investering onbekend."
    )


def test_how_sure_names_the_target_the_range_and_what_was_agreed() -> None:
    assert re.fullmatch(
        r"De kans dat het pad van het plan \(€ 100,0 mln in 2022\) wordt gehaald, is ongeveer \d op 10; met 5 "
        r"procentpunt meer of minder overlap is dat \d tot \d op 10\. De overlap is zo gekozen dat de beginstand "
        r"het pad van het plan haalt: een afspraak, geen uitkomst\.",
        said(START)["how_sure"],
    )


@pytest.mark.parametrize(
    ("target", "own", "words"),
    [
        (TargetKind.CEILING_1, START.own_target_mln_eur, "€ 32,5 mln boven het plafond van scenario 1"),
        (TargetKind.CEILING_2, START.own_target_mln_eur, "€ 11,5 mln onder het plafond van scenario 2"),
        (TargetKind.OWN, 98.5, "in 2022 liggen ze € 1,4 mln boven uw eigen doel"),
    ],
)
def test_another_target_is_named_by_what_it_is(target: TargetKind, own: float, words: str) -> None:
    answers = said(replace(START, target=target, own_target_mln_eur=own))
    assert words in answers["over_the_years"]
    assert "pad van het plan" not in answers["over_the_years"]
    goal = {TargetKind.CEILING_1: "95,7", TargetKind.CEILING_2: "106,7", TargetKind.OWN: "98,5"}[target]
    assert f"€ {goal} mln, het doel van 2022," in answers["over_the_years"]
    assert f"(€ {goal} mln" in answers["how_sure"]


def test_nothing_on_saves_nothing() -> None:
    answers = said(NOTHING)
    assert "€ 458,8 mln, zonder besparing" in answers["over_the_years"]
    assert "in geen van deze jaren" in answers["over_the_years"]
    assert "later" not in answers["over_the_years"]
    assert answers["who_does_what"] == "Er staat geen maatregel aan die in 2022 iets bespaart."
    assert answers["what_first"] == "Er staat geen maatregel aan die in 2022 iets bespaart."


def test_unknown_investments_are_named_and_never_nothing() -> None:
    counted = said(replace(START, investments_counted=InvestmentCount.ONCE))
    assert (
        "met € 3,2 mln aan investeringen, zonder die van 9 maatregelen, die onbekend zijn"
        in (counted["over_the_years"])
    )
    filled = said(with_values(START, {"unknown_investment_mln_eur:1": 1.5}))
    assert "Aan investeringen is € 4,7 mln bekend; van 8 maatregelen" in filled["what_first"]
    running = said(preset_scenario(PLAN, "loopt"))
    assert running["what_first"].endswith("Van 2 maatregelen is de investering onbekend.")
    assert "€ 0,0 mln" not in running["what_first"]


def test_amounts_that_do_not_add_up_when_rounded_say_so() -> None:
    """2.2 + 0.7 + 0.7 beside 3.7."""
    assert (
        "De bedragen zijn afgerond en tellen daardoor niet precies op."
        in (said(preset_scenario(PLAN, "laag"))["who_does_what"])
    )


def test_the_first_measures_are_named_without_a_choice_between_equals() -> None:
    """3a, 3b, 5 and 7 contribute the same; alone, three of them are named as some of them; one alone is one."""
    equals = replace(START, on=tuple(code in ("3a", "3b", "5", "7") for code in PLAN.codes))
    assert "maatregelen" in said(equals)["what_first"]
    named = said(equals)["what_first"].partition("dragen het meest bij: ")[2].partition(". ")[0]
    assert re.findall(r"(?:^|, | en )(\d\w?) ", named) == ["3a", "3b", "5"]
    assert named.endswith(", en andere evenveel")
    alone = said(replace(START, on=tuple(code == "12" for code in PLAN.codes)))["what_first"]
    assert re.search(r"Van wat al loopt, draagt het meest bij: 12 .* \(€ 1,0 mln\)\.", alone)


@pytest.mark.parametrize(("measures", "years"), [(1, 1), (3, 2), (40, 10)])
def test_nothing_of_the_source_is_said_of_another_table(measures: int, years: int) -> None:
    answers = said(Scenario.default(own_plan(measures, years)))
    assert answers["how_sure"].endswith(f" {BORROWED_OVERLAP}")
    for text in answers.values():
        text = text.removesuffix(BORROWED_OVERLAP)
        assert not re.search(r"van het plan|Zuid-Holland|Serviceorganisatie|afgesproken|nan|None", text), text
    assert "het pad van uw tabel" in answers["over_the_years"]
    assert answers["what_first"].startswith("De voorbereiding is onbekend; wat eerst kan, is daaraan dus niet te zien.")
    assert ("samen" in answers["over_the_years"]) == (years > 1)


def test_a_year_later_comes_on_top_of_what_was_delayed_already() -> None:
    """Without it 2022 costs as much; after a year there is nothing more to wait for than the sum of all years says."""
    delayed = said(with_values(START, {"delay_months": 24.0}))["over_the_years"]
    assert "Begint alles nog een jaar later, dan worden de jaarkosten van deze jaren samen € " in delayed
    assert " hoger dan nu; die van 2022 worden € " in delayed
    off = replace(with_values(START, {"delay_months:2": 24.0}), on=tuple(code != "2" for code in PLAN.codes))
    assert "Begint alles een jaar later" in said(off)["over_the_years"]


def test_without_preparation_times_the_order_is_that_of_the_contributions() -> None:
    answer = said(Scenario.default(own_plan(3, 2)))["what_first"]
    assert answer.count("oorbereiding") == 1
    assert " dragen het meest bij: 1 Maatregel 1 (" in answer


@pytest.mark.parametrize(
    ("overlap", "target", "own", "is_said"),
    [
        (0.7, TargetKind.PATH, 98.5, True),
        (0.7, TargetKind.OWN, 100.0, True),
        (0.7, TargetKind.OWN, 98.5, False),
        (0.7, TargetKind.CEILING_1, 98.5, False),
        (0.66, TargetKind.PATH, 98.5, False),
    ],
)
def test_what_was_agreed_is_said_where_it_holds(overlap: float, target: TargetKind, own: float, is_said: bool) -> None:
    scenario = replace(START, overlap_share=overlap, target=target, own_target_mln_eur=own)
    assert ("een afspraak, geen uitkomst" in said(scenario)["how_sure"]) == is_said


def test_whose_investments_count_is_known_of_those_that_are_on_and_more_than_nothing() -> None:
    counted = replace(START, investments_counted=InvestmentCount.YEARLY)
    assert counted_investments(counted) == ("3a", "3b", "5", "7")
    assert counted_investments(START) == ()
    off = replace(counted, on=tuple(code not in ("3a", "5") for code in PLAN.codes))
    assert counted_investments(off) == ("3b", "7")
