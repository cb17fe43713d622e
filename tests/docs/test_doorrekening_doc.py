"""docs/doorrekening.md and the explanation on the page: every figure is what the model gives today."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from components.look.words import amount, number
from model.own_table import INVESTMENT_KINDS, MOST_ROWS, TableKind
from model.what_if import (
    LINK_KEYS,
    InvestmentCount,
    InvestmentKind,
    Scenario,
    controls_of,
    presets,
    scenario_figures,
    scenario_from_query,
    tornado,
    with_values,
)
from tests.components.opening import opened
from tests.docs.doorrekening_figures import (
    DEFAULT,
    DOCUMENT,
    PLAN,
    RUNNING,
    cost,
    linked_scenarios,
    own_plan,
)
from tests.docs.doorrekening_places import SENTENCES, SUMS, TABLES
from tests.docs.marked import MarkedDocument, value
from tests.model.what_if.calibration import calibrated_overlap_share


@pytest.mark.parametrize("name", DOCUMENT.block_names("som"))
def test_worked_sums_hold_and_give_what_the_model_gives(name: str) -> None:
    lines, expected = DOCUMENT.sums(name), SUMS[name]()
    assert [line.label for line in lines] == list(expected)
    for line in lines:
        decimals = len(line.result.partition(",")[2]) if line.rounded else 9
        assert round(expected[line.label], decimals) == pytest.approx(float(value(line.result)), abs=1e-9), line.label
        if line.expression is not None:
            off = abs(value(line.expression) - value(line.result))
            assert off <= (Fraction(1, 2 * 10**decimals) if line.rounded else 0), line.label


@pytest.mark.parametrize("name", DOCUMENT.table_names())
def test_tables_show_what_the_model_gives(name: str) -> None:
    assert DOCUMENT.table(name) == TABLES[name]()


@pytest.mark.parametrize("name", DOCUMENT.sentence_names())
def test_sentences_hold_exactly_the_numbers_of_the_model(name: str) -> None:
    assert DOCUMENT.numbers(name) == SENTENCES[name]()


def test_no_checked_place_has_gone() -> None:
    assert DOCUMENT.block_names("som") == list(SUMS)
    assert DOCUMENT.table_names() == list(TABLES)
    assert DOCUMENT.sentence_names() == list(SENTENCES)


def test_no_amount_stands_outside_the_checked_places_alone() -> None:
    assert DOCUMENT.unchecked_decimals() <= DOCUMENT.checked_numbers()


def test_delay_up_to_a_year_leaves_the_target_year_alone() -> None:
    assert {cost(with_values(DEFAULT, {"delay_months": months})) for months in range(13)} == {cost(DEFAULT)}
    assert cost(with_values(DEFAULT, {"delay_months": 13})) > cost(DEFAULT)


def test_overlap_matters_more_than_any_measure() -> None:
    assert tornado(DEFAULT)[0].control == "overlap"


def invests(scenario: Scenario, code: str) -> bool:
    """Whether a measure alone brings an investment into the yearly costs."""
    alone = replace(scenario, on=tuple(other == code for other in PLAN.codes))
    return bool(scenario_figures(alone).investment_mln_eur.any())


def test_investments_that_never_count_are_those_the_document_names() -> None:
    to_be_stated = {control.of for control in controls_of(PLAN).values() if control.input == "investment_mln_eur"}
    assert to_be_stated == {"1", "4"}
    yearly = replace(DEFAULT, investments_counted=InvestmentCount.YEARLY)
    invested = {measure.code for measure in PLAN.measures if invests(yearly, measure.code)}
    assert set(PLAN.codes) - invested - to_be_stated == {"2", "6", "8", "9", "10", "11", "12", "13", "14"}
    assert PLAN.measures.measures[PLAN.codes.index("2")].investment_kind is InvestmentKind.NONE
    assert RUNNING == ["10", "12", "13"]


def test_links_open_what_the_document_says() -> None:
    for row, scenario in zip(DOCUMENT.table("links")[1:], linked_scenarios(), strict=True):
        assert scenario_from_query(row[1].strip("`"), PLAN) == scenario
    explained = re.findall(r"`(\w)` ", DOCUMENT.text.partition("## 14.")[2].partition("* De uitkomsten")[0])
    assert {"v", "t", *explained} == set(LINK_KEYS)


def test_headings_and_descriptions_name_the_figures_of_the_model() -> None:
    (calibrated,) = [title for title in re.findall(r"^## (.+)$", DOCUMENT.text, re.MULTILINE) if "overlap" in title]
    assert f"{number(100 * DEFAULT.overlap_share)}%" in calibrated
    assert f"dat {amount(cost(DEFAULT))} geeft" in calibrated
    described = DOCUMENT.table("links")[-1][0]
    assert all(text in described for text in ("3a op 2,5", "14 twaalf maanden", "rijk 8 in 2022"))
    target = amount(PLAN.trajectory.target_cost_mln_eur)
    assert f"| Stand van de schuiven, 2022 | Lijn | P10 | P50 | P90 | Kans op {target} |" in DOCUMENT.text


def test_own_table_has_no_decisions_and_keeps_the_overlap_of_the_page() -> None:
    plan = own_plan()
    assert "besluiten" not in {str(preset.name) for preset in presets(plan)}
    assert Scenario.default(plan).overlap_share == DEFAULT.overlap_share
    own = DOCUMENT.text.partition("## 16.")[2]
    assert f"{MOST_ROWS[TableKind.MEASURES]} maatregelen en {MOST_ROWS[TableKind.YEARS]} opeenvolgende jaren" in own
    assert all(f"“{kind}”" in own for kind in TableKind)
    assert f"{', '.join(list(INVESTMENT_KINDS)[:-1])} of {list(INVESTMENT_KINDS)[-1]}." in own


def test_links_to_paragraphs_lead_somewhere() -> None:
    titles = re.findall(r"^## (.+)$", DOCUMENT.text, re.MULTILINE)
    anchors = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
    assert re.findall(r"\]\(#([\w-]+)\)", DOCUMENT.text) == anchors


def test_explanation_on_the_page_holds_only_numbers_of_the_model() -> None:
    (explained,) = [
        element.value for element in opened("pages/doorrekening.py").markdown if "Lijn en band" in str(element.value)
    ]
    overlap = calibrated_overlap_share(PLAN)
    assert overlap is not None
    expected = {amount(cost(DEFAULT)), amount(PLAN.trajectory.target_cost_mln_eur), "1"}
    expected |= {
        number(100 * DEFAULT.overlap_share),
        number(100 * DEFAULT.dependence_share),
        number(100 * overlap, 1),
        number(100 * (1 - DEFAULT.overlap_share)),
    }
    found = MarkedDocument(f"<!-- getallen: uitleg -->\n{explained}<!-- einde -->").numbers("uitleg")
    assert found == expected
