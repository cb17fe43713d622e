"""Feiten: every other figure and date of the two documents, with its lines and how certain it is."""

from __future__ import annotations

from functools import lru_cache

import altair as alt
import pandas as pd
import streamlit as st

from components.background.facts import show_facts_of
from components.background.zhz.citation import CREDIT, FRAMEWORK, PAPERS, PLAN
from components.background.zhz.time_chart import TimeRow, build_time_chart
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import capitalised
from model.background.zhz.time import spans_of_event

_KEY = (
    "Een ruit is één dag, een balk een periode. Een driehoek naar rechts is een begin zonder einde; naar links een "
    "einde zonder begin."
)


@guarded_fragment
def show_facts(visit: Visit) -> None:
    """Facts of the two documents; below them the dates of the same documents."""
    st.header(
        "Feiten en cijfers",
        anchor=False,
        help=meaning("nee-tenzijregeling", "rijksbijdrage", "stoplichtenmodel", "taskforce"),
    )
    papers = {"2013": (FRAMEWORK, PAPERS[FRAMEWORK]), "2019": (PLAN, PAPERS[PLAN])}
    _show_dates(show_facts_of(papers, key="zhz", credit=CREDIT))


def events_table(events: pd.DataFrame) -> pd.DataFrame:
    """One row per event with Dutch headings."""
    return pd.DataFrame(
        {
            "Gebeurtenis": events["event"],
            "Wanneer, volgens de bron": events["date_text"].fillna("onbekend"),
            "Jaar": [int(text[:4]) if text else "onbekend" for text in _known_date(events)],
            "Soort": events["event_kind"],
            "Wie": events["party"].fillna("niet genoemd"),
            **place_columns(loading.citations().of_rows("events", events)),
        }
    )


def _show_dates(files: list[str]) -> None:
    st.header("Data en termijnen", anchor=False)
    for file in files:
        events = _events(file)
        show_chart(
            _chart(file),
            f"Data en termijnen: {PAPERS[file]}",
            CREDIT,
            name=f"zhz-data-en-termijnen-{file[:3]}",
            notes=[_KEY],
            key=f"zhz_dates_{file[:3]}",
            alt=f"Tijdlijn van {len(events)} gebeurtenissen uit {PAPERS[file]}; dezelfde gegevens staan in de tabel.",
        )
    with st.expander("Dezelfde gegevens als tabel"):
        events = pd.concat([_events(file) for file in files])
        show_table(events_table(events), "Data en termijnen", key="zhz_dates_table")
        show_downloads(lambda: events_table(events), "zhz-data-en-termijnen", CREDIT)
    st.caption(f"{_KEY} {CREDIT}")


def _events(file: str) -> pd.DataFrame:
    """Events of one document, those with a date first and by date."""
    events = loading.table("events")
    events = events[events["source_file"] == file]
    return events.assign(known=_known_date(events)).sort_values("known", na_position="last", kind="stable")


def _known_date(events: pd.DataFrame) -> pd.Series:
    """First day of each event, or the last where the source gives only that one; None without a date."""
    return events["date_from"].where(events["date_from"].notna(), events["date_to"])


@lru_cache(maxsize=8)
def _chart(file: str) -> alt.LayerChart:
    events = _events(file)
    rows = [
        TimeRow(
            capitalised(PAPERS[file]),
            event.event,
            spans_of_event(event.date_from, event.date_to),
            f"bron: {event.date_text}" if event.date_text else "datum onbekend",
        )
        for event in events.itertuples(index=False)
    ]
    years = [int(text[:4]) for column in ("date_from", "date_to") for text in events[column].dropna()]
    first, last = min(years), max(years)
    return build_time_chart(rows, years=(first, last + 1), per_quarter=first == last)
