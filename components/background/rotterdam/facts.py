"""Feiten: every other figure of the plan, by topic and certainty, each with its lines."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.rotterdam.choosing import choose
from components.background.rotterdam.source import CREDIT, place_of_all, rows_of_plan
from components.frame import Visit, guarded_fragment
from components.tables import show_downloads, show_table
from components.words import capitalised, lines, number
from model.background_fields import CERTAINTIES

TOPIC, CERTAINTY = "onderwerp", "zekerheid"
KEYS = (TOPIC, CERTAINTY)
CERTAINTY_WORDS = {
    "werkelijk": "zo staat het er, als feit",
    "schatting": "schatting of raming",
    "norm": "norm of afspraak",
    "verwachting": "verwachting",
    "besluit": "besluit",
    "onbekend": "onbekend",
}


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """The part of the page."""
    facts = rows_of_plan("facts")
    counts = facts["topic"].value_counts(sort=False)
    topics = {topic.lower().replace(" ", "-"): topic for topic in counts.index}
    left, right = st.columns(2)
    with left:
        names = {code: f"{topic} ({counts[topic]})" for code, topic in topics.items()}
        topic = choose(TOPIC, names, "Onderwerp", "een onderwerp", anything=f"alle onderwerpen ({len(facts)})")
    with right:
        present = {code: CERTAINTY_WORDS[code] for code in CERTAINTIES if code in set(facts["certainty"])}
        certainty = choose(CERTAINTY, present, "Zekerheid", "een zekerheid", anything="alle")
    shown = facts
    if topic is not None:
        shown = shown[shown["topic"] == topics[topic]]
    if certainty is not None:
        shown = shown[shown["certainty"] == certainty]
    st.markdown(
        f"**{len(shown)} van de {len(facts)} feiten.** Zekerheid zegt hoe het document het brengt, niet of het klopt. "
        "Zoek op een woord of getal in de tabel."
    )
    if shown.empty:
        st.info("Geen feit past bij deze keuze. Maak een filter ruimer.")
        return
    table = fact_table(shown)
    show_table(table, "Feiten en kengetallen", key="rotterdam_fact_rows")
    show_downloads(lambda: table, "feiten-rotterdam", CREDIT)
    st.caption(f"{capitalised(place_of_all(facts))}; per feit staan de regels in de tabel.")


def fact_table(facts: pd.DataFrame) -> pd.DataFrame:
    """Facts in Dutch headings."""
    return pd.DataFrame(
        {
            "Feit": facts["fact"],
            "Waarde": [_value_words(row) for row in facts.itertuples()],
            "Periode": facts["period"].fillna("onbekend"),
            "Zekerheid": facts["certainty"].map(CERTAINTY_WORDS),
            "Onderwerp": facts["topic"],
            "Regels": [lines(int(row.line_from), int(row.line_to)) for row in facts.itertuples()],
        }
    ).reset_index(drop=True)


def _value_words(row: object) -> str:
    value, high, unit = row.value, row.value_high, row.unit or ""  # type: ignore[attr-defined]
    if pd.isna(value):
        return "geen getal"
    shown = _number_words(value) if pd.isna(high) else f"{_number_words(value)} tot {_number_words(high)}"
    return f"{shown} {unit}".strip()


def _number_words(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
