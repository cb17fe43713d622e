"""The what-if on stage: what its scenario says, and below it the live panel, or the picture that was asked for."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.frame.stage import show_on_stage
from components.look.exhibit_drawing import show_drawing
from components.what_if.exhibit import exhibit_for
from components.what_if.panel.stage import show_stage_panel
from components.what_if.pictures import PATH, PICTURES
from components.what_if.sections import session_results
from components.what_if.session import WhatIfSession, write_address
from components.what_if.table_in_use import source_of
from model.site.site_map import PICTURE, SLIDERS

_LONGEST_SAID = 20


def show_stage(session: WhatIfSession) -> None:
    """The scenario as it stands, for a hall; the panel says the key figures itself, for they move with its sliders."""
    if session.sent_plan is not session.plan:
        # A step in this fragment took another table; what holds for all of it lies outside.
        st.rerun()
    asked = st.query_params.get(PICTURE, PATH)
    exhibit = exhibit_for(session.scenario, asked, whose=session.whose, source=source_of(session))
    if asked in PICTURES and asked != PATH:
        show_on_stage(exhibit)
        show_drawing(exhibit)
    else:
        show_on_stage(replace(exhibit, figures=()))
        faults = (_no_such_picture(asked), (session.message or "").split("\n")[0])
        show_stage_panel(session, session_results(session), st.query_params.get(SLIDERS, ""), faults)
    write_address(session)


def _no_such_picture(asked: str) -> str:
    if asked in PICTURES:
        return ""
    named = "".join(char for char in asked[:_LONGEST_SAID] if char.isprintable())
    return f"De link vraagt om een beeld dat er niet is: “{named}”. Wel kan {', '.join(PICTURES)}."
