"""Feiten: every other figure of the plan of Rotterdam."""

from __future__ import annotations

from components.background.facts import show_facts_of
from components.background.rotterdam.citation import CREDIT, FILE
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """The part of the page."""
    show_facts_of({"programmaplan": (FILE, "programmaplan Rotterdam")}, key="rotterdam", credit=CREDIT)
