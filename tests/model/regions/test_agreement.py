"""Agreement of two readers: counts, percentage and Cohen's kappa."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.registry import ANSWERS, QUESTIONS
from model.regions.agreement import agreement_per_question, cohen_kappa, differences

CODES = st.lists(st.tuples(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS)), min_size=1, max_size=60)


def readings_of(pairs: list[tuple[str, str]]) -> pd.DataFrame:
    rows = [
        (f"JZ{number:02}", question, first, second, None)
        for question in QUESTIONS
        for number, (first, second) in enumerate(pairs)
    ]
    return pd.DataFrame(rows, columns=["region_code", "question", "first_code", "second_code", "decision_reason"])


def test_kappa_of_the_example_of_the_textbooks() -> None:
    """20 times both yes, 15 times both no, 5 and 10 times not the same: observed 0.7, by chance 0.5."""
    first = pd.Series(["ja"] * 25 + ["nee"] * 25)
    second = pd.Series(["ja"] * 20 + ["nee"] * 5 + ["ja"] * 10 + ["nee"] * 15)
    assert cohen_kappa(first, second) == pytest.approx(0.4)


def test_kappa_of_one_code_throughout_is_not_a_number() -> None:
    assert math.isnan(cohen_kappa(pd.Series(["ja"] * 42), pd.Series(["ja"] * 42)))


@given(CODES)
def test_kappa_is_the_same_whoever_is_called_first_and_1_only_at_full_agreement(pairs: list[tuple[str, str]]) -> None:
    first, second = (pd.Series(codes) for codes in zip(*pairs, strict=True))
    forward, backward = cohen_kappa(first, second), cohen_kappa(second, first)
    assert forward == pytest.approx(backward, nan_ok=True)
    if not math.isnan(forward):
        assert -1 <= forward <= 1
        assert (forward == pytest.approx(1)) == bool((first == second).all())


def test_agreement_per_question_counts_equal_answers() -> None:
    agreement = agreement_per_question(readings_of([("ja", "ja"), ("nee", "nee"), ("ja", "nee"), ("nee", "nee")]))
    assert list(agreement.index) == list(QUESTIONS)
    row = agreement.loc["1b"]
    assert (row["answers"], row["equal"], row["equal_pct"]) == (4, 3, 75)
    assert row["kappa"] == pytest.approx(0.5)


def test_differences_carry_the_code_that_holds_and_its_lines() -> None:
    readings = readings_of([("ja", "ja"), ("ja", "nee")]).query("question == '1b'")
    governance = pd.DataFrame(
        [("JZ00", "1b", "ja", 1, 2, "a"), ("JZ01", "1b", "nee", 3, 4, "a")],
        columns=["region_code", "question", "code", "line_from", "line_to", "source_file"],
    )
    (row,) = differences(readings, governance).to_dict("records")
    assert (row["region_code"], row["code"], row["line_from"], row["line_to"]) == ("JZ01", "nee", 3, 4)
