"""A storyline: steps, each a view of the app with a title, a sentence and a note for who tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One view: address of its page and the keys of its address as a query string without '?'.

    An empty title or sentence means the one that the view itself gives (components/look/exhibit.py). `note` is for who
    tells it, not for the hall.
    """

    page: str
    query: str = ""
    title: str = ""
    sentence: str = ""
    note: str = ""


@dataclass(frozen=True)
class Storyline:
    """Steps in their order, under a title; `key` is how an address names it."""

    key: str
    title: str
    about: str
    steps: tuple[Step, ...]
