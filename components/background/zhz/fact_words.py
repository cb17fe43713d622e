"""Facts of the documents in words: the value with its unit, how certain it is, and where it stands."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.background.zhz.place_words import place
from components.words import number

CERTAINTY_WORDS = {
    "werkelijk": "feit volgens de bron",
    "schatting": "schatting",
    "norm": "norm",
    "verwachting": "verwachting",
    "besluit": "besluit of voornemen",
    "onbekend": "zekerheid onbekend",
}


def value_in_words(fact: Any) -> str:
    """Value with its unit, both ends where it is a range; "geen getal" where the fact is no number.

    >>> from types import SimpleNamespace
    >>> value_in_words(SimpleNamespace(value=6.0, value_high=9.0, unit="maanden"))
    '6 tot 9 maanden'
    >>> value_in_words(SimpleNamespace(value=70.0, value_high=None, unit="%"))
    '70%'
    """
    if pd.isna(fact.value):
        return "geen getal"
    ends = [_short(end) for end in (fact.value, fact.value_high) if pd.notna(end)]
    unit = fact.unit or ""
    return " tot ".join(ends) + (unit if unit == "%" else f" {unit}".rstrip())


def facts_table(facts: pd.DataFrame) -> pd.DataFrame:
    """One row per fact with Dutch headings."""
    return pd.DataFrame(
        {
            "Feit": facts["fact"],
            "Waarde": [value_in_words(fact) for fact in facts.itertuples(index=False)],
            "Over welke tijd": facts["period"].fillna("onbekend"),
            "Onderwerp": facts["topic"],
            "Zekerheid": facts["certainty"].map(CERTAINTY_WORDS),
            "Bron": [place(fact) for fact in facts.itertuples(index=False)],
        }
    )


def _short(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
