"""A choice of one from several that the address holds: buttons or a list, the first one being the plain view."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import links


def linked_choice(key: str, names: Mapping[str, str], label: str, what: str, *, as_list: bool = False) -> str:
    """Key of the chosen name: what the address says of `key`, or the first, which stays out of the address.

    `what` names a value in the message on a link that cannot mean one, such as "een partij".
    """
    first = next(iter(names))
    shown = links.from_link(key, names, what) or first
    widget = f"zhz_{key}"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    follow = {"key": widget, "on_change": _follow, "args": (key, widget, first)}
    if as_list:
        st.selectbox(label, list(names), format_func=names.__getitem__, **follow)
    else:
        st.segmented_control(label, list(names), format_func=names.__getitem__, required=True, **follow)
    return shown


def _follow(key: str, widget: str, first: str) -> None:
    chosen = st.session_state[widget]
    links.write_link({key: None if chosen == first else chosen})
