"""What can be found in the app: one entry per term, region, municipality, task, measure, and row of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from model.dataset.registry import TABLES
from model.notation import listed
from model.regions.name_search import fold
from model.site.citation import Citations
from model.site.search_index import SearchEntry
from model.site.site_map import (
    BACKGROUND,
    BACKGROUND_OF_FILE,
    DOCUMENT_KEYS,
    PAGES,
    SOURCE_PARTS,
    AppLink,
    at_item,
    background_link,
    links_of,
    region_link,
    source_link,
    topic_key,
)

Tables = Callable[[str], pd.DataFrame]
"""Gives a table of the dataset by its name."""

_TIMELINES = {"rotterdam": "tijdlijn", "zhz": "feiten", "rijnland": "besluiten"}
_OPENS = {
    "assignments": ("opgave", "assignment_code"),
    "dilemmas": ("d", "dilemma_code"),
    "steering_scales": ("stuk", "steering_code"),
    "care_volumes": ("tabel", "table_number"),
}
"""Tables of which a row can be opened on the page Achtergrond: key in the address, and the column with its value."""


def slug(text: str) -> str:
    """Text as a key in an address.

    >>> slug("band van P10 tot P90")
    'band-van-p10-tot-p90'
    """
    return fold(text).replace(" ", "-")


def search_entries(tables: Tables) -> list[SearchEntry]:
    """Every entry, most asked for kinds first; `tables` gives the tables of the dataset by name."""
    regions, citations = tables("regions"), Citations(tables)
    names = dict(zip(regions["region_code"], regions["name"], strict=True))
    return [
        *_terms(tables("glossary")),
        *_regions(regions),
        *_municipalities(tables("municipality_names"), names),
        *_tasks(tables("tasks")),
        *_measures(tables("measures"), citations),
        *_views(),
        *_of_documents(tables, citations),
        *_statements(tables("statements"), citations),
        *_facts(tables("facts"), citations),
        *_sections(tables("document_sections"), {name: code for code, name in names.items()}, citations),
        *_faults(tables("source_faults"), citations),
        *_data_tables(),
    ]


def _terms(glossary: pd.DataFrame) -> Iterator[SearchEntry]:
    for row in glossary.itertuples():
        link = source_link("begrippen", begrip=slug(str(row.term)))
        yield SearchEntry("Begrip", str(row.term), str(row.explanation), (link,), tuple(_listed(row.variants)))


def _regions(regions: pd.DataFrame) -> Iterator[SearchEntry]:
    for row in regions.itertuples():
        code, name = str(row.region_code), str(row.name)
        links = (region_link(code, name), AppLink("Kaart", "kaart", region_code=code))
        text = f"Jeugdregio in {row.province}, profiel {row.profile} van de inventarisatie."
        yield SearchEntry("Regio", name, text, links, (str(row.name_cbs), code))


def _municipalities(names: pd.DataFrame, regions: Mapping[str, str]) -> Iterator[SearchEntry]:
    for (name, code), rows in names.groupby(["search_name", "region_code"], sort=False):
        region = regions[code]
        what = f"{listed(dict.fromkeys(rows['kind'])).capitalize()}; hoorde in 2013 bij jeugdregio {region}"
        in_2013 = list(dict.fromkeys(rows["municipality"]))
        those = f"{'gemeente' if len(in_2013) == 1 else 'gemeenten'} {listed(in_2013)}"
        text = f"{what}." if in_2013 == [name] else f"{what}, {those}."
        yield SearchEntry("Gemeente of plaats", name, text, (region_link(code, region),))


def _tasks(tasks: pd.DataFrame) -> Iterator[SearchEntry]:
    for row in tasks.itertuples():
        keys = (("taak", str(row.task_code)),)
        links = (AppLink("Kaart", "kaart", keys), AppLink("Vergelijking", "vergelijking", keys))
        variants = (str(row.short_name), str(row.name_source), str(row.task_code))
        yield SearchEntry("Taak", str(row.name), str(row.explanation), links, variants)


def _measures(measures: pd.DataFrame, citations: Citations) -> Iterator[SearchEntry]:
    page = AppLink("Doorrekening", "doorrekening")
    for row in measures.itertuples():
        link = at_item(page, str(row.name))
        said = (f"Maatregel {row.measure_code}, {row.category}.", _text(row.condition), _text(row.risk))
        text = " ".join(filter(None, said))
        place = citations.of_row("measures", row)
        yield SearchEntry("Maatregel", str(row.name), text, (link,), (f"maatregel {row.measure_code}",), place)


def _views() -> Iterator[SearchEntry]:
    for page in PAGES:
        if page.about:
            yield SearchEntry("Pagina", page.name, page.about, (AppLink(page.name, page.address),))
    for part in SOURCE_PARTS:
        yield SearchEntry("Pagina", part.name, part.about, (source_link(part.key),))
    for document in BACKGROUND:
        for part in document.parts:
            if part.about:
                yield SearchEntry("Pagina", part.name, part.about, (background_link(document.key, part.key),))


def _of_documents(tables: Tables, citations: Citations) -> Iterator[SearchEntry]:
    """Rows that stand in one part of the page Achtergrond."""
    # Table, kind, column with the name, columns with what is said, document, part.
    described: tuple[tuple[str, str, str, tuple[str, ...], str, str], ...] = (
        ("assignments", "Opgave", "name", ("theme", "subtopics", "reason"), "rotterdam", "opgaven"),
        ("scale_criteria", "Criterium", "name", ("argument_up", "argument_down"), "rotterdam", "schaalafweging"),
        ("dilemmas", "Dilemma", "name", ("pole_left", "pole_right", "chosen_direction"), "zhz", "dilemmas"),
        ("framework_scales", "Schaaltabel", "name", ("role_text", "escape"), "zhz", "schaaltabel"),
        ("ceilings", "Scenario", "name", ("meaning", "verdict"), "zhz", "scenarios"),
        ("governance_bodies", "Wie doet wat", "body", ("duty",), "zhz", "wie-doet-wat"),
        ("activities", "Planning en termijnen", "activity", ("party",), "zhz", "planning"),
        (
            "steering_scales",
            "Sturing en uitvoering",
            "name",
            ("steering_gist", "execution_gist"),
            "rijnland",
            "sturing",
        ),
        ("cost_sharing", "Kosten delen", "name", ("meaning", "how_paid"), "rijnland", "solidariteit"),
        ("care_volumes", "Aantal", "care_type", ("counted", "table_number"), "rijnland", "aantallen"),
        ("intentions", "Voornemen", "intention", ("chapter", "due_text"), "rijnland", "besluiten"),
        ("pilots", "Proeftuin", "theme", ("kind", "subtopics"), "rotterdam", "proeftuinen"),
        ("national_budget", "Geld", "domain", ("frame", "trajectory_text"), "rotterdam", "geld"),
        ("programme_budget", "Geld", "item", ("arithmetic",), "rotterdam", "geld"),
    )
    for name, kind, title, texts, document, part in described:
        for row in _distinct(tables(name), title, texts):
            key, column = _OPENS.get(name, ("", ""))
            view = background_link(document, part, **({key: str(row[column])} if key else {}))
            text = " · ".join(said for each in texts if (said := _with_unit(each, _text(row.get(each)))))
            place = citations.of_row(name, row)
            name_in_words = citations.in_words(str(row[title]), row["source_file"])
            yield SearchEntry(kind, name_in_words, text, (at_item(view, name_in_words),), citation=place)
    for row in tables("events").to_dict("records"):
        document = BACKGROUND_OF_FILE[row["source_file"]]
        link = at_item(background_link(document, _TIMELINES[document]), str(row["event"]))
        place = citations.of_row("events", row)
        yield SearchEntry("Planning en termijnen", str(row["event"]), _text(row["date_text"]), (link,), citation=place)


def _statements(statements: pd.DataFrame, citations: Citations) -> Iterator[SearchEntry]:
    for row in statements.itertuples():
        view = background_link(BACKGROUND_OF_FILE[str(row.source_file)], "lijsten", lijst=str(row.list_code))
        link = at_item(view, str(row.statement))
        place = citations.of_row("statements", row)
        yield SearchEntry("Regel uit een lijst", str(row.statement), str(row.list_name), (link,), citation=place)


def _facts(facts: pd.DataFrame, citations: Citations) -> Iterator[SearchEntry]:
    for row in facts.itertuples():
        document = BACKGROUND_OF_FILE[str(row.source_file)]
        link = at_item(background_link(document, "feiten", onderwerp=topic_key(str(row.topic))), str(row.fact))
        place = citations.of_row("facts", row)
        yield SearchEntry("Feit", str(row.fact), str(row.topic), (link,), citation=place)


def _sections(sections: pd.DataFrame, region_codes: Mapping[str, str], citations: Citations) -> Iterator[SearchEntry]:
    for row in sections.itertuples():
        everything = at_item(source_link("waar", bron=DOCUMENT_KEYS[str(row.source_file)]), str(row.section))
        found = links_of(str(row.app_place), region_codes) if _text(row.app_place) else (everything,)
        text = _text(row.app_place) or f"Niet in de app: {_text(row.left_out_reason)}"
        place = citations.of_row("document_sections", row)
        yield SearchEntry("Onderdeel van een document", str(row.section), text, found, citation=place)


def _faults(faults: pd.DataFrame, citations: Citations) -> Iterator[SearchEntry]:
    for row in faults.itertuples():
        text = citations.in_words(f"{str(row.fault_kind).capitalize()}. {row.treatment}", str(row.source_file))
        what = citations.in_words(str(row.what), str(row.source_file))
        link = at_item(source_link("fouten", bron=DOCUMENT_KEYS[str(row.source_file)]), what)
        place = citations.of_row("source_faults", row)
        yield SearchEntry("Fout of leemte", what, text, (link,), (str(row.fault_code),), place)


def _data_tables() -> Iterator[SearchEntry]:
    for table in TABLES.values():
        link = source_link("datawoordenboek", tabel=table.name)
        yield SearchEntry("Tabel met gegevens", table.description.rstrip("."), table.name, (link,), (table.name,))


def _distinct(table: pd.DataFrame, title: str, texts: Iterable[str]) -> list[dict[str, Any]]:
    """Rows of which the name and the text differ from those before."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in table.to_dict("records"):
        rows.setdefault((str(row[title]), *(_text(row.get(column)) for column in texts)), row)
    return list(rows.values())


def _listed(values: Any) -> list[str]:
    return [] if values is None else [str(value) for value in values]


def _with_unit(column: str, said: str) -> str:
    """Text of a cell that would be a bare number with what it counts or numbers.

    >>> _with_unit("table_number", "1.6"), _with_unit("trajectory_text", "3.225"), _with_unit("theme", "Visie")
    ('tabel 1.6', '3.225 trajecten', 'Visie')
    """
    if not re.fullmatch(r"[\d.,]+", said):
        return said
    return {"table_number": f"tabel {said}", "trajectory_text": f"{said} trajecten"}.get(column, said)


def _text(value: Any) -> str:
    """Text of a cell; a list in words; an empty cell is an empty text."""
    if isinstance(value, str):
        return value
    if value is None or pd.api.types.is_scalar(value):
        return "" if value is None or pd.isna(value) else str(value)
    return ", ".join(_listed(value))
