"""Frame of every page: page settings, menu, search for "mijn regio", footer, and faults shown in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import streamlit as st

from components.frame import links, loading
from components.frame.message_queue import drop_references_with_their_part
from components.frame.reports import text_reported_by
from components.frame.unreadable_states import drop_unreadable_states
from components.look import component_files
from components.look.words import as_typed
from model.dataset.reading import DataError
from model.regions.name_search import PlaceMatch
from model.site.site_map import PAGES, page_at

VERSION = (Path(__file__).parent.parent.parent / "VERSION").read_text(encoding="utf8").strip()
PRODUCT = "Schaalwijzer Jeugd"
SOURCES = page_at("bronnen").file
LINK_ICON = ":material/arrow_forward:"
_FINDER_WIDTH_PX = 432
_PLACE_NAMES_URL = "place_names.json"
_MOST_CHARACTERS = 80
_SEARCHED = "place_searched"
_PAGE_STYLES = tuple(Path(__file__).with_name(name) for name in ("page.css", "paper.css"))

_FINDER, _SHOWN = "region_finder", "page_shown"
_REGION_PAGE = page_at("regio").name

drop_references_with_their_part()
drop_unreadable_states()
_finder = component_files.component(_FINDER, __file__, "region_finder")


@dataclass(frozen=True)
class Visit:
    """What holds for the whole visit, whatever the page."""

    region_code: str | None
    region_name: str | None


@contextmanager
def page(title: str) -> Iterator[Visit]:
    """Frame around one page; yields what holds for the visit. A data fault inside ends up as a message, not a trace."""
    st.set_page_config(page_title=f"{title} | {PRODUCT}", page_icon="🧭", layout="wide")
    for style in _PAGE_STYLES:
        st.html(style)
    st.session_state[_SHOWN] = title
    visit = Visit(None, None)
    with faults_in_dutch():
        visit = _header(title)
    with faults_in_dutch():
        yield visit
    _footer()


@contextmanager
def faults_in_dutch() -> Iterator[None]:
    """Part of a page that may lack its data: says so there, and the rest of the page goes on."""
    try:
        yield
    except DataError as error:
        st.error(str(error))


def guarded_fragment(section: Callable[..., None]) -> Callable[..., None]:
    """Section of a page that runs anew on its own after a step in it; a data fault in it is said there."""

    @st.fragment
    @wraps(section)
    def guarded(*arguments: Any) -> None:
        with faults_in_dutch():
            section(*arguments)

    return guarded


def choose_region(region_code: str | None) -> None:
    """Makes a region "mijn regio", for all pages and in the address.

    Someone who does so on the page of another region, or while looking at no region, wants to see that one.
    """
    gives_way = st.session_state.get(_SHOWN) == _REGION_PAGE or st.query_params.get(links.CHOSEN) == links.NOBODY
    links.write_link({links.REGION: region_code, **({links.CHOSEN: None} if gives_way else {})})
    st.session_state.pop(_SEARCHED, None)


def adopt_region(region_code: str) -> None:
    """Makes the region that the visitor looks at "mijn regio"; the address then need not name it twice."""
    links.write_link({links.REGION: region_code, links.CHOSEN: None})
    st.session_state.pop(_SEARCHED, None)


def _header(title: str) -> Visit:
    match: PlaceMatch | None = None
    with faults_in_dutch():
        match = _search_outcome()
    menu = st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key="frame")
    with menu:
        st.markdown(f"**{PRODUCT}**", width="content")
        for entry in PAGES:
            st.page_link(entry.file, label=entry.name, query_params={**_own_region(), **links.kept(entry.address)})
        with st.container(width="content", key="find_anything"):
            st.page_link(
                SOURCES, label="Zoeken", icon=":material/search:", query_params={**_own_region(), links.SEARCH: ""}
            )
    names = loading.region_names()
    region_code = links.from_link(links.REGION, names, "een regio")
    with menu:
        _finder(
            key=_FINDER,
            data={
                "mine": names[region_code] if region_code else "",
                "names": _PLACE_NAMES_URL,
                "page": title,
                "tasks": loading.task_names(),
            },
            on_place_change=_on_place,
            on_again_change=_nothing_to_do,
            width=_FINDER_WIDTH_PX,
        )
    if match is not None:
        _show_search_outcome(match, names)
    return Visit(region_code, names[region_code] if region_code else None)


def _own_region() -> dict[str, str]:
    """ "Mijn regio" as it stands in the address, to go along in a link."""
    chosen = st.query_params.get(links.REGION)
    return {links.REGION: chosen} if chosen else {}


def _on_place() -> None:
    text = text_reported_by(_FINDER, "place")
    if text == "":
        choose_region(None)
    elif text is not None:
        _look_up(text[:_MOST_CHARACTERS])


def _nothing_to_do() -> None:
    """That the connection is there again: the message itself runs the page anew."""


def _look_up(text: str) -> None:
    st.session_state[_SEARCHED] = text


def _search_outcome() -> PlaceMatch | None:
    """What the last search found, as far as it still needs an answer; one region is chosen at once."""
    text = st.session_state.get(_SEARCHED)
    if text is None:
        return None
    match = loading.place_index().find(text)
    if len(match.region_codes) != 1:
        return match
    choose_region(match.region_codes[0])
    return None


def _show_search_outcome(match: PlaceMatch, names: dict[str, str]) -> None:
    typed = as_typed(match.text)
    with st.container(border=True):
        if match.region_codes:
            st.markdown(f"**{typed} hoort bij meer dan één regio.** Welke bedoelt u?")
            with st.container(horizontal=True):
                for code, through in zip(match.region_codes, match.through, strict=True):
                    st.button(
                        f"{names[code]} (gemeente {through} in 2013)" if through else names[code],
                        key=f"place_{code}",
                        on_click=choose_region,
                        args=(code,),
                    )
        elif match.suggestions:
            st.markdown(f"**{typed} is nog geen hele naam.** Bedoelt u een van deze?")
            with st.container(horizontal=True):
                for name in match.suggestions:
                    st.button(name, key=f"suggestion_{name}", on_click=_look_up, args=(name,))
        else:
            st.markdown(
                f"**{typed} is niet gevonden.** "
                "Typ de naam van een gemeente van 2013 of van nu, of van een jeugdregio. "
                "Woonplaatsen staan er alleen in als ze veel gezocht worden."
            )


def _footer() -> None:
    st.divider()
    st.caption(
        f"{PRODUCT} {VERSION} · schaalkeuzes: inventarisatie van 20 juni 2013, zoals de regio's die zelf opgaven · "
        "maatregelen: Zuid-Holland Zuid, 25 juni 2019 · grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt"
    )
    st.page_link(SOURCES, label="Bronnen, begrippen en verantwoording", icon=LINK_ICON, query_params=_own_region())
