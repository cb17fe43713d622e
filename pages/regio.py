"""Regio: everything that the inventory says of one region."""

import streamlit as st

from components.frame import page
from components.region_page import (
    choose_a_region,
    show_choices,
    show_cooperation,
    show_municipalities,
    show_notes,
)

with page("Regio") as visit:
    if visit.region_code is None:
        choose_a_region()
    else:
        st.title(visit.region_name)
        show_choices(visit.region_code)
        show_cooperation(visit.region_code)
        show_municipalities(visit.region_code)
        show_notes(visit.region_code)
