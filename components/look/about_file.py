"""What a downloaded file says of itself: where its figures come from, and when and with what it was made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from components.look.words import capitalised, date_words

PRODUCT = "Schaalwijzer Jeugd"
VERSION = (Path(__file__).parent.parent.parent / "VERSION").read_text(encoding="utf8").strip()
ABOUT_SHEET = "Over dit bestand"

About: TypeAlias = Sequence[tuple[str, str]]
"""Pairs of a heading and a text."""


def about_rows(source: str, about: About = ()) -> list[tuple[str, str]]:
    """Everything that a file made today says of itself."""
    return [
        ("Bron", capitalised(source.removeprefix("Bron: "))),
        *about,
        ("Gemaakt op", date_words(date.today())),
        ("Gemaakt met", f"{PRODUCT} {VERSION}"),
    ]
