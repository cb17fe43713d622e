"""Besluiten en termijnen: what the plan had to decide and what would happen when, as a line of time and a list."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from components.background.rijnland.citation import CREDIT, SOURCE_FILE, of_plan, places_of_lines, show_credit
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns
from components.look.layers import layered
from components.look.palette import INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, date_words
from model.background.rijnland.decisions import ItemKind, chapter_order, selected, stacked, timeline
from model.site.site_map import background_part

CHAPTER, KIND, DATED = background_part("rijnland", "besluiten").parameters
CHAPTER_NAMES = {
    "1": "inleiding",
    "2": "vraaganalyse",
    "3": "wat de regio wil bereiken",
    "4": "jeugdigen en ouders",
    "5": "het toekomstmodel",
    "6": "onderwijs",
    "7": "de gemeente als regisseur",
    "8": "kwaliteit",
    "Bijlage 2": "wensen van cliënten",
    "Bijlage 4": "visie met het onderwijs",
}
"""Headings of the plan, shortened (lines 1, 632, 719, 866, 1051, 2074, 2338, 2901, 3344 and 3906)."""

KINDS = {"gebeurtenis": ItemKind.EVENT, "open": ItemKind.OPEN, "keuze": ItemKind.CHOSEN}
KIND_WORDS = {"gebeurtenis": "Gebeurtenissen", "open": "Nog te besluiten", "keuze": "Gemaakte keuzes"}
_STYLES = {
    ItemKind.EVENT: ("#7b8aa0", "diamond", 1.0),
    ItemKind.OPEN: ("#c2751c", "circle", 0.0),
    ItemKind.CHOSEN: ("#2f7fb8", "square", 1.0),
}
_NO_TERM = "geen termijn"
_STEP_PX, _HEAD_PX, _AXIS_PX = 16, 30, 30


@st.cache_resource(show_spinner=False)
def items_of_plan() -> pd.DataFrame:
    """Events, open points and choices of the plan, in the order of time."""
    return timeline(of_plan("intentions"), of_plan("events"), loading.table("document_sections"))


@guarded_fragment
def show_decisions(visit: Visit) -> None:
    """Three filters, the line of time, and the list."""
    items = items_of_plan()
    open_count = int((items["kind"] == ItemKind.OPEN).sum())
    undated = int(((items["kind"] == ItemKind.OPEN) & items["ends"].isna()).sum())
    st.header("Wat moest nog besloten worden, en wanneer?", anchor=False, help=meaning("AMHK", "jeugd- en gezinsteam"))
    st.markdown(
        f"Het plan laat **{open_count} punten open**. Bij **{undated}** daarvan staat geen termijn met een datum. "
        "Wat er daarna echt is besloten, staat niet in deze bron."
    )
    kind = linked_filter(KIND, KIND_WORDS, "Wat wilt u zien?", "een soort", every="Alles")
    dated_names = {"met": "Met datum", "zonder": "Zonder datum"}
    dated = linked_filter(DATED, dated_names, "Met of zonder datum?", "een soort termijn", every="Alles")
    chapter = linked_filter(
        CHAPTER, _chapters(items), "Hoofdstuk", "een hoofdstuk", every="Alle hoofdstukken", as_list=True
    )
    shown = selected(
        items,
        chapter=chapter,
        kind=KINDS.get(kind or ""),
        dated={"met": True, "zonder": False}.get(dated or ""),
    )
    if shown.empty:
        st.info("Bij deze keuzes samen is er niets te zien. Kies een ander hoofdstuk of een andere soort.")
        return
    if shown["ends"].notna().any():
        show_chart(
            build_timeline(shown),
            "Holland Rijnland: besluiten, termijnen en gebeurtenissen",
            CREDIT,
            key="rijnland_timeline",
            alt=timeline_in_words(shown),
            name="besluiten-holland-rijnland",
            notes=["Elk teken is één punt, op de laatste dag van zijn termijn. Een lijn loopt van begin tot eind."],
        )
        st.caption(
            "Elk teken is één punt, op de laatste dag van zijn termijn. Een lijn loopt van begin tot eind. Wijs een "
            "teken aan "
            "om te lezen wat het is; alles staat ook in de lijst hieronder."
        )
    else:
        st.info("Deze punten hebben geen datum. Ze staan in de lijst hieronder.")
    show_table(decisions_table(shown), "Besluiten, termijnen en gebeurtenissen", key="rijnland_decisions")
    show_downloads(lambda: decisions_table(shown), "besluiten-holland-rijnland", CREDIT)
    show_credit()


def decisions_table(items: pd.DataFrame) -> pd.DataFrame:
    """Items with Dutch headings, dated ones first."""
    return pd.DataFrame(
        {
            "Wat": _what(items),
            "Soort": [capitalised(str(kind)) for kind in items["kind"]],
            "Termijn in de bron": items["term"].fillna(_NO_TERM),
            "Laatste dag": [_day(day) for day in items["ends"]],
            "Wie": items["party"].fillna("onbekend"),
            "Hoofdstuk": items["chapter"],
            **place_columns(places_of_lines(items)),
        }
    )


def build_timeline(items: pd.DataFrame) -> alt.LayerChart:
    """Three lanes, one per kind, with a mark per item on its last day; marks of one day stand on top of each other."""
    marks, lanes, height = _placed(items)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, nice=False))
    x = alt.X(
        "at:T",
        title=None,
        axis=alt.Axis(format="%Y", tickCount="year", labelColor=INK, labelFontSize=13, grid=True),
    )
    tooltip = [
        alt.Tooltip("what:N", title="Wat"),
        alt.Tooltip("kind:N", title="Soort"),
        alt.Tooltip("term:N", title="Termijn in de bron"),
        alt.Tooltip("day:N", title="Laatste dag"),
        alt.Tooltip("source:N", title="Bron"),
    ]
    spans = (
        alt.Chart(marks[marks["start"].notna()])
        .mark_rule(strokeWidth=3, opacity=0.9, color=_STYLES[ItemKind.EVENT][0])
        .encode(y=y, x=alt.X("start:T"), x2="at:T", tooltip=tooltip)
    )
    points = [
        alt.Chart(marks[marks["kind"] == kind])
        .mark_point(
            shape=shape, size=85, color=colour, strokeWidth=2, fill=colour if filled else "transparent", opacity=1
        )
        .encode(y=y, x=x, tooltip=tooltip)
        for kind, (colour, shape, filled) in _STYLES.items()
        if (marks["kind"] == kind).any()
    ]
    names = (
        alt.Chart(lanes)
        .mark_text(align="left", baseline="middle", color=INK, fontSize=14, fontWeight="bold")
        .encode(y=y, x=alt.value(0), text="name:N")
    )
    return layered(spans, *points, names, height=height + _AXIS_PX)


def timeline_in_words(items: pd.DataFrame) -> str:
    """What the chart shows, for who cannot see it."""
    dated = items[items["ends"].notna()]
    busiest = dated["ends"].mode().iloc[0]
    return (
        f"Tijdlijn met {len(dated)} punten van {_day(dated['ends'].min())} tot {_day(dated['ends'].max())}. De meeste, "
        f"{int((dated['ends'] == busiest).sum())}, hebben {_day(busiest)} als laatste dag."
    )


def _placed(items: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Marks with their position in pixels, the name of each lane with its position, and the height of all."""
    marks, lanes, top = [], [], 0
    stack = stacked(items)
    for kind in _STYLES:
        lane = stack[stack["kind"] == kind]
        if lane.empty:
            continue
        depth = int(lane["row"].max()) + 1
        lanes.append(
            {
                "name": f"{KIND_WORDS[next(key for key, own in KINDS.items() if own == kind)]} ({len(lane)})",
                "y": top + 12,
            }
        )
        marks.append(lane.assign(y=top + _HEAD_PX + lane["row"] * _STEP_PX))
        top += _HEAD_PX + depth * _STEP_PX + 8
    placed = pd.concat(marks)
    spans = placed["begins"].notna() & (placed["begins"] < placed["ends"])
    return (
        pd.DataFrame(
            {
                "what": _what(placed),
                "kind": placed["kind"].astype(str),
                "term": placed["term"].fillna(_NO_TERM),
                "day": [_day(day) for day in placed["ends"]],
                "source": [place.in_full for place in places_of_lines(placed)],
                "at": placed["ends"],
                "start": placed["begins"].where(spans),
                "y": placed["y"],
            }
        ),
        pd.DataFrame(lanes),
        top,
    )


def _what(items: pd.DataFrame) -> list[str]:
    return [loading.citations().in_words(text, SOURCE_FILE) for text in items["what"]]


def _chapters(items: pd.DataFrame) -> dict[str, str]:
    keys = sorted(set(items["chapter"]) - {""}, key=chapter_order)
    counts = items["chapter"].value_counts()
    return {
        key: f"{key} {CHAPTER_NAMES[key]} ({counts[key]})" if key in CHAPTER_NAMES else f"{key} ({counts[key]})"
        for key in keys
    }


def _day(day: pd.Timestamp) -> str:
    """Date in Dutch, 'onbekend' where there is none."""
    return "onbekend" if pd.isna(day) else date_words(day)
