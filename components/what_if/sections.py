"""Sections of the what-if page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import streamlit as st

from components.frame.glossary_help import meaning
from components.frame.page import name_tab
from components.look.about_file import about_rows
from components.look.picture import offer_picture
from components.look.table import XLSX_MIME
from components.look.words import capitalised, plain
from components.what_if import reproduce
from components.what_if.about import AboutScenario, about_scenario
from components.what_if.answers.section import is_any_open, show_answers
from components.what_if.own_table.section import show_table_in_use
from components.what_if.own_table.state import state_of
from components.what_if.panel.panel import show_follower, show_panel
from components.what_if.results import Results, results_of
from components.what_if.saved.section import saved_list, show_saved_scenarios, waits_for_an_answer
from components.what_if.session import WhatIfSession, current_session, write_address
from components.what_if.table_in_use import source_of
from components.what_if.workbook.book import workbook_file

ShowNote: TypeAlias = Callable[[AboutScenario, str, bool], None]
"""Draws the button of the note: of which scenario, where its figures come from, and whether of an own table."""
_NOTE, _WORKBOOK = "what_if_note", "what_if_workbook"


def show_panel_and_message(session: WhatIfSession) -> None:
    """What there is to say of the last step, the panel, and the address of its scenario."""
    if session.sent_plan is not session.plan:
        # A step in this fragment took another table; what holds for all of it lies outside.
        st.rerun()
    if session.message:
        first, *reasons = session.message.split("\n")
        st.info("\n".join([plain(first), *(f"- {plain(reason)}" for reason in reasons)]))
    show_table_in_use(session)
    is_box_open = any(st.session_state.get(box) for box in (_NOTE, _WORKBOOK)) or reproduce.is_open()
    follows = is_any_open() or is_box_open or waits_for_an_answer()
    assumed = state_of(session).assumptions if session.own_table_name else ()
    show_panel(session, session_results(session), follows=follows, assumed=assumed)
    write_address(session)


_OF_SOURCE = (
    "De bron geeft per maatregel een bandbreedte en waarschuwt dat de maatregelen elkaar overlappen, maar zegt niet "
    "hoeveel.",
    "**Waarom € 99,9 mln en niet € 100,0 mln?** De overlap is zo gekozen dat alle maatregelen in het midden van hun "
    "bandbreedte het doel van de bron opleveren. Precies past 70,3%; de schuif heeft stappen van 1%, en bij 70% komt "
    "er € 99,9 mln uit. Dat de beginstand het doel van het plan haalt, is dus afgesproken en geen uitkomst. U kunt de "
    "overlap veranderen.",
)
_OF_OWN_TABLE = (
    "Maatregelen die dezelfde kosten raken, overlappen elkaar.",
    "**Waarom 70% overlap?** Dat is de overlap van Zuid-Holland Zuid, waarmee elke tabel begint; voor uw tabel is hij "
    "niet nagerekend. Zet de schuif op wat bij uw maatregelen past.",
)
"""Why effects may not be added, and where the overlap comes from."""


def show_title(session: WhatIfSession) -> None:
    """Title of the page and of its tab, with whose figures it shows."""
    whose = capitalised(session.whose)
    name_tab(f"Doorrekening {session.whose}")
    st.title(
        f"Wat doen de maatregelen met de kosten? {plain(whose)}",
        anchor=False,
        help=meaning("doorrekening", "maatregel", "jaarkosten"),
    )


def say_whose(session: WhatIfSession, mine: str | None) -> None:
    """Whose figures these are, and that they are not those of "uw regio" where that is another one."""
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


def show_what_follows(session: WhatIfSession, show_note: ShowNote) -> None:
    """The four answers, the note that `show_note` offers, the workbook, the lines that compute it again, and the saved
    scenarios.
    """
    show_follower(session)
    about = about_scenario(session, saved_list().entries)
    _offer_pictures(source_of(session), about)
    show_answers(session_results(session), source_of(session), about)
    _show_note(session, about, show_note)
    _show_workbook(session, about)
    reproduce.show_reproduction(session)
    show_saved_scenarios(session, source_of(session))
    if session.shown != session.stamp:
        # A saved scenario was opened; the panel lies outside this fragment.
        st.rerun()


def marks_of_visit() -> tuple[str, ...]:
    """What tells the files of the visit's scenario from those of another."""
    return about_scenario(current_session(), saved_list().entries).marks


