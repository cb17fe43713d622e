"""Site map: pages, their parts, and the keys of the address that each owns; menu, buttons and search are made of it.

Also a link to each view, and the views behind the written paths of `document_sections`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.what_if.link import LINK_KEYS

REGION, TASK, LAYER, CHOSEN, ALL, SEARCH = "regio", "taak", "kleur", "bekijk", "alle", "zoek"
DOCUMENT, PART, LIST, FIND = "document", "deel", "lijst", "vind"
PICTURE, SLIDERS = "beeld", "schuiven"
STAGE, STEP, HALL, EMBED = "presentatie", "stap", "zaal", "embed"
"""Keys of the address that more than one module reads. REGION, "uw regio", TASK, the task that goes along, and FIND,
the text of the item to land at, belong to every page; so do STAGE ("1" or the key of a storyline), STEP of that
storyline, counted from 1, HALL, the name of the pair of windows of which this one is the hall's, and EMBED ("1"), which
Streamlit keeps in the address without showing it to a page.
"""
ONE_VIEW = "1"
"""Value of STAGE that shows the view at the address, outside any storyline."""
OWN_STORYLINE = "eigen-"
"""What STAGE begins with for a storyline that the visitor's browser keeps."""
STORYLINES, SENT_STORYLINE = "presenteren", "verhaal"
"""Page of the storylines, and the key of its address that holds one that was sent as a link."""
WHAT_IF_KEYS = (*LINK_KEYS, PICTURE, SLIDERS)
"""Keys of the what-if: those of a scenario, and for the stage its picture and the sliders beside it."""


_WORDS_OF_ITEM = 8


@dataclass(frozen=True)
class Part:
    """One part of a page: its key in the address, the name on its button, the keys of the address that are its own.

    `about` says what one finds there, for the search.
    """

    key: str
    name: str
    parameters: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Page:
    """One page: address, name in the menu, keys of the address that are its own, what one finds there (for the search).

    A page without `about` is found by its parts.
    """

    address: str
    name: str
    parameters: tuple[str, ...] = ()
    about: str = ""

    @property
    def file(self) -> str:
        """Script of the page, as Streamlit names it."""
        return f"pages/{self.address}.py" if self.address else "app.py"


@dataclass(frozen=True)
class BackgroundDocument:
    """One document of the page Achtergrond: key in the address, name on its button, short name in links, parts, and the
    region that it is about.
    """

    key: str
    name: str
    short_name: str
    region_code: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SourceDocument:
    """One document behind the app: file, key in the address, short name, and where the page Achtergrond has it."""

    file: str
    key: str
    name: str
    background: str | None = None


PAGES = (
    Page("", "Start"),
    Page(
        "kaart",
        "Kaart",
        (TASK, LAYER, CHOSEN, ALL),
        "Welke regio koos welk niveau voor welke taak, op de kaart.",
    ),
    Page(
        "vergelijking",
        "Vergelijking",
        ("rijen", "kolommen", "toon", TASK, CHOSEN, "naast"),
        "Alle regio's en taken in één tabel: gelijkenis, overeenstemming, regio's naast elkaar.",
    ),
    Page("regio", "Regio", (CHOSEN,), "Alles over één regio op één vel, om te printen."),
    Page(
        "samenwerking",
        "Samenwerking",
        (TASK, CHOSEN, "kaart", PICTURE),
        "Met wie een regio per taak kan optrekken: zelfde niveau, buren, genoemde partners.",
    ),
    Page(
        "doorrekening",
        "Doorrekening",
        WHAT_IF_KEYS,
        "Wat maatregelen doen met de kosten van Zuid-Holland Zuid, 2019-2022: besparing, overlap en groei.",
    ),
    Page(
        STORYLINES,
        "Presenteren",
        (SENT_STORYLINE,),
        "Een verhaallijn voor een zaal: weergaven op volgorde, met titel, zin en notitie; klaar of zelf gemaakt.",
    ),
    Page("achtergrond", "Achtergrond", (DOCUMENT, PART)),
    Page("bronnen", "Bronnen", (PART, SEARCH)),
)
"""Pages in the order of the menu. Achtergrond and Bronnen also own the keys of the part that they show."""

