"""Vergelijking: how do we differ, and who is like us?"""

import streamlit as st

from components.comparison import explain_likeness, place_beside, show_alike, show_comparison
from components.comparison_tables import show_as_table
from components.frame import Visit, guarded_fragment, page
from components.matrix_view import CREDIT, open_view, show_matrix, view_from_link


@guarded_fragment
def explore(visit: Visit) -> None:
    """The matrix, its figures as a table, and regions side by side."""
    view = show_matrix(visit.region_code, place_beside)
    show_as_table(view, visit.region_code)
    st.caption(CREDIT)
    st.header("Regio's naast elkaar", anchor="naast")
    show_comparison(visit.region_code)
    explain_likeness()


with page("Vergelijking") as visit:
    st.title("Hoe verschillen de regio's, en wie lijkt op wie?")
    show_alike(visit.region_code)
    open_view(view_from_link())
    explore(visit)
