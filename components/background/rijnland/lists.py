"""Lijsten: what the plan of Holland Rijnland lists, from the points of the law to the wishes of clients."""

from __future__ import annotations

from components.background.lists import show_lists_of
from components.background.rijnland.citation import CREDIT, SOURCE_FILE
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_lists(visit: Visit) -> None:
    """The part of the page."""
    show_lists_of(
        SOURCE_FILE,
        key="rijnland",
        credit=CREDIT,
        terms=meaning("1Gezin1Plan", "AMHK", "frictiekosten", "jeugdzorgplus"),
    )
