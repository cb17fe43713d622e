"""What each key of an address stands for, in words: who reads that something was left out knows no keys."""

from __future__ import annotations

from collections.abc import Iterable

from components.look.words import listed
from model.site.site_map import ALL, CHOSEN, DOCUMENT, LAYER, LIST, PART, PICTURE, SEARCH, SENT_STORYLINE, SLIDERS, TASK
from model.what_if.link import LINK_KEYS

WORDS_OF_KEYS = {
    **dict.fromkeys(LINK_KEYS, "een scenario"),
    TASK: "een taak",
    LAYER: "een kleuring van de kaart",
    CHOSEN: "een regio om te bekijken",
    ALL: "alle taken op de kaart",
    "rijen": "een volgorde van regio's",
    "kolommen": "een volgorde van taken",
    "toon": "wat de matrix toont",
    "naast": "regio's naast elkaar",
    "kaart": "een stand van de kaart",
    PICTURE: "een beeld",
    SLIDERS: "schuiven voor de zaal",
    SENT_STORYLINE: "een verhaallijn",
    DOCUMENT: "een document",
    PART: "een onderdeel",
    SEARCH: "een zoekwoord",
    LIST: "een lijst",
    "rij": "een rij van de schaaltabel",
    "uitkomst": "een uitkomst",
    "partij": "een partij",
    "stuk": "een stuk",
    "onderwerp": "een onderwerp",
    "zekerheid": "een zekerheid",
    "thema": "een thema",
    "schil": "een schil",
    "agenda": "een agenda",
    "vorm": "een vorm",
    "groep": "een werkgroep",
    "kolom": "een kolom",
    "opgave": "een opgave",
    "eigen": "een eigen taak",
    "weeg": "een weging",
    "soort": "een soort",
    "tabel": "een tabel",
    "grond": "een grond",
    "som": "een som met bedragen",
    "klap": "een duur jaar",
    "meet": "een maat",
    "inwoners": "een aantal inwoners",
    "hoofdstuk": "een hoofdstuk",
    "termijn": "een soort termijn",
    "bron": "een bron",
    "sinds": "een beginjaar",
    "vraag": "een vraag",
    "begrip": "een begrip",
}
"""By key of the address. Letters of a scenario stand for it together, also those that another part uses for itself."""


def words_of_keys(keys: Iterable[str]) -> str:
    """What these keys stand for, each thing once."""
    return listed(list(dict.fromkeys(WORDS_OF_KEYS[key] for key in keys)))
