"""What moved since 2013 and 2019: municipalities in another youth region, and mergers per year."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.entry_list import Entry, EntryGroup, Look, show_entries
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.layers import layered
from components.look.palette import BAR, INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import capitalised
from components.sources.choices import SINCE
from model.regions.mergers import PLAN_YEAR, gone_per_year, mergers
from model.site.site_map import AppLink, region_link

_SINCE = {str(PLAN_YEAR): f"Na het plan van {PLAN_YEAR}"}
_SOURCE = (
    "Bron: officiële lijsten en herindelingen van gemeenten, 2013 tot 2026; ligging: jeugdregio's 2017, © "
    "CBS/Kadaster, "
    "CC BY 4.0, bewerkt."
)


def show_moved(visit: Visit) -> None:
    """Municipalities that changed region, then mergers."""
    changes = loading.table("boundary_changes").drop_duplicates("municipality")
    names = loading.region_names()
    st.markdown(
        f"De keuzes zijn van juni 2013, de kaart is van 2017. In die tijd wisselden **{len(changes)} gemeenten** van "
        "jeugdregio. Op de kaart liggen zij dus in een andere regio dan waar hun keuze bij hoort."
    )
    show_entries(
        [
            EntryGroup(
                "Van jeugdregio gewisseld",
                tuple(_change_entry(row, names) for row in changes.to_dict("records")),
            )
        ],
        Look(layout="wide"),
        key="moved_regions",
        mine=visit.region_code,
    )
    st.header("Gefuseerd, gesplitst of hernoemd", anchor=False)
    _show_mergers()


@guarded_fragment
def _show_mergers() -> None:
    since = linked_filter(SINCE, _SINCE, "Sinds wanneer", "een jaar", every="Sinds 2013")
    after = int(since) if since else 2013
    table = mergers_table(after)
    counts = gone_per_year(loading.table("municipality_names"), after)
    if table.empty:
        st.info("In deze jaren is er geen gemeente gefuseerd.")
        return
    st.markdown(
        f"Na 1 januari {after} waren er **{int(counts['count'].sum())} veranderingen**: een gemeente van 2013 ging "
        "op in een "
        "andere gemeente, werd gesplitst of kreeg een andere naam. De namen van toen en van nu vinden de regio van "
        "2013."
    )
    show_chart(
        build_mergers_chart(counts),
        "Gemeenten van 2013 die fuseerden, werden gesplitst of hernoemd, per jaar",
        _SOURCE,
        name="verschoven-gemeenten",
        key="mergers_chart",
        alt="Staafdiagram: per jaar het aantal gemeenten van 2013 dat fuseerde, werd gesplitst of hernoemd.",
    )
    show_table(table, "Gemeenten van na 2013, en waaruit zij ontstonden", key="mergers")
    st.caption(_SOURCE)
    show_downloads(lambda: mergers_table(after), "verschoven-gemeenten", _SOURCE)


def mergers_table(after_year: int) -> pd.DataFrame:
    """One row per municipality that came after 1 January of `after_year`."""
    names = loading.region_names()
    return pd.DataFrame(
        [
            {
                "Gemeente": merger.name if merger.still_there else f"{merger.name} (bestaat zo niet meer)",
                "Sinds": str(merger.since_year),
                "Gemeenten van 2013, geheel of deels": ", ".join(merger.of_2013),
                "Jeugdregio in 2013": ", ".join(names[code] for code in merger.region_codes),
            }
            for merger in mergers(loading.table("municipality_names"), after_year)
        ],
        columns=["Gemeente", "Sinds", "Gemeenten van 2013, geheel of deels", "Jeugdregio in 2013"],
    )


def build_mergers_chart(counts: pd.DataFrame) -> alt.LayerChart:
    """Bar per year of `gone_per_year`, with its number above it."""
    base = alt.Chart(counts).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelColor=INK)),
        y=alt.Y("count:Q", title="gemeenten van 2013", axis=alt.Axis(labelColor=INK, titleColor=INK, tickMinStep=1)),
    )
    bars = base.mark_bar(color=BAR)
    return layered(
        bars,
        base.mark_text(dy=-8, color=INK).encode(text="count:Q"),
        height=200,
    )


def _change_entry(row: dict[str, object], names: dict[str, str]) -> Entry:
    old, new = str(row["region_code"]), str(row["polygon_region_code"])
    year = row["changed_year"]
    return Entry(
        f"{row['municipality']}: van {names[old]} naar {names[new]}",
        mark=str(year) if pd.notna(year) else "jaar onbekend",
        said=str(row["note"]),
        small=(capitalised(f"{row['origin']}."),),
        links=_both(old, new, names),
    )


def _both(old: str, new: str, names: dict[str, str]) -> tuple[AppLink, ...]:
    return (region_link(old, names[old]), region_link(new, names[new]))
