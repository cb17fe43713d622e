"""What is wrong with the link that was followed: above the page, and on stage at its foot, below what the hall sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

_KEPT = "link_faults_on_stage"


@dataclass
class _Kept:
    """Sentences of one run of a page; once the stage has told them, there is no place for another one."""

    sentences: list[str] = field(default_factory=list)
    are_told: bool = False


def begin(*, on_stage: bool) -> None:
    """Start of a page run."""
    st.session_state[_KEPT] = _Kept() if on_stage else None


def say(sentence: str, show: Callable[[str], object] | None = None) -> None:
    """Says it here, as a warning or as `show` does; on stage it waits for the foot, as long as that is to come."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    if kept is None or (kept.are_told and sentence not in kept.sentences):
        (show or st.warning)(sentence)
    elif sentence not in kept.sentences:
        kept.sentences.append(sentence)


def told_on_stage() -> list[str]:
    """What waited, for the foot of the stage; the same again where a part of the page runs anew."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    if kept is None:
        return []
    kept.are_told = True
    return kept.sentences
