"""Sentences of the region page: what became of a municipality, what changed at a border."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def successors_words(items: Iterable[Municipality]) -> str:
    """What became of municipalities of 2013, each later one once; empty where all are there still.

    >>> later = (Successor("Hoeksche Waard", 2019),)
    >>> successors_words([Municipality("Strijen", None, later), Municipality("Binnenmaas", None, later)])
    'Wat ervan werd: Hoeksche Waard (sinds 2019: Binnenmaas en Strijen).'
    """
    before: dict[Successor, list[str]] = {}
    for item in sorted(items, key=lambda item: item.name):
        for successor in item.successors:
            before.setdefault(successor, []).append(item.name)
    later = sorted(before, key=lambda successor: (successor.name, successor.since_year))
    became = [f"{each.name} (sinds {each.since_year}: {listed(before[each])})" for each in later]
    return f"Wat ervan werd: {listed(became)}." if became else ""


def change_words(change: BoundaryChange, names: Mapping[str, str]) -> str:
    """A municipality that moved: from where to where, when, and why."""
    when = str(change.year) if change.year else "jaar onbekend"
    return (
        f"**{plain(change.municipality)}**, van {plain(names[change.from_region])} naar "
        f"{plain(names[change.to_region])} ({when}): {plain(change.reason)}"
    )
