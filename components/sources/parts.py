"""Which part of the page Bronnen is shown: chosen in a row of buttons, kept in the address."""

from __future__ import annotations

from components.frame import links
from components.frame.linked_parts import DrawnPart, chosen_key, drawn
from components.sources.accessibility import show_accessibility
from components.sources.accountability import show_account
from components.sources.codebook import show_codebook
from components.sources.data_dictionary import show_data_dictionary
from components.sources.document_sections import show_whereabouts
from components.sources.documents import show_documents
from components.sources.downloads import show_downloads_of_all
from components.sources.faults import show_faults
from components.sources.moved import show_moved
from components.sources.terms import show_terms
from model.site.site_map import PART, SOURCE_PARTS

PARTS = drawn(
    SOURCE_PARTS,
    {
        "documenten": show_documents,
        "fouten": show_faults,
        "verschoven": show_moved,
        "codeboek": show_codebook,
        "begrippen": show_terms,
        "datawoordenboek": show_data_dictionary,
        "downloads": show_downloads_of_all,
        "waar": show_whereabouts,
        "toegankelijkheid": show_accessibility,
        "verantwoording": show_account,
    },
)
"""Parts by their key in the address, in the order of the screen."""


def chosen_source_part() -> DrawnPart:
    """The part that the address names, or the first; choosing another one ends a search and lets go of its keys."""
    after = dict.fromkeys([links.SEARCH, *(key for part in PARTS.values() for key in part.parameters)])
    names = {key: part.name for key, part in PARTS.items()}
    return PARTS[chosen_key(PART, names, "Onderdeel van Bronnen", after)]


def opened_source_part() -> DrawnPart:
    """The part that the address names, or the first, without buttons: on stage nobody chooses another one."""
    return PARTS[links.from_link(PART, PARTS, "een onderdeel") or next(iter(PARTS))]
