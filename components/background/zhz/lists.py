"""Lijsten: what the plan of 2019 lists, from the measures of the memo before it to the decisions that it asks for."""

from __future__ import annotations

from components.background.lists import show_lists_of
from components.background.zhz.citation import PLAN, PLAN_CREDIT
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment


@guarded_fragment
def show_lists(visit: Visit) -> None:
    """The part of the page."""
    show_lists_of(PLAN, key="zhz", credit=PLAN_CREDIT, terms=meaning("BRTA", "omdenknotitie", "normaliseren"))
