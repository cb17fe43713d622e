"""How alike regions choose, computed once for all pages.

Apart from loading.py: SciPy takes half a second to load.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.look.words import percent
from model.choices.similarity import Likeness, likeness

ORDER_WORDS = (
    "Gelijkenis: een gelijke keuze telt als één taak, een deels gelijke als een halve; dat is gedeeld door het aantal "
    "taken waarvoor beide regio's een niveau noemen. Bij gelijke stand gaat de regio met de meeste gelijke keuzes "
    "voor, daarna het alfabet."
)
"""What the order by likeness goes by, for above each list in that order."""


@st.cache_resource(show_spinner=False)
def region_likeness() -> Likeness:
    """Likeness of all pairs of regions, in alphabetical order of the regions."""
    names = loading.region_names()
    return likeness(loading.scale_choices()).ordered(sorted(names, key=names.__getitem__))


def as_much_alike(others: pd.DataFrame, at: int) -> int:
    """How many others are as much like a region as the one at this place of `most_alike`.

    >>> others = pd.DataFrame({"share": [0.9, 0.9, 0.5], "equal": [9, 9, 5]})
    >>> as_much_alike(others, 0), as_much_alike(others, -1)
    (1, 0)
    """
    alike = others[["share", "equal"]]
    return int((alike == alike.iloc[at]).all(axis=1).sum()) - 1


def more_regions(count: int) -> str:
    """So many regions more, as an enumeration ends.

    >>> more_regions(1), more_regions(3)
    ('nog 1 regio', "nog 3 regio's")
    """
    return "nog 1 regio" if count == 1 else f"nog {count} regio's"


def alike_words(equal: int, partly: int, compared: int, share: float) -> str:
    """Likeness of two regions with what it is made of; it can be worked out from the counts.

    >>> alike_words(7, 2, 11, 8 / 11), alike_words(11, 0, 11, 1.0), alike_words(0, 0, 0, float("nan"))
    ('73%: 7 van 11 gelijk, 2 deels', '100%: 11 van 11 gelijk', 'onbekend: geen taak om te vergelijken')
    """
    if not compared:
        return "onbekend: geen taak om te vergelijken"
    return f"{percent(100 * share)}: {equal} van {compared} gelijk" + (f", {partly} deels" if partly else "")