BACKGROUND = (
    BackgroundDocument(
        "zhz",
        "Zuid-Holland Zuid",
        "Zuid-Holland Zuid",
        "JZ31",
        (
            Part("schaaltabel", "Schaaltabel", ("rij", "uitkomst"),
                 about="Wat op welke schaal ligt in Zuid-Holland Zuid: uitvoering, inkoop en beleid per taak, 2013."),
            Part("dilemmas", "Dilemma's", ("s", "d"),
                 about="Acht dilemma's van Zuid-Holland Zuid uit 2013, met uw eigen standpunt ernaast."),
            Part("planning", "Planning", ("partij",),
                 about="Wie in 2019 en 2020 wanneer aan zet was in het plan van Zuid-Holland Zuid."),
            Part("wie-doet-wat", "Wie doet wat",
                 about="Wie waarvoor verantwoordelijk is in het plan van Zuid-Holland Zuid, 2019."),
            Part("scenarios", "Scenario's",
                 about="Drie plafonds voor de uitgaven van Zuid-Holland Zuid, en het tekort dat ze laten."),
            Part("lijsten", "Lijsten", (LIST,)),
            Part("feiten", "Feiten", ("stuk", "onderwerp", "zekerheid")),
        ),
    ),
    BackgroundDocument(
        "rotterdam",
        "Stadsregio Rotterdam",
        "Rotterdam",
        "JZ29",
        (
            Part("opgaven", "Opgaven", ("thema", "schil", "agenda", "vorm", "groep", SEARCH, "kolom", "opgave"),
                 about="De 47 opgaven van de stadsregio Rotterdam, en wat de gemeenten samen oppakken."),
            Part("schaalafweging", "Schaalafweging", (TASK, "eigen", "schil", "weeg"),
                 about="Weeg zelf af of een taak een grotere of kleinere schaal vraagt, met de 20 criteria van toen."),
            Part("geld", "Geld",
                 about="Landelijk budget voor de jeugdzorg, en wat het programma in Rotterdam kostte, 2012."),
            Part("proeftuinen", "Proeftuinen", ("soort",),
                 about="Proeftuinen, pilots en simulaties in de stadsregio Rotterdam."),
            Part("tijdlijn", "Tijdlijn", ("soort",),
                 about="Gebeurtenissen en termijnen in het plan van de stadsregio Rotterdam."),
            Part("lijsten", "Lijsten", (LIST,)),
            Part("feiten", "Feiten", ("onderwerp", "zekerheid")),
        ),
    ),
    BackgroundDocument(
        "rijnland",
        "Holland Rijnland",
        "Holland Rijnland",
        "JZ18",
        (
            Part("aantallen", "Aantallen", ("tabel",),
                 about="Hoeveel kinderen en jongeren in Holland Rijnland welke jeugdhulp kregen."),
            Part("sturing", "Sturing en uitvoering", ("stuk", "grond"),
                 about="Wie in Holland Rijnland stuurt en wie uitvoert, per soort jeugdhulp."),
            Part("solidariteit", "Solidariteit", ("som", "klap", "meet"),
                 about="Wie betaalt wat als één gemeente een duur jaar heeft: kosten delen, verzekering, vlaktaks."),
            Part("teamnorm", "Teamnorm", ("inwoners",),
                 about="Hoeveel jeugd- en gezinsteams een gemeente nodig heeft bij haar aantal inwoners."),
            Part("besluiten", "Besluiten en termijnen", ("hoofdstuk", "soort", "termijn"),
                 about="Wat in Holland Rijnland besloten was, wat nog open lag, en wanneer het moest."),
            Part("lijsten", "Lijsten", (LIST,)),
            Part("feiten", "Feiten", ("onderwerp", "zekerheid")),
        ),
    ),
)  # fmt: skip
"""Documents of the page Achtergrond with their parts, in the order of the screen."""

