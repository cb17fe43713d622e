"""Frame of every page: page settings, menu, search for "mijn regio", footer, and faults shown in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial, wraps
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
from model.regions.name_search import Candidate, NameMatch
from model.site.site_map import PAGES, PART, page_at, source_part

VERSION = (Path(__file__).parent.parent.parent / "VERSION").read_text(encoding="utf8").strip()
PRODUCT = "Schaalwijzer Jeugd"
SOURCES = page_at("bronnen").file
ACCESSIBILITY = source_part("toegankelijkheid").key
LINK_ICON = ":material/arrow_forward:"
_FINDER_WIDTH_PX = 432
_PLACE_NAMES_URL = "place_names.json"
_MOST_CHARACTERS = 80
_SEARCHED = "place_searched"
_PAGE_STYLE = Path(__file__).with_name("page.css")

_FINDER, _SHOWN = "region_finder", "page_shown"
_ABOUT_ONE_REGION = {page_at(address).name for address in ("kaart", "regio")}
"""Pages that are about the region that one looks at."""

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
    st.html(_PAGE_STYLE)
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

    Someone who does so where a page is about another region, or while looking at no region, wants to see that one.
    """
    gives_way = st.session_state.get(_SHOWN) in _ABOUT_ONE_REGION or st.query_params.get(links.CHOSEN) == links.NOBODY
    links.write_link({links.REGION: region_code, **({links.CHOSEN: None} if gives_way else {})})
    st.session_state.pop(_SEARCHED, None)


def adopt_region(region_code: str) -> None:
    """Makes the region that the visitor looks at "mijn regio"; the address then need not name it twice."""
    links.write_link({links.REGION: region_code, links.CHOSEN: None})
    st.session_state.pop(_SEARCHED, None)


def region_field(key: str, title: str) -> None:
    """Search field for "mijn regio" on the page `title`, beside the one in its header."""
    _finder(
        key=key,
        data={
            "mine": loading.region_names().get(st.query_params.get(links.REGION, ""), ""),
            "names": _PLACE_NAMES_URL,
            "page": title,
            "label": "Uw gemeente of regio",
        },
        on_place_change=partial(_on_place, key),
        on_again_change=_nothing_to_do,
    )


def _header(title: str) -> Visit:
    match: NameMatch | None = None
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
            data={"mine": names[region_code] if region_code else "", "names": _PLACE_NAMES_URL, "page": title},
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


def _on_place(key: str = _FINDER) -> None:
    text = text_reported_by(key, "place")
    if text == "":
        choose_region(None)
    elif text is not None:
        _look_up(text[:_MOST_CHARACTERS])


def _nothing_to_do() -> None:
    """That the connection is there again: the message itself runs the page anew."""


def _look_up(text: str) -> None:
    st.session_state[_SEARCHED] = text


def _search_outcome() -> NameMatch | None:
    """What the last search found, as far as it still needs an answer; one place is taken at once."""
    text = st.session_state.get(_SEARCHED)
    if text is None:
        return None
    match = loading.place_index().find(text)
    if match.taken is None:
        return match
    choose_region(match.taken.region_codes[0])
    return None


def _show_search_outcome(match: NameMatch, names: dict[str, str]) -> None:
    typed = as_typed(match.text)
    with st.container(border=True):
        if match.asked:
            st.markdown(f"**{typed} hoort bij meer dan één regio.** Welke bedoelt u?")
        elif match.suggestions:
            st.markdown(f"**{typed} is geen hele naam die de app kent.** Bedoelt u een van deze?")
        else:
            st.markdown(
                f"**{typed} is niet gevonden.** "
                "Typ de naam van een plaats, van een gemeente van 2013 of van nu, of van een jeugdregio."
            )
        with st.container(horizontal=True):
            for candidate in (*match.asked, *match.suggestions):
                several = len(candidate.region_codes) > 1
                st.button(
                    _in_words(candidate, names),
                    key=f"place_{candidate.exact}",
                    on_click=_look_up if several else choose_region,
                    args=(candidate.exact if several else candidate.region_codes[0],),
                )


def _in_words(candidate: Candidate, names: dict[str, str]) -> str:
    """Name, what it is, and the region: "Rijswijk · plaats, gemeente Woudrichem (nu Altena) · West-Brabant-Oost"."""
    within = f", gemeente {candidate.municipality}" if candidate.municipality not in ("", candidate.name) else ""
    now = f" (nu {candidate.municipality_now})" if candidate.municipality_now else ""
    regions = " of ".join(names[code] for code in candidate.region_codes)
    return f"{candidate.name} · {candidate.kind}{within}{now} · {regions}"


def _footer() -> None:
    st.divider()
    st.caption(
        f"{PRODUCT} {VERSION} · schaalkeuzes: inventarisatie van 20 juni 2013, zoals de regio's die zelf opgaven · "
        "maatregelen: Zuid-Holland Zuid, 25 juni 2019 · grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt"
    )
    with st.container(horizontal=True):
        statement = {**_own_region(), PART: ACCESSIBILITY}
        st.page_link(SOURCES, label="Toegankelijkheid", icon=LINK_ICON, query_params=statement)
        st.page_link(SOURCES, label="Bronnen, begrippen en verantwoording", icon=LINK_ICON, query_params=_own_region())
