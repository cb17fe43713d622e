"""Doorrekening: what do the measures do to 2019-2022?"""

import streamlit as st

from components.frame.page import guarded_fragment, page
from components.note.what_if import show_what_if_note
from components.slides.on_request import view_slides
from components.what_if.own_table.kept import show_kept_table
from components.what_if.own_table.section import show_own_table
from components.what_if.panel.panel import show_plan
from components.what_if.sections import explain, say_whose, show_panel_and_message, show_title, show_what_follows
from components.what_if.session import current_session, open_session
from components.what_if.stage import show_stage
from components.what_if.table_in_use import SOURCE


@guarded_fragment
def steer() -> None:
    """Panel with headline, sliders and charts: alone in its fragment, so that a step has little to send and to draw."""
    show_panel_and_message(current_session())


@guarded_fragment
def follow() -> None:
    """What stands below the panel, which asks for it anew where a step changes it."""
    show_what_follows(current_session(), show_what_if_note)


@guarded_fragment
def perform() -> None:
    """The panel, or another picture, for a hall."""
    show_stage(current_session())


with page("Doorrekening", source=SOURCE, slides=view_slides) as visit:
    session = open_session(stays=visit.stays, on_stage=visit.on_stage)
    if not visit.on_stage:
        show_title(session)
        with st.container(key="whose_figures"):
            say_whose(session, visit.region_name)
    with st.container(gap=None):
        show_plan(session)
        show_kept_table(session)
    if visit.on_stage:
        perform()
    else:
        # Beside and not inside each other: of fragments in one another Streamlit can lose elements.
        steer()
        follow()
        show_own_table(session)
        explain(session)
