"""State in the address: every view is a link, short in keys and values; what it cannot mean is said, not guessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from components.look.words import as_typed
from model.site.site_map import ALL, CHOSEN, LAYER, REGION, SEARCH, TASK

__all__ = ["ALL", "CHOSEN", "LAYER", "NOBODY", "REGION", "SEARCH", "TASK", "from_link", "keep", "kept", "write_link"]

NOBODY = "geen"
"""Instead of a region that is looked at: none, also where a page would otherwise show "mijn regio"."""

_KEPT = "kept_in_links"

_NEUTER = {"begrip", "document", "dilemma", "hoofdstuk", "jaar", "onderdeel", "onderwerp", "stuk", "thema"}
"""Words with "het" among the things that a link names."""


def from_link(key: str, allowed: Collection[str], what: str) -> str | None:
    """Value of `key` in the address, or None where it is absent or unknown; an unknown one is said on the page."""
    value = st.query_params.get(key)
    if value is None or value in allowed:
        return value
    which = "dat" if what.removeprefix("een ") in _NEUTER else "die"
    st.warning(
        f"De link noemt {what} {which} niet bestaat: {as_typed(value[:40])}. Kies opnieuw; de rest van de pagina werkt."
    )
    return None


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
