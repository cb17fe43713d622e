"""One's own region on the start page: a field to choose it, then three sentences that can be checked."""

from __future__ import annotations

import streamlit as st

from components.frame import links, loading
from components.frame.finder import region_field
from components.frame.page import LINK_ICON, Visit
from components.look.words import plain
from components.start.sentences import chosen, different, together
from model.regions.in_short import InShort, in_short
from model.site.site_map import page_at

_BESIDE = page_at("vergelijking").parameters[-1]


def show_own_region(visit: Visit) -> None:
    """Field, and the sentences on the region that is chosen."""
    region_field("start_field", "Start")
    if visit.region_code and visit.region_name:
        _show_sentences(visit.region_code, visit.region_name)
        return
    with st.container(key="choose_on_map"):
        st.info(
            "Typ de naam van uw gemeente of regio, of klik op de kaart. U leest dan in drie zinnen wat uw regio "
            "koos, hoe dat verschilt van de andere, en met wie zij samenwerkt."
        )


def _show_sentences(region_code: str, name: str) -> None:
    item = _in_short(region_code)
    names, tasks = loading.region_names(), loading.tasks_in_sentence()
    beside = ",".join([region_code, *item.nearest[:3]])
    st.header(f"Uw regio: {plain(name)}", anchor=False)
    _sentence(chosen(item, name), "Bekijk alle elf keuzes", "regio", region_code)
    _sentence(different(item, names, tasks), "Leg ze naast elkaar", "vergelijking", region_code, {_BESIDE: beside})
    _sentence(together(item, names), "Bekijk met wie", "samenwerking", region_code)


def _sentence(text: str, label: str, page: str, region_code: str, query: dict[str, str] | None = None) -> None:
    """A sentence, and the view where it can be checked."""
    st.markdown(text)
    st.page_link(
        page_at(page).file, label=label, icon=LINK_ICON, query_params={links.REGION: region_code, **(query or {})}
    )


@st.cache_resource(show_spinner=False)
def _in_short(region_code: str) -> InShort:
    return in_short(loading.scale_choices(), loading.table("neighbours"), loading.table("partners"), region_code)
