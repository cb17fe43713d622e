"""Each section of each document: where in the app it stands, or why it was left out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.entry_list import Entry, EntryGroup, Look, show_entries
from components.frame.page import Visit, guarded_fragment
from components.look.citation import FIRST_LINE, LAST_LINE
from components.look.table import show_downloads
from components.look.words import capitalised
from components.sources.choices import choose_document, document_name
from model.site.citation import edition_words, line_range
from model.site.site_map import DOCUMENT_KEYS, AppLink, links_of

_SOURCE = "Bron: de vijf documenten, van de eerste tot de laatste regel ingedeeld door Schaalwijzer Jeugd."


@guarded_fragment
def show_whereabouts(visit: Visit) -> None:
    """Sections of the chosen document with links, in the order of the document."""
    sections = loading.table("document_sections")
    out = int(sections["app_place"].isna().sum())
    st.markdown(
        f"De documenten zijn van de eerste tot de laatste regel ingedeeld in **{len(sections)}** onderdelen. Daarvan "
        "staan er "
        f"**{len(sections) - out}** in de app en **{out}** niet, elk met de reden."
    )
    per_file = sections["source_file"].value_counts()
    document = choose_document({key: int(per_file.get(file, 0)) for file, key in DOCUMENT_KEYS.items()})
    files = {file: key for file, key in DOCUMENT_KEYS.items() if document in (None, key)}
    codes = {name: code for code, name in loading.region_names().items()}
    show_entries(
        [
            EntryGroup(
                capitalised(document_name(file)),
                tuple(_entry(row, codes) for row in sections[sections["source_file"] == file].to_dict("records")),
                0 if document else 5,
            )
            for file in files
        ],
        Look("Filter op onderdeel of plaats", "onderdelen", layout="wide"),
        key="whereabouts",
        mine=visit.region_code,
    )
    st.caption(_SOURCE)
    show_downloads(lambda: sections_table(sections[sections["source_file"].isin(files)]), "waar-staat-wat", _SOURCE)


def sections_table(sections: pd.DataFrame) -> pd.DataFrame:
    """One row per section, with the words of the screen."""
    return pd.DataFrame(
        {
            "Onderdeel": sections["section"],
            "Document": sections["source_file"].map(document_name),
            "Plaats in de app": sections["app_place"].fillna(""),
            "Waarom niet in de app": sections["left_out_reason"].fillna(""),
            FIRST_LINE: sections["line_from"],
            LAST_LINE: sections["line_to"],
        }
    )


def _entry(row: dict[str, object], codes: dict[str, str]) -> Entry:
    address = row["app_place"]
    found = _links(str(address), codes) if address else ()
    said = "" if found else str(address) if address else f"Niet in de app: {row['left_out_reason']}"
    return Entry(
        str(row["section"]),
        said=capitalised(edition_words(line_range(int(str(row["line_from"])), int(str(row["line_to"]))))),
        small=(said,),
        links=found,
        keywords=str(address or ""),
    )


def _links(address: str, codes: dict[str, str]) -> tuple[AppLink, ...]:
    """Links behind a written address; one that the app does not know has none, and its words still stand there."""
    try:
        return links_of(address, codes)
    except ValueError:
        return ()