SOURCE_PARTS = (
    Part(
        "documenten",
        "Documenten en werkwijze",
        about="Titel, maker, datum en licentie van elke bron, en hoe die is gelezen.",
    ),
    Part(
        "fouten",
        "Fouten en leemten",
        ("bron", "soort"),
        "Elke bekende fout of leemte in de documenten, en hoe de app ermee omgaat.",
    ),
    Part(
        "verschoven",
        "Wat er verschoof",
        ("sinds",),
        "Gemeenten die fuseerden of van jeugdregio wisselden sinds 2013.",
    ),
    Part(
        "codeboek",
        "Codeboek",
        ("vraag",),
        "Wat ja, deels en nee per vraag betekenen, en hoe vaak twee lezers het eens waren.",
    ),
    Part("begrippen", "Begrippen", ("begrip",), "Woordenlijst met uitleg in gewone woorden."),
    Part(
        "datawoordenboek",
        "Datawoordenboek",
        ("tabel",),
        "Wat elke tabel en kolom betekent, met eenheid en waarden.",
    ),
    Part(
        "downloads",
        "Downloads",
        ("tabel",),
        "Alle tabellen als CSV, XLSX en Parquet, de kaart als GeoJSON, en alles in één zip.",
    ),
    Part("waar", "Waar staat wat", ("bron",), "Elk onderdeel van elk document, met de plaats in de app."),
    Part(
        "toegankelijkheid",
        "Toegankelijkheid",
        about="Toegankelijkheidsverklaring: status, wat is getest, afwijkingen, contact, en waar u een drempel meldt.",
    ),
    Part(
        "verantwoording",
        "Verantwoording",
        about="Versie, veranderde uitkomsten, licentie, privacy en cookies, en contact: waar u een fout kunt melden.",
    ),
)
"""Parts of the page Bronnen, in the order of the screen."""

SOURCE_DOCUMENTS = (
    SourceDocument("001_5833ac47ade829ca.txt", "inventarisatie", "inventarisatie 2013"),
    SourceDocument("002_c88637e19d10946d.txt", "sturingskader", "sturingskader Zuid-Holland Zuid", "zhz"),
    SourceDocument("004_8c4e7f4e4fb86d9c.txt", "plan-van-aanpak", "plan van aanpak Zuid-Holland Zuid", "zhz"),
    SourceDocument("000_6e1cbb5f6f5d01bb.txt", "programmaplan", "programmaplan Rotterdam", "rotterdam"),
    SourceDocument("003_e02f042df02c65ea.txt", "beleidsplan", "beleidsplan Holland Rijnland", "rijnland"),
)
"""Documents behind the app, in the order of the screen."""

DOCUMENT_KEYS = {document.file: document.key for document in SOURCE_DOCUMENTS}
DOCUMENT_NAMES = {document.key: document.name for document in SOURCE_DOCUMENTS}
BACKGROUND_OF_FILE = {document.file: document.background for document in SOURCE_DOCUMENTS if document.background}


@dataclass(frozen=True)
class AppLink:
    """One view of the app: words for the link, address of the page, keys of the address, region to look at."""

    label: str
    page: str
    query: tuple[tuple[str, str], ...] = ()
    region_code: str | None = None


def page_at(address: str) -> Page:
    """Page with this address. Raises KeyError where there is none."""
    return {page.address: page for page in PAGES}[address]


def own_keys(address: str) -> set[str]:
    """Keys of the address that a page or one of its parts reads. Raises KeyError for an unknown page."""
    parts = {
        "achtergrond": [part for document in BACKGROUND for part in document.parts],
        "bronnen": list(SOURCE_PARTS),
    }.get(address, [])
    return {*page_at(address).parameters, *(key for part in parts for key in part.parameters)}


def background_document(key: str) -> BackgroundDocument:
    """Document of the page Achtergrond. Raises KeyError where it has none with this key."""
    return {document.key: document for document in BACKGROUND}[key]


