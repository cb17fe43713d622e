"""A list to choose from whose choice stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from components import links

ALL = ""


def choose(
    key: str,
    names: Mapping[str, str],
    label: str,
    what: str,
    *,
    anything: str = "alles",
    width: int | Literal["stretch"] = "stretch",
) -> str | None:
    """List with `names` and, first, `anything`; returns what the address says of `key`, or None for anything.

    `what` names the kind of value in the message about a link that does not fit.
    """
    shown = links.from_link(key, names, what)
    widget = f"rotterdam_{key}"
    if st.session_state.get(widget) != (shown or ALL):
        st.session_state[widget] = shown or ALL
    st.selectbox(
        label,
        [ALL, *names],
        format_func=lambda code: names.get(code, anything),
        key=widget,
        on_change=_follow,
        args=(key, widget),
        width=width,
    )
    return shown


def _follow(key: str, widget: str) -> None:
    links.write_link({key: st.session_state[widget] or None})
