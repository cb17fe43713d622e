"""What each part of the page Bronnen says at an address, for hall, slide and note.

The word for sentences of a storyline is `onderdeel`, the name on the button.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from components.frame import loading
from components.look.about_file import PRODUCT, VERSION
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit import Exhibit, TableDrawing
from components.look.table_drawings import bars_in_words, count_bars, table_drawing, table_in_words
from components.look.words import capitalised, percent
from components.sources.accessibility import DEVIATIONS, status_table
from components.sources.choices import DOCUMENT, KIND, QUESTION, SINCE, TABLE, document_name
from components.sources.codebook import agreement_table, rules_table
from components.sources.data_dictionary import columns_table, tables_table
from components.sources.document_sections import sections_table
from components.sources.documents import sources_table
from components.sources.faults import KINDS, faults_table
from components.sources.terms import TERM, terms_table
from model.dataset.registry import TABLES
from model.regions.agreement import agreement_per_question
from model.regions.governance import EVERY_QUESTION, QUESTION_WORDS
from model.regions.mergers import PLAN_YEAR, gone_per_year
from model.site.changelog import CHANGELOG, changed_results
from model.site.publisher import STATUSES, Publisher
from model.site.search_entries import slug
from model.site.site_map import DOCUMENT_KEYS, PART, SOURCE_PARTS

Query = Mapping[str, str]
_OWN_SOURCE = f"Bron: eigen overzicht van {PRODUCT}."
_READ_SOURCE = f"Bron: de vijf documenten, gelezen door {PRODUCT}; eigen bewerking."


def exhibit_of(query: Query) -> Exhibit:
    """What the part at this address says; an unknown part stands for the first."""
    parts = {part.key: part for part in SOURCE_PARTS}
    part = parts.get(query.get(PART, ""), SOURCE_PARTS[0])
    said = _EXHIBITS[part.key](query)
    return replace(said, words={**said.words, "onderdeel": part.name})


def _documents(query: Query) -> Exhibit:
    table = sources_table()
    return _tabled(
        f"De app steunt op {len(DOCUMENT_KEYS)} openbare documenten en één kaart",
        "Elk gegeven noemt zijn vindplaats. De inventarisatie heeft 41 genummerde profielen; nummer 34 gaat over twee "
        "regio's. Zo zijn het er 42.",
        _OWN_SOURCE,
        table_drawing(table, ("Titel", "Maker", "Datum", "Gebruikt voor")),
    )


def _faults(query: Query) -> Exhibit:
    faults = loading.table("source_faults")
    of_document = _of_document(faults, query)
    kind = query.get(KIND)
    title = f"{len(faults)} fouten en leemten in de documenten, elk met hoe de app ermee omgaat"
    if len(of_document) == len(faults) and kind not in KINDS:
        counts = faults["fault_kind"].value_counts()
        bars = count_bars({name: int(counts.get(code, 0)) for code, name in KINDS.items()}, "fouten en leemten")
        sentence = "Geen document is foutloos: dit viel op bij het lezen."
        return Exhibit(title, sentence, _READ_SOURCE, bars_in_words(bars), drawing=bars)
    shown = of_document[of_document["fault_kind"] == kind] if kind in KINDS else of_document
    drawing = table_drawing(faults_table(shown), ("Document", "Wat er aan de hand is", "Hoe de app ermee omgaat"))
    return _tabled(title, f"Hier staan er {len(shown)}.", _READ_SOURCE, drawing)


def _of_document(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """Rows of the document that the address names; all where it names none."""
    files = {key: file for file, key in DOCUMENT_KEYS.items()}
    file = files.get(query.get(DOCUMENT, ""))
    return rows if file is None else rows[rows["source_file"] == file]


def _moved(query: Query) -> Exhibit:
    changes = loading.table("boundary_changes").drop_duplicates("municipality")
    after = PLAN_YEAR if query.get(SINCE) == str(PLAN_YEAR) else 2013
    counts = gone_per_year(loading.table("municipality_names"), after)
    bars = count_bars({str(row.year): int(row.count) for row in counts.itertuples(index=False)}, "gemeenten van 2013")
    return Exhibit(
        f"Sinds 2013 wisselden {len(changes)} gemeenten van jeugdregio",
        f"Na 1 januari {after} waren er {int(counts['count'].sum())} veranderingen: "
        "een gemeente van 2013 fuseerde, werd gesplitst of hernoemd.",
        "Bron: officiële lijsten en herindelingen van gemeenten, 2013 tot 2026; eigen bewerking.",
        bars_in_words(bars),
        drawing=bars,
    )


def _codebook(query: Query) -> Exhibit:
    question = query.get(QUESTION)
    agreement = agreement_per_question(loading.table("governance_readings"))["equal_pct"]
    title = (
        f"Twee lezers waren het per vraag over {percent(agreement.min())} tot {percent(agreement.max())} "
        "van de antwoorden eens"
    )
    sentence = "Zij codeerden alle 42 profielen, zonder elkaars werk of de eerdere codes te zien."
    if question in QUESTION_WORDS or question == EVERY_QUESTION:
        name = QUESTION_WORDS.get(str(question), "alle vragen")
        drawing = table_drawing(rules_table(str(question)), ("Antwoord", "Geldt als", "Grensgeval"))
        return _tabled(f"Codeboek: {name}", sentence, f"Bron: codeboek van {PRODUCT}.", drawing)
    drawing = table_drawing(agreement_table(), ("Vraag", "Antwoorden", "Gelijk", "Kappa"))
    return _tabled(title, sentence, INVENTORY_CREDIT, drawing)


def _terms(query: Query) -> Exhibit:
    glossary = loading.table("glossary")
    source = f"Bron: woordenlijst van {PRODUCT}, in eigen woorden."
    asked = glossary[glossary["term"].map(slug) == query.get(TERM, "")]
    if len(asked):
        row = asked.iloc[0]
        return Exhibit(capitalised(str(row["term"])), str(row["explanation"]), source, str(row["explanation"]))
    drawing = table_drawing(terms_table(), ("Begrip", "Uitleg"))
    return _tabled(f"{len(glossary)} begrippen in gewone woorden", "Elk begrip noemt zijn herkomst.", source, drawing)


def _dictionary(query: Query) -> Exhibit:
    source = f"Bron: datawoordenboek van {PRODUCT}."
    name = query.get(TABLE, "")
    if name in TABLES:
        columns = columns_table(name)
        drawing = table_drawing(columns, ("Kolom", "Betekenis", "Eenheid"))
        return _tabled(f"Tabel {name}: {len(columns)} kolommen", TABLES[name].description, source, drawing)
    return _tabled(
        f"{len(TABLES)} tabellen, met wat elke kolom betekent",
        "De app leest alles uit deze tabellen.",
        source,
        table_drawing(tables_table(), ("Tabel", "Wat erin staat", "Rijen")),
    )


def _downloads(query: Query) -> Exhibit:
    drawing = table_drawing(tables_table(), ("Tabel", "Wat erin staat", "Rijen"))
    return _tabled(
        f"Alle {len(TABLES)} tabellen en de kaart zijn vrij te gebruiken, met naamsvermelding",
        "Als CSV, XLSX en Parquet, de kaart als GeoJSON, en alles in één zip (CC BY 4.0).",
        _OWN_SOURCE,
        drawing,
    )


def _whereabouts(query: Query) -> Exhibit:
    sections = loading.table("document_sections")
    out = int(sections["app_place"].isna().sum())
    shown = _of_document(sections, query)
    title = f"Van de {len(sections)} onderdelen van de documenten staan er {len(sections) - out} in de app"
    sentence = f"{out} onderdelen staan er niet in, elk met de reden."
    if len(shown) < len(sections):
        drawing = table_drawing(sections_table(shown), ("Onderdeel", "Plaats in de app", "Waarom niet in de app"))
        return _tabled(title, sentence, _READ_SOURCE, drawing)
    counts = sections["source_file"].value_counts()
    names = {capitalised(document_name(file)): int(counts.get(file, 0)) for file in DOCUMENT_KEYS}
    bars = count_bars(names, "onderdelen")
    return Exhibit(title, sentence, _READ_SOURCE, bars_in_words(bars), drawing=bars)


def _accessibility(query: Query) -> Exhibit:
    status = Publisher.from_environment(os.environ).status(date.today())
    drawing = TableDrawing(
        ("Bekende afwijking", "Waar", "Wat ervoor in de plaats is"),
        tuple((item.criterion, item.where, item.alternative) for item in DEVIATIONS),
    )
    meaning = status_table().set_index("Status")["Wat dat vraagt"][status]
    return _tabled(f"Toegankelijkheid: status {status}, {STATUSES[status]}", meaning, _OWN_SOURCE, drawing)


def _account(query: Query) -> Exhibit:
    try:
        changes = changed_results(CHANGELOG.read_text(encoding="utf8"))
    except OSError:
        changes = ["Onbekend: de lijst van veranderingen ontbreekt bij deze installatie."]
    drawing = TableDrawing(("Veranderde uitkomsten",), tuple((change,) for change in changes or ["Geen."]))
    return _tabled(
        f"{PRODUCT}, versie {VERSION}",
        "De code valt onder de EUPL-1.2, de gegevens onder CC BY 4.0. De app plaatst zelf geen cookies.",
        _OWN_SOURCE,
        drawing,
    )


def _tabled(title: str, sentence: str, source: str, drawing: TableDrawing) -> Exhibit:
    return Exhibit(title, sentence, source, table_in_words(drawing), drawing=drawing)


_EXHIBITS: Mapping[str, Callable[[Query], Exhibit]] = {
    "documenten": _documents,
    "fouten": _faults,
    "verschoven": _moved,
    "codeboek": _codebook,
    "begrippen": _terms,
    "datawoordenboek": _dictionary,
    "downloads": _downloads,
    "waar": _whereabouts,
    "toegankelijkheid": _accessibility,
    "verantwoording": _account,
}
"""What each part of the site map says."""
