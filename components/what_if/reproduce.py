"""Box "Zelf narekenen in Python": what one needs to get the figures of the scenario outside the app."""

from __future__ import annotations

import streamlit as st

from components.look.about_file import VERSION
from components.what_if.about import named_file
from components.what_if.session import WhatIfSession
from model.reproduce import command_of, lines_of

BOX = "what_if_reproduce"
_NEEDED = (
    f"Voer dit uit in de map met de broncode van Schaalwijzer Jeugd, versie {VERSION}, met de pakketten uit "
    "`requirements.txt`."
)
_FILE_NEEDED = (
    " Bewaar eerst uw tabel, onder “Een eigen tabel” met “Bewaar deze tabel (XLSX)”, in die map als `{file}`."
)


def show_reproduction(session: WhatIfSession) -> None:
    """The box, with the lines for the scenario as it stands; they are made only for who opens it."""
    box = st.expander("Zelf narekenen in Python", key=BOX, on_change="rerun")
    if not box.open:
        return
    own_table = session.own_table_name
    file = f"{named_file('eigen-tabel', own_table)}.xlsx" if own_table else None
    with box:
        st.markdown(
            "Deze zes regels geven dezelfde cijfers als deze pagina: jaarkosten, verschil met het doel, kans, band en "
            f"bijdragen. Zij gebruiken dezelfde functies. {_NEEDED}{_FILE_NEEDED.format(file=file) if file else ''}"
        )
        st.code(lines_of(session.scenario, file), language=None, wrap_lines=True)
        st.markdown("Of als tabel, in een terminal. Met `--json` erachter staan de cijfers er zoals berekend.")
        st.code(command_of(session.scenario, file), language=None, wrap_lines=True)


def is_open() -> bool:
    """Whether the box is open, so that a step changes what it shows."""
    return bool(st.session_state.get(BOX))
