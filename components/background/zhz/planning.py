"""Planning 2019-2020: who does what in which quarter."""

from __future__ import annotations

from functools import lru_cache

import altair as alt
import pandas as pd
import streamlit as st

from components.background.zhz.citation import PLAN_CREDIT
from components.background.zhz.time_chart import TimeRow, build_time_chart
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_choice
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import listed
from model.background.zhz.time import activities_per_quarter, quarter_span, spans_of_quarters, year_fraction
from model.dataset.document_tables import QUARTERS
from model.site.site_map import background_part

(PARTY,) = background_part("zhz", "planning").parameters
"""Key in the address: the party that the planning is narrowed to."""

NO_QUARTER = "geen kwartaal aangekruist"
_EVERY = "alle"


@guarded_fragment
def show_planning(visit: Visit) -> None:
    """The time table of the plan as a chart by party and quarter, with the same as a table."""
    activities = loading.table("activities")
    st.header("Wie is wanneer aan zet?", anchor=False, help=meaning("AB", "jeugdteam", "SOJ"))
    counts = activities_per_quarter(activities)
    busiest = counts.sum().idxmax()
    st.markdown(
        f"Het plan noemt {len(activities)} activiteiten van {len(counts)} partijen. In het "
        f"**{quarter_in_words(str(busiest))}** loopt het meest tegelijk: {counts.sum().max()} activiteiten."
    )
    codes = {_code(party): party for party in dict.fromkeys(activities["party"].dropna())}
    wanted = linked_choice(PARTY, {_EVERY: "Alle partijen", **codes}, "Partij", "een partij")
    shown = activities if wanted == _EVERY else activities[activities["party"] == codes[wanted]]
    show_chart(
        _chart(wanted),
        "Zuid-Holland Zuid: wie is wanneer aan zet?" + ("" if wanted == _EVERY else f" {codes[wanted]}"),
        PLAN_CREDIT,
        name="zhz-planning",
        notes=["K2 2019 = tweede kwartaal van 2019."],
        key=f"zhz_planning_{wanted}",
        alt=f"Planning van {len(shown)} activiteiten over zeven kwartalen, 2019 en 2020; dezelfde gegevens staan in "
        "de tabel.",
    )
    st.caption(
        f"K2 2019 = tweede kwartaal van 2019. {PLAN_CREDIT} De kwartalen zijn uit de plaats van de kruisjes afgeleid."
    )
    with st.expander("Dezelfde planning als tabel"):
        show_table(planning_table(shown), "Activiteiten per partij en kwartaal", key="zhz_planning_table")
        show_downloads(lambda: planning_table(shown), "zhz-planning-2019-2020", PLAN_CREDIT)
        st.markdown("**Aantal activiteiten per kwartaal**")
        show_table(
            counts_table(counts), "Een activiteit telt in elk kwartaal waarin zij loopt", key="zhz_planning_counts"
        )


def planning_table(activities: pd.DataFrame) -> pd.DataFrame:
    """One row per activity: party, activity, a cross per quarter, and the place."""
    return pd.DataFrame(
        {
            "Activiteit": activities["activity"],
            "Partij": activities["party"].fillna("onbekend"),
            **{
                _short(quarter): ["×" if quarter in crossed else "" for crossed in activities["quarters"]]
                for quarter in QUARTERS
            },
            "Opmerking": ["" if len(crossed) else NO_QUARTER for crossed in activities["quarters"]],
            **place_columns(loading.citations().of_rows("activities", activities)),
        }
    )


def counts_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Number of activities per party and quarter with Dutch headings."""
    return counts.rename(columns=_short).reset_index().rename(columns={"party": "Partij"})


def quarter_in_words(quarter: str) -> str:
    """Quarter as in a sentence.

    >>> quarter_in_words("2019-Q4")
    'vierde kwartaal van 2019'
    """
    return f"{('eerste', 'tweede', 'derde', 'vierde')[int(quarter[-1]) - 1]} kwartaal van {quarter[:4]}"


def _short(quarter: str) -> str:
    return f"K{quarter[-1]} {quarter[:4]}"


def _code(party: str) -> str:
    return party.lower().replace(" ", "-")


@lru_cache(maxsize=16)
def _chart(wanted: str) -> alt.LayerChart:
    rows = [
        TimeRow(
            row.party or "Partij onbekend",
            row.activity,
            spans_of_quarters(row.quarters),
            listed(_short(quarter) for quarter in row.quarters) or NO_QUARTER,
        )
        for row in loading.table("activities").itertuples(index=False)
        if wanted in (_EVERY, _code(row.party or ""))
    ]
    start = year_fraction(quarter_span(QUARTERS[0]).first)
    return build_time_chart(rows, years=(start, start + len(QUARTERS) / 4), per_quarter=True)
