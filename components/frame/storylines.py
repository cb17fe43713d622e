"""The storylines that ship with the app, by key; read once per process."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from model.stage.shipped import shipped_storylines
from model.stage.storyline import Storyline


@st.cache_resource(show_spinner=False)
def shipped() -> dict[str, Storyline]:
    """Storylines by key, in their order. Raises DataError; a fault is not cached."""
    return {storyline.key: storyline for storyline in shipped_storylines(loading.table)}
