"""Achtergrond: what else do the documents say, and what can one do with it?"""

import streamlit as st

from components.background.documents import DOCUMENTS
from components.background.exhibit import exhibit_of
from components.frame.linked_parts import chosen_part, credit_of_opened, opened_part
from components.frame.page import faults_in_dutch, page
from components.frame.stage import longer_than_the_stage, show_on_stage
from components.slides.on_request import view_slides

with page("Achtergrond", source=credit_of_opened(DOCUMENTS), slides=view_slides) as visit:
    if visit.on_stage:
        part = opened_part(DOCUMENTS)
        show_on_stage(exhibit_of(st.query_params.to_dict()))
        with longer_than_the_stage(), faults_in_dutch():
            part.show(visit)
    else:
        st.title("Wat zeggen de andere documenten?", anchor=False)
        part = chosen_part(DOCUMENTS)
        with faults_in_dutch():
            part.show(visit)
