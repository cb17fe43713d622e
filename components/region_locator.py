"""Small map beside the heading of the region page: where the region lies, and which regions are next door."""

from __future__ import annotations

import streamlit as st

from components import frontend_files, loading
from components.comparison_words import listed
from components.map_view import TOPOLOGY_URL
from model.region_profile import neighbours_of

_locator = st.components.v2.component(
    "locator",
    html=frontend_files.html("locator"),
    css=frontend_files.css("locator"),
    js=frontend_files.script("locator", "../map/topology", "../map/drawing"),
)


def show_locator(region_code: str) -> None:
    """Country with the region and its neighbours marked; the text for a screen reader names them."""
    names = loading.region_names()
    around = neighbours_of(loading.table("neighbours"), region_code)
    label = f"Kaartje van Nederland met {names[region_code]}. Buren: {listed([names[code] for code in around])}."
    _locator(
        key="locator", data={"topology": TOPOLOGY_URL, "region": region_code, "neighbours": around, "label": label}
    )
