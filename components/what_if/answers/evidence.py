"""What stands behind a finding: tables of the figures in its chart, each with its downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.look.table import show_downloads, show_table
from components.look.words import plain
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
        cells: Callable[[pd.DataFrame], Mapping[str, Sequence[Any]]] | None = None,
        hidden: Sequence[str] = (),
        note: str = "",
        unit: str = UNIT,
    ) -> None:
        """Table and downloads of what `build` makes of the results.

        On the screen, words can stand between the numbers, where a file has a column for each: `cells` makes of the
        table what stands instead in some of its columns, and the columns `hidden` stay away.
        """
        table, key = build(self.results), f"what_if_table_{name}"
        instead = cells(table) if cells else {}
        numbers = [column for column in instead if pd.api.types.is_numeric_dtype(table[column])]
        columns = {column: pd.Series(list(texts), table.index, dtype=object) for column, texts in instead.items()}
        shown = table.assign(**columns).drop(columns=[column for column in hidden if column in table])
        show_table(shown, caption, key=key, numbers=numbers)
        if note:
            st.caption(plain(note))
        make, about = partial(build, self.results), self.about
        show_downloads(make, about.file_name(name), self.source, about=about.rows(unit), key=key)
