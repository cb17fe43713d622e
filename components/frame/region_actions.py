"""What a panel about a region offers below it: its own page, and making it "uw regio"."""

from __future__ import annotations

import streamlit as st

from components.frame import loading, page
from components.frame.region_links import looking_at


def show_region_actions(region_code: str, mine: str | None) -> None:
    """Link to all about a region, and a button for whoever has another "uw regio"."""
    with st.container(horizontal=True):
        st.page_link(
            "pages/regio.py",
            label=f"Alles over {loading.region_names()[region_code]}",
            icon=page.LINK_ICON,
            query_params=looking_at(region_code, mine),
        )
        if region_code != mine:
            st.button("Maak dit uw regio", on_click=page.adopt_region, args=(region_code,), key="adopt_region")
