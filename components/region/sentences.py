"""Sentences of the region page: what became of a municipality, what changed at a border."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from components.look.words import listed, plain
from model.regions.profile import BoundaryChange, Municipality, Successor


def municipality_words(item: Municipality) -> str:
    """A municipality of 2013 with what it became.

    >>> municipality_words(Municipality("Boskoop", None, (Successor("Alphen aan den Rijn", 2014),)))
    'Boskoop (sinds 2014 Alphen aan den Rijn)'
    """

    def year_of(successor: Successor) -> int:
        return successor.since_year

    if not item.successors:
        return plain(item.name)
    per_year = [
        f"sinds {year} {listed([plain(successor.name) for successor in later])}"
        for year, later in groupby(sorted(item.successors, key=year_of), key=year_of)
    ]
    return f"{plain(item.name)} ({', '.join(per_year)})"


def change_words(change: BoundaryChange, names: Mapping[str, str]) -> str:
    """A municipality that moved: from where to where, when, and why."""
    when = str(change.year) if change.year else "jaar onbekend"
    return (
        f"**{plain(change.municipality)}**, van {plain(names[change.from_region])} naar "
        f"{plain(names[change.to_region])} ({when}): {plain(change.reason)}"
    )
