"""Which part of the page Bronnen is shown: chosen in a row of buttons, kept in the address."""

from __future__ import annotations

from components.frame import links
from components.frame.linked_parts import PART, Part, chosen_key
from components.sources.accountability import show_account
from components.sources.choices import DOCUMENT, KIND, SINCE, TABLE
from components.sources.data_dictionary import show_data_dictionary
from components.sources.document_sections import show_whereabouts
from components.sources.documents import show_documents
from components.sources.downloads import show_downloads_of_all
from components.sources.faults import show_faults
from components.sources.moved import show_moved
from components.sources.terms import TERM, show_terms
from model.site.search_entries import SOURCE_VIEWS

_SHOWN = {
    "documenten": (show_documents, ()),
    "fouten": (show_faults, (DOCUMENT, KIND)),
    "verschoven": (show_moved, (SINCE,)),
    "begrippen": (show_terms, (TERM,)),
    "datawoordenboek": (show_data_dictionary, (TABLE,)),
    "downloads": (show_downloads_of_all, (TABLE,)),
    "waar": (show_whereabouts, (DOCUMENT,)),
    "verantwoording": (show_account, ()),
}
PARTS = {key: Part(SOURCE_VIEWS[key][0], show, keys) for key, (show, keys) in _SHOWN.items()}
"""Parts by their key in the address, in the order of the screen."""


def chosen_source_part() -> Part:
    """The part that the address names, or the first; choosing another one ends a search and lets go of its keys."""
    gone_with_it = {links.SEARCH, *(key for part in PARTS.values() for key in part.keys)}
    names = {key: part.name for key, part in PARTS.items()}
    return PARTS[chosen_key(PART, names, "Onderdeel van Bronnen", gone_with_it)]
