"""What a downloaded file says of itself: where its figures come from, and when and with what it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import streamlit as st

from components.look.words import capitalised, date_words

PRODUCT = "Schaalwijzer Jeugd"
VERSION = (Path(__file__).parent.parent.parent / "VERSION").read_text(encoding="utf8").strip()
ABOUT_SHEET = "Over dit bestand"

About: TypeAlias = Sequence[tuple[str, str]]
"""Pairs of a heading and a text."""
_VIEW = "about_view"


def describe_view(describe: Callable[[], About]) -> None:
    """From now on the files of this visit name their view, in the words that `describe` has for it at that moment."""
    st.session_state[_VIEW] = describe


def of_this_view(about: About) -> About:
    """What a file says of itself, after the view that it is of, as far as it does not name that itself."""
    describe: Callable[[], About] = st.session_state.get(_VIEW, tuple)
    named = {heading for heading, _ in about}
    return (*((heading, text) for heading, text in describe() if heading not in named), *about)


def about_rows(source: str, about: About = ()) -> list[tuple[str, str]]:
    """Everything that a file made today says of itself."""
    return [
        ("Bron", capitalised(source.removeprefix("Bron: "))),
        *about,
        ("Gemaakt op", date_words(date.today())),
        ("Gemaakt met", f"{PRODUCT} {VERSION}"),
    ]
