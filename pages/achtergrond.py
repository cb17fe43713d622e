"""Achtergrond: what else do the documents say, and what can one do with it?"""

import streamlit as st

from components.background.documents import DOCUMENTS
from components.frame.linked_parts import chosen_part
from components.frame.page import faults_in_dutch, page

with page("Achtergrond") as visit:
    st.title("Wat zeggen de andere documenten?", anchor=False)
    part = chosen_part(DOCUMENTS)
    with faults_in_dutch():
        part.show(visit)
