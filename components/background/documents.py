"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from components.background.parts import Document
from components.background.rijnland import DOCUMENT as RIJNLAND

DOCUMENTS: dict[str, Document] = {"rijnland": RIJNLAND}
