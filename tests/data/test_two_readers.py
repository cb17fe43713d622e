"""Codebook and readings as shipped: every code in use has a rule, every difference a reason, and readers agree."""

import math

import pytest

from model.dataset.registry import ANSWERS, QUESTIONS
from model.regions.agreement import agreement_per_question
from model.regions.governance import EVERY_QUESTION, code_meanings
from tests.data.shipped import shipped

KEY = ["region_code", "question"]


def test_the_codebook_has_a_rule_for_every_code_in_use() -> None:
    codebook = shipped("governance_codes")
    rules = set(zip(codebook["codebook_question"], codebook["code"], strict=True))
    governance = shipped("governance")
    assert set(zip(governance["question"], governance["code"], strict=True)) <= rules
    assert {code for question, code in rules if question == EVERY_QUESTION} == set(ANSWERS)
    assert set(codebook["codebook_question"]) == {EVERY_QUESTION, *QUESTIONS}
    assert all(code_meanings(codebook).values())


def test_every_rule_has_two_different_borderline_cases() -> None:
    codebook = shipped("governance_codes")
    assert (codebook["example_1"] != codebook["example_2"]).all()
    assert codebook[["meaning", "example_1", "example_2"]].map(str.strip).ne("").all(axis=None)


def test_no_rule_sends_its_reader_to_another_rule() -> None:
    codebook = shipped("governance_codes")
    assert not codebook["meaning"].str.contains(r"\bZie\b|algemeen", regex=True).any()
    of_all = codebook.set_index(["codebook_question", "code"])["meaning"].to_dict()
    general = of_all[EVERY_QUESTION, "geen_antwoord"].rstrip(".")
    assert all(of_all[question, "geen_antwoord"].startswith(general) for question in QUESTIONS)


def test_what_both_readers_say_holds_unless_a_reason_is_given() -> None:
    both = shipped("governance_readings").merge(shipped("governance")[[*KEY, "code"]], on=KEY, validate="1:1")
    assert len(both) == 546
    differing = both["first_code"] != both["second_code"]
    undisputed = ~differing & (both["first_code"] == both["code"])
    assert both.loc[undisputed, "decision_reason"].isna().all()
    assert both.loc[~undisputed, "decision_reason"].str.split().map(len).between(3, 30).all()


@pytest.mark.parametrize("question", QUESTIONS)
def test_readers_agree_beyond_chance(question: str) -> None:
    """Kappa of 0.85 is the goal; where all answers are the same, only equal readings can show agreement."""
    row = agreement_per_question(shipped("governance_readings")).loc[question]
    assert row["equal"] == 42 if math.isnan(row["kappa"]) else row["kappa"] >= 0.85
