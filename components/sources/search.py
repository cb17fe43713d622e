"""Search field over everything on the page Bronnen, with what was found in groups; the text stands in the address.

It knows the names of places that the field in the bar knows: an exact one leads to its region before all else, and
where nothing is found, names that look like what was typed are offered.
"""

from __future__ import annotations

import streamlit as st

from components.frame import links, loading
from components.frame.entry_list import Entry, EntryGroup, Look, show_entries
from components.frame.offers import words_of_place
from components.frame.page import Visit, guarded_fragment
from components.frame.reports import text_reported_by
from components.look import component_files
from components.look.words import as_typed, capitalised
from model.notation import listed
from model.regions.name_search import Candidate
from model.site.search_index import EXACT_VARIANT, HitGroup, SearchEntry, SearchResult
from model.site.site_map import SEARCH, AppLink, region_link

MOST_CHARACTERS = 100
SHOWN_FIRST, SENT_AT_MOST = 4, 60
_SEARCH = "search"

_field = component_files.component(_SEARCH, __file__, "search")


@guarded_fragment
def show_search(visit: Visit) -> None:
    """Field and results."""
    asked = st.query_params.get(links.SEARCH)
    text = " ".join((asked or "")[:MOST_CHARACTERS].split())
    _field(
        key=_SEARCH,
        data={"text": text, "focus": asked is not None and not text},
        on_text_change=_search,
    )
    if text:
        _show_result(loading.search_index().find(text), visit)
    elif asked is not None:
        st.caption(
            "Typ een begrip, regio, gemeente, taak, maatregel of een ander woord. De volgorde en hoofdletters maken "
            "niet uit, en het begin van een woord is genoeg."
        )


def _search() -> None:
    text = text_reported_by(_SEARCH, "text")
    if text is not None:
        links.write_link({links.SEARCH: text[:MOST_CHARACTERS] or None})


def _search_for(text: str) -> None:
    links.write_link({links.SEARCH: text})


def _show_result(result: SearchResult, visit: Visit) -> None:
    groups = [_group(group) for group in result.groups]
    places, is_found = _places_besides(result)
    if places:
        groups.insert(int(is_found), EntryGroup("Plaatsen en regio's", tuple(map(_entry_of_place, places))))
    if groups:
        kinds = f", in {len(groups)} groepen" if len(groups) > 1 else ""
        st.markdown(f"**{_finds(result.count + len(places))}** voor {as_typed(result.text)}{kinds}.")
    else:
        _show_nothing_found(result)
        alike = loading.place_index().find(result.text).suggestions
        groups = (
            [EntryGroup("Plaatsen en regio's die erop lijken", tuple(map(_entry_of_place, alike)))] if alike else []
        )
    if groups:
        show_entries(groups, Look(titles="links", layout="wide"), key="search_results", mine=visit.region_code)


def _places_besides(result: SearchResult) -> tuple[tuple[Candidate, ...], bool]:
    """What bears exactly the name that was typed and is not found under it anyway; and whether some of it is."""
    match = loading.place_index().find(result.text)
    named = (*((match.taken,) if match.taken else ()), *match.also, *match.asked)
    exact = [hit for group in result.groups for hit in group.hits if hit.rank <= EXACT_VARIANT]
    found = {link.region_code for hit in exact for link in hit.entry.links}
    besides = tuple(place for place in named if place.region_codes[0] not in found)
    return besides, len(besides) < len(named)


def _entry_of_place(place: Candidate) -> Entry:
    """A place with a link to its region; what spans several regions is searched on, so that the visitor chooses one."""
    code, *others = place.region_codes
    link = AppLink("Kies een regio", "bronnen", ((SEARCH, place.exact),)) if others else _region_of(code)
    return Entry(place.name, said=capitalised(words_of_place(place)), small=(link.label,), links=(link,))


def _region_of(code: str) -> AppLink:
    return region_link(code, loading.region_names()[code])


def _finds(count: int) -> str:
    return "1 resultaat" if count == 1 else f"{count} resultaten"


def _group(group: HitGroup) -> EntryGroup:
    sent, found = group.hits[:SENT_AT_MOST], len(group.hits)
    entries = tuple(_entry(hit.entry) for hit in sent)
    return EntryGroup(group.kind, entries, SHOWN_FIRST, found if found > len(sent) else 0)


def _entry(entry: SearchEntry) -> Entry:
    place = entry.citation
    said = place and f"bron: {place.text}"
    small = " · ".join(part for part in (entry.links[0].label, said) if part)
    return Entry(entry.title, said=entry.text, small=(small,), links=entry.links, lines=place.lines if place else "")


def _show_nothing_found(result: SearchResult) -> None:
    unknown = [as_typed(word) for word in result.unknown_words]
    why = (
        f"{listed(unknown)} {'komt' if len(unknown) == 1 else 'komen'} in de app niet voor."
        if unknown
        else "Elk woord komt wel ergens voor, maar nergens staan ze samen. Zoek op minder woorden."
    )
    st.markdown(f"**Niets gevonden voor {as_typed(result.text)}.** {why}")
    if result.suggestions:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("Zoek op:", width="content")
            for text in result.suggestions:
                st.button(text, key=f"search_for_{text}", on_click=_search_for, args=(text,))
    else:
        st.markdown(
            "Controleer de spelling, of zoek op een ander woord. Namen van personen, straten en instellingen staan er "
            "niet in."
        )
