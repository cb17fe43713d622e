"""How alike regions choose, computed once for all pages.

Apart from loading.py: SciPy takes half a second to load.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from model.choices.similarity import likeness


@st.cache_resource(show_spinner=False)
def likeness_table() -> pd.DataFrame:
    """Likeness of all pairs of regions, in the order of the regions."""
    codes = list(loading.region_names())
    return likeness(loading.scale_choices()).loc[codes, codes]
