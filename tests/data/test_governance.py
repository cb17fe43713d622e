"""Answers about cooperation: every code has its words, and every note is short and placed."""

import pytest

from model.dataset.registry import ANSWERS, QUESTIONS
from model.regions.governance import (
    ANSWER_WORDS,
    DETAIL_WORDS,
    PURPOSE_WORDS,
    QUESTION_WORDS,
    answers_to,
    purpose_of_cooperation,
)
from tests.data.shipped import shipped

DETAILS = {
    "1c": {"voorbereiding", "uitvoering", "beide", "onbekend"},
    "1d": {"gemeenschappelijke_regeling", "convenant", "bestuursovereenkomst", "stichting", "centrumgemeente", "anders",
           "geen", "onbekend"},
    "insurers": {"wrijving", "geen_wrijving"},
    "adjacent": {"onderwijs", "veiligheid", "werk_participatie", "jeugdgezondheidszorg", "wmo_awbz", "wonen", "welzijn",
                 "sport_cultuur", "volwassenen_ggz", "overig"},
}  # fmt: skip


def details(question: str) -> set[str]:
    rows = shipped("governance")
    found = rows.loc[rows["question"] == question, "detail"].dropna()
    return {part for text in found for part in text.split(";")}


def test_every_code_has_words() -> None:
    assert tuple(QUESTION_WORDS) == QUESTIONS
    assert set(ANSWER_WORDS) == set(ANSWERS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_details_are_known(question: str) -> None:
    assert details(question) <= DETAILS.get(question, set())
    assert details(question) <= set(DETAIL_WORDS)


def test_answers_on_the_map_are_classes_of_the_map() -> None:
    for question in ("1b", "1d"):
        assert set(answers_to(shipped("governance"), question)) <= {"ja", "deels", "nee", "geen_antwoord"}
    assert set(purpose_of_cooperation(shipped("governance"))) <= set(PURPOSE_WORDS)


def test_a_no_to_the_legal_basis_names_no_vehicle() -> None:
    rows = shipped("governance")
    refused = rows[(rows["question"] == "1d") & (rows["code"] == "nee")]
    assert len(refused) == 32
    assert set(refused["detail"].dropna()) <= {"geen", "onbekend"}


def test_gists_are_at_most_20_words() -> None:
    assert shipped("governance")["gist"].str.split().map(len).max() <= 20


def test_partners_are_other_regions() -> None:
    partners = shipped("partners")
    named = partners.dropna(subset="partner_region_code")
    assert set(named["partner_region_code"]) <= set(shipped("regions")["region_code"])
    assert (named["partner_region_code"] != named["region_code"]).all()
    assert 0 < len(named) < len(partners)


def test_notes_are_of_three_kinds() -> None:
    assert set(shipped("region_notes")["kind"]) == {"other", "table_remark", "regional_means"}
