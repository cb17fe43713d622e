"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from components.background import rijnland, rotterdam, zhz
from components.background.rijnland.citation import CREDIT as RIJNLAND_CREDIT
from components.background.rotterdam.citation import CREDIT as ROTTERDAM_CREDIT
from components.background.zhz.citation import CREDIT as ZHZ_CREDIT
from components.frame.linked_parts import DrawnDocument, Show, drawn
from model.site.site_map import BACKGROUND, BackgroundDocument

_SHOWN: dict[str, tuple[str, Sequence[str], str, dict[str, Show]]] = {
    "zhz": (zhz.ABOUT, zhz.TERMS, ZHZ_CREDIT, zhz.SHOWN),
    "rotterdam": (rotterdam.ABOUT, rotterdam.TERMS, ROTTERDAM_CREDIT, rotterdam.SHOWN),
    "rijnland": (rijnland.ABOUT, rijnland.TERMS, RIJNLAND_CREDIT, rijnland.SHOWN),
}


def _drawn(document: BackgroundDocument) -> DrawnDocument:
    about, terms, credit, shown = _SHOWN[document.key]
    return DrawnDocument(document.name, about, terms, credit, drawn(document.parts, shown))


DOCUMENTS = {document.key: _drawn(document) for document in BACKGROUND}
