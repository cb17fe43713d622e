"""Start page: what stands out over all regions, in three tiles."""

from __future__ import annotations

import streamlit as st

from components.frame import links, loading
from components.frame.agreement_words import chance_to_differ, findings
from components.frame.glossary_help import meaning
from components.frame.page import LINK_ICON, Visit
from components.look.words import percent
from model.choices.findings import Agreement


def show_findings(visit: Visit) -> None:
    """Three tiles: where regions differ least, where most, and how firm the choices were.

    Beside each other under one's own region; below each other beside the map, as long as none is chosen.
    """
    found = findings()
    most, least, firm = st.columns(3) if visit.region_code else (st.container(), st.container(), st.container())
    with most.container(border=True, height="stretch"):
        _agreement("Hier zijn de regio's het eens", found.most_agreed, visit)
    with least.container(border=True, height="stretch"):
        _agreement("Hier lopen de keuzes het meest uiteen", found.least_agreed, visit)
    with firm.container(border=True, height="stretch"):
        share = 100 * found.agreed_cells / found.cells
        st.header("Meer plan dan afspraak", anchor=False, help=meaning("status", "gedeelde afspraak", "intentie"))
        st.markdown(
            f"Van de {found.cells} keuzes was **{percent(share)}** een gedeelde afspraak ({found.agreed_cells}). "
            f"{found.intended_cells} keuzes waren een intentie; bij {found.open_cells} had de regio nog geen opvatting."
        )
        _map_link("Bekijk alle taken op de kaart", visit, {links.LAYER: "status", links.ALL: "1"})


def _agreement(heading: str, agreement: Agreement, visit: Visit) -> None:
    task = loading.task_names()[agreement.task_code]
    st.header(heading, anchor=False, help=meaning("spreiding", "leidend niveau"))
    st.markdown(f"**{task}**: {chance_to_differ(agreement)}")
    _map_link("Bekijk op de kaart", visit, {links.TASK: agreement.task_code})


def _map_link(label: str, visit: Visit, parameters: dict[str, str]) -> None:
    region = {links.REGION: visit.region_code} if visit.region_code else {}
    st.page_link("pages/kaart.py", label=label, icon=LINK_ICON, query_params={**region, **parameters})