def background_opened(query: Mapping[str, str]) -> BackgroundDocument:
    """Document that an address of the page Achtergrond opens, as far as it means one that exists.

    One that it names goes before all else. Without that it opens on the one about "uw regio", or on the first. A key
    of a part is older than that rule and goes before it, so that a view stays what it was when "uw regio" changes:
    a part alone has always been one of the first document, and other keys alone tell whose first part they are of.
    """
    by_key = {document.key: document for document in BACKGROUND}
    if query.get(DOCUMENT) in by_key:
        return by_key[query[DOCUMENT]]
    if PART in query:
        return BACKGROUND[0]
    told = [document for document in BACKGROUND if query.keys() & {*document.parts[0].parameters}]
    about_mine = [document for document in BACKGROUND if document.region_code == query.get(REGION)]
    return [*told, *about_mine, *BACKGROUND][0]


def background_part(document: str, part: str) -> Part:
    """Part of the page Achtergrond. Raises KeyError where it does not exist."""
    return {found.key: found for found in background_document(document).parts}[part]


def source_part(key: str) -> Part:
    """Part of the page Bronnen. Raises KeyError where it does not exist."""
    return {part.key: part for part in SOURCE_PARTS}[key]


def background_link(document: str, part: str, **keys: str) -> AppLink:
    """Link to a part of the page Achtergrond, with its own keys. Raises KeyError for an unknown part or key."""
    found = background_part(document, part)
    label = f"Achtergrond › {background_document(document).short_name} › {found.name}"
    return AppLink(label, "achtergrond", ((DOCUMENT, document), (PART, part), *_own(found, keys)))


def at_item(link: AppLink, text: str) -> AppLink:
    """Link that lands at the item that bears a text: the page finds it by its first words."""
    words = " ".join(text.split()[:_WORDS_OF_ITEM])
    return replace(link, query=(*link.query, (FIND, words)))


def topic_key(topic: str) -> str:
    """Topic of a fact as an address holds it.

    >>> topic_key("Nieuw stelsel")
    'nieuw-stelsel'
    """
    return topic.lower().replace(" ", "-")


def source_link(part: str, label: str = "", **keys: str) -> AppLink:
    """Link to a part of the page Bronnen, with its own keys. Raises KeyError for an unknown part or key."""
    found = source_part(part)
    return AppLink(label or f"Bronnen › {found.name}", "bronnen", ((PART, part), *_own(found, keys)))


def region_link(region_code: str, name: str) -> AppLink:
    """Link to the page of a region."""
    return AppLink(f"Regio › {name}", "regio", region_code=region_code)


def links_of(paths: str, region_codes: Mapping[str, str]) -> tuple[AppLink, ...]:
    """Links behind written paths such as 'Achtergrond › Rotterdam › Geld; Achtergrond › Rotterdam › Feiten'.

    `region_codes` are by name of the region. Raises ValueError where a path names something that the app does not have.
    """
    return tuple(link for path in paths.split(";") for link in _links_of_path(path, region_codes))


def _links_of_path(path: str, region_codes: Mapping[str, str]) -> tuple[AppLink, ...]:
    page, *rest = [step.strip() for step in path.split("›")]
    match page, rest:
        case "Doorrekening", []:
            return (AppLink("Doorrekening", "doorrekening"),)
        case "Bronnen", [name]:
            found = [part.key for part in SOURCE_PARTS if part.name == name]
            if found:
                return (source_link(*found),)
        case "Achtergrond", [short_name, name]:
            documents = [document for document in BACKGROUND if document.short_name == short_name]
            parts = [(document.key, part.key) for document in documents for part in document.parts if part.name == name]
            if parts:
                return (background_link(*parts[0]),)
        case (("Regio" | "Kaart, Vergelijking en Regio"), [names]):
            regions = _regions(names, region_codes)
            if regions:
                return tuple(region_link(region_codes[name], name) for name in regions)
    raise ValueError(f"De app heeft geen plaats {path.strip()!r}.")


def _own(part: Part, keys: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Keys and values for a link to a part, which must be its own."""
    for key in keys:
        if key not in part.parameters:
            raise KeyError(f"{key} is no key of {part.key}")
    return tuple(keys.items())


def _regions(names: str, region_codes: Mapping[str, str]) -> list[str]:
    """Names of regions in 'A, B en C'; empty where one of them is unknown."""
    if names in region_codes:
        return [names]
    listed = re.split(r", | en ", names)
    return listed if all(name in region_codes for name in listed) else []
