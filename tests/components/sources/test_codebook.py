"""Bronnen › Codeboek: the rules of a question, and how far two readers agreed."""

from model.regions.governance import QUESTION_WORDS
from tests.components.opening import component_data, opened
from tests.data.shipped import CSV, csv_rows

BRONNEN = "pages/bronnen.py"


def test_the_codebook_shows_the_rules_of_one_question_and_the_agreement_of_all() -> None:
    rules, agreement, differing = component_data(opened(BRONNEN, deel="codeboek", vraag="1d"), "table")
    expected = [row for row in csv_rows(CSV / "governance_codes.csv") if row["codebook_question"] == "1d"]
    assert [row[1:] for row in rules["rows"]] == [
        [row["meaning"], row["example_1"], row["example_2"]] for row in expected
    ]
    readings = csv_rows(CSV / "governance_readings.csv")
    shown = {row[0]: row for row in agreement["rows"]}
    for question, words in QUESTION_WORDS.items():
        equal = [row["first_code"] == row["second_code"] for row in readings if row["question"] == question]
        assert shown[words][2].startswith(f"{sum(equal)} (")
    assert len(differing["rows"]) == sum(row["first_code"] != row["second_code"] for row in readings)
