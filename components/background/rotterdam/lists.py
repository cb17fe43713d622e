"""Lijsten: what the plan of Rotterdam lists, from its ambitions to the rules for pilots."""

from __future__ import annotations

from components.background.lists import show_lists_of
from components.background.rotterdam.citation import CREDIT, FILE
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_lists(visit: Visit) -> None:
    """The part of the page."""
    show_lists_of(FILE, key="rotterdam", credit=CREDIT, terms=meaning("IKW", "werkatelier", "transformatie"))
