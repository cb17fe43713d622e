"""One choice out of a few, kept in the address: buttons, or a list where the choices are many."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import links

ALL = "alles"
"""Choice that lets everything pass; it is the first, and stands not in the address."""


def linked_choice(key: str, names: Mapping[str, str], label: str, what: str, *, as_list: bool = False) -> str:
    """What the address says of `key`, or the first of `names`; a choice goes to the address at once."""
    first = next(iter(names))
    shown = links.from_link(key, names, what) or first
    widget = f"rijnland_{key}"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    if as_list:
        st.selectbox(
            label, list(names), format_func=names.__getitem__, key=widget, on_change=_follow, args=(key, widget, first)
        )
    else:
        st.pills(
            label,
            list(names),
            format_func=names.__getitem__,
            key=widget,
            required=True,
            on_change=_follow,
            args=(key, widget, first),
        )
    return shown


def _follow(key: str, widget: str, first: str) -> None:
    chosen = st.session_state[widget]
    links.write_link({key: None if chosen == first else chosen})
