"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from components.background import rotterdam
from components.background.parts import Document

DOCUMENTS: dict[str, Document] = {
    "rotterdam": rotterdam.DOCUMENT,
}
