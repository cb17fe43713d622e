"""Wie doet wat: the bodies of the plan of 2019, by tier."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.zhz.citation import PLAN_CREDIT
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit
from components.look.citation import place_columns, show_place
from components.look.table import show_downloads, show_table
from components.look.words import plain
from model.dataset.document_tables import BACKGROUND_FIELDS

TIER_WORDS = {"regio": "Regio", "gemeente": "Gemeenten", "uitvoering": "Uitvoering"}


def show_bodies(visit: Visit) -> None:
    """One column per tier with who is in it and what it does, and the same as a table."""
    bodies = loading.table("governance_bodies")
    st.header(
        "Wie doet wat in het plan van 2019?", anchor=False, help=meaning("algemeen bestuur", "DG&J", "taskforce", "SOJ")
    )
    columns = st.columns(len(TIER_WORDS), gap="medium")
    for column, tier in zip(columns, BACKGROUND_FIELDS["tier"].allowed, strict=True):
        with column:
            st.markdown(f"**{TIER_WORDS[tier]}**")
            for body in bodies[bodies["tier"] == tier].itertuples(index=False):
                with st.container(border=True):
                    st.markdown(f"**{plain(body.body)}**  \n{plain(body.duty)}")
                    show_place(loading.citations().of_row("governance_bodies", body))
    st.caption(PLAN_CREDIT)
    with st.expander("Dezelfde gegevens als tabel"):
        show_table(bodies_table(), "Wie doet wat", key="zhz_bodies")
        show_downloads(bodies_table, "zhz-wie-doet-wat-2019", PLAN_CREDIT)


def bodies_table() -> pd.DataFrame:
    """One row per body with Dutch headings."""
    bodies = loading.table("governance_bodies")
    return pd.DataFrame(
        {
            "Orgaan": bodies["body"],
            "Niveau": bodies["tier"].map(TIER_WORDS),
            "Wat het doet": bodies["duty"],
            **place_columns(loading.citations().of_rows("governance_bodies", bodies)),
        }
    )
