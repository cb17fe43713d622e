"""Every known fault and gap of the documents, and how the app treats it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.entry_list import Entry, EntryGroup, Look, show_entries
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns
from components.look.table import show_downloads
from components.look.words import capitalised
from components.sources.choices import KIND, choose_document, document_name
from model.site.site_map import DOCUMENT_KEYS

KINDS = {
    "tegenspraak": "Tegenspraak",
    "verloren": "Verloren",
    "ontbreekt": "Ontbreekt",
    "drukfout": "Drukfout",
    "onduidelijk": "Onduidelijk",
}
_MEANINGS = (
    "Tegenspraak: de bron zegt twee dingen. Verloren: het stond in het document, maar ging weg bij het omzetten naar "
    "tekst. "
    "Ontbreekt: de bron zegt het niet. Drukfout: verkeerd getypt of geplaatst. Onduidelijk: op meer manieren te lezen."
)
_SOURCE = "Bron: de vijf documenten, gelezen door Schaalwijzer Jeugd; oordeel over fouten: eigen bewerking."


@guarded_fragment
def show_faults(visit: Visit) -> None:
    """Faults of the chosen document and kind, with a filter."""
    faults = loading.table("source_faults")
    st.markdown(
        f"Geen document is foutloos. Dit zijn de **{len(faults)}** fouten en leemten die bij het lezen opvielen, en "
        "hoe de "
        "app met elk ervan omgaat.",
        help=_MEANINGS,
    )
    per_file = faults["source_file"].value_counts()
    document = choose_document({key: int(per_file.get(file, 0)) for file, key in DOCUMENT_KEYS.items()})
    of_document = faults if document is None else faults[faults["source_file"].map(DOCUMENT_KEYS) == document]
    per_kind = of_document["fault_kind"].value_counts()
    names = {kind: f"{name} ({per_kind.get(kind, 0)})" for kind, name in KINDS.items()}
    kind = linked_filter(KIND, names, "Soort", "een soort fout")
    shown = of_document if kind is None else of_document[of_document["fault_kind"] == kind]
    if shown.empty:
        st.info("Van deze soort is in dit document niets bekend.")
        return
    show_entries(
        [EntryGroup("", tuple(_entry(row) for row in shown.to_dict("records")))],
        Look("Filter op woorden", "fouten en leemten", layout="wide plain"),
        key="faults",
        mine=visit.region_code,
    )
    st.caption(_SOURCE)
    show_downloads(lambda: faults_table(shown), "fouten-en-leemten", _SOURCE)


def faults_table(faults: pd.DataFrame) -> pd.DataFrame:
    """One row per fault, with the words of the screen."""
    return pd.DataFrame(
        {
            "Code": faults["fault_code"],
            "Document": faults["source_file"].map(document_name),
            "Soort": faults["fault_kind"],
            "Wat er aan de hand is": _in_words(faults, "what"),
            "Hoe de app ermee omgaat": _in_words(faults, "treatment"),
            **place_columns(loading.citations().of_rows("source_faults", faults)),
        }
    )


def _in_words(faults: pd.DataFrame, column: str) -> list[str]:
    in_words = loading.citations().in_words
    return [in_words(text, file) for text, file in zip(faults[column], faults["source_file"], strict=True)]


def _entry(row: dict[str, object]) -> Entry:
    place = loading.citations().of_row("source_faults", row)
    file, in_words = str(row["source_file"]), loading.citations().in_words
    return Entry(
        in_words(str(row["what"]), file),
        mark=KINDS[str(row["fault_kind"])],
        small=(in_words(str(row["treatment"]), file), f"Bron: {place.text} · {row['fault_code']}"),
        lines=place.lines,
        keywords=capitalised(str(row["fault_kind"])),
    )
