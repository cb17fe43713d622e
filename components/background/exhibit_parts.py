"""Exhibits of what two or three documents have: lists and facts."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from components.background.facts import CERTAINTY, CERTAINTY_WORDS, PAPER, TOPIC, facts_table
from components.background.lists import lists_table
from components.frame import loading
from components.look.exhibit import Exhibit, TableDrawing
from components.look.table_drawings import bars_in_words, count_bars, table_drawing, table_in_words
from model.site.site_map import LIST, topic_key


def lists_exhibit(query: Mapping[str, str], file: str, document: str, source: str) -> Exhibit:
    """The lists of a document with their length, or the lines of the one that the address names."""
    statements = loading.table("statements")
    statements = statements[statements["source_file"] == file]
    names = dict(zip(statements["list_code"], statements["list_name"], strict=True))
    chosen = query.get(LIST)
    if chosen in names:
        shown = statements[statements["list_code"] == chosen]
        drawing = table_drawing(lists_table(shown), ("Nr.", "Wat er staat"))
        sentence = f"{_lines(len(shown))} uit het {document}, in eigen woorden. Een opsomming is nog geen besluit."
        return Exhibit(names[str(chosen)], sentence, source, table_in_words(drawing), drawing=drawing)
    counts = statements["list_name"].value_counts(sort=False)
    bars = count_bars({str(name): int(count) for name, count in counts.items()}, "regels")
    return Exhibit(
        f"Het {document} heeft {len(names)} lijsten, samen {len(statements)} regels",
        "Wat het document opsomt: wat men wilde, vroeg of vreesde. Een opsomming is nog geen besluit.",
        source,
        bars_in_words(bars),
        drawing=bars,
    )


def facts_exhibit(
    query: Mapping[str, str], papers: Mapping[str, tuple[str, str]], document: str, source: str
) -> Exhibit:
    """How many facts there are per topic, or the facts that the address narrows them to.

    `papers` gives per code in the address the file and the name of a document.
    """
    facts = loading.table("facts")
    facts = facts[facts["source_file"].isin([file for file, _ in papers.values()])]
    shown = _narrowed(query, facts, papers)
    if len(shown) == len(facts):
        counts = facts["topic"].value_counts(sort=False)
        bars = count_bars({str(topic): int(count) for topic, count in counts.items()}, "feiten")
        return Exhibit(
            f"{len(facts)} feiten en cijfers uit {document}",
            "Elk feit heeft een vindplaats. De zekerheid zegt hoe het document het brengt, niet of het klopt.",
            source,
            bars_in_words(bars),
            drawing=bars,
        )
    drawing = _table(shown)
    return Exhibit(
        f"{len(shown)} van de {len(facts)} feiten en cijfers uit {document}",
        "De zekerheid zegt hoe het document het brengt, niet of het klopt.",
        source,
        table_in_words(drawing),
        drawing=drawing,
    )


def _narrowed(query: Mapping[str, str], facts: pd.DataFrame, papers: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Facts that the address asks for; what it cannot mean narrows nothing."""
    topics = {topic_key(topic): topic for topic in facts["topic"].unique()}
    paper, topic, certainty = query.get(PAPER), query.get(TOPIC), query.get(CERTAINTY)
    shown = facts
    if len(papers) > 1 and paper in papers:
        shown = shown[shown["source_file"] == papers[str(paper)][0]]
    if topic in topics:
        shown = shown[shown["topic"] == topics[str(topic)]]
    if certainty in CERTAINTY_WORDS and certainty in set(facts["certainty"]):
        shown = shown[shown["certainty"] == certainty]
    return shown


def _table(facts: pd.DataFrame) -> TableDrawing:
    return table_drawing(facts_table(facts), ("Feit", "Waarde", "Periode", "Zekerheid"))


def _lines(count: int) -> str:
    return "1 regel" if count == 1 else f"{count} regels"
