"""Feiten: every other figure and rule of one or two documents, narrowed by document, topic and certainty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.linked_choice import linked_filter
from components.look.citation import place_columns
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, number
from model.dataset.document_tables import CERTAINTIES
from model.faults import range_with_unit, with_unit
from model.site.site_map import background_part, topic_key

PAPER, TOPIC, CERTAINTY = background_part("zhz", "feiten").parameters
"""Keys in the address: topic and certainty that the facts are narrowed to; PAPER where there are more documents."""

CERTAINTY_WORDS = {
    "werkelijk": "zo staat het er, als feit",
    "afgeleid": "afgeleid uit wat er staat",
    "schatting": "schatting of raming",
    "norm": "norm of regel",
    "verwachting": "verwachting",
    "besluit": "besluit of voornemen",
    "onbekend": "onbekend",
}


def show_facts_of(papers: Mapping[str, tuple[str, str]], *, key: str, credit: str) -> list[str]:
    """Facts of documents; returns the files that the visitor narrowed them to.

    `papers` gives per code in the address the file and the name of a document.
    """
    files = [file for file, _ in papers.values()]
    facts = loading.table("facts")
    facts = facts[facts["source_file"].isin(files)]
    if len(papers) > 1:
        names = {code: capitalised(name) for code, (_, name) in papers.items()}
        paper = linked_filter(PAPER, names, "Stuk", "een stuk", every="Alle stukken")
        files = [papers[paper][0]] if paper else files
    counts = facts["topic"].value_counts(sort=False)
    topics = {topic_key(topic): topic for topic in counts.index}
    left, right = st.columns(2)
    with left:
        named = {code: f"{topic} ({counts[topic]})" for code, topic in topics.items()}
        every = f"Alle onderwerpen ({len(facts)})"
        topic = linked_filter(TOPIC, named, "Onderwerp", "een onderwerp", every=every, as_list=True)
    with right:
        present = {code: capitalised(CERTAINTY_WORDS[code]) for code in CERTAINTIES if code in set(facts["certainty"])}
        certainty = linked_filter(CERTAINTY, present, "Hoe zeker?", "een zekerheid", as_list=True)
    shown = facts[facts["source_file"].isin(files)]
    shown = shown if topic is None else shown[shown["topic"] == topics[topic]]
    shown = shown if certainty is None else shown[shown["certainty"] == certainty]
    if shown.empty:
        st.info("Geen feit past bij deze keuze. Kies een ander onderwerp of een andere zekerheid.")
        return files
    table = facts_table(shown)
    show_table(table, f"Feiten: {len(shown)} van de {len(facts)}", key=f"{key}_facts")
    show_downloads(lambda: table, f"feiten-{key}", credit)
    st.caption(f"Zekerheid zegt hoe het document het brengt, niet of het klopt. {credit}")
    return files


def facts_table(facts: pd.DataFrame) -> pd.DataFrame:
    """One row per fact with Dutch headings."""
    return pd.DataFrame(
        {
            "Feit": facts["fact"],
            "Waarde": [value_in_words(row) for row in facts.itertuples(index=False)],
            "Periode": facts["period"].fillna("onbekend"),
            "Zekerheid": facts["certainty"].map(CERTAINTY_WORDS),
            "Onderwerp": facts["topic"],
            **place_columns(loading.citations().of_rows("facts", facts)),
        }
    ).reset_index(drop=True)


def value_in_words(fact: Any) -> str:
    """Value with its unit, both ends where it is a range; "geen getal" where the fact is no number.

    >>> from types import SimpleNamespace
    >>> value_in_words(SimpleNamespace(value=6.0, value_high=9.0, unit="maanden"))
    '6 tot 9 maanden'
    >>> value_in_words(SimpleNamespace(value=2.5, value_high=None, unit="%"))
    '2,5%'
    """
    if pd.isna(fact.value):
        return "geen getal"
    ends = [number(end, 0 if float(end).is_integer() else 1) for end in (fact.value, fact.value_high) if pd.notna(end)]
    unit = fact.unit or ""
    return range_with_unit(ends[0], ends[1], unit) if len(ends) > 1 else with_unit(ends[0], unit)
