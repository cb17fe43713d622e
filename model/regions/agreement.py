"""How far two readers agree who coded the same answers apart from each other."""

from __future__ import annotations

import pandas as pd

from model.dataset.registry import QUESTIONS


def cohen_kappa(first: pd.Series, second: pd.Series) -> float:
    """Agreement beyond chance: 1 is full agreement, 0 what two readers would reach by their own frequencies.

    NaN where both used one and the same code throughout, so that chance alone agrees as well. Source: J. Cohen (1960),
    "A coefficient of agreement for nominal scales".

    >>> cohen_kappa(pd.Series(["ja", "ja", "nee", "nee"]), pd.Series(["ja", "nee", "nee", "nee"]))
    0.5
    """
    observed = float((first.to_numpy() == second.to_numpy()).mean())
    shares = pd.concat([first.value_counts(normalize=True), second.value_counts(normalize=True)], axis=1).fillna(0)
    expected = float((shares.iloc[:, 0] * shares.iloc[:, 1]).sum())
    return float("nan") if expected == 1 else (observed - expected) / (1 - expected)


def agreement_per_question(readings: pd.DataFrame) -> pd.DataFrame:
    """Per question of `governance_readings`: `answers`, `equal` (answers coded alike), `equal_pct` and `kappa`."""
    rows = []
    for question in QUESTIONS:
        of_question = readings[readings["question"] == question]
        first, second = of_question["first_code"], of_question["second_code"]
        equal = int((first == second).sum())
        rows.append((question, len(of_question), equal, 100 * equal / len(of_question), cohen_kappa(first, second)))
    return pd.DataFrame(rows, columns=["question", "answers", "equal", "equal_pct", "kappa"]).set_index("question")


def differences(readings: pd.DataFrame, governance: pd.DataFrame) -> pd.DataFrame:
    """Answers that the two readers coded differently, with the code that holds (`code`) and the reason of that."""
    differing = readings[readings["first_code"] != readings["second_code"]]
    return differing.merge(governance[["region_code", "question", "code", "line_from", "line_to", "source_file"]])
