"""Doorrekening: what do the measures do to 2019-2022?"""

import streamlit as st

from components.frame import guarded_fragment, page
from components.what_if.own_table import show_own_table
from components.what_if.page_sections import explain, show_what_if
from components.what_if.session import current_session, open_session


@guarded_fragment
def explore() -> None:
    """Everything that changes with the scenario."""
    # The address is read with the whole page only: at a step it still holds the scenario before that step.
    show_what_if(current_session())


with page("Doorrekening"):
    st.title("Wat doen de maatregelen met de kosten?", anchor=False)
    session = open_session()
    explore()
    # Beside and not inside the fragment above: of fragments in one another Streamlit can lose elements.
    show_own_table(session)
    explain()
