"""Documents behind the app: what each is, what was used of it, and how it was read."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.page import LINK_ICON, Visit, guarded_fragment
from components.frame.region_links import address_keys
from components.look.table import show_downloads, show_table
from components.look.words import number, plain
from components.sources.choices import source_rows
from model.site.site_map import BACKGROUND_OF_FILE, DOCUMENT_KEYS, AppLink, source_link

_OPENS = {"001_5833ac47ade829ca.txt": AppLink("Bekijk op de kaart", "kaart")}

_FILE = "Teksteditie of kaartbestand"

_EDITION = """
De documenten zijn pdf's. Om ze te lezen en na te rekenen, is de tekst van elke pdf overgenomen in een bestand met
genummerde regels: de **teksteditie**. Een vindplaats in deze app noemt eerst waar u in het document zelf kijkt. Het
regelnummer van de teksteditie staat erachter voor wie erom vraagt: achter het vraagteken, na een klik op de vindplaats,
met de knop onder een tabel, en in elk gedownload bestand.

Nummers van profielen, hoofdstukken, tabellen en vragen zijn die van het document; koppen zijn in eigen woorden. Bij het
overnemen gingen kleuren, kolommen en de plaats op de bladzijde verloren. De tekstedities zelf zitten niet in de app,
want er staan namen van personen in.
"""


def show_documents(visit: Visit) -> None:
    """A card per document, how the documents were read, and the same as a table."""
    st.markdown(
        "De app steunt op vijf openbare documenten en één kaart. Elk gegeven noemt zijn vindplaats: document, profiel "
        "of hoofdstuk, tabel of vraag, zoals u die in het document zelf opzoekt."
    )
    rows = source_rows()
    for pair in (rows[i : i + 2] for i in range(0, len(rows), 2)):
        for column, row in zip(st.columns(2), pair, strict=False):
            with column.container(border=True, height="stretch"):
                _show_card(row, visit)
    st.header("Wat is de teksteditie?", anchor=False)
    st.markdown(_EDITION)
    st.header("Hoe is er gelezen?", anchor=False)
    _show_method()
    _show_as_table(visit)


def sources_table() -> pd.DataFrame:
    """One row per source, with the words of the screen."""
    columns = {
        "title": "Titel",
        "producer": "Maker",
        "date": "Datum",
        "licence": "Licentie",
        "used_for": "Gebruikt voor",
    }
    table = pd.DataFrame(source_rows())
    return table[[*columns, "source_file"]].rename(columns={**columns, "source_file": _FILE})


def _show_card(row: dict[str, str], visit: Visit) -> None:
    file = row["source_file"]
    st.markdown(
        f"**{plain(row['title'])}**  \n{plain(row['producer'])} · {plain(row['date'])}\n\n"
        f"**Gebruikt voor:** {_lower_first(plain(row['used_for']))}.\n\n"
        f"{plain(row['licence'])}.{_counts(file, named=not visit.on_stage)}"
    )
    with st.container(horizontal=True):
        for link in _links(file):
            st.page_link(
                f"pages/{link.page}.py",
                label=link.label,
                icon=LINK_ICON,
                query_params=address_keys(link, visit.region_code),
            )


def _links(file: str) -> list[AppLink]:
    if file not in DOCUMENT_KEYS:
        return []
    background = (
        [AppLink("Bekijk in Achtergrond", "achtergrond", (("document", BACKGROUND_OF_FILE[file]),))]
        if file in BACKGROUND_OF_FILE
        else []
    )
    opens = [_OPENS[file]] if file in _OPENS else []
    key = DOCUMENT_KEYS[file]
    return [
        *opens,
        *background,
        source_link("waar", "Wat staat waar", bron=key),
        source_link("fouten", "Fouten", bron=key),
    ]


def _counts(file: str, *, named: bool) -> str:
    """How long the document is, and how many faults and gaps are known of it; a hall has no use for a file's name."""
    if file not in DOCUMENT_KEYS:
        return " Vereenvoudigd tot lijnen die snel laden."
    sections, faults = loading.table("document_sections"), loading.table("source_faults")
    last_line = int(sections.loc[sections["source_file"] == file, "line_to"].max())
    known = int((faults["source_file"] == file).sum())
    edition = f"Teksteditie `{file}`, {number(last_line)} regels" if named else f"{number(last_line)} regels tekst"
    return f" {edition}. {number(known)} bekende fouten en leemten."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _show_method() -> None:
    steps = {
        "Twee keer gelezen": "Elke tabel is twee keer gelezen, door lezers die elkaars lezing niet zagen. Waar zij "
        "verschilden, is "
        "de bron opnieuw bekeken. Blijft een antwoord onzeker, dan staat de zekerheid op laag.",
        "In eigen woorden": "Feiten en cijfers komen uit de bron, de uitleg niet: die is in eigen woorden. Namen van "
        "personen "
        "staan er niet in.",
        "Onbekend blijft onbekend": "Wat een document niet zegt, is niet ingevuld. Er staat dan “onbekend”, nooit "
        "een nul.",
        "Elke keer gecontroleerd": "Bij elke wijziging lopen er controles: 42 regio's, 462 keuzes, 408 gemeenten, "
        "geen gemeente "
        "dubbel, totalen zoals gedrukt, en geen verwijzing naar iets dat niet bestaat.",
    }
    for column, (heading, text) in zip(st.columns(len(steps)), steps.items(), strict=True):
        column.markdown(f"**{heading}**  \n{text}")


@guarded_fragment
def _show_as_table(visit: Visit) -> None:
    table: Any = st.expander("Dezelfde gegevens als tabel", key="sources_as_table", on_change="rerun")
    if table.open:
        with table:
            table_of_sources = sources_table()
            if visit.on_stage:
                table_of_sources = table_of_sources.drop(columns=_FILE)
            show_table(table_of_sources, "Bronnen van de app", key="sources_rows")
            show_downloads(sources_table, "bronnen", "Bron: eigen overzicht van Schaalwijzer Jeugd.")
