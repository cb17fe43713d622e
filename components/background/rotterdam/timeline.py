"""Tijdlijn: what happened and what was planned, 2007-2015, no more precise than the plan gives it."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.background.rotterdam.citation import CREDIT, rows_of_plan
from components.background.rotterdam.words import KIND_NAMES, PRECISION_NAMES
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns, show_place
from components.look.fitting import LINE_BREAK, LINE_PX, wrapped
from components.look.layers import layered
from components.look.palette import BAR, INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from model.background.event_spans import dated, undated
from model.site.site_map import background_part

(KIND,) = background_part("rotterdam", "tijdlijn").parameters
HOW_WORDS = {
    "day": "op deze dag of dagen",
    "within": "ergens in deze periode",
    "lasts": "de hele periode",
}
_COLOURS = {"day": "#c2410c", "within": "#8a90a0", "lasts": BAR}
_BAR_PX = 29
"""Height of a bar with the room around it, below the lines of its text."""
_YEAR = "scale('x', datum.value) > width - 32 ? '' : timeFormat(datum.value, '%Y')"
"""Year right of its line, but none where the chart ends: it would stand beside the page."""
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


@guarded_fragment
def show_timeline(visit: Visit) -> None:
    """The part of the page."""
    events = rows_of_plan("events")
    present = {kind: name for kind, name in KIND_NAMES.items() if kind in set(events["event_kind"])}
    kind = linked_filter(
        KIND, present, "Soort gebeurtenis", "een soort gebeurtenis", every="alle soorten", as_list=True, width=360
    )
    shown = events if kind is None else events[events["event_kind"] == kind]
    spans, rest = dated(shown), undated(shown)
    st.markdown(
        f"**{len(spans)} gebeurtenissen met een datum en {len(rest)} zonder.** Wat na februari 2012 ligt, was toen "
        "een plan of een "
        "verwachting. Een gevulde balk: het duurt die hele periode. Een open balk met streepjesrand: ergens in die "
        "periode, preciezer zegt de bron het niet. Een ruit: op die dag.",
        help=meaning("PHO", "IKW", "Wgr+", "VNG"),
    )
    if not spans.empty:
        show_chart(
            build_timeline(spans),
            "Rotterdam: gebeurtenissen met een datum",
            CREDIT,
            name="tijdlijn-rotterdam",
            notes=[
                "Gevulde balk: het duurt die hele periode. Open balk met streepjesrand: ergens in die periode. "
                "Ruit: op die dag."
            ],
            key="rotterdam_timeline",
            alt="Tijdlijn van de gebeurtenissen met een datum, oudste boven. De tabel eronder heeft dezelfde "
            "gebeurtenissen.",
        )
    table = event_table(pd.concat([spans, rest]))
    show_table(table, "Gebeurtenissen; zonder datum staan ze onderaan", key="rotterdam_event_rows")
    show_downloads(lambda: table, "tijdlijn-rotterdam", CREDIT)
    show_place(loading.citations().of_all(events), after="Per gebeurtenis staat de vindplaats in de tabel.")


def event_table(events: pd.DataFrame) -> pd.DataFrame:
    """Events in Dutch headings, with the date as the source gives it."""
    return pd.DataFrame(
        {
            "Gebeurtenis": events["event"],
            "Datum volgens de bron": events["date_text"].fillna("onbekend"),
            "Van": [_as_precise(row.date_from, row.date_precision) for row in events.itertuples()],
            "Tot en met": [_as_precise(row.date_to, row.date_precision) for row in events.itertuples()],
            "Hoe precies": events["date_precision"].map(PRECISION_NAMES),
            "Soort": events["event_kind"].map(KIND_NAMES),
            "Wie": events["party"].fillna("onbekend"),
            **place_columns(loading.citations().of_rows("events", events)),
        }
    ).reset_index(drop=True)


def build_timeline(spans: pd.DataFrame) -> alt.LayerChart:
    """Bars and diamonds of `dated` events, the text of each above it."""
    texts = spans["event"].map(wrapped)
    heights = texts.map(len) * LINE_PX + _BAR_PX
    below = heights.cumsum()
    rows = pd.DataFrame(
        {
            "top": below - heights + 5,
            "bar": below - _BAR_PX + 9,
            "bar_end": below - _BAR_PX + 21,
            "bar_middle": below - _BAR_PX + 15,
            "below": below - 1,
            "text": texts.map(LINE_BREAK.join),
            "code": spans["event_code"],
            "event": spans["event"],
            "starts": spans["starts"],
            "ends": spans["ends"],
            "middle": spans["starts"] + (spans["ends"] - spans["starts"]) / 2,
            "how": spans["how"],
            "how_words": spans["how"].map(HOW_WORDS),
            "date": spans["date_text"].fillna("onbekend"),
            "place": [place.in_full for place in loading.citations().of_rows("events", spans)],
        }
    )
    height = int(below.max())
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False)
    bar_y = alt.Y("bar:Q", axis=None, scale=scale)
    point_y = alt.Y("bar_middle:Q", axis=None, scale=scale)
    base = alt.Chart(rows).encode(
        tooltip=[
            alt.Tooltip("event:N", title="Gebeurtenis"),
            alt.Tooltip("date:N", title="Datum volgens de bron"),
            alt.Tooltip("how_words:N", title="Lees als"),
            alt.Tooltip("place:N", title="Bron"),
        ],
    )
    years = [f"{year}-01-01" for year in range(rows["starts"].min().year, rows["ends"].max().year + 1)]
    axis = alt.Axis(
        values=[alt.DateTime(year=int(year[:4])) for year in years], labelExpr=_YEAR, labelColor=INK, labelFontSize=13,
        grid=True, gridColor=INK, gridOpacity=0.18, orient="top", title=None, labelAlign="left", labelFlush=False,
    )  # fmt: skip
    x = alt.X("starts:T", axis=axis)
    bar: dict[str, Any] = {"cornerRadius": 2}
    is_how = {how: alt.datum.how == how for how in HOW_WORDS}
    layers = [
        base.mark_rule(color=INK, opacity=0.15).encode(
            x=alt.value(0), x2=alt.value("width"), y=alt.Y("below:Q", axis=None, scale=scale)
        ),
        base.transform_filter(is_how["lasts"])
        .mark_rect(**bar, color=_COLOURS["lasts"])
        .encode(x=x, x2="ends:T", y=bar_y, y2="bar_end:Q"),
        base.transform_filter(is_how["within"])
        .mark_rect(**bar, color=_COLOURS["within"], fillOpacity=0.35, stroke=INK, strokeDash=[3, 2])
        .encode(x=x, x2="ends:T", y=bar_y, y2="bar_end:Q"),
        base.transform_filter(is_how["day"])
        .mark_point(shape="diamond", size=140, filled=True, opacity=1, color=_COLOURS["day"])
        .encode(x=alt.X("middle:T", axis=axis), y=point_y),
        base.mark_text(align="left", baseline="top", fontSize=13, color=INK, lineBreak=LINE_BREAK).encode(
            x=alt.value(0), y=alt.Y("top:Q", axis=None, scale=scale), text="text:N"
        ),
    ]
    chart: alt.LayerChart = layered(*layers, height=height).configure_view(stroke=None)
    return chart


def _as_precise(date: str | None, precision: str) -> str:
    """Date with no more in it than the source gives: the day, the month, or the year only."""
    if not date:
        return "onbekend"
    year, month, day = (int(part) for part in date.split("-"))
    if precision == "jaar":
        return str(year)
    return f"{f'{day} ' if precision == 'dag' else ''}{_MONTHS[month - 1]} {year}"
