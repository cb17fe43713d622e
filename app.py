"""Start: what is this, and what stands out?"""

import streamlit as st

from components.frame.page import Visit, page
from components.start.findings import show_findings, show_overview


def introduce(visit: Visit) -> None:
    """What the visitor can do here, in three sentences."""
    st.title("Wie organiseert welke jeugdhulp op welke schaal?", anchor=False)
    st.markdown(
        "In juni 2013 gaven 42 jeugdregio's op of zij elf taken in de jeugdhulp lokaal, subregionaal, regionaal of "
        "bovenregionaal wilden regelen. Schaalwijzer Jeugd laat zien wie wat koos, hoe vast die keuze lag, en waar dat "
        "in de bron staat."
    )
    if visit.region_name:
        st.success(f"Uw regio is **{visit.region_name}**. Die blijft gekozen op elke pagina, ook in de link.")


with page("Start") as visit:
    introduce(visit)
    show_findings(visit)
    show_overview()
