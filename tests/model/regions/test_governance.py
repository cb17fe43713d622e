"""Answers about cooperation as classes."""

import pandas as pd
import pytest

from model.regions.governance import answers_to, code_meanings, detail_words, purpose_of_cooperation

GOVERNANCE = pd.DataFrame(
    [
        ("JZ01", "1b", "ja", None),
        ("JZ01", "1c", "ja", "beide"),
        ("JZ02", "1b", "deels", None),
        ("JZ02", "1c", "deels", None),
        ("JZ03", "1b", "nee", None),
        ("JZ03", "1c", "nee", "voorbereiding"),
        ("JZ04", "1b", "geen_antwoord", None),
        ("JZ04", "1c", "geen_antwoord", None),
        ("JZ05", "1b", "nee", None),
        ("JZ05", "1c", "deels", "voorbereiding"),
    ],
    columns=["region_code", "question", "code", "detail"],
)


def test_answers_to_one_question() -> None:
    assert answers_to(GOVERNANCE, "1b").to_dict() == {
        "JZ01": "ja",
        "JZ02": "deels",
        "JZ03": "nee",
        "JZ04": "geen_antwoord",
        "JZ05": "nee",
    }


def test_purpose_counts_only_where_something_was_agreed() -> None:
    assert purpose_of_cooperation(GOVERNANCE).to_dict() == {
        "JZ01": "beide",
        "JZ02": "onbekend",
        "JZ03": "geen_afspraak",
        "JZ04": "geen_antwoord",
        "JZ05": "voorbereiding",
    }


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        (None, ""),
        ("", ""),
        ("wrijving", "gaat moeizaam"),
        ("onderwijs;wmo_awbz", "onderwijs, Wmo en AWBZ"),
        ("gemeenschappelijke_regeling", "gemeenschappelijke regeling"),
    ],
)
def test_detail_words(detail: str | None, words: str) -> None:
    assert detail_words(detail) == words


def test_detail_words_refuse_an_unknown_code() -> None:
    with pytest.raises(KeyError, match="onbekende_code"):
        detail_words("onderwijs;onbekende_code")


def test_the_rule_of_a_question_goes_before_the_general_one() -> None:
    codebook = pd.DataFrame(
        [
            ("algemeen", "ja", "het is er"),
            ("algemeen", "geen_antwoord", "het antwoord is leeg"),
            ("1b", "ja", "de raden stemden in"),
        ],
        columns=["codebook_question", "code", "meaning"],
    )
    meanings = code_meanings(codebook)
    assert meanings["1b", "ja"] == "de raden stemden in"
    assert meanings["1b", "geen_antwoord"] == "het antwoord is leeg"
    assert meanings["1d", "ja"] == "het is er"
