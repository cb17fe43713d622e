"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from components.background import rijnland, rotterdam, zhz
from components.frame.linked_parts import DrawnDocument, Show, drawn
from model.site.site_map import BACKGROUND

_SHOWN: dict[str, tuple[str, dict[str, Show]]] = {
    "zhz": (zhz.ABOUT, zhz.SHOWN),
    "rotterdam": (rotterdam.ABOUT, rotterdam.SHOWN),
    "rijnland": (rijnland.ABOUT, rijnland.SHOWN),
}

DOCUMENTS = {
    document.key: DrawnDocument(document.name, _SHOWN[document.key][0], drawn(document.parts, _SHOWN[document.key][1]))
    for document in BACKGROUND
}
