"""Sections of the region page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import frame, links, loading
from components.choice_tables import choices_of_region
from components.map_view import CREDIT, moved_borders
from components.tables import show_downloads, show_table
from components.words import capitalised, lines, plain
from model.governance import ANSWER_WORDS, QUESTION_WORDS, detail_words
from model.region_profile import notes_of


def choose_a_region() -> None:
    """What someone sees who has not chosen a region yet: all regions, per province."""
    st.title("Kies een regio")
    st.markdown("Zoek hierboven op gemeente of regio, of kies er hier een.")
    regions = loading.table("regions")
    for province, rows in regions.sort_values("name").groupby("province"):
        st.markdown(f"**{province}**")
        with st.container(horizontal=True):
            for row in rows.itertuples():
                st.button(
                    str(row.name),
                    key=f"choose_{row.region_code}",
                    on_click=frame.choose_region,
                    args=(row.region_code,),
                )


def show_choices(region_code: str) -> None:
    """The 11 choices with status, remark and source lines."""
    st.header("Schaalkeuzes")
    table = choices_of_region(region_code)
    show_table(table, "De elf taken, zoals de regio ze in juni 2013 opgaf", key="region_choices")
    show_downloads(lambda: choices_of_region(region_code), f"schaalkeuzes-{region_code}", CREDIT)
    st.page_link(
        "pages/kaart.py", label="Bekijk op de kaart", icon=frame.LINK_ICON, query_params={links.REGION: region_code}
    )


def show_cooperation(region_code: str) -> None:
    """Answers about cooperation, side by side and never added up."""
    st.header("Samenwerking")
    st.markdown(
        "Zo beschreef de regio het zelf in het voorjaar van 2013. De antwoorden zijn samengevat, niet opgeteld."
    )
    answers = loading.table("governance").query("region_code == @region_code")
    table = pd.DataFrame(
        {
            "Onderwerp": answers["question"].map(QUESTION_WORDS),
            "Antwoord": answers["code"].map(ANSWER_WORDS),
            "Kern": answers["gist"],
            "Nader": answers["detail"].map(detail_words, na_action="ignore").fillna(""),
            "Zekerheid": answers["confidence"],
            "Vindplaats": [
                lines(int(a), int(b)) for a, b in zip(answers["line_from"], answers["line_to"], strict=True)
            ],
        }
    )
    show_table(table, "Antwoorden over de samenwerking", key="region_answers")
    partners = loading.table("partners").query("region_code == @region_code")
    if partners.empty:
        st.markdown("Het profiel noemt geen andere jeugdregio als partner.")
        return
    st.markdown("**Genoemde partners**")
    st.markdown(
        "\n".join(
            f"- {plain(str(row.partner_text))}: {plain(str(row.role))} ({lines(int(row.line_from), int(row.line_to))})"
            for row in partners.itertuples()
        )
    )


def show_municipalities(region_code: str) -> None:
    """Municipalities of 2013, and what moved since."""
    st.header("Gemeenten in 2013")
    municipalities = loading.table("municipalities").query("region_code == @region_code")
    st.markdown(", ".join(plain(str(name)) for name in municipalities["municipality"].sort_values()))
    if region_code in moved_borders():
        st.markdown(f"Grens veranderd sinds 2013: {moved_borders()[region_code]}")


def show_notes(region_code: str) -> None:
    """Remarks of the source, in own words, each with its lines."""
    headings = {
        "regional_means": "Wat deze regio “regionaal” noemt",
        "table_remark": "Opmerkingen bij de tabel",
        "other": "Wat verder opvalt",
    }
    for kind, heading in headings.items():
        notes = notes_of(loading.table("region_notes"), region_code, kind)
        if notes.empty:
            continue
        st.header(heading)
        st.markdown(
            "\n".join(
                f"- {capitalised(plain(str(row.note)))} ({lines(int(row.line_from), int(row.line_to))})"
                for row in notes.itertuples()
            )
        )
