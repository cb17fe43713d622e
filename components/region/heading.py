"""Head and foot of the region page: which region, its municipalities, remarks of the source, and the sources."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from components.frame import links, loading, page
from components.frame.page import Visit
from components.look.citation import edition_help
from components.look.words import capitalised, plain
from components.region.choices import show_summary
from components.region.locator import show_locator
from components.region.print import show_print_button
from components.region.sentences import change_words, municipality_words
from model.regions.profile import boundary_changes_of, municipalities_of, notes_of


def shown_region(visit: Visit) -> str | None:
    """Region of the page: the one that the address asks to look at, else "uw regio", else None."""
    return links.from_link(links.CHOSEN, loading.region_names(), "een regio") or visit.region_code


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
                    on_click=page.adopt_region,
                    args=(row.region_code,),
                )


def show_heading(region_code: str, visit: Visit, show_note: Callable[[str], None]) -> None:
    """Name, small map, what stands out, and the ways to paper: the page itself, and what `show_note` offers."""
    region = loading.table("regions").set_index("region_code").loc[region_code]
    left, right = st.columns([5, 2], gap="medium")
    with left:
        st.title(region["name"])
        st.caption(
            f"Jeugdregio {region_code} · {region['province']} · "
            f"{_municipality_count(int(region['municipality_count']))} "
            f"in 2013 · profiel {region['profile']} van de inventarisatie van 20 juni 2013"
        )
        if visit.region_code and visit.region_code != region_code:
            _say_whose_region(region_code, visit)
        with page.faults_in_dutch():
            show_summary(region_code)
        with page.faults_in_dutch():
            for text in _municipality_texts(region_code):
                st.markdown(text)
        with st.container(horizontal=True, vertical_alignment="center", key="to_paper"):
            show_print_button(region_code)
            show_note(region_code)
    with right:
        show_locator(region_code)


def show_notes(region_code: str) -> None:
    """Remarks of the source, in own words, each with its place in the profile."""
    headings = {"table_remark": "Opmerkingen bij de schaalkeuzes", "other": "Wat verder opvalt"}
    for kind, heading in headings.items():
        notes = notes_of(loading.table("region_notes"), region_code, kind)
        if notes.empty:
            continue
        st.subheader(heading)
        places = loading.citations().of_rows("region_notes", notes)
        items = [
            f"- {capitalised(plain(note))} ({plain(place.within_section)})"
            for note, place in zip(notes["note"], places, strict=True)
        ]
        st.markdown("\n".join(items), help=edition_help(places))


def show_sources(region_code: str) -> None:
    """Where the figures of the page come from, and the link that leads back to it."""
    region = loading.table("regions").set_index("region_code").loc[region_code]
    source = loading.table("sources").set_index("source_file").loc[region["source_file"]]
    place = loading.citations().of_row("regions", region)
    document = f"{plain(source['title'])} ({plain(source['producer'])}, {plain(source['date'])})"
    st.subheader("Bronnen")
    st.markdown(
        f"{document}, {plain(place.section)}. "
        "Samengevat in eigen woorden. Gemeenten van nu: officiële lijsten en herindelingen, 2013 tot 2026. "
        "Kaartje en buren: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt.",
        help=edition_help([place]),
    )
    if st.context.url:
        address = f"{st.context.url.split('?')[0]}?{links.REGION}={region_code}"
        st.markdown(f"Link naar deze pagina: <{address}>")


def _say_whose_region(region_code: str, visit: Visit) -> None:
    with st.container(border=True, key="whose_region"):
        st.markdown(f"U bekijkt een andere regio dan uw eigen regio, **{visit.region_name}**.")
        with st.container(horizontal=True):
            st.button(f"Terug naar {visit.region_name}", on_click=links.write_link, args=({links.CHOSEN: None},))
            st.button("Maak dit uw regio", on_click=page.adopt_region, args=(region_code,), key="adopt_region")


def _municipality_count(count: int) -> str:
    return "1 gemeente" if count == 1 else f"{count} gemeenten"


@st.cache_resource(show_spinner=False)
def _municipality_texts(region_code: str) -> tuple[str, ...]:
    """Municipalities of 2013 with what became of them, and what moved to or from another region."""
    found = municipalities_of(loading.table("municipalities"), loading.table("municipality_names"), region_code)
    by_subregion = [
        (subregion, ", ".join(municipality_words(item) for item in items))
        for subregion, items in groupby(
            sorted(found, key=lambda item: item.subregion or ""), key=lambda item: item.subregion
        )
    ]
    parts = [f"**{plain(subregion)}:** {words}." if subregion else f"{words}." for subregion, words in by_subregion]
    lead = (
        "**Gemeenten in 2013, en wat ervan werd:** "
        if len(parts) == 1
        else "**Gemeenten in 2013, en wat ervan werd**\n\n"
    )
    changes = boundary_changes_of(loading.table("boundary_changes"), region_code)
    names = loading.region_names()
    moved = " ".join(change_words(change, names) for change in changes)
    return (lead + "  \n".join(parts), *([f"**Grens veranderd sinds 2013:** {moved}"] if moved else []))
