"""Feiten: every other figure and rule of the plan, to be filtered by topic and by how certain it is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.rijnland.choices import ALL, linked_choice
from components.background.rijnland.sources import CREDIT, of_plan, show_credit
from components.frame import Visit, guarded_fragment
from components.tables import show_downloads, show_table
from components.words import capitalised, lines, number

TOPIC, CERTAINTY = "onderwerp", "zeker"
CERTAINTY_WORDS = {
    "werkelijk": "werkelijk",
    "schatting": "schatting",
    "verwachting": "verwachting",
    "norm": "norm of regel",
    "besluit": "besluit",
    "onbekend": "onbekend",
}
UNKNOWN = "onbekend"


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """Facts of the plan in a table that two choices narrow down."""
    facts = of_plan("facts")
    st.subheader("Feiten en cijfers uit het plan", anchor=False)
    topics = {topic: topic for topic in facts["topic"].drop_duplicates()}
    topic = linked_choice(TOPIC, {ALL: "Alle onderwerpen", **topics}, "Onderwerp", "een onderwerp")
    kinds = {kind: capitalised(words) for kind, words in CERTAINTY_WORDS.items() if (facts["certainty"] == kind).any()}
    kind = linked_choice(CERTAINTY, {ALL: "Alle", **kinds}, "Hoe zeker is het?", "een zekerheid")
    shown = facts[
        ((facts["topic"] == topic) | (topic == ALL)) & ((facts["certainty"] == kind) | (kind == ALL))
    ].reset_index(drop=True)
    if shown.empty:
        st.info("Bij deze twee keuzes samen staat geen feit. Kies er een ander onderwerp of een andere zekerheid bij.")
        return
    st.markdown(f"**{len(shown)}** van de {len(facts)} feiten.")
    show_table(facts_table(shown), "Feiten uit het beleidsplan Holland Rijnland", key="rijnland_facts")
    show_downloads(lambda: facts_table(shown), "feiten-holland-rijnland", CREDIT)
    st.caption(
        "Werkelijk: geteld of zo in het plan beschreven. Schatting en verwachting: volgens het plan zelf onzeker. "
        "Norm of regel: hoe het moet. "
        "Besluit: waarvoor het plan kiest. Onbekend: het plan zegt niet waarop het berust."
    )
    show_credit()


def facts_table(facts: pd.DataFrame) -> pd.DataFrame:
    """Facts with Dutch headings."""
    return pd.DataFrame(
        {
            "Feit": facts["fact"],
            "Waarde": [value_words(row["value"], row["value_high"], row["unit"]) for row in facts.to_dict("records")],
            "Periode": facts["period"].fillna(UNKNOWN),
            "Zekerheid": facts["certainty"].map(CERTAINTY_WORDS),
            "Onderwerp": facts["topic"],
            "Bron": [lines(int(a), int(b)) for a, b in zip(facts["line_from"], facts["line_to"], strict=True)],
        }
    )


def value_words(value: float | None, high: float | None, unit: str | None) -> str:
    """Value with its unit, or that the fact is no number.

    >>> value_words(8, 12, "hulpverleners"), value_words(2.5, None, "%"), value_words(None, None, None)
    ('8 tot 12 hulpverleners', '2,5 %', 'geen getal')
    """
    if value is None or pd.isna(value):
        return "geen getal"
    numbers = [
        number(part, 0 if part == int(part) else 1) for part in (value, high) if part is not None and pd.notna(part)
    ]
    return " ".join([" tot ".join(numbers), *([unit] if isinstance(unit, str) else [])])
