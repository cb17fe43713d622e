"""Presenteren: how do I show this to a hall?"""

import streamlit as st

from components.frame.finder import region_field
from components.frame.page import faults_in_dutch, page
from components.stage.view import show_choice_on_stage, show_own_storylines, show_shipped_storylines

with page("Presenteren", source="") as visit:
    if visit.on_stage:
        show_choice_on_stage(visit.region_code)
    else:
        st.title("Hoe laat u dit aan een zaal zien?", anchor=False)
        st.markdown(
            "Een verhaallijn is een rij weergaven met bij elke een titel, een zin en een notitie voor wie spreekt. "
            "Start er een, en blader met de pijltjes, een afstandsbediening of een veeg."
        )
        st.header("Kant-en-klaar", anchor=False)
        st.markdown("Deze verhaallijnen volgen uw eigen regio. De cijfers worden berekend uit de gegevens van de app.")
        region_field("storyline_region", "Presenteren")
        with faults_in_dutch():
            show_shipped_storylines(visit.region_code)
        st.header("Uw eigen verhaallijnen", anchor=False)
        with faults_in_dutch():
            show_own_storylines()
