"""Samenwerking: with whom can a region work on a task?"""

import streamlit as st

from components.frame.page import Visit, guarded_fragment, page
from components.frame.stage_exhibit import show_exhibit
from components.partners.exhibit import exhibit_of
from components.partners.map import show_partner_map
from components.partners.neighbour_groups import show_all_tasks, show_groups_of_task
from components.partners.tables import show_all_mentions, show_partners
from components.partners.view import open_view
from components.partners.with_whom import show_with_whom_table
from components.slides.on_request import view_slides


@guarded_fragment
def explore(visit: Visit) -> None:
    """Map of partners with the groups of neighbours below it, the ranked list beside both, and all tasks."""
    beside = st.container(key="partners_beside_list")
    with beside.container():
        view = show_partner_map(visit.region_code)
    with beside.container():
        show_partners(view, visit.region_code)
    with beside.container():
        show_groups_of_task(view)
    show_with_whom_table(view)
    show_all_mentions()
    show_all_tasks(view, visit.region_code)


with page("Samenwerking", slides=view_slides) as visit:
    if visit.on_stage:
        show_exhibit(exhibit_of(st.query_params.to_dict()))
    else:
        st.title("Met wie kan een regio samen optrekken?")
        open_view(visit.region_code)
        explore(visit)
