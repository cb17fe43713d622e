"""The region page on paper: a button that prints, and letters small enough for two sheets of A4."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.look import component_files
from model.regions.profile import text_length

SIZES_PX = ((2400, 11.0), (3200, 10.5), (4000, 10.0))
"""Size of the letters on paper for profiles of at most so many characters; found by printing all 42 regions."""
SMALLEST_PX = 9.5

_print_button = component_files.component("print_button", __file__, "print")


def show_print_button(region_code: str) -> None:
    """Button that prints the page, with the size that makes it fit on two sheets."""
    size_px = _size_px(region_code)
    st.html(
        f"<style>@page {{ size: A4 portrait; }} @media print "
        f"{{ html:root {{ font-size: {size_px}px !important; }} }}</style>"
    )
    _print_button(key="print_button", data={}, width="content")


@st.cache_resource(show_spinner=False)
def _size_px(region_code: str) -> float:
    tables = (loading.table(name) for name in ("scale_choices", "region_notes", "governance", "partners"))
    return print_size_px(text_length(region_code, *tables))


def print_size_px(characters: int) -> float:
    """Size of the letters for a profile of so many characters.

    >>> print_size_px(1500), print_size_px(9000)
    (11.0, 9.5)
    """
    return next((size for limit, size in SIZES_PX if characters <= limit), SMALLEST_PX)
