"""Sections of the what-if page."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import links, loading
from components.tables import show_downloads, show_table
from components.what_if.panel import show_panel
from components.what_if.results import Results
from components.what_if.session import WhatIfSession, link_of
from components.what_if.tables import measures_table, tornado_table, waterfall_table, yearly_table
from components.words import plain
from model.what_if import LINK_KEYS

SOURCE = "Bron: plan van aanpak Zuid-Holland Zuid, 25 juni 2019, paragrafen 2b en 3c; doorrekening met eigen aannames."


def show_what_if(session: WhatIfSession) -> None:
    """Panel, results as tables, and the address of this scenario."""
    if session.message:
        st.info(plain(session.message))
    results = Results(session.scenario, () if session.own_table_name else _ceilings())
    show_panel(session, results)
    link = link_of(session)
    links.write_link({key: link.get(key) for key in LINK_KEYS})
    _show_tables(results)


def explain() -> None:
    """How the sum is made, in a few sentences."""
    with st.expander("Hoe is dit berekend?"):
        st.markdown(
            "De bron geeft per maatregel een bandbreedte en waarschuwt dat maatregelen elkaar overlappen. "
            "De doorrekening telt de grootste maatregel helemaal mee en van de andere alleen wat er na overlap overblijft. "
            "De overlap van 70% is zo gekozen dat het midden van alle bandbreedtes precies het doel van de bron "
            "oplevert. U kunt die veranderen.\n\n"
            "De kans volgt uit 10.000 doorrekeningen waarin elke maatregel binnen zijn bandbreedte uitvalt, vaker dicht bij "
            "de stand van de schuif, en de overlap mee schommelt. Bedragen zijn miljoenen euro's, niet geïndexeerd."
        )


def _show_tables(results: Results) -> None:
    tables: dict[str, tuple[str, Callable[[Results], pd.DataFrame]]] = {
        "jaren": ("Kosten per jaar (mln €)", yearly_table),
        "maatregelen": ("Effect per maatregel (mln €)", measures_table),
        "waterval": ("Van begin naar resultaat (mln €)", waterfall_table),
        "gevoeligheid": ("Gevoeligheid (jaarkosten in mln €)", tornado_table),
    }
    box = st.expander("Dezelfde gegevens als tabel", key="what_if_tables", on_change="rerun")
    if box.open:
        with box:
            for name, (caption, build) in tables.items():
                show_table(build(results), caption, key=f"what_if_{name}")
                show_downloads(lambda build=build: build(results), f"doorrekening-{name}", SOURCE)
    st.caption(SOURCE)


@st.cache_resource(show_spinner=False)
def _ceilings() -> tuple[tuple[str, float], ...]:
    ceilings = loading.table("ceilings")
    known = ceilings[ceilings["excess_mln_eur"].notna()]
    return tuple(
        (f"scenario {scenario}", float(ceiling))
        for scenario, ceiling in zip(known["scenario"], known["ceiling_mln_eur"], strict=True)
    )
