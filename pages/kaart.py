"""Kaart: where did who choose what?"""

import streamlit as st

from components.frame.choice_tables import all_choices, choices_for_task
from components.frame.glossary_help import meaning
from components.frame.loading import task_names
from components.frame.page import Visit, guarded_fragment, page
from components.frame.stage import show_on_stage
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit_drawing import show_drawing
from components.look.table import show_downloads, show_table
from components.map.exhibit import draws_map, exhibit_of
from components.map.region_panel import show_region_panel
from components.map.view import VIEW, show_map
from components.slides.on_request import view_slides


@guarded_fragment
def explore(visit: Visit) -> None:
    """Map with the detail of the chosen region, and the same figures as a table."""
    # On a narrower screen the panel goes below the map (page.css), so that the map keeps the width.
    with st.container(key="map_and_panel"):
        left, right = st.columns([2, 1], gap="medium")
    with left:
        view = show_map(visit.region_code)
    with right:
        show_region_panel(view, visit.region_code)
    task = task_names()[view.task]
    table = st.expander("Dezelfde gegevens als tabel", key="as_table", on_change="rerun")
    if table.open:
        with table:
            show_table(choices_for_task(view.task), f"Schaalkeuze per regio: {task}", key="task_table")
            st.markdown(f"Deze taak ({task}):")
            show_downloads(
                lambda: choices_for_task(view.task),
                "schaalkeuze",
                INVENTORY_CREDIT,
                marks=[task],
                about=[("Taak", task)],
            )
            st.markdown("Alle 11 taken:")
            show_downloads(all_choices, "schaalkeuzes-alle-taken", INVENTORY_CREDIT)
    st.caption(INVENTORY_CREDIT, help=meaning("leidend niveau", "status", "geen niveau genoemd"))


@guarded_fragment
def on_stage(visit: Visit) -> None:
    """The map, which stays alive, below what it says; all tasks at once in one grid."""
    exhibit = exhibit_of(st.query_params.to_dict())
    show_on_stage(exhibit)
    if draws_map(exhibit):
        show_map(visit.region_code, on_stage=True)
    else:
        show_drawing(exhibit)


with page("Kaart", slides=view_slides) as visit:
    if visit.on_stage:
        VIEW.open(visit.region_code)
        on_stage(visit)
    else:
        st.title(
            "Op welke schaal organiseert elke regio haar jeugdhulp?", anchor=False, help=meaning("schaal", "jeugdregio")
        )
        VIEW.open(visit.region_code)
        explore(visit)