_OF_PANEL = {
    "pad": ("Kosten per jaar, in mln €", (".path>.chart", ".chart-legend", ".chart-note"), ()),
    "waterval": ("", (".waterfall", ".waterfall-note"), ("#waterfall-name",)),
    "gevoeligheid": ("", (".tornado", ".tornado-note"), ("#tornado-name",)),
}
"""Charts of the panel by the name of their picture: title, what is drawn, and where else the title stands."""
_SET_NOW = ('[data-out="whose"]', '[data-tool="preset"]')
"""Where the panel says whose figures it shows, and which scenario."""
_HEARD = {"pad": "kosten per jaar", "waterval": "waterval", "gevoeligheid": "waar de kosten van afhangen"}


def _offer_pictures(source: str, about: AboutScenario) -> None:
    """The charts of the panel as pictures; outside it, so that a step has no more to draw."""
    box = st.expander("Bewaar de grafieken van het paneel als afbeelding", key="what_if_pictures")
    for name, (title, drawn, headings) in _OF_PANEL.items():
        with box:
            offer_picture(
                "what_if_panel",
                title,
                source,
                drawn=drawn,
                name=name,
                marks=about.marks,
                what=_HEARD[name],
                label=f"{capitalised(_HEARD[name])}:",
                headings=[*headings, *_SET_NOW],
                key=f"what_if_panel_{name}",
            )


def session_results(session: WhatIfSession) -> Results:
    """Results of the scenario as it stands."""
    return results_of(session.scenario)


def explain(session: WhatIfSession) -> None:
    """How the sum is made, in a few sentences; what the source says of it only where its own table is shown."""
    warning, why = _OF_SOURCE if session.own_table_name is None else _OF_OWN_TABLE
    with st.expander("Hoe is dit berekend?"):
        st.markdown(
            f"**Optellen mag niet.** {warning} De doorrekening telt de grootste maatregel helemaal mee "
            "en van de andere samen het deel dat na overlap overblijft: bij 70% overlap is dat 30%.\n\n"
            f"{why}\n\n"
            "**Lijn en band.** De lijn hoort bij de schuiven zoals ze staan. De band komt uit duizenden "
            "doorrekeningen: elke maatregel valt ergens in zijn bandbreedte uit, vaker dicht bij de schuif, en de "
            "overlap schommelt mee. Vanaf een uiteinde kan een maatregel alleen naar binnen afwijken. De lijn is "
            "daarom niet het midden van de band en kan er zelfs buiten liggen.\n\n"
            "**Samenhang.** Maatregelen gebruiken dezelfde teams en hetzelfde geld; valt er een tegen, dan de "
            "andere vaak ook. Hoe sterk, is een aanname: de beginstand is 50%. Meer samenhang maakt de band "
            "breder en verandert de kans, niet de lijn.\n\n"
            "**Bijdrage.** Effecten mag u niet optellen, bijdragen wel: elke maatregel verliest naar verhouding "
            "evenveel aan de overlap.\n\n"
            "Bedragen staan in mln €, niet geïndexeerd.",
            help=meaning("band van P10 tot P90", "kans op het doel", "waterval", "tornado"),
        )


def _show_note(session: WhatIfSession, about: AboutScenario, show_note: ShowNote) -> None:
    box = st.expander("Bestuurlijke notitie (PDF)", key=_NOTE, on_change="rerun")
    if box.open:
        with box:
            st.markdown(
                "Twee pagina's A4 voor bestuur of raad: het resultaat tegenover het doel met bereik en kans, de kosten "
                "per jaar, wie wat doet, de aannames, en wat onbekend is.\n\n"
                f"De notitie gaat over deze stand: {plain(about.whose)}, scenario {plain(about.name)}."
            )
            show_note(about, source_of(session), session.own_table_name is not None)


def _show_workbook(session: WhatIfSession, about: AboutScenario) -> None:
    box = st.expander("Rekenblad met formules (Excel)", key=_WORKBOOK, on_change="rerun")
    if box.open:
        scenario, source = session.scenario, source_of(session)
        with box:
            st.markdown(
                "Alle invoer staat in cellen en elk bedrag is een formule: verander een cel en resultaat, waterval en "
                "bijdragen rekenen mee. Kans en band komen uit trekkingen en rekenen niet mee; ze staan erin als "
                "cijfers van vandaag. Werkt vanaf Excel 2010 en in LibreOffice, zonder macro's.\n\n"
                f"Het rekenblad begint met deze stand: {plain(about.whose)}, scenario {plain(about.name)}."
            )
            st.download_button(
                "Download rekenblad (XLSX)",
                lambda: workbook_file(scenario, about.whose, about_rows(source, about.rows()), date.today()),
                f"{about.file_name('rekenblad')}.xlsx",
                XLSX_MIME,
                on_click="ignore",
                key=f"{_WORKBOOK}_file",
            )
