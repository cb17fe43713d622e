"""Start page: the three findings, and the overview of all tasks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.page import LINK_ICON, Visit
from components.look.citation import INVENTORY_CREDIT
from components.look.class_chart import build_class_chart, class_counts, class_table
from components.look.table import show_downloads, show_table
from components.look.words import percent
from model.choices.classes import class_words
from model.choices.findings import Agreement, Findings, find


@st.cache_resource(show_spinner=False)
def _findings() -> Findings:
    return find(loading.scale_choices())


@st.cache_resource(show_spinner=False)
def _counts() -> pd.DataFrame:
    return class_counts(loading.scale_choices(), loading.table("tasks"))


def show_findings(visit: Visit) -> None:
    """Three tiles: most agreement, least agreement, how firm it was."""
    found = _findings()
    most, least, firm = st.columns(3)
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
        _map_link("Bekijk de status op de kaart", visit, {links.LAYER: "status"})


def show_overview() -> None:
    """All tasks in one chart, with the same counts as a table."""
    st.header(
        "Alle elf taken naast elkaar: hoeveel regio's kozen welk niveau?", anchor=False, help=meaning("schaal", "taak")
    )
    st.altair_chart(build_class_chart(_counts()), key="overview")
    table = st.expander("Dezelfde gegevens als tabel", key="overview_table", on_change="rerun")
    if table.open:
        with table:
            show_table(class_table(_counts()), "Aantal regio's per taak en niveau", key="overview_rows")
            show_downloads(lambda: class_table(_counts()), "overzicht-taken", INVENTORY_CREDIT)
    st.caption(INVENTORY_CREDIT)


def _agreement(heading: str, agreement: Agreement, visit: Visit) -> None:
    task = loading.task_names()[agreement.task_code]
    st.header(heading, anchor=False, help=meaning("overeenstemming", "leidend niveau"))
    st.markdown(
        f"**{task}**: {agreement.count} van de {agreement.total} regio's kiezen "
        f"{class_words(agreement.leading_class)}. "
        f"Er komen {agreement.class_count} verschillende keuzes voor."
    )
    _map_link("Bekijk op de kaart", visit, {links.TASK: agreement.task_code})


def _map_link(label: str, visit: Visit, parameters: dict[str, str]) -> None:
    region = {links.REGION: visit.region_code} if visit.region_code else {}
    st.page_link("pages/kaart.py", label=label, icon=LINK_ICON, query_params={**region, **parameters})
