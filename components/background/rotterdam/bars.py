"""Horizontal bars with the label above each bar, so that long labels also fit on a phone."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.look.fitting import LINE_BREAK, LINE_PX, wrapped
from components.look.layers import layered
from components.look.palette import BAR, INK, PAPER

_BAR_PX, _GAP_PX = 14, 18
_MARK_PX, _CASING_PX = 3, 7
"""Widths of a mark, and of the paper around it: ink alone is hard to see on the bar of a dark page."""


def build_bars(rows: pd.DataFrame, unit: str) -> alt.LayerChart:
    """Bars of `rows`, in their order.

    Columns of `rows`: `label`, `amount`, `amount_words`; with a column `follows` and `follows_words`, a mark stands
    where the amount should have come out. `unit` is the heading of the amount in the tooltip.
    """
    texts = (rows["label"] + ": " + rows["amount_words"]).map(wrapped)
    below = (texts.map(len) * LINE_PX + _BAR_PX + _GAP_PX).cumsum()
    bar_end = below - _GAP_PX
    rows = rows.assign(
        text=texts.map(LINE_BREAK.join),
        top=below.shift(fill_value=0),
        bar=bar_end - _BAR_PX,
        bar_end=bar_end,
        middle=bar_end - _BAR_PX / 2,
    )
    height = int(below.max())
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False)
    base = alt.Chart(rows).encode(
        tooltip=[
            alt.Tooltip("label:N", title="Post"),
            alt.Tooltip("amount_words:N", title=unit),
            *([alt.Tooltip("follows_words:N", title="Nagerekend")] if "follows" in rows else []),
        ],
    )
    layers = [
        base.mark_rect(color=BAR).encode(
            x=alt.X("amount:Q", axis=None, scale=alt.Scale(zero=True)),
            x2=alt.datum(0),
            y=alt.Y("bar:Q", axis=None, scale=scale),
            y2="bar_end:Q",
        ),
        base.mark_text(align="left", baseline="top", fontSize=13, color=INK, lineBreak=LINE_BREAK).encode(
            x=alt.value(0), y=alt.Y("top:Q", axis=None, scale=scale), text="text:N"
        ),
    ]
    if "follows" in rows:
        at = base.encode(x="follows:Q", y=alt.Y("middle:Q", axis=None, scale=scale))
        layers += [
            at.mark_tick(thickness=width, height=_BAR_PX + 6, yOffset=3, orient="vertical", color=colour, opacity=1)
            for colour, width in ((PAPER, _CASING_PX), (INK, _MARK_PX))
        ]
    chart: alt.LayerChart = layered(*layers, height=height).configure_view(stroke=None)
    return chart
