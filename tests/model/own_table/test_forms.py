"""Any plan in any form is proposed right or asked about, and never misread."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from model.own_table import OwnTable, Understanding, Workbook, understand
from model.what_if import InvestmentKind
from tests.model.own_table.forms import Form, Truth, Writer, random_form, random_truth, true_answer

MOST_ROUNDS = 8


def agreed(workbooks: list[Workbook], form: Form, truth: Truth) -> Understanding:
    """What is understood when every proposal is accepted and every open question answered truthfully."""
    answers: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        understanding = understand(workbooks, answers)
        if not understanding.open_questions:
            return understanding
        for question in understanding.open_questions:
            options = [option.value for option in question.options]
            answers[question.key] = true_answer(question.key, options, form, truth)
    raise AssertionError("questions without an end")


def same(own: OwnTable, truth: Truth, form: Form) -> None:
    path, measures = own.plan.trajectory, own.plan.measures
    assert path.years == truth.years
    assert path.yearly_cost_mln_eur == pytest.approx([cost / 1000 for cost in truth.costs])
    for read, written in zip(path.national_contribution_mln_eur, truth.contributions, strict=True):
        assert read == (None if written is None else pytest.approx(written / 1000))
    assert measures.effect_years == truth.effect_years
    assert [measure.name for measure in measures] == list(truth.names)
    assert [measure.category for measure in measures] == list(truth.categories)
    assert [measure.lead for measure in measures] == list(truth.leads)
    if form.codes:
        assert [measure.code for measure in measures] == list(truth.codes)
    for measure, lows, highs, investment in zip(measures, truth.lows, truth.highs, truth.investments, strict=True):
        assert measure.effect_low_mln_eur == pytest.approx([it / 1000 for it in lows])
        assert measure.effect_high_mln_eur == pytest.approx([it / 1000 for it in highs])
        assert measure.investment_mln_eur == (None if investment is None else pytest.approx(investment / 1000))
        assert (measure.investment_kind is InvestmentKind.AMOUNT) == (investment is not None)


def check(seed: int) -> None:
    chance = random.Random(seed)
    truth, form = random_truth(chance), random_form(chance)
    understanding = agreed(Writer(truth, form).workbooks(), form, truth)
    faults: Mapping[str, str] = {fault.key: fault.text for fault in understanding.faults}
    assert understanding.own is not None, (form, faults, understanding.missing)
    same(understanding.own, truth, form)
    assert understanding.needs_confirmation


@pytest.mark.parametrize("seed", range(200))
def test_a_plan_in_any_form_is_never_misread(seed: int) -> None:
    check(seed)
