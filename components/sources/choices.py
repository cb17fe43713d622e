"""Choices within a part of the page Bronnen: a document, a kind of fault, a table, a year; each kept in the address."""

from __future__ import annotations

from collections.abc import Mapping

from components.frame import loading
from components.frame.linked_choice import linked_filter
from components.look.words import capitalised
from model.site.site_map import DOCUMENT_KEYS, DOCUMENT_NAMES, source_part

DOCUMENT, KIND = source_part("fouten").parameters
(TABLE,) = source_part("datawoordenboek").parameters
(SINCE,) = source_part("verschoven").parameters
(QUESTION,) = source_part("codeboek").parameters


def choose_document(counts: Mapping[str, int]) -> str | None:
    """Buttons for the documents with a count each; the key of the chosen one, or None for all."""
    names = {key: f"{capitalised(DOCUMENT_NAMES[key])} ({count})" for key, count in counts.items()}
    return linked_filter(DOCUMENT, names, "Document", "een document")


def choose_table(names: Mapping[str, str], label: str) -> str | None:
    """List of tables, with all of them first; the chosen one, or None for all."""
    return linked_filter(TABLE, names, label, "een tabel", every="Alle tabellen", as_list=True)


def document_name(source_file: str) -> str:
    """Short name of a document, or of the map."""
    return DOCUMENT_NAMES[DOCUMENT_KEYS[source_file]] if source_file in DOCUMENT_KEYS else "kaart 2017"


def source_rows() -> list[dict[str, str]]:
    """Rows of the table of sources: documents in the order of the screen, then the map."""
    order = list(DOCUMENT_KEYS)
    rows: list[dict[str, str]] = loading.table("sources").to_dict("records")
    return sorted(rows, key=lambda row: order.index(row["source_file"]) if row["source_file"] in order else len(order))
