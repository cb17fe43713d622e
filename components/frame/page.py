"""Frame of every page: page settings, the bar with menu and search, footer, and faults shown in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial, wraps
from pathlib import Path
from typing import Any

import streamlit as st

from components.frame import link_faults, links, loading, stage
from components.frame.finder import show_bar
from components.frame.link_words import page_named
from components.frame.message_queue import drop_references_with_their_part
from components.frame.own_address import address_from, public_url
from components.frame.share import MakeSlides
from components.frame.unreadable_states import drop_unreadable_states
from components.look import component_files
from components.look.about_file import PRODUCT, VERSION, About, describe_view
from components.look.citation import INVENTORY_CREDIT
from model.dataset.reading import DataError
from model.site.site_map import FIND, PART, Page, own_keys, page_at, source_part

SOURCES = page_at("bronnen").file
ACCESSIBILITY = source_part("toegankelijkheid").key
LINK_ICON = ":material/arrow_forward:"
_LONGEST_ITEM = 200
_PAGE_STYLES = tuple(Path(__file__).with_name(name) for name in ("page.css", "paper.css"))

_VISIT, _PAGE_BEFORE = "visit", "page_before"
_REGION_PAGE = page_at("regio").name

drop_references_with_their_part()
drop_unreadable_states()
_visit = component_files.component(_VISIT, __file__, "visit")


@dataclass(frozen=True)
class Visit:
    """What holds for the whole visit, whatever the page.

    `stays` is whether the run before this one was of the same page. `on_stage`: the page draws one thing, below what
    `components.frame.stage.show_on_stage` says of it, in the height that is left.
    """

    region_code: str | None
    region_name: str | None
    stays: bool = False
    on_stage: bool = False


@contextmanager
def page(title: str, *, source: str = INVENTORY_CREDIT, slides: MakeSlides | None = None) -> Iterator[Visit]:
    """Frame around one page; yields what holds for the visit. A data fault inside ends up as a message, not a trace.

    With `slides` its views can be had as slides, in the dialog "Delen". In a frame of another website `source` stays in
    sight.
    """
    st.set_page_config(page_title=f"{title} | {PRODUCT}", page_icon="🧭", layout="wide")
    on_stage = stage.asked_for()
    for style in (*_PAGE_STYLES, stage.PAGE_STYLE) if on_stage else _PAGE_STYLES:
        st.html(component_files.style_tag(style))
    link_faults.begin(on_stage=on_stage)
    visit = Visit(None, None, on_stage=on_stage)
    describe_view(partial(_about_view, page_named(title)))
    stays = st.session_state.get(_PAGE_BEFORE) == title
    st.session_state[_PAGE_BEFORE] = title
    with faults_in_dutch():
        visit = replace(_header(page_named(title), on_stage, source, slides), stays=stays, on_stage=on_stage)
    with faults_in_dutch():
        yield visit
    if not on_stage:
        _footer()


def name_tab(title: str) -> None:
    """Name in the browser's tab of a page that knows more of what it shows than its title says."""
    st.set_page_config(page_title=f"{title} | {PRODUCT}")


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


def adopt_region(region_code: str) -> None:
    """Makes the region that the visitor looks at "uw regio"; the address then need not name it twice."""
    links.write_link({links.REGION: region_code, links.CHOSEN: None})


def _about_view(entry: Page) -> About:
    """What every file says of the view that it is of; no link where that would show something else."""
    here = address_from(st.context.url or "", public_url(), entry.address, st.query_params.to_dict())
    return (("Weergave", entry.name), *([("Link", here)] if here and not links.left_out(entry.address) else []))


def _header(entry: Page, on_stage: bool, source: str, slides: MakeSlides | None) -> Visit:
    query = st.query_params.to_dict()
    about = query.get(links.CHOSEN) or query.get(links.REGION, "") if entry.name == _REGION_PAGE else ""
    _visit(
        key=_VISIT,
        data={
            "about": f"{entry.name} {about}".strip(),
            "item": query.get(FIND, "")[:_LONGEST_ITEM],
            "source": source,
            **_head_of_paper(entry, query),
        },
        # That the connection is there again: the message itself runs the page anew.
        on_again_change=lambda: None,
        height=1,
    )
    bar = st.container(key="frame")
    visit = Visit(None, None)
    with faults_in_dutch():
        visit = _what_holds(entry)
    with bar:
        if on_stage:
            stage.show_stage(visit.region_code)
        else:
            show_bar(entry.name, visit.region_code, slides)
    return visit


def _head_of_paper(entry: Page, query: dict[str, str]) -> dict[str, object]:
    """What the head of a printed page says; without the data it says the page alone."""
    data: dict[str, object] = {"page": entry.name, "mine": "", "tasks": {}}
    with faults_in_dutch():
        data |= {"mine": loading.region_names().get(query.get(links.REGION, ""), ""), "tasks": loading.task_names()}
    return data


def _what_holds(entry: Page) -> Visit:
    """What the address says of the visit; what it gets wrong, or holds for another page, is said and mended."""
    names = loading.region_names()
    region_code = links.from_link(links.REGION, names, "een regio")
    if links.TASK not in own_keys(entry.address):
        # A page that shows no task keeps the one of the visit.
        links.write_link({links.TASK: links.from_link(links.TASK, loading.task_names(), "een taak")})
    links.drop_foreign(entry.address)
    return Visit(region_code, names[region_code] if region_code else None)


def _footer() -> None:
    along = links.here_goes_along()
    with st.container(key="footer"):
        st.divider()
        st.caption(
            f"{PRODUCT} {VERSION} · schaalkeuzes: inventarisatie van 20 juni 2013, zoals de regio's die zelf opgaven · "
            "maatregelen: Zuid-Holland Zuid, 25 juni 2019 · grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, "
            "bewerkt"
        )
        with st.container(horizontal=True, key="footer_links"):
            st.page_link(SOURCES, label="Toegankelijkheid", icon=LINK_ICON, query_params={**along, PART: ACCESSIBILITY})
            st.page_link(SOURCES, label="Bronnen, begrippen en verantwoording", icon=LINK_ICON, query_params=along)
