"""One bar with the choices of all regions for one task, in the stripes and dots of map and matrix."""

from __future__ import annotations

import pandas as pd

from components.look import component_files
from components.look.cell_face import cell_face
from components.look.picture import offer_picture

_bar = component_files.component("class_bar", __file__)


def show_class_bar(counts: pd.DataFrame, words: str, source: str, *, key: str, name: str) -> None:
    """Bar and key of the rows of `class_counts` for one task; `words` say what the bar shows, `source` where it is
    from, and `name` what its picture is called.
    """
    rows = counts.sort_values("class_rank")[["class_code", "count"]]
    parts = [{**cell_face(code), "count": int(count)} for code, count in rows.itertuples(index=False, name=None)]
    _bar(key=key, data={"words": words, "parts": parts})
    offer_picture(key, words, source, drawn=(".bar", ".legend"), name=name)
