"""Rows on a time axis, each with its text above a bar, so that it reads on a phone too; for planning and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from components.look.fitting import LINE_BREAK, LINE_PX, wrapped
from components.look.layers import layered
from components.look.palette import INK
from model.background.zhz.time import Span, year_fraction

COLOURS = ("#2f7fb8", "#1b8a5a", "#8e5fc4", "#b8487c", "#857a1c", "#66768a")
_BAR_PX, _GAP_PX, _HEADING_PX = 11, 12, 26
_SHAPES = {"": "diamond", "start": "triangle-left", "end": "triangle-right"}
_DAY_IN_YEARS = 1 / 366
_POINT_BELOW_YEARS = 15 * _DAY_IN_YEARS
"""A shorter stretch would be too narrow to see; it becomes a diamond."""


@dataclass(frozen=True)
class TimeRow:
    """One row: the group it stands under, its text, its stretches of time, and what a pointer shows."""

    group: str
    text: str
    spans: tuple[Span, ...]
    when: str


def build_time_chart(rows: Sequence[TimeRow], *, years: tuple[float, float], per_quarter: bool) -> alt.LayerChart:
    """Chart of `rows`, group by group in their order; `years` are the ends of the axis as fractions of a year."""
    texts, bars, height = _placed(rows, years[0])
    y = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    x = alt.Scale(domain=list(years), nice=False, zero=False)
    colour = alt.Color("colour:N", scale=None)
    tooltip = [
        alt.Tooltip("group:N", title="Groep"),
        alt.Tooltip("text:N", title="Wat"),
        alt.Tooltip("when:N", title="Wanneer"),
    ]
    axis = _axis(years, per_quarter=per_quarter)
    words = [
        alt.Chart(texts[texts["is_heading"] == is_heading])
        .mark_text(
            align="left",
            baseline="top",
            fontSize=12,
            lineHeight=LINE_PX,
            lineBreak=LINE_BREAK,
            dx=4,
            color=INK,
            fontWeight="bold" if is_heading else "normal",
        )
        .encode(x=alt.X("x:Q", scale=x, axis=axis), y=alt.Y("y:Q", scale=y, axis=None), text=alt.Text("lines:N"))
        for is_heading in (True, False)
    ]
    stretches = (
        alt.Chart(bars[~bars["is_point"]])
        .mark_rect(cornerRadius=2, stroke=INK, strokeWidth=0.5)
        .encode(
            x=alt.X("first:Q", scale=x),
            x2="last:Q",
            y=alt.Y("top:Q", scale=y),
            y2="bottom:Q",
            color=colour,
            tooltip=tooltip,
        )
    )
    points = (
        alt.Chart(bars[bars["is_point"]])
        .mark_point(filled=True, size=90, opacity=1)
        .encode(
            x=alt.X("first:Q", scale=x),
            y=alt.Y("middle:Q", scale=y),
            color=colour,
            shape=alt.Shape("shape:N", scale=None),
            tooltip=tooltip,
        )
    )
    return layered(*words, stretches, points, height=height)


def _placed(rows: Sequence[TimeRow], start: float) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Texts and bars with their positions in pixels from the top, and the height of it all."""
    texts: list[tuple[float, int, str, bool]] = []
    bars = []
    groups = list(dict.fromkeys(row.group for row in rows))
    top = 4
    for group in groups:
        texts.append((start, top, group, True))
        top += _HEADING_PX
        for row in (row for row in rows if row.group == group):
            lines = wrapped(row.text if row.spans else f"{row.text} ({row.when})")
            texts.append((start, top, LINE_BREAK.join(lines), False))
            top += LINE_PX * len(lines)
            for span in row.spans:
                first, last = year_fraction(span.first), year_fraction(span.last) + _DAY_IN_YEARS
                bars.append(
                    {
                        "group": group,
                        "text": row.text,
                        "when": row.when,
                        "colour": COLOURS[groups.index(group) % len(COLOURS)],
                        "first": first,
                        "last": last,
                        "top": top,
                        "middle": top + _BAR_PX / 2,
                        "bottom": top + _BAR_PX,
                        "shape": _SHAPES[span.open_end],
                        "is_point": last - first < _POINT_BELOW_YEARS,
                    }
                )
            top += (_BAR_PX if row.spans else 0) + _GAP_PX
    columns = ["group", "text", "when", "colour", "first", "last", "top", "middle", "bottom", "shape", "is_point"]
    placed = pd.DataFrame(bars, columns=columns).astype({"is_point": bool})
    return pd.DataFrame(texts, columns=["x", "y", "lines", "is_heading"]), placed, top


def _axis(years: tuple[float, float], *, per_quarter: bool) -> alt.Axis:
    """Axis on top with a line at each start of a quarter or year; the name stands right of its line."""
    step = 4 if per_quarter else 1
    first, last = round(years[0] * step), round(years[1] * step)
    quarter = "['K' + (round((datum.value - floor(datum.value)) * 4) + 1), floor(datum.value)]"
    return alt.Axis(
        orient="top",
        title=None,
        values=[number / step for number in range(first, last)],
        labelExpr=quarter if per_quarter else "'' + floor(datum.value)",
        labelAlign="left",
        labelFlush=False,
        labelColor=INK,
        grid=True,
        gridOpacity=0.5,
        ticks=False,
        domain=False,
    )
