"""All eight dilemmas in one chart: the zone of the choice, and the own position in it or beside it."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.background.zhz.dilemmas.sentences import DEPARTURE_SIGNS, DEPARTURE_WORDS
from components.look.fitting import LINE_BREAK, LINE_PX, wrapped
from components.look.layers import layered
from components.look.palette import INK, PAPER
from model.background.zhz.positions import HIGHEST, LOWEST, ZONES, Positions, departure

_TRACK_PX, _GAP_PX = 16, 14
_CHOICE, _OWN = "#2f7fb8", "#c2571a"


def build_positions_chart(dilemmas: pd.DataFrame, positions: Positions) -> alt.LayerChart:
    """Track per dilemma from 0 to 100 with the chosen zone filled and the own position as a diamond."""
    rows, height = _placed(dilemmas, positions)
    y = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    x = alt.Scale(domain=[LOWEST, HIGHEST], nice=False)
    axis = alt.Axis(
        orient="top",
        title=None,
        values=[LOWEST, (LOWEST + HIGHEST) / 2, HIGHEST],
        labelExpr=f"datum.value == {LOWEST} ? 'links' : datum.value == {HIGHEST} ? 'rechts' : 'midden'",
        labelColor=INK,
        labelFlush=True,
        grid=False,
        ticks=False,
        domain=False,
    )
    tooltip = [
        alt.Tooltip("name:N", title="Dilemma"),
        alt.Tooltip("choice:N", title="Gekozen"),
        alt.Tooltip("own:N", title="Uw standpunt"),
        alt.Tooltip("verdict:N", title="Verschil"),
    ]
    base = alt.Chart(rows)
    names = base.mark_text(
        align="left", baseline="top", fontSize=12, lineHeight=LINE_PX, lineBreak=LINE_BREAK, color=INK
    ).encode(x=alt.X("lowest:Q", scale=x, axis=axis), y=alt.Y("y:Q", scale=y, axis=None), text="lines:N")
    tracks = base.mark_rect(fill=None, stroke=INK, strokeWidth=1, strokeOpacity=0.7).encode(
        x=alt.X("lowest:Q", scale=x), x2="highest:Q", y=alt.Y("top:Q", scale=y), y2="bottom:Q"
    )
    choices = base.mark_rect(fill=_CHOICE, fillOpacity=0.75, stroke=INK, strokeWidth=0.5).encode(
        x=alt.X("chosen_from:Q", scale=x), x2="chosen_to:Q", y=alt.Y("top:Q", scale=y), y2="bottom:Q", tooltip=tooltip
    )
    own = (
        alt.Chart(rows[rows["position"].notna()])
        .mark_point(
            shape="diamond",
            filled=True,
            size=260,
            fill=_OWN,
            stroke=PAPER,
            strokeWidth=2,
            opacity=1,
            clip=False,
        )
        .encode(x=alt.X("position:Q", scale=x), y=alt.Y("middle:Q", scale=y), tooltip=tooltip)
    )
    return layered(names, tracks, choices, own, height=height)


def _placed(dilemmas: pd.DataFrame, positions: Positions) -> tuple[pd.DataFrame, int]:
    rows = []
    top = 4
    for row, value in zip(dilemmas.itertuples(index=False), positions.values, strict=True):
        zone = row.chosen_pole
        verdict = departure(value, zone)
        lines = wrapped(f"{DEPARTURE_SIGNS[verdict]} {row.dilemma_code}. {row.name}")
        start = top + LINE_PX * len(lines) + 1
        rows.append(
            {
                "name": row.name,
                "lines": LINE_BREAK.join(lines),
                "choice": row.chosen_direction,
                "own": "geen standpunt" if value is None else str(value),
                "verdict": DEPARTURE_WORDS[verdict],
                "position": value,
                "lowest": LOWEST,
                "highest": HIGHEST,
                "chosen_from": ZONES[zone][0],
                "chosen_to": ZONES[zone][1],
                "y": top,
                "top": start,
                "middle": start + _TRACK_PX / 2,
                "bottom": start + _TRACK_PX,
            }
        )
        top = start + _TRACK_PX + _GAP_PX
    return pd.DataFrame(rows).astype({"position": float}), top
