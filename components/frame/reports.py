"""What a component in the browser reported. Whoever reads it checks what it is: a browser can say anything."""

from __future__ import annotations

import streamlit as st


def reported_by(component: str, name: str) -> object:
    """What the component with this key reported under a name; None until it did."""
    reported: object = (st.session_state.get(component) or {}).get(name)
    return reported


def text_reported_by(component: str, name: str) -> str | None:
    """The same where it is a text; None where it is anything else."""
    reported = reported_by(component, name)
    return reported if isinstance(reported, str) else None
