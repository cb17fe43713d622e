"""Where a figure comes from, on the screen: the credit line of the inventory, and a place in a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from components.look.words import capitalised, listed, plain
from model.site.citation import Citation, edition_words

SHAPES_CREDIT = "Grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt."
INVENTORY_CREDIT = (
    "Bron: inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013. "
    "Grenzen: jeugdregio's 2017, © CBS/Kadaster, CC BY 4.0, bewerkt."
)
"""Credit of the choices and the borders, under every picture of them and in every file."""

PLACE, FIRST_LINE, LAST_LINE = "Vindplaats", "Regel van", "Regel tot"
"""Headings of the columns that say where a row stands."""
LINES = (FIRST_LINE, LAST_LINE)
"""Columns with lines of the text edition: in every file, and on the screen for who asks for them."""

_EDITION = "De teksteditie is de tekst van het document met genummerde regels; zie Bronnen, Documenten en werkwijze."


def place_columns(citations: Sequence[Citation]) -> dict[str, list[str] | list[int]]:
    """Columns for a table: the place of each row in words, and its lines in the text edition."""
    return {
        PLACE: [item.text for item in citations],
        FIRST_LINE: [item.line_from for item in citations],
        LAST_LINE: [item.line_to for item in citations],
    }


def cited_together(citations: Iterable[Citation]) -> str:
    """Places one after another, each document named once and no place twice.

    >>> a = Citation("Plan 2019", "paragraaf 2a", "", "", "paragraaf 2a", 1, 2)
    >>> b = Citation("Plan 2019", "paragraaf 2b", "", "", "paragraaf 2b", 3, 3)
    >>> cited_together([a, b, a])
    'Plan 2019, paragraaf 2a en paragraaf 2b'
    """
    return _together((item.document, item.place) for item in citations)


def cited_briefly(citations: Iterable[Citation]) -> str:
    """The same with the shortest name of each place: "Plan 2019, paragraaf 2a en paragraaf 2b"."""
    return _together((item.document, item.mark) for item in citations)


def _together(places: Iterable[tuple[str, str]]) -> str:
    by_document: dict[str, dict[str, None]] = {}
    for document, place in places:
        by_document.setdefault(document, {})[place] = None
    return "; ".join(f"{document}, {listed(named)}" for document, named in by_document.items())


def edition_help(citations: Iterable[Citation]) -> str:
    """Lines of the text edition, for the tooltip beside a place."""
    lines = list(dict.fromkeys(item.lines for item in citations))
    said = capitalised(edition_words(lines[0])) if len(lines) == 1 else f"Regels van de teksteditie: {'; '.join(lines)}"
    return f"{said}. {_EDITION}"


def show_place(*citations: Citation, after: str = "") -> None:
    """Line with the place of what stands above it; the lines of the text edition are in its tooltip."""
    said = f"Bron: {plain(cited_together(citations))}."
    st.caption(f"{said} {after}".rstrip(), help=edition_help(citations))
