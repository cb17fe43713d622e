"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from components.background import rijnland, rotterdam, zhz
from components.frame.linked_parts import DrawnDocument, Show, drawn
from model.site.site_map import BACKGROUND, BackgroundDocument

_SHOWN: dict[str, tuple[str, Sequence[str], dict[str, Show]]] = {
    "zhz": (zhz.ABOUT, zhz.TERMS, zhz.SHOWN),
    "rotterdam": (rotterdam.ABOUT, rotterdam.TERMS, rotterdam.SHOWN),
    "rijnland": (rijnland.ABOUT, rijnland.TERMS, rijnland.SHOWN),
}


def _drawn(document: BackgroundDocument) -> DrawnDocument:
    about, terms, shown = _SHOWN[document.key]
    return DrawnDocument(document.name, about, terms, drawn(document.parts, shown))


DOCUMENTS = {document.key: _drawn(document) for document in BACKGROUND}
