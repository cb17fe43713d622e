"""The bar atop every page, and the search field alone, for use on a page: one field for everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypedDict
from urllib.parse import urlencode

import streamlit as st

from components.frame import links, loading
from components.frame.link_words import page_named
from components.frame.offers import MOST_CHARACTERS, Offers, offers_for
from components.frame.reports import text_reported_by
from components.frame.share import MakeSlides, hear_request, show_share
from components.look import component_files
from model.site.site_map import PAGES, page_at

BAR = "finder"
_ABOUT_ONE_REGION = {page_at(address).name for address in ("kaart", "regio")}
"""Pages that are about the region that one looks at."""
_TYPED = "finder_typed"

_finder = component_files.component("finder", __file__, "finder")


class _Bar(TypedDict):
    page: str
    pages: list[tuple[str, str]]
    carried: tuple[str, ...]
    kept: dict[str, dict[str, str]]
    mine: dict[str, str] | None
    without: str


@st.fragment
def show_bar(title: str, mine: str | None, slides: MakeSlides | None = None) -> None:
    """Bar of the page `title`: search field, "uw regio", menu, sharing and presenting; alone in its fragment, so that
    typing costs little.
    """
    typed = st.session_state.pop(_TYPED, None)
    here = st.query_params.to_dict()
    gives_way = _gives_way(title, here)
    bar: _Bar = {
        "page": title,
        "pages": [(page.address, page.name) for page in PAGES],
        "carried": links.GOES_ALONG,
        "kept": {page.address: kept for page in PAGES if (kept := links.kept(page.address))},
        "mine": {"code": mine, "name": loading.region_names()[mine]} if mine else None,
        "without": "?" + urlencode(links.with_region(here, None, gives_way=gives_way)),
    }
    _show(
        BAR,
        bar,
        "Zoek een plaats, regio of onderwerp",
        "Zoek een plaats of onderwerp",
        offers_for(typed, here, gives_way=gives_way) if typed else None,
        on_share_change=partial(hear_request, BAR, page_named(title)),
    )
    show_share(page_named(title), slides)


@st.fragment
def region_field(key: str, title: str) -> None:
    """Search field for a place alone, on the page `title`; what is chosen becomes "uw regio", as in the bar."""
    typed = st.session_state.pop(f"{_TYPED}_{key}", None)
    here = st.query_params.to_dict()
    offers = offers_for(typed, here, gives_way=_gives_way(title, here), places_only=True) if typed else None
    _show(key, None, "Uw gemeente of regio", "Bijvoorbeeld Dordrecht", offers)


def _gives_way(title: str, here: dict[str, str]) -> bool:
    """Whether a region that is looked at makes room for the one that becomes "uw regio".

    Someone who chooses one where a page is about another region, or while looking at no region, wants to see that one.
    """
    return title in _ABOUT_ONE_REGION or here.get(links.CHOSEN) == links.NOBODY


def _show(
    key: str, bar: _Bar | None, label: str, placeholder: str, offers: Offers | None, **heard: Callable[[], None]
) -> None:
    show: Callable[..., Any] = partial(_finder, **heard)
    show(
        key=key,
        data={"bar": bar, "label": label, "placeholder": placeholder, "offers": offers},
        on_typed_change=partial(_on_typed, key),
        width="stretch",
    )


def _on_typed(key: str) -> None:
    """What was typed is answered in the run that follows."""
    text = text_reported_by(key, "typed")
    if text is not None:
        st.session_state[_TYPED if key == BAR else f"{_TYPED}_{key}"] = " ".join(text[:MOST_CHARACTERS].split())
