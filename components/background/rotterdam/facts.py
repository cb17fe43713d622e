"""Feiten: every other figure of the plan of Rotterdam."""

from __future__ import annotations

import streamlit as st

from components.background.facts import show_facts_of
from components.background.rotterdam.citation import CREDIT, FILE
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """The part of the page."""
    terms = meaning("proeftuin", "werkatelier", "PHO", "transitie")
    st.header("Feiten en cijfers uit het plan", anchor=False, help=terms)
    show_facts_of({"programmaplan": (FILE, "programmaplan Rotterdam")}, key="rotterdam", credit=CREDIT)
