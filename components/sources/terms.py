"""Glossary: every term in plain words, to filter by typing or by letter, each with a link of its own."""

from __future__ import annotations

import unicodedata

import pandas as pd
import streamlit as st

from components.frame import links, loading
from components.frame.entry_list import Entry, EntryGroup, Look, show_entries
from components.frame.page import Visit, guarded_fragment
from components.look.table import show_downloads
from model.site.search_entries import slug
from model.site.site_map import source_link, source_part

(TERM,) = source_part("begrippen").parameters
_SOURCE = "Bron: woordenlijst van Schaalwijzer Jeugd, in eigen woorden; de herkomst staat per begrip."


@guarded_fragment
def show_terms(visit: Visit) -> None:
    """All terms; the one that the address names is marked."""
    asked = asked_term()
    show_entries(
        [EntryGroup("", tuple(_entry(row) for row in _sorted(loading.table("glossary")).to_dict("records")))],
        Look("Filter op begrip of uitleg", "begrippen", letters=True, titles="links", layout="wide"),
        key="terms",
        mine=visit.region_code,
        asked=slug(asked) if asked else "",
    )
    st.caption(f"{_SOURCE} Klik op een begrip voor een link ernaartoe.")
    show_downloads(terms_table, "begrippen", _SOURCE)


def asked_term() -> str | None:
    """Term that the address names, by itself or by another name of it; an unknown one is said on the page."""
    by_slug: dict[str, str] = {}
    for row in loading.table("glossary").itertuples():
        for name in (*row.variants, row.term):
            by_slug.setdefault(slug(str(name)), str(row.term))
    by_slug |= {slug(str(term)): str(term) for term in loading.table("glossary")["term"]}
    key = links.from_link(TERM, by_slug, "een begrip")
    return by_slug[key] if key else None


def terms_table() -> pd.DataFrame:
    """One row per term, in alphabetical order."""
    glossary = _sorted(loading.table("glossary"))
    return pd.DataFrame(
        {
            "Begrip": glossary["term"],
            "Ook genoemd": glossary["variants"].map("; ".join),
            "Uitleg": glossary["explanation"],
            "Herkomst": glossary["origin"].map(loading.citations().in_words),
        }
    )


def _sorted(glossary: pd.DataFrame) -> pd.DataFrame:
    return glossary.sort_values("term", key=lambda terms: terms.map(_alphabetical))


def _alphabetical(term: str) -> str:
    return unicodedata.normalize("NFKD", term).casefold()


def _entry(row: dict[str, object]) -> Entry:
    term, variants = str(row["term"]), [str(name) for name in row["variants"]]  # type: ignore[attr-defined]
    origin = loading.citations().in_words(str(row["origin"]))
    return Entry(
        term,
        said=str(row["explanation"]),
        small=(f"Ook: {', '.join(variants)}" if variants else "", f"Herkomst: {origin}"),
        links=(source_link("begrippen", term, begrip=slug(term)),),
        key=slug(term),
    )
