"""Which part of a page is shown: chosen in a row of buttons, on Achtergrond in two, and kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.frame import links
from components.frame.glossary_help import meaning
from components.frame.page import Visit
from model.site.site_map import DOCUMENT, FIND, PART, Part, background_opened

Show = Callable[[Visit], None]
"""Draws one part of a page."""


@dataclass(frozen=True)
class DrawnPart:
    """One part of a page, with what shows it."""

    name: str
    show: Show
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class DrawnDocument:
    """One document: its name on the button, what it is in one sentence, and its parts by their key in the address.

    `terms` are those of the sentence that the glossary explains, `credit` its source.
    """

    name: str
    about: str
    terms: Sequence[str]
    credit: str
    parts: Mapping[str, DrawnPart]


def drawn(parts: Sequence[Part], shown: Mapping[str, Show]) -> dict[str, DrawnPart]:
    """Parts of the site map by key, with what shows them. Raises KeyError unless each of them has just one."""
    keys = [part.key for part in parts]
    if set(keys) != set(shown):
        raise KeyError(f"the site map has {', '.join(keys)}; shown are {', '.join(shown)}")
    return {part.key: DrawnPart(part.name, shown[part.key], part.parameters) for part in parts}


def chosen_part(documents: Mapping[str, DrawnDocument]) -> DrawnPart:
    """The part that the address names, or the first, of the document that it opens; beside it the buttons that lead to
    the others.
    """
    own = {key for entry in documents.values() for part in entry.parts.values() for key in part.parameters}
    query = st.query_params.to_dict()
    opened = background_opened(query).key
    bare = {key: value for key, value in query.items() if key not in own}
    if DOCUMENT not in query and opened != background_opened(bare).key:
        # Without its own keys, as when a filter is taken away, the view would be of another document.
        links.write_link({DOCUMENT: opened})
    document = chosen_key(
        DOCUMENT,
        {key: entry.name for key, entry in documents.items()},
        "Document",
        dict.fromkeys({PART, *own}),
        usual=opened,
    )
    chosen = documents[document]
    st.markdown(chosen.about, help=meaning(*chosen.terms))
    names = {key: entry.name for key, entry in chosen.parts.items()}
    # A part means nothing without its document, and that may come from "uw regio".
    after = {**dict.fromkeys(own), DOCUMENT: document}
    return chosen.parts[chosen_key(PART, names, f"Onderdeel van {chosen.name}", after)]


def opened_part(documents: Mapping[str, DrawnDocument]) -> DrawnPart:
    """The part that the address opens, without buttons: on stage nobody chooses another one."""
    parts = documents[background_opened(st.query_params.to_dict()).key].parts
    return parts[links.from_link(PART, parts, "een onderdeel") or next(iter(parts))]


def credit_of_opened(documents: Mapping[str, DrawnDocument]) -> str:
    """Source of the document that the address opens."""
    return documents[background_opened(st.query_params.to_dict()).key].credit


def chosen_key(
    key: str, names: Mapping[str, str], label: str, after: Mapping[str, str | None], *, usual: str = ""
) -> str:
    """What the address says of `key`, else the usual or first name; another choice also writes `after`."""
    what = "een document" if key == DOCUMENT else "een onderdeel"
    shown = links.from_link(key, names, what) or usual or next(iter(names))
    widget = f"background_{key}_{'_'.join(names)}"
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=widget,
        required=True,
        label_visibility="collapsed",
        on_change=_follow,
        args=(key, widget, after),
    )
    return shown


def _follow(key: str, widget: str, after: Mapping[str, str | None]) -> None:
    changed = {other: value for other, value in {FIND: None, **after}.items() if other not in links.GOES_ALONG}
    links.write_link({**changed, key: st.session_state[widget]})
