"""Bronnen: where does each figure come from, and where in the app does it stand?"""

import streamlit as st

from components.frame.page import faults_in_dutch, page
from components.frame.stage import longer_than_the_stage
from components.slides.on_request import view_slides
from components.sources.parts import chosen_source_part, source_part_on_stage
from components.sources.search import show_search

with page("Bronnen", slides=view_slides) as visit:
    if visit.on_stage:
        part = source_part_on_stage()
        with longer_than_the_stage(), faults_in_dutch():
            part.show(visit)
    else:
        st.title("Waar komt elk gegeven vandaan, en waar staat het?", anchor=False)
        show_search(visit)
        part = chosen_source_part()
        with faults_in_dutch():
            part.show(visit)
