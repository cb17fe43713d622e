"""A choice of one out of several that the address holds: buttons where they are few, a list where they are many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from components.frame import links

ALL = "alle"
"""Code of the choice that lets all pass."""

Width = int | Literal["stretch"]


def linked_choice(
    key: str, names: Mapping[str, str], label: str, what: str, *, as_list: bool = False, width: Width = "stretch"
) -> str:
    """Code of the chosen name: what the address says of `key`, or the first, which stays out of the address.

    `what` names a value in the message on a link that cannot mean one, such as "een partij".
    """
    first = next(iter(names))
    shown = links.from_link(key, names, what) or first
    widget = f"choice_{key}"
    if st.session_state.get(widget) != shown:
        # The address is right: another part of the page, or the way back, may have changed it.
        st.session_state[widget] = shown
    if as_list:
        st.selectbox(
            label,
            list(names),
            format_func=names.__getitem__,
            key=widget,
            on_change=_follow,
            args=(key, widget, first),
            width=width,
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


def linked_filter(
    key: str,
    names: Mapping[str, str],
    label: str,
    what: str,
    *,
    every: str = "Alle",
    as_list: bool = False,
    width: Width = "stretch",
) -> str | None:
    """As `linked_choice`, with a first choice `every` that lets all pass; None for that one."""
    chosen = linked_choice(key, {ALL: every, **names}, label, what, as_list=as_list, width=width)
    return None if chosen == ALL else chosen


def _follow(key: str, widget: str, first: str) -> None:
    chosen = st.session_state[widget]
    links.write_link({key: None if chosen == first else chosen})
