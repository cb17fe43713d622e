"""Feiten: every other figure and rule of the plan of Holland Rijnland."""

from __future__ import annotations

import streamlit as st

from components.background.facts import show_facts_of
from components.background.rijnland.citation import CREDIT, SOURCE_FILE
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """The part of the page."""
    st.header(
        "Feiten en cijfers uit het plan",
        anchor=False,
        help=meaning("jeugd- en gezinsteam", "beschikking", "gecertificeerde instelling"),
    )
    show_facts_of({"beleidsplan": (SOURCE_FILE, "beleidsplan Holland Rijnland")}, key="rijnland", credit=CREDIT)
