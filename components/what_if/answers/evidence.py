"""What stands behind a finding: tables of the figures in its chart, each with its downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from components.look.picture import offer_picture
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from components.what_if.about import UNIT, AboutScenario
from components.what_if.results import Results


@dataclass(frozen=True)
class Evidence:
    """Results of the scenario that the answers are about, where its figures come from, and what its files say of it."""

    results: Results
    source: str
    about: AboutScenario

    def table(
        self,
        build: Callable[[Results], pd.DataFrame],
        caption: str,
        name: str,
        *,
        on_screen: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
        note: str = "",
        rounding: str = "",
        unit: str = UNIT,
    ) -> None:
        """Table and downloads of what `build` makes of the results.

        On the screen words can stand between the numbers, where a file has a column for each: `on_screen` makes that
        table of the other, with pairs of a text and what it sorts by in such a column. `rounding` says which rounded
        amounts do not add up: below the table, and in the file.
        """
        key, table = f"what_if_table_{name}", build(self.results)
        shown = on_screen(table) if on_screen else table
        mixed = [name for name, kind in shown.dtypes.items() if pd.api.types.is_object_dtype(kind)]
        pairs = [str(name) for name in mixed if any(isinstance(cell, tuple) for cell in shown[name].tolist())]
        show_table(shown, caption, key=key, numbers=pairs, decimals=self.results.decimals)
        if note or rounding:
            st.caption(plain(f"{note} {rounding}".strip()))
        make, about = partial(build, self.results), self.about
        of_file = (*about.rows(unit), *((("Afronding", rounding),) if rounding else ()))
        show_downloads(make, name, self.source, marks=about.marks, about=of_file, key=key)

    def picture(self, of: str, title: str, name: str, *, drawn: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Buttons for the picture of the chart with the key `of`, with the scenario in it; see `offer_picture`."""
        scenario = f"{capitalised(self.about.whose)}, scenario: {self.about.name}"
        offer_picture(of, title, self.source, drawn=drawn, name=name, marks=self.about.marks, notes=[scenario, *notes])
