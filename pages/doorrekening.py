"""Doorrekening: what do the measures do to 2019-2022?"""

import streamlit as st

from components.frame import page
from components.what_if.page_sections import explain, show_what_if
from components.what_if.session import open_session


@st.fragment
def explore() -> None:
    """Everything that changes with the scenario."""
    show_what_if(open_session())


with page("Doorrekening"):
    st.title("Wat doen de maatregelen met de kosten?")
    explore()
    explain()
