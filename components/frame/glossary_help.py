"""Explanation of a term from the glossary, as help beside headings and controls on any page."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.look.words import capitalised, plain
from model.dataset.reading import DataError
from model.regions.name_search import fold


@st.cache_resource(show_spinner=False)
def _explanations() -> dict[str, tuple[str, str]]:
    """Folded term or other name to the term and its explanation; a term goes before another term's other name."""
    rows = [(str(row.term), list(row.variants), str(row.explanation)) for row in loading.table("glossary").itertuples()]
    by_variant = {fold(variant): (term, said) for term, variants, said in rows for variant in variants}
    return {**by_variant, **{fold(term): (term, said) for term, _, said in rows}}


def meaning(*terms: str) -> str | None:
    """Explanations of the terms in Markdown, for `help=`; None where the glossary has none of them or is missing.

    An abbreviation is also written out.
    """
    try:
        known = _explanations()
    except DataError:
        return None
    found = [(asked, *known[fold(asked)]) for asked in terms if fold(asked) in known]
    return "\n\n".join(f"**{_title(asked, term)}**: {plain(said)}" for asked, term, said in found) or None


def _title(asked: str, term: str) -> str:
    written_out = f" ({plain(term)})" if asked.isupper() and fold(asked) != fold(term) else ""
    return f"{capitalised(plain(asked))}{written_out}"
