"""Bronnen: where does each figure come from, and where in the app does it stand?"""

import streamlit as st

from components.frame.page import faults_in_dutch, page
from components.frame.stage import longer_than_the_stage, show_on_stage
from components.slides.on_request import view_slides
from components.sources.exhibit import exhibit_of
from components.sources.parts import chosen_source_part, opened_source_part
from components.sources.search import show_search

with page("Bronnen", source="", slides=view_slides) as visit:
    if visit.on_stage:
        part = opened_source_part()
        show_on_stage(exhibit_of(st.query_params.to_dict()))
        with longer_than_the_stage(), faults_in_dutch():
            part.show(visit)
    else:
        st.title("Waar komt elk gegeven vandaan, en waar staat het?", anchor=False)
        show_search(visit)
        part = chosen_source_part()
        with faults_in_dutch():
            part.show(visit)
