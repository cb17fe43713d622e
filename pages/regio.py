"""Regio: everything that the inventory says of one region, on one sheet that can be printed."""

from functools import partial

import streamlit as st

from components.frame.page import faults_in_dutch, page
from components.frame.stage_exhibit import show_exhibit
from components.note.region import show_region_note
from components.region.choices import show_choices, show_meaning_of_regional
from components.region.cooperation import show_cooperation, show_partners
from components.region.exhibit import exhibit_of
from components.region.heading import choose_a_region, show_heading, show_notes, show_sources, shown_region
from components.region.peers import show_comparison
from components.slides.on_request import view_slides

with page("Regio", slides=view_slides) as visit:
    region_code = shown_region(visit)
    if visit.on_stage:
        show_exhibit(exhibit_of(st.query_params.to_dict()))
    elif region_code is None:
        choose_a_region()
    else:
        for show_section in (
            partial(show_heading, region_code, visit, show_region_note),
            partial(show_choices, region_code, visit.region_code),
            partial(show_meaning_of_regional, region_code),
            partial(show_comparison, region_code, visit.region_code),
            partial(show_cooperation, region_code, visit.region_code),
            partial(show_partners, region_code),
            partial(show_notes, region_code),
            partial(show_sources, region_code),
        ):
            with faults_in_dutch():
                show_section()
