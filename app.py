"""Start: what is this, what is in it for my region, and what stands out?"""

import streamlit as st

from components.frame.page import page
from components.frame.stage_exhibit import show_exhibit
from components.slides.on_request import view_slides
from components.start.exhibit import exhibit_of
from components.start.findings import show_findings
from components.start.overview import show_overview
from components.start.own_region import show_own_region
from components.start.region_map import show_region_map

with page("Start", slides=view_slides) as visit:
    if visit.on_stage:
        show_exhibit(exhibit_of(st.query_params.to_dict()))
    else:
        beside = st.container(key="start_beside_map")
        with beside.container():
            st.title("Wie organiseert welke jeugdhulp op welke schaal?", anchor=False)
            st.markdown(
                "In juni 2013 gaven 42 jeugdregio's op of zij elf taken in de jeugdhulp lokaal, subregionaal, "
                "regionaal of bovenregionaal wilden regelen. Hier ziet u wie wat koos, hoe vast die keuze lag, en waar "
                "dat in de bron staat."
            )
            show_own_region(visit)
        with beside.container():
            show_region_map(visit.region_code)
        with beside.container() if visit.region_code is None else st.container():
            show_findings(visit)
        show_overview(visit)
