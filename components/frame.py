"""Frame of every page: page settings, menu, search for "mijn regio", footer, and faults shown in Dutch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components import frontend_files, links, loading
from model.tables import DataFault

VERSION = (Path(__file__).parent.parent / "VERSION").read_text(encoding="utf8").strip()
PRODUCT = "Schaalwijzer Jeugd"
PAGES = {
    "app.py": "Start",
    "pages/kaart.py": "Kaart",
    "pages/vergelijking.py": "Vergelijking",
    "pages/regio.py": "Regio",
    "pages/samenwerking.py": "Samenwerking",
    "pages/doorrekening.py": "Doorrekening",
}
"""The one list of pages: file and name in the menu."""

LINK_ICON = ":material/arrow_forward:"
SEARCH_WIDTH_PX = 560
PLACE_NAMES_URL = "place_names.json"
PAGE_STYLE = frontend_files.FOLDER / "frame" / "page.css"

_search = st.components.v2.component(
    "search",
    html=frontend_files.html("frame"),
    css=frontend_files.css("frame"),
    js=frontend_files.script("frame"),
)


@dataclass(frozen=True)
class Visit:
    """What holds for the whole visit, whatever the page."""

    region_code: str | None
    region_name: str | None


@contextmanager
def page(title: str) -> Iterator[Visit]:
    """Frame around one page; yields what holds for the visit. A data fault inside ends up as a message, not a trace."""
    st.set_page_config(page_title=f"{title} | {PRODUCT}", page_icon="🧭", layout="wide")
    st.html(PAGE_STYLE)
    visit = Visit(None, None)
    with faults_in_dutch():
        visit = _header()
    with faults_in_dutch():
        yield visit
    _footer()


@contextmanager
def faults_in_dutch() -> Iterator[None]:
    """Part of a page that may lack its data: says so in its place, and the rest of the page goes on."""
    try:
        yield
    except DataFault as fault:
        st.error(str(fault))


def choose_region(region_code: str | None) -> None:
    """Makes a region "mijn regio", for all pages and in the address."""
    links.write_link({links.REGION: region_code})
    st.session_state.pop("place_search", None)


def _header() -> Visit:
    names = loading.region_names()
    known = st.query_params.get(links.REGION)
    region_code = known if known in names else None
    with st.container(horizontal=True, vertical_alignment="center", key="frame"):
        st.markdown(f"**{PRODUCT}**", width="content")
        for file, name in PAGES.items():
            st.page_link(file, label=name, query_params={links.REGION: region_code} if region_code else None)
        _search(
            key="search",
            data={"mine": names[region_code] if region_code else "", "names": PLACE_NAMES_URL},
            on_place_change=_on_place,
            width=SEARCH_WIDTH_PX,
        )
    links.from_link(links.REGION, names, "een regio")
    _show_search_outcome(names)
    return Visit(region_code, names[region_code] if region_code else None)


def _on_place() -> None:
    text = (st.session_state.get("search") or {}).get("place")
    if text is None:
        return
    if not text:
        choose_region(None)
        return
    match = loading.place_index().find(text[:80])
    if len(match.region_codes) == 1:
        choose_region(match.region_codes[0])
    else:
        st.session_state["place_search"] = match


def _show_search_outcome(names: dict[str, str]) -> None:
    match = st.session_state.get("place_search")
    if match is None:
        return
    with st.container(border=True):
        if match.region_codes:
            st.markdown(f"**“{match.text}” hoort bij meer dan één regio.** Welke bedoelt u?")
            with st.container(horizontal=True):
                for code, through in zip(match.region_codes, match.through, strict=True):
                    st.button(
                        f"{names[code]} (gemeente {through} in 2013)",
                        key=f"place_{code}",
                        on_click=choose_region,
                        args=(code,),
                    )
        elif match.suggestions:
            st.markdown(f"**“{match.text}” is nog geen hele naam.** Bedoelt u een van deze?")
            with st.container(horizontal=True):
                for name in match.suggestions:
                    st.button(name, key=f"suggestion_{name}", on_click=_choose_name, args=(name,))
        else:
            st.markdown(
                f"**“{match.text}” is niet gevonden.** "
                "Typ de naam van een gemeente van 2013 of van nu, of van een jeugdregio. "
                "Woonplaatsen staan er alleen in als ze veel gezocht worden."
            )


def _choose_name(name: str) -> None:
    match = loading.place_index().find(name)
    if len(match.region_codes) == 1:
        choose_region(match.region_codes[0])
    else:
        st.session_state["place_search"] = match


def _footer() -> None:
    st.divider()
    st.caption(
        f"{PRODUCT} {VERSION} · schaalkeuzes: inventarisatie van 20 juni 2013, zoals de regio's die zelf opgaven · "
        "maatregelen: Zuid-Holland Zuid, 25 juni 2019 · grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt"
    )
