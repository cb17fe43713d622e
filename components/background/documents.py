"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from components.background import rijnland, rotterdam, zhz
from components.frame.linked_parts import Document

DOCUMENTS: dict[str, Document] = {
    "zhz": zhz.DOCUMENT,
    "rotterdam": rotterdam.DOCUMENT,
    "rijnland": rijnland.DOCUMENT,
}
