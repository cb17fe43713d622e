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
from components.what_if.results import Results


@dataclass(frozen=True)
class Evidence:
    """Results of the scenario that the answers are about, and where its figures come from."""

    results: Results
    source: str

    def table(
        self,
        build: Callable[[Results], pd.DataFrame],
        caption: str,
        name: str,
        *,
        cells: Callable[[pd.DataFrame], Mapping[str, Sequence[Any]]] | None = None,
        hidden: Sequence[str] = (),
        note: str = "",
    ) -> None:
        """Table and downloads of what `build` makes of the results.

        On the screen, words can stand between the numbers, where a file has a column for each: `cells` makes of the
        table what stands instead in some of its columns, and the columns `hidden` stay away.
        """
        table = build(self.results)
        shown = table.assign(**{
            column: pd.Series(list(texts), index=table.index, dtype=object)
            for column, texts in (cells(table) if cells else {}).items()
        })  # fmt: skip
        show_table(shown.drop(columns=[name for name in hidden if name in shown]), caption, key=f"what_if_table_{name}")
        if note:
            st.caption(plain(note))
        show_downloads(partial(build, self.results), f"doorrekening-{name}", self.source)
