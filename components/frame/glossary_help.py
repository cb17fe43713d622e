"""Explanation of a term from the glossary, as help beside headings and controls on any page."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.look.words import capitalised, plain
from model.dataset.reading import DataError
from model.regions.name_search import fold


@st.cache_resource(show_spinner=False)
def _explanations() -> dict[str, str]:
    """Folded term or other name to its explanation; a term goes before another term's other name."""
    glossary = loading.table("glossary")
    by_variant = {
        fold(variant): str(row.explanation) for row in glossary.itertuples() for variant in list(row.variants)
    }
    return {**by_variant, **{fold(str(row.term)): str(row.explanation) for row in glossary.itertuples()}}


def meaning(*terms: str) -> str | None:
    """Explanations of the terms in Markdown, for `help=`; None where the glossary has none of them or is missing."""
    try:
        known = _explanations()
    except DataError:
        return None
    found = [(term, known[fold(term)]) for term in terms if fold(term) in known]
    return "\n\n".join(f"**{capitalised(plain(term))}**: {plain(said)}" for term, said in found) or None
