"""Horizontal bars with the label above each bar, so that long labels also fit on a phone."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.look.fitting import LINE_BREAK, in_lines
from components.look.layers import layered
from components.look.palette import BAR, INK

MARK = "#c2410c"
_STEP_PX = 50


def build_bars(rows: pd.DataFrame, unit: str) -> alt.LayerChart:
    """Bars of `rows`, in their order.

    Columns of `rows`: `label`, `amount`, `amount_words`; with a column `follows` and `follows_words`, a mark stands
    where the amount should have come out. `unit` is the heading of the amount in the tooltip.
    """
    rows = rows.assign(text=rows["label"] + ": " + rows["amount_words"])
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.2)),
        tooltip=[
            alt.Tooltip("label:N", title="Post"),
            alt.Tooltip("amount_words:N", title=unit),
            *([alt.Tooltip("follows_words:N", title="Nagerekend")] if "follows" in rows else []),
        ],
    )
    layers = [
        base.mark_bar(height=14, yOffset=8, color=BAR).encode(
            x=alt.X("amount:Q", axis=None, scale=alt.Scale(zero=True))
        ),
        base.transform_calculate(lines=in_lines("datum.text", 13))
        .mark_text(align="left", baseline="bottom", dy=-2, fontSize=13, color=INK, lineBreak=LINE_BREAK)
        .encode(x=alt.value(0), text="lines:N"),
    ]
    if "follows" in rows:
        layers.append(base.mark_tick(thickness=3, height=16, yOffset=8, color=MARK).encode(x="follows:Q"))
    chart: alt.LayerChart = layered(*layers, height=_STEP_PX * len(rows)).configure_view(stroke=None)
    return chart
