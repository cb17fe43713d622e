"""What each part of the page Achtergrond says at an address, for hall, slide and note: its finding and its figures.

The words for sentences of a storyline are `onderdeel` and `document`, the names on the buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from components.background.rijnland.exhibits import EXHIBITS as RIJNLAND
from components.background.rotterdam.exhibits import EXHIBITS as ROTTERDAM
from components.background.zhz.exhibits import EXHIBITS as ZHZ
from components.look.exhibit import Exhibit
from model.site.site_map import PART, background_opened

Query = Mapping[str, str]
_EXHIBITS: Mapping[str, Mapping[str, Callable[[Query], Exhibit]]] = {
    "zhz": ZHZ,
    "rotterdam": ROTTERDAM,
    "rijnland": RIJNLAND,
}


def exhibit_of(query: Query) -> Exhibit:
    """What the part at this address says; an unknown part stands for the first of its document."""
    document = background_opened(query)
    parts = {part.key: part for part in document.parts}
    part = parts.get(query.get(PART, ""), document.parts[0])
    said = _EXHIBITS[document.key][part.key](query)
    return replace(said, words={**said.words, "onderdeel": part.name, "document": document.short_name})
