"""Bronnen: where does each figure come from, and where in the app does it stand?"""

import streamlit as st

from components.frame import faults_in_dutch, page
from components.search.everything import show_search
from components.sources.parts import chosen_source_part

with page("Bronnen") as visit:
    st.title("Waar komt elk gegeven vandaan, en waar staat het?", anchor=False)
    show_search(visit)
    part = chosen_source_part()
    with faults_in_dutch():
        part.show(visit)
