"""Which document and which part of it the page Achtergrond shows: chosen in two rows of buttons, kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from components.frame import links
from components.frame.page import Visit

DOCUMENT, PART = "document", "deel"


@dataclass(frozen=True)
class Part:
    """One part of a document: its name on the button, what shows it, and the keys of the address that are its own."""

    name: str
    show: Callable[[Visit], None]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """One document: its name on the button, what it is in one sentence, and its parts by their key in the address."""

    name: str
    about: str
    parts: Mapping[str, Part]


def chosen_part(documents: Mapping[str, Document]) -> Part:
    """The part that the address names, or the first; beside it the buttons that lead to the others."""
    all_keys = {key for entry in documents.values() for part in entry.parts.values() for key in part.keys}
    document = chosen_key(
        DOCUMENT, {key: entry.name for key, entry in documents.items()}, "Document", {PART, *all_keys}
    )
    chosen = documents[document]
    st.markdown(chosen.about)
    part = chosen_key(
        PART, {key: entry.name for key, entry in chosen.parts.items()}, f"Onderdeel van {chosen.name}", all_keys
    )
    return chosen.parts[part]


def chosen_key(key: str, names: Mapping[str, str], label: str, gone_with_it: set[str]) -> str:
    """What the address says of `key`, or the first name; `gone_with_it` are the keys that another choice makes void."""
    shown = links.from_link(key, names, "een onderdeel") or next(iter(names))
    widget = f"background_{key}_{'_'.join(names)}"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=widget,
        required=True,
        label_visibility="collapsed",
        on_change=_follow,
        args=(key, widget, gone_with_it),
    )
    return shown


def _follow(key: str, widget: str, gone_with_it: set[str]) -> None:
    links.write_link({**dict.fromkeys(gone_with_it), key: st.session_state[widget]})
