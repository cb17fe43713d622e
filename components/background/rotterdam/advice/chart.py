"""The weights of an advice as bars: for smaller to the left, for larger to the right, what is open both ways."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.background.rotterdam.words import SIDE_NAMES, WEIGHT_NAMES
from components.look.layers import layered
from components.look.palette import BAR, INK
from model.background.rotterdam.scale_advice import MOST_WEIGHT, Advice

_AXIS_PX, _STEP_PX = 48, 28
COLOURS = {"up": BAR, "down": "#c9822b", "either": "#8a90a0"}


def balance_rows(advice: Advice) -> pd.DataFrame:
    """One row per bar: `code`, `name`, `side`, `from`, `to` and `weight_words`; heaviest first."""
    rows = []
    for item in sorted((*advice.larger, *advice.smaller, *advice.either), key=lambda item: -item.weight):
        left = -item.weight if item.side != "up" else 0
        right = item.weight if item.side != "down" else 0
        words = WEIGHT_NAMES[item.weight]
        rows.append((item.criterion.code, item.criterion.name, SIDE_NAMES[item.side], left, right, words))
    return pd.DataFrame(rows, columns=["code", "name", "side", "from", "to", "weight_words"])


def build_balance_chart(advice: Advice) -> alt.LayerChart:
    """Bars of `balance_rows` around a middle line."""
    rows = balance_rows(advice)
    ends = "datum.value < 0 ? 'kleiner' : datum.value > 0 ? 'groter' : ''"
    bars = (
        alt.Chart(rows)
        .mark_bar(stroke=INK, strokeWidth=0.7)
        .encode(
            y=alt.Y(
                "code:N",
                sort=None,
                title=None,
                axis=alt.Axis(labelColor=INK, labelFontSize=13, ticks=False, labelOverlap=False),
            ),
            x=alt.X(
                "from:Q",
                title=None,
                scale=alt.Scale(domain=[-MOST_WEIGHT, MOST_WEIGHT]),
                axis=alt.Axis(
                    values=[-2, 2],
                    labelExpr=ends,
                    labelColor=INK,
                    labelFontSize=13,
                    grid=False,
                    ticks=False,
                    orient="top",
                ),
            ),
            x2="to:Q",
            color=alt.Color(
                "side:N",
                legend=None,
                scale=alt.Scale(domain=[SIDE_NAMES[side] for side in COLOURS], range=list(COLOURS.values())),
            ),
            tooltip=[
                alt.Tooltip("name:N", title="Criterium"),
                alt.Tooltip("weight_words:N", title="Gewicht"),
                alt.Tooltip("side:N", title="Kant"),
            ],
        )
    )
    middle = alt.Chart(pd.DataFrame({"at": [0]})).mark_rule(color=INK, strokeWidth=1.5).encode(x="at:Q")
    return layered(bars, middle, height=_AXIS_PX + _STEP_PX * len(rows))
