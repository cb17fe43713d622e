"""State in the address: every view is a link, short in keys and values; what it cannot mean is said, not guessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from components.frame import link_faults
from components.frame.key_words import words_of_keys
from components.look.words import as_typed
from model.site.site_map import ALL, CHOSEN, FIND, LAYER, PAGES, REGION, SEARCH, STAGE, TASK, own_keys

__all__ = [
    "ALL", "CHOSEN", "GOES_ALONG", "LAYER", "NOBODY", "REGION", "SEARCH", "TASK",
    "drop_foreign", "from_link", "going_along", "here_goes_along", "keep", "kept", "leave_out", "left_out",
    "with_region", "write_link",
]  # fmt: skip

GOES_ALONG = (REGION, TASK)
"""Keys of the address that hold for the whole visit: they stand in every link, also to a page without use for them."""

NOBODY = "geen"
"""Instead of a region that is looked at: none, also where a page would otherwise show "uw regio"."""

_KEPT, _LEFT_OUT = "kept_in_links", "left_out_of_links"

_NEUTER = {"begrip", "document", "dilemma", "hoofdstuk", "jaar", "onderdeel", "onderwerp", "stuk", "thema"}
"""Words with "het" among the things that a link names."""


def from_link(key: str, allowed: Collection[str], what: str) -> str | None:
    """Value of `key` in the address, or None where it is absent or unknown; an unknown one is said on the page."""
    value = st.query_params.get(key)
    if value is None or value in allowed:
        return value
    which = "dat" if what.removeprefix("een ") in _NEUTER else "die"
    if st.query_params.get(STAGE):
        # A hall can choose nothing, and has no use for a code.
        link_faults.say(f"De link noemt {what} {which} niet bestaat. U ziet deze weergave zonder.")
        return None
    link_faults.say(
        f"De link noemt {what} {which} niet bestaat: {as_typed(value[:40])}. Kies opnieuw; de rest van de pagina werkt."
    )
    return None


def going_along(here: Mapping[str, str]) -> dict[str, str]:
    """What goes along from the address `here` to another page."""
    return {key: here[key] for key in GOES_ALONG if here.get(key)}


def here_goes_along() -> dict[str, str]:
    """What goes along from the address that is open."""
    return going_along(st.query_params.to_dict())


def with_region(here: Mapping[str, str], region_code: str | None, *, gives_way: bool) -> dict[str, str]:
    """The address `here` with another "uw regio", or with none; a region that is looked at may give way to it."""
    gone = {REGION, *([CHOSEN] if gives_way else [])}
    rest = {key: value for key, value in here.items() if key not in gone}
    return {REGION: region_code, **rest} if region_code else rest


def drop_foreign(page: str) -> None:
    """Takes from the address what belongs to another page than the one at `page`, and says so."""
    every = {key for other in PAGES for key in own_keys(other.address)}
    foreign = [key for key in st.query_params.to_dict() if key in every - own_keys(page) - {*GOES_ALONG, FIND}]
    if foreign:
        what = words_of_keys(foreign)
        link_faults.say(f"De link noemt iets dat niet bij deze pagina hoort: {what}. Dat is weggelaten.", st.info)
        write_link(dict.fromkeys(foreign))


def write_link(values: Mapping[str, str | None]) -> None:
    """Address that leads back to this view: sets each key, or removes it where the value is None.

    All at once: every writing is a step for the browser's back button, and no step may hold half a view.
    """
    before = st.query_params.to_dict()
    after = {**before, **values}
    wanted = {key: value for key, value in after.items() if value is not None}
    if wanted != before:
        st.query_params.from_dict(wanted)


def keep(page: str, values: Mapping[str, str]) -> None:
    """State that a visit keeps for a page, as its address holds it: the menu's link to the page leads back to it.

    Without these keys the page would add them to its address on arrival, which is a step that the visitor did not make.
    """
    st.session_state.setdefault(_KEPT, {})[page] = dict(values)


def kept(page: str) -> dict[str, str]:
    """Keys of the address that lead back to the state that the visit keeps for a page."""
    found: dict[str, dict[str, str]] = st.session_state.get(_KEPT, {})
    return found.get(page, {})


def leave_out(page: str, what: str | None) -> None:
    """Says what is shown on a page now that its address cannot hold, as an item of a list; None where it holds all."""
    st.session_state.setdefault(_LEFT_OUT, {})[page] = what


def left_out(page: str) -> list[str]:
    """What is shown on a page that its address cannot hold."""
    said: dict[str, str | None] = st.session_state.get(_LEFT_OUT, {})
    what = said.get(page)
    return [what] if what else []
