"""Sections of the what-if page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.glossary_help import meaning
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from components.what_if.own_table.section import show_table_in_use
from components.what_if.own_table.state import state_of
from components.what_if.panel.panel import show_follower, show_panel
from components.what_if.results import Results, results_of
from components.what_if.saved.section import show_saved_scenarios, waits_for_an_answer
from components.what_if.session import WhatIfSession, write_address
from components.what_if.tables import measures_table, tornado_table, waterfall_table, yearly_table

_TABLES = "what_if_tables"
SOURCE = "Bron: plan van aanpak Zuid-Holland Zuid, 25 juni 2019, paragrafen 2b en 3c; doorrekening met eigen aannames."


def show_panel_and_message(session: WhatIfSession) -> None:
    """What there is to say of the last step, the panel, and the address of its scenario."""
    if session.sent_plan is not session.plan:
        # A step in this fragment took another table; what holds for all of it lies outside.
        st.rerun()
    if session.message:
        st.info(plain(session.message))
    show_table_in_use(session)
    follows = bool(st.session_state.get(_TABLES)) or waits_for_an_answer()
    show_panel(session, session_results(session), follows=follows)
    write_address(session)


def say_whose(session: WhatIfSession, mine: str | None) -> None:
    """Whose figures these are, and that they are not those of "mijn regio" where that is another one."""
    if session.own_table_name:
        st.markdown(f"**{plain(capitalised(session.whose))}**: alle bedragen op deze pagina komen uit die tabel.")
        return
    years = session.plan.years
    said = f"**{session.whose}, {years[0]}-{years[-1]}**: alle bedragen op deze pagina zijn van deze regio."
    if mine not in (None, session.whose):
        said += (
            f" Uw regio is **{mine}**; daarover zegt deze pagina niets. Met een eigen tabel, onderaan, rekent u met "
            "uw eigen regio."
        )
    st.markdown(said)


def show_what_follows(session: WhatIfSession) -> None:
    """Results of the scenario as tables, and the saved scenarios."""
    show_follower(session)
    _show_tables(session_results(session), source_of(session))
    show_saved_scenarios(session, source_of(session))
    if session.shown != session.stamp:
        # A saved scenario was opened; the panel lies outside this fragment.
        st.rerun()


def session_results(session: WhatIfSession) -> Results:
    """Results of the scenario as it stands."""
    return results_of(session.scenario, () if session.own_table_name else _ceilings())


def source_of(session: WhatIfSession) -> str:
    """Where the figures come from, for captions and downloads."""
    if session.own_table_name is None:
        return SOURCE
    assumed = len(state_of(session).assumptions)
    read = f", waarvan {assumed} bij het lezen van de tabel" if assumed else ""
    return f"Bron: eigen tabel ({session.own_table_name}) van de gebruiker; doorrekening met eigen aannames{read}."


def explain() -> None:
    """How the sum is made, in a few sentences."""
    with st.expander("Hoe is dit berekend?"):
        st.markdown(
            "**Optellen mag niet.** De bron geeft per maatregel een bandbreedte en waarschuwt dat de maatregelen "
            "elkaar "
            "overlappen, maar zegt niet hoeveel. De doorrekening telt de grootste maatregel helemaal mee en van de "
            "andere "
            "samen het deel dat na overlap overblijft: bij 70% overlap is dat 30%.\n\n"
            "**Waarom € 99,9 mln en niet € 100,0 mln?** De overlap is zo gekozen dat alle "
            "maatregelen in het midden van hun bandbreedte "
            "het doel van de bron opleveren. Precies past 70,3%; de schuif heeft stappen van 1%, en bij 70% komt er "
            "€ 99,9 mln uit. "
            "Dat de beginstand het doel haalt, is dus afgesproken en geen uitkomst. U kunt de overlap veranderen.\n\n"
            "**Lijn en band.** De lijn hoort bij de schuiven zoals ze staan. Band en kans komen uit 4.096 "
            "doorrekeningen: elke "
            "maatregel valt ergens in zijn bandbreedte uit, vaker dicht bij de schuif, en de overlap schommelt mee. "
            "Vanaf een "
            "uiteinde kan een maatregel alleen naar binnen afwijken. De lijn is daarom niet het midden van de band en "
            "kan "
            "er zelfs buiten liggen.\n\n"
            "Bedragen staan in mln €, niet geïndexeerd.",
            help=meaning("overlap", "band van P10 tot P90", "kans op het doel", "waterval", "tornado"),
        )


def _show_tables(results: Results, source: str) -> None:
    tables: dict[str, tuple[str, Callable[[Results], pd.DataFrame]]] = {
        "jaren": ("Kosten per jaar (mln €)", yearly_table),
        "maatregelen": ("Effect per maatregel (mln €)", measures_table),
        "waterval": ("Van begin naar resultaat (mln €)", waterfall_table),
        "gevoeligheid": ("Gevoeligheid (jaarkosten in mln €)", tornado_table),
    }
    box = st.expander("Dezelfde gegevens als tabel", key=_TABLES, on_change="rerun")
    if box.open:
        with box:
            for name, (caption, build) in tables.items():
                show_table(build(results), caption, key=f"what_if_{name}")
                show_downloads(partial(build, results), f"doorrekening-{name}", source)
    st.caption(source, help=meaning("bandbreedte", "begroting", "burap", "taakstelling", "bijdrage van het rijk"))


@st.cache_resource(show_spinner=False)
def _ceilings() -> tuple[tuple[str, float], ...]:
    ceilings = loading.table("ceilings")
    known = ceilings[ceilings["excess_mln_eur"].notna()]
    return tuple(
        (f"scenario {scenario}", float(ceiling))
        for scenario, ceiling in zip(known["scenario"], known["ceiling_mln_eur"], strict=True)
    )
