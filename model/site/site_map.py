"""Places in the app: which page and view shows something, as a link; and the written places of `document_sections`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

DOCUMENT_KEYS = {
    "001_5833ac47ade829ca.txt": "inventarisatie",
    "002_c88637e19d10946d.txt": "sturingskader",
    "004_8c4e7f4e4fb86d9c.txt": "plan-van-aanpak",
    "000_6e1cbb5f6f5d01bb.txt": "programmaplan",
    "003_e02f042df02c65ea.txt": "beleidsplan",
}
"""Short key of each document in an address, in the order of the screen."""

DOCUMENT_NAMES = {
    "inventarisatie": "inventarisatie 2013",
    "sturingskader": "sturingskader Zuid-Holland Zuid",
    "plan-van-aanpak": "plan van aanpak Zuid-Holland Zuid",
    "programmaplan": "programmaplan Rotterdam",
    "beleidsplan": "beleidsplan Holland Rijnland",
}
"""Short name of each document, by its key."""

BACKGROUND_KEYS = {"Zuid-Holland Zuid": "zhz", "Rotterdam": "rotterdam", "Holland Rijnland": "rijnland"}
"""Document of the page Achtergrond, as `document_sections` writes it, and its key in an address."""

BACKGROUND_OF_FILE = {
    "000_6e1cbb5f6f5d01bb.txt": "rotterdam",
    "002_c88637e19d10946d.txt": "zhz",
    "003_e02f042df02c65ea.txt": "rijnland",
    "004_8c4e7f4e4fb86d9c.txt": "zhz",
}
"""Key of the page Achtergrond for each document that has a place there."""

BACKGROUND_PARTS = {
    "zhz": {
        "Schaaltabel": "schaaltabel",
        "Dilemma's": "dilemmas",
        "Planning": "planning",
        "Wie doet wat": "wie-doet-wat",
        "Scenario's": "scenarios",
        "Feiten": "feiten",
    },
    "rotterdam": {
        "Opgaven": "opgaven",
        "Schaalafweging": "schaalafweging",
        "Geld": "geld",
        "Proeftuinen": "proeftuinen",
        "Tijdlijn": "tijdlijn",
        "Feiten": "feiten",
    },
    "rijnland": {
        "Aantallen": "aantallen",
        "Sturing en uitvoering": "sturing",
        "Solidariteit": "solidariteit",
        "Teamnorm": "teamnorm",
        "Besluiten en termijnen": "besluiten",
        "Feiten": "feiten",
    },
}
"""Per document of the page Achtergrond: name of a part and its key in an address."""

SOURCE_PARTS = {"Begrippen": "begrippen", "Fouten en leemten": "fouten"}
"""Parts of the page Bronnen that `document_sections` names, with their key in an address."""


@dataclass(frozen=True)
class AppLink:
    """One view of the app: words for the link, page (its name in the address), keys of the address, region to look at."""

    label: str
    page: str
    query: tuple[tuple[str, str], ...] = ()
    region_code: str | None = None


def background_link(document: str, part: str, **keys: str) -> AppLink:
    """Link to a part of the page Achtergrond, with its own keys. Raises KeyError for a part that does not exist."""
    names = {key: name for name, key in BACKGROUND_PARTS[document].items()}
    label = next(name for name, key in BACKGROUND_KEYS.items() if key == document)
    address = {"document": document, "deel": part, **keys}
    return AppLink(f"Achtergrond › {label} › {names[part]}", "achtergrond", tuple(address.items()))


def topic_key(topic: str) -> str:
    """Topic of a fact as an address holds it.

    >>> topic_key("Nieuw stelsel")
    'nieuw-stelsel'
    """
    return topic.lower().replace(" ", "-")


def source_link(part: str, label: str, **keys: str) -> AppLink:
    """Link to a part of the page Bronnen."""
    return AppLink(label, "bronnen", (("deel", part), *keys.items()))


def region_link(region_code: str, name: str) -> AppLink:
    """Link to the page of a region."""
    return AppLink(f"Regio › {name}", "regio", region_code=region_code)


def links_of(app_place: str, region_codes: Mapping[str, str]) -> tuple[AppLink, ...]:
    """Links behind a written place such as 'Achtergrond › Rotterdam › Geld'; `region_codes` are by name of the region.

    Raises ValueError where the place names something that the app does not have.
    """
    page, *rest = [part.strip() for part in app_place.split("›")]
    match page, rest:
        case "Doorrekening", []:
            return (AppLink("Doorrekening", "doorrekening"),)
        case "Bronnen", [part] if part in SOURCE_PARTS:
            return (source_link(SOURCE_PARTS[part], app_place),)
        case "Achtergrond", [document, part] if part in BACKGROUND_PARTS.get(BACKGROUND_KEYS.get(document, ""), {}):
            key = BACKGROUND_KEYS[document]
            return (background_link(key, BACKGROUND_PARTS[key][part]),)
        case (("Regio" | "Kaart, Vergelijking en Regio"), [names]):
            found = _regions(names, region_codes)
            if found:
                return tuple(region_link(region_codes[name], name) for name in found)
    raise ValueError(f"De app heeft geen plaats {app_place!r}.")


def _regions(names: str, region_codes: Mapping[str, str]) -> list[str]:
    """Names of regions in 'A, B en C'; empty where one of them is unknown."""
    if names in region_codes:
        return [names]
    listed = re.split(r", | en ", names)
    return listed if all(name in region_codes for name in listed) else []
