"""Vergelijking: how do we differ, and who is like us?"""

import streamlit as st

from components.frame.agreement_words import most_different
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment, page
from components.frame.stage_exhibit import show_exhibit
from components.matrix.exhibit import exhibit_of
from components.matrix.side_by_side import lay_beside, show_alike, show_comparison
from components.matrix.tables import show_as_table
from components.matrix.view import CREDIT, VIEW, show_matrix
from components.slides.on_request import view_slides


@guarded_fragment
def explore(visit: Visit) -> None:
    """The matrix, its figures as a table, who is like "uw regio", and regions side by side."""
    view = show_matrix(visit.region_code, lay_beside)
    show_as_table(view, visit.region_code)
    st.markdown(most_different())
    st.caption(CREDIT, help=meaning("overeenstemming", "spreiding", "leidend niveau", "status"))
    with st.container(key="alike"):
        show_alike(visit.region_code)
    st.header("Regio's naast elkaar", anchor="naast", help=meaning("leidend niveau", "gelijkenis"))
    show_comparison(visit.region_code)


with page("Vergelijking", slides=view_slides) as visit:
    if visit.on_stage:
        show_exhibit(exhibit_of(st.query_params.to_dict()))
    else:
        st.title(
            "Hoe verschillen de regio's, en wie lijkt op wie?",
            help=meaning("gelijkenis", "groepen die op elkaar lijken"),
        )
        VIEW.open(visit.region_code)
        explore(visit)
